package org.grokcheck.notsawo.signal;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.grokcheck.evidence.Check;
import org.grokcheck.evidence.Checks;
import org.grokcheck.evidence.Comparison;
import org.grokcheck.evidence.Oracle;
import org.grokcheck.evidence.Tolerance;
import org.grokcheck.math.exact.Rational;

/** App. F: Hjorth's parameters of samples, against exact sums and the spectrum. */
class HjorthProperties {
  private static final String MOBILITY = "notsawo.appf.mobility";
  private static final String COMPLEXITY = "notsawo.appf.complexity";
  private static final String DISCRETE = "notsawo.ext.hjorth_discrete";
  private static final String WINDOW = "notsawo.ext.complexity_window";
  private static final String M2 = "notsawo.appf.m2";
  private static final String M4 = "notsawo.appf.m4";

  @Provide
  Arbitrary<SampledSignal> signals() {
    return SampledSignal.ofSize(4, 40);
  }

  /** Roundings of variances of differences that are exact, of quotients and of roots. */
  private static Tolerance rounded(int n, double scale) {
    return new Tolerance.Rounding(
        8 * n + 20, scale, "three variances of n exact differences, their quotients and roots");
  }

  private static double root(Rational numerator, Rational denominator) {
    return denominator.signum() == 0
        ? Double.NaN
        : StrictMath.sqrt(numerator.over(denominator).toDouble());
  }

  /** Exact variances by pairs. The last record ends on its first sample, so that means vanish. */
  @Property(tries = 150)
  @Checks({MOBILITY, COMPLEXITY, WINDOW})
  void parametersOfARecord(@ForAll("signals") SampledSignal s) {
    Rational[] x = s.exact();
    Rational[] first = SampledSignal.differences(x, false);
    Rational v0 = SampledSignal.variance(x);
    Rational v1 = SampledSignal.variance(first);
    Rational v2 = SampledSignal.variance(SampledSignal.differences(first, false));
    double mobility = root(v1, v0);
    double complexity = root(v2.times(v0), v1.square());
    if (Double.isNaN(mobility) || Double.isNaN(complexity)) {
      return;
    }
    double ofDifferences = root(v2, v1);
    // Σd²/n − (Σd/n)²: what cancels is at most the mean square over the variance.
    double scale =
        1 + 3 * 64.0 * 64 / Math.min(v0.toDouble(), Math.min(v1.toDouble(), v2.toDouble() + 1e-3));
    Hjorth actual = Hjorth.ofWindow(s.samples());
    for (String claim : List.of(MOBILITY, WINDOW)) {
      Check.of(claim, "mobility, a record")
          .part("samples")
          .by(Oracle.EXACT)
          .at("x", s.sixtyFourths())
          .expecting(mobility, rounded(s.size(), mobility * scale))
          .holds(actual.mobility())
          .rejects("v₁/v₀", mobility * mobility)
          .rejects("about 0", root(SampledSignal.sumOfSquares(first).over(first.length), v0));
    }
    for (String claim : List.of(COMPLEXITY, WINDOW)) {
      Comparison complexities =
          Check.of(claim, "complexity, a record")
              .part("samples")
              .by(Oracle.EXACT)
              .at("x", s.sixtyFourths())
              .expecting(complexity, rounded(s.size(), complexity * scale))
              .holds(actual.complexity());
      printed(complexities, claim, "√(v₂/v₁), as printed", ofDifferences);
    }
    Check.of(WINDOW, "activity, a record")
        .part("samples")
        .by(Oracle.EXACT)
        .at("x", s.sixtyFourths())
        .expecting(v0.toDouble(), rounded(s.size(), v0.toDouble() * scale))
        .holds(actual.activity())
        .rejects("n − 1", v0.toDouble() * s.size() / (s.size() - 1));
  }

  /** Amplitude drops out of both, the paper's complexity has a unit: slower sampling changes it. */
  @Property(tries = 60)
  @Checks({MOBILITY, COMPLEXITY})
  void scaling(
      @ForAll @IntRange(min = 1, max = 40) int k, @ForAll @IntRange(min = 2, max = 9) int factor) {
    int n = 400;
    Hjorth slow = Hjorth.ofPeriod(cosine(n, k, factor));
    Hjorth same = Hjorth.ofCosine(n, k);
    Check.of(MOBILITY, "mobility of a cosine of any amplitude")
        .part("samples")
        .by(Oracle.INVARIANT)
        .at("k", k, "amplitude", factor)
        .expecting(same.mobility(), rounded(n, same.mobility() * (1 + n / k)))
        .holds(slow.mobility())
        .rejects("times the amplitude", factor * same.mobility())
        .rejects("2πk/N", 2 * Math.PI * k / n);
    Check.of(COMPLEXITY, "complexity of a cosine of any frequency and amplitude")
        .part("sine")
        .by(Oracle.EXACT)
        .at("k", k, "amplitude", factor)
        .expecting(1, rounded(n, 1 + (double) n * n / k / k))
        .holds(slow.complexity())
        .refutes("√(m₄/m₂), as printed", slow.printedComplexity());
  }

  private static double[] cosine(int n, int k, double amplitude) {
    double[] x = new double[n];
    Arrays.setAll(x, t -> amplitude * StrictMath.cos(2 * Math.PI * ((long) k * t % n) / n));
    return x;
  }

  /** Σ|Δ^d x|² = (1/N) Σ (2 sin(ω_k/2))^{2d}|X_k|² for d = 1, 2, and mobility of all cosines. */
  @Property(tries = 100)
  @Checks({DISCRETE, M2, M4})
  void periodicDifferences(@ForAll("signals") SampledSignal s) {
    int n = s.size();
    Spectrum spectrum = Spectrum.of(s.samples());
    Rational[] first = SampledSignal.differences(s.exact(), true);
    double energy = SampledSignal.sumOfSquares(s.exact()).toDouble();
    double[] expected = {
      SampledSignal.sumOfSquares(first).toDouble(),
      SampledSignal.sumOfSquares(SampledSignal.differences(first, true)).toDouble()
    };
    String[] claims = {M2, M4};
    for (int d = 1; d <= 2; d++) {
      double sum = 0;
      double wrong = 0;
      for (int k = 0; k < n; k++) {
        double w = 2 * Math.PI * Math.min(k, n - k) / n;
        sum += StrictMath.pow(2 * StrictMath.sin(w / 2), 2 * d) * spectrum.power(k) / n;
        wrong += StrictMath.pow(w, 2 * d) * spectrum.power(k) / n;
      }
      for (String claim : List.of(claims[d - 1], DISCRETE)) {
        Check.of(claim, "Σ|Δ^d x|² from the spectrum, d = " + d)
            .part("periodic")
            .by(Oracle.EXACT)
            .at("x", s.sixtyFourths())
            .expecting(
                expected[d - 1],
                new Tolerance.Rounding(
                    4.0 * n * (3 * n + 24),
                    16 * energy,
                    "the transform's, each bin times 16 at most"))
            .holds(sum)
            .rejects("ω for 2 sin(ω/2)", wrong);
      }
    }
    double spread = SampledSignal.variance(s.exact()).toDouble();
    if (spread > 0 && expected[0] > 0) {
      Hjorth periodic = Hjorth.ofPeriod(s.samples());
      Check.of(DISCRETE, "mobility − 2 and 1 − complexity, not positive")
          .part("bounds")
          .by(Oracle.INVARIANT)
          .at("x", s.sixtyFourths())
          .expectingAtMost(0, Tolerance.remainder(1e-12, "rounding of quotients of order 1"))
          .holds(Math.max(periodic.mobility() - 2, 1 - periodic.complexity()));
      Check.of(DISCRETE, "mobility, periodic")
          .part("bounds")
          .by(Oracle.EXACT)
          .at("x", s.sixtyFourths())
          .expecting(
              StrictMath.sqrt(expected[0] / n / spread), rounded(n, 2 + 2 * 64.0 * 64 / spread))
          .holds(periodic.mobility())
          .rejects("of the record", Hjorth.ofWindow(s.samples()).mobility());
    }
  }

  /**
   * cos(2πkt/N) from its samples for all small N and k, the Nyquist and the constant among them.
   */
  @Property(tries = 1)
  @Checks(DISCRETE)
  void cosinesOfAllFrequencies() {
    for (int n = 2; n <= 40; n++) {
      for (int k = 1; k < n; k++) {
        Hjorth sampled = Hjorth.ofPeriod(cosine(n, k, 1));
        Hjorth closed = Hjorth.ofCosine(n, k);
        double condition = 1 + (double) n * n;
        compare("activity", n, k, sampled.activity(), closed.activity(), condition)
            .rejects("1: without the half", 1);
        compare("mobility", n, k, sampled.mobility(), closed.mobility(), condition)
            .rejects("the angle itself", 2 * Math.PI * k / n);
        compare("complexity", n, k, sampled.complexity(), closed.complexity(), condition)
            .rejects("mobility of the differences", closed.mobility());
      }
      Hjorth constant = Hjorth.ofCosine(n, n);
      Check.of(DISCRETE, "a constant")
          .part("cosines")
          .by(Oracle.EXACT)
          .at("N", n)
          .expectingExactly(List.of(0.0, Double.NaN, Double.NaN))
          .holds(List.of(constant.activity(), constant.mobility(), constant.complexity()));
    }
  }

  private static Comparison compare(
      String name, int n, int k, double sampled, double closed, double condition) {
    return Check.of(DISCRETE, name + " of cos(2πkt/N)")
        .part("cosines")
        .by(Oracle.SECOND_ALGORITHM)
        .at("N", n, "k", k)
        .expecting(sampled, rounded(n, condition))
        .holds(closed);
  }

  /** Records of the unit interval: complexity from 0 to above 5, 1 for an exponential. */
  @Property(tries = 1)
  @Checks(WINDOW)
  void complexityCanBeAnything() {
    record Example(String name, double expected, double half, DoubleUnaryOperator f) {}
    List<Example> examples =
        List.of(
            new Example("t²", 0, 1e-4, t -> t * t),
            new Example("e^t", 1, 1e-5, StrictMath::exp),
            new Example("t³", 0.614, 5e-4, t -> t * t * t),
            new Example("sin πt", 0.189, 5e-4, t -> StrictMath.sin(Math.PI * t)),
            new Example("cos πt", 5.28, 5e-3, t -> StrictMath.cos(Math.PI * t)));
    for (Example example : examples) {
      double[] x = new double[1001];
      Arrays.setAll(x, i -> example.f().applyAsDouble(i / 1000.0));
      Hjorth hjorth = Hjorth.ofWindow(x);
      Check.of(WINDOW, "complexity of " + example.name())
          .part("examples")
          .by(Oracle.SECOND_ALGORITHM)
          .expecting(
              example.expected(),
              Tolerance.remainder(
                  example.half(),
                  "quoted digits; windows of differences are shorter by one or two of 1001"
                      + " samples"))
          .holds(hjorth.complexity())
          .rejects("as a period, with the jump", Hjorth.ofPeriod(x).complexity());
    }
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
