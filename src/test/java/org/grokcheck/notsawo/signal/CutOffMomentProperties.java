package org.grokcheck.notsawo.signal;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegrator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;
import org.grokcheck.evidence.Check;
import org.grokcheck.evidence.Checks;
import org.grokcheck.evidence.Comparison;
import org.grokcheck.evidence.Oracle;
import org.grokcheck.evidence.Tolerance;
import org.grokcheck.harness.Arb;

/** App. F: the second moment of a record that is cut off grows with the cut-off. */
class CutOffMomentProperties {
  private static final String WINDOW = "notsawo.ext.m2_window";
  private static final String M2 = "notsawo.appf.m2";
  private static final GaussIntegrator PANEL = new GaussIntegratorFactory().legendre(10, 0, 1);

  @Provide
  Arbitrary<Double> cutOffs() {
    return Arb.logUniform(1e-2, 3000);
  }

  /** ω|F| from the integral ∫₀¹ e^{−t−iωt} dt in closed complex form, in panels of length ½. */
  @Property(tries = 40)
  @Checks({WINDOW, M2})
  void momentIsAnIntegral(@ForAll("cutOffs") double cutOff) {
    double expected = direct(cutOff);
    double derivative = Math.PI * (1 - StrictMath.exp(-2));
    for (String claim : new String[] {WINDOW, M2}) {
      Comparison moments =
          Check.of(claim, "2∫ω²|F|² up to the cut-off")
              .part(claim.equals(M2) ? "cut off" : "moment")
              .by(Oracle.SECOND_ALGORITHM)
              .at("cutoff", cutOff)
              .expecting(
                  expected,
                  new Tolerance.Rounding(
                      2 * cutOff + 100,
                      expected,
                      "2Ω panels of 10 points, positive terms, each to 40 ulp"))
              .holds(CutOffMoment.of(cutOff))
              .rejects("one side", expected / 2)
              .rejects("unitary", expected / (2 * Math.PI));
      printed(moments, claim, "2π∫(dL/dt)²", derivative);
    }
  }

  private static double direct(double cutOff) {
    int panels = (int) Math.ceil(2 * cutOff);
    double width = cutOff / panels;
    double sum = 0;
    for (int i = 0; i < panels; i++) {
      double start = i * width;
      sum += PANEL.integrate(u -> power(start + u * width));
    }
    return 2 * sum * width;
  }

  /** |ω(1 − e^{−1−iω})/(1 + iω)|². */
  private static double power(double w) {
    double re = 1 - StrictMath.exp(-1) * StrictMath.cos(w);
    double im = StrictMath.exp(-1) * StrictMath.sin(w);
    return w * w * (re * re + im * im) / (1 + w * w);
  }

  /** The slope 2(L(0)² + L(1)²), the rest bounded by that of 1/(1+ω²) and of the oscillation. */
  @Property(tries = 1)
  @Checks({WINDOW, M2})
  void slopeInTheCutOff() {
    double slope = 2 * (1 + StrictMath.exp(-2));
    for (double cutOff : new double[] {1e3, 1e4, 1e6, 1e9}) {
      for (String claim : new String[] {WINDOW, M2}) {
        Comparison slopes =
            Check.of(claim, "moment over cut-off")
                .part(claim.equals(M2) ? "cut off" : "slope")
                .by(Oracle.LIMIT)
                .at("cutoff", cutOff)
                .expecting(
                    slope,
                    new Tolerance.Truncation(
                        slope * Math.PI / 2 + 4 * StrictMath.exp(-1) * 2,
                        1 / cutOff,
                        1,
                        "atan Ω ≤ π/2, and 4e^{−1} times an integral of at most 2 in size"))
                .holds(CutOffMoment.of(cutOff) / cutOff)
                .rejects("L(0)² alone", 2)
                .rejects("once", slope / 2);
        printed(slopes, claim, "0, of a finite moment", 0);
      }
    }
    Check.of(WINDOW, "2π∫(dL/dt)²")
        .part("slope")
        .by(Oracle.SECOND_ALGORITHM)
        .expecting(
            Math.PI * (1 - StrictMath.exp(-2)),
            new Tolerance.Ulp(3, "one subtraction, no cancellation"))
        .holds(CutOffMoment.ofDerivative())
        .rejects("∫(dL/dt)²", (1 - StrictMath.exp(-2)) / 2);
  }

  /** What the paper prints is refuted there; an extension of this project only tells it apart. */
  private static void printed(Comparison comparison, String claim, String variant, double value) {
    if (claim.contains(".ext.")) {
      comparison.rejects(variant, value);
    } else {
      comparison.refutes(variant, value);
    }
  }
}
