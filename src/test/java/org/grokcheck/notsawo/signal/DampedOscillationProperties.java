package org.grokcheck.notsawo.signal;

import java.math.BigDecimal;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegrator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;
import org.grokcheck.evidence.Check;
import org.grokcheck.evidence.Checks;
import org.grokcheck.evidence.Infrastructure;
import org.grokcheck.evidence.Oracle;
import org.grokcheck.evidence.Tolerance;
import org.grokcheck.harness.Arb;
import org.grokcheck.notsawo.signal.DampedOscillation.Shape;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.function.Executable;

/** App. F: energies of a damped oscillation, against quadrature and closed limits. */
class DampedOscillationProperties {
  private static final String CLAIM = "notsawo.ext.hjorth_damped";
  private static final String MOBILITY = "notsawo.appf.mobility";
  private static final String COMPLEXITY = "notsawo.appf.complexity";
  private static final GaussIntegrator PANEL = new GaussIntegratorFactory().legendre(20, 0, 1);
  private static final int PANELS = 60;

  @Provide
  Arbitrary<Double> decays() {
    return Arb.logUniform(1e-3, 4);
  }

  @Provide
  Arbitrary<Double> frequencies() {
    return Arb.uniform(0, 8);
  }

  @Provide
  Arbitrary<Double> phases() {
    return Arb.uniform(-3, 3);
  }

  @Provide
  Arbitrary<Double> durations() {
    return Arb.logUniform(0.05, 12);
  }

  private static DampedOscillation of(double k, double w, double phase, double duration) {
    return new DampedOscillation(
        BigDecimal.valueOf(1.5),
        new BigDecimal(k),
        new BigDecimal(w),
        new BigDecimal(phase),
        duration);
  }

  /** The d-th derivative by the recursion L'' = −2κL' − (κ² + ω²)L. */
  private static double derivative(int d, double k, double w, double phase, double t) {
    double size = 1.5 * StrictMath.exp(-k * t);
    double value = size * StrictMath.cos(w * t + phase);
    double slope = -k * value - w * size * StrictMath.sin(w * t + phase);
    for (int i = 0; i < d; i++) {
      double next = -2 * k * slope - (k * k + w * w) * value;
      value = slope;
      slope = next;
    }
    return value;
  }

  /** 60 Gauss panels of 20 points: at most 1.6 rad a panel, so that only rounding is left. */
  @Property(tries = 60)
  @Checks({CLAIM, MOBILITY, COMPLEXITY})
  void energiesAreIntegrals(
      @ForAll("decays") double k,
      @ForAll("frequencies") double w,
      @ForAll("phases") double phase,
      @ForAll("durations") double duration) {
    double[] m = new double[3];
    double[] scale = new double[3];
    DampedOscillation signal = of(k, w, phase, duration);
    for (int d = 0; d <= 2; d++) {
      m[d] = integral(d, k, w, phase, duration);
      scale[d] = m[d] + 2.25 * duration * StrictMath.pow(k * k + w * w, d);
      Check.of(CLAIM, "m_" + 2 * d)
          .part("energies")
          .by(Oracle.SECOND_ALGORITHM)
          .at("kappa", k, "omega", w, "phi", phase, "T", duration)
          .expecting(
              m[d],
              new Tolerance.Rounding(
                  300,
                  scale[d],
                  "1200 nodes, arguments up to 100, each value off by some ulp of A|s|^d"))
          .holds(signal.energy(d).doubleValue())
          .rejects("T infinite", of(k, w, phase, Double.POSITIVE_INFINITY).energy(d).doubleValue())
          .rejects("half the phase", of(k, w, phase / 2, duration).energy(d).doubleValue());
    }
    double condition = scale[0] / m[0] + 2 * scale[1] / m[1] + scale[2] / m[2];
    Shape shape = signal.shape();
    Tolerance relative =
        new Tolerance.Rounding(
            400, condition * (1 + Math.sqrt(m[2] / m[1] + m[1] / m[0])), "as the energies");
    Check.of(MOBILITY, "√(m₂/m₀)")
        .part("continuous")
        .by(Oracle.SECOND_ALGORITHM)
        .at("kappa", k, "omega", w, "phi", phase, "T", duration)
        .expecting(StrictMath.sqrt(m[1] / m[0]), relative)
        .holds(shape.mobility())
        .rejects("m₂/m₀", m[1] / m[0]);
    Check.of(COMPLEXITY, "√(m₄m₀)/m₂")
        .part("continuous")
        .by(Oracle.SECOND_ALGORITHM)
        .at("kappa", k, "omega", w, "phi", phase, "T", duration)
        .expecting(
            StrictMath.sqrt(m[2] * m[0]) / m[1],
            new Tolerance.Rounding(
                400, condition * (1 + StrictMath.sqrt(m[2] * m[0]) / m[1]), "as the energies"))
        .holds(shape.complexity())
        .refutes("√(m₄/m₂), as printed", shape.printedComplexity());
  }

  private static double integral(int d, double k, double w, double phase, double duration) {
    double width = duration / PANELS;
    double sum = 0;
    for (int i = 0; i < PANELS; i++) {
      double start = i * width;
      sum +=
          PANEL.integrate(
              u -> {
                double value = derivative(d, k, w, phase, start + u * width);
                return value * value;
              });
    }
    return sum * width;
  }

  /** (A²/4)[1/κ + (κ cos 2φ − ω sin 2φ)/(κ² + ω²)] for T infinite; exponentials have 1 and κ. */
  @Property(tries = 60)
  @Checks({CLAIM, MOBILITY, COMPLEXITY})
  void endlessRecords(
      @ForAll("decays") double k, @ForAll("frequencies") double w, @ForAll("phases") double phase) {
    double infinite = Double.POSITIVE_INFINITY;
    double turn = (k * StrictMath.cos(2 * phase) - w * StrictMath.sin(2 * phase)) / (k * k + w * w);
    Check.of(CLAIM, "m₀ for T infinite")
        .part("endless")
        .by(Oracle.SECOND_ALGORITHM)
        .at("kappa", k, "omega", w, "phi", phase)
        .expecting(
            2.25 / 4 * (1 / k + turn),
            new Tolerance.Rounding(12, 2.25 / 4 * 4 / k, "a dozen roundings of terms up to 1/κ"))
        .holds(of(k, w, phase, infinite).energy(0).doubleValue())
        .rejects(
            "+ω sin 2φ",
            2.25
                / 4
                * (1 / k
                    + (k * StrictMath.cos(2 * phase) + w * StrictMath.sin(2 * phase))
                        / (k * k + w * w)));
    Shape exponential = of(k, 0, 0, infinite).shape();
    Check.of(MOBILITY, "mobility of e^{−κt}")
        .part("continuous")
        .by(Oracle.EXACT)
        .at("kappa", k)
        .expecting(k, new Tolerance.Ulp(1, "120 digits, rounded"))
        .holds(exponential.mobility())
        .rejects("κ/2", k / 2);
    Check.of(COMPLEXITY, "complexity of e^{−κt}")
        .part("continuous")
        .by(Oracle.EXACT)
        .at("kappa", k)
        .expecting(1, new Tolerance.Ulp(1, "120 digits, rounded"))
        .holds(exponential.complexity())
        .refutes("√(m₄/m₂), as printed", exponential.printedComplexity());
    // Time twice as fast: κ and ω double, mobility doubles, complexity stays.
    Shape slow = of(k, w, phase, 3).shape();
    Shape fast = of(2 * k, 2 * w, phase, 1.5).shape();
    Check.of(MOBILITY, "mobility of L(2t)")
        .part("continuous")
        .by(Oracle.INVARIANT)
        .at("kappa", k, "omega", w, "phi", phase)
        .expecting(2 * slow.mobility(), new Tolerance.Ulp(2, "120 digits, rounded"))
        .holds(fast.mobility())
        .rejects("unchanged", slow.mobility());
    Check.of(COMPLEXITY, "complexity of L(2t)")
        .part("continuous")
        .by(Oracle.INVARIANT)
        .at("kappa", k, "omega", w, "phi", phase)
        .expecting(slow.complexity(), new Tolerance.Ulp(2, "120 digits, rounded"))
        .holds(fast.complexity())
        .refutes("√(m₄/m₂), as printed, of L(t)", slow.printedComplexity());
  }

  @Property(tries = 1)
  @Infrastructure("records without energy, and derivatives that aren't there")
  void refusals() {
    BigDecimal one = BigDecimal.ONE;
    BigDecimal zero = BigDecimal.ZERO;
    double infinite = Double.POSITIVE_INFINITY;
    refused("A (amplitude): need", () -> new DampedOscillation(zero, one, one, one, 1));
    refused("T (duration): need", () -> new DampedOscillation(one, one, one, one, 0));
    refused("kappa (decay): need", () -> new DampedOscillation(one, zero, one, one, infinite));
    refused("d (derivative): need", () -> of(1, 1, 1, 1).energy(-1));
    Shape constant = new DampedOscillation(one, zero, zero, zero, 4).shape();
    Assertions.assertEquals(0, constant.mobility());
    Assertions.assertTrue(Double.isNaN(constant.complexity()));
    Assertions.assertEquals(
        4, new DampedOscillation(one, zero, zero, zero, 4).energy(0).intValue());
  }

  private static void refused(String start, Executable call) {
    String message =
        String.valueOf(Assertions.assertThrows(IllegalArgumentException.class, call).getMessage());
    Assertions.assertTrue(message.startsWith(start), message);
  }
}
