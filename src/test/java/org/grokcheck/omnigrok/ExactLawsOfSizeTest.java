package org.grokcheck.omnigrok;

import org.apache.commons.math3.special.Beta;
import org.apache.commons.math3.special.Gamma;
import org.grokcheck.evidence.Check;
import org.grokcheck.evidence.Checks;
import org.grokcheck.evidence.Oracle;
import org.grokcheck.evidence.Tolerance;
import org.grokcheck.math.Real;
import org.grokcheck.math.exact.Rational;
import org.junit.jupiter.api.Test;

/** Laws of size on every small pair of sizes, and where probabilities are extremely small. */
class ExactLawsOfSizeTest {
  private static final String CRITICAL = "omnigrok.ext.beta-critical";
  private static final String RISK = "omnigrok.sec2.dd-to-U";

  @Test
  @Checks(CRITICAL)
  void probabilitiesOfAllSmallSizes() {
    for (int n = 1; n <= 4; n++) {
      for (int left = 1; left <= 4; left++) {
        double eps = 0.4;
        double expected = Beta.regularizedBeta(eps, left / 2.0, n / 2.0);
        Check.of(CRITICAL, "I_eps((d-n)/2, n/2)")
            .part("law")
            .by(Oracle.SECOND_ALGORITHM)
            .at("n", n, "d", n + left, "eps", eps)
            .expecting(
                expected, new Tolerance.Rounding(2000, 1, "a library's continued fraction, 1e-13"))
            .holds(new CriticalSize(n, n + left).probability(Real.of(eps)).toDouble())
            .rejects("I_eps(d/2, n/2)", Beta.regularizedBeta(eps, (n + left) / 2.0, n / 2.0));
      }
    }
  }

  /** At n = 2 the law is a power: its tail keeps its digits down to 1e-174. */
  @Test
  @Checks(CRITICAL)
  void probabilitiesFarInTheTail() {
    for (int d : new int[] {12, 30, 60}) {
      double power = StrictMath.pow(10, -3.0 * (d - 2));
      Check.of(CRITICAL, "probability at n = 2 and eps = 1e-6")
          .part("law")
          .by(Oracle.SECOND_ALGORITHM)
          .at("d", d)
          .expecting(
              power, new Tolerance.Rounding(8 + 6 * d, power, "a power, and eps as a double"))
          .holds(new CriticalSize(2, d).probability(Real.of(1e-6)).toDouble())
          .rejects("d/2", StrictMath.pow(10, -3.0 * d));
    }
  }

  /** E x² = a(a+1)/((a+b)(a+b+1)) for the law Beta(a, b), a = (d−n)/2, b = n/2. */
  @Test
  @Checks(CRITICAL)
  void momentsAreThoseOfTheBetaLaw() {
    for (int n = 1; n <= 8; n++) {
      for (int d = n + 1; d <= 12; d++) {
        Rational a = Rational.of(d - n, 2);
        Rational whole = Rational.of(d, 2);
        Rational mean = a.over(whole);
        Rational second = mean.times(a.plus(Rational.ONE)).over(whole.plus(Rational.ONE));
        CriticalSize law = new CriticalSize(n, d);
        Check.of(CRITICAL, "mean")
            .part("law")
            .by(Oracle.EXACT)
            .at("n", n, "d", d)
            .expectingExactly(mean)
            .holds(law.mean())
            .rejects("n/d", 2 * n == d ? Rational.ONE : Rational.of(n, d));
        Check.of(CRITICAL, "variance")
            .part("law")
            .by(Oracle.EXACT)
            .at("n", n, "d", d)
            .expectingExactly(second.minus(mean.square()))
            .holds(law.variance())
            .rejects("d for d + 2", law.variance().times(d + 2L).over(d));
      }
    }
  }

  /**
   * tr (XXᵀ)⁻¹ has n entries 1/χ² with d − n + 1 degrees of freedom, of mean Γ(k/2−1)/(2Γ(k/2)).
   */
  @Test
  @Checks(RISK)
  void noiseIsATraceOfAnInverseWishartMatrix() {
    for (int small = 1; small <= 6; small++) {
      for (int gap = 2; gap <= 7; gap++) {
        double degrees = (gap + 1) / 2.0;
        double inverse = StrictMath.exp(Gamma.logGamma(degrees - 1) - Gamma.logGamma(degrees)) / 2;
        double trace = small * inverse;
        int large = small + gap;
        Rational noise = Rational.of(3, 7);
        LeastSquaresRisk over = new LeastSquaresRisk(small, large, noise, Rational.of(2));
        LeastSquaresRisk under = new LeastSquaresRisk(large, small, noise, Rational.of(2));
        double fixed = 2.0 * small / large;
        risk("over-parameterised", "risk", over, over.risk().orElseThrow(), 2 - fixed, trace);
        risk("over-parameterised", "norm", over, over.squaredNorm().orElseThrow(), fixed, trace);
        risk("under-parameterised", "risk", under, under.risk().orElseThrow(), 0, trace);
        risk("under-parameterised", "norm", under, under.squaredNorm().orElseThrow(), 2, trace);
      }
    }
  }

  private static void risk(
      String part, String what, LeastSquaresRisk law, Rational seen, double signal, double trace) {
    double expected = signal + 3 * trace / 7;
    Check.of(RISK, what + " in the mean")
        .part(part)
        .by(Oracle.SECOND_ALGORITHM)
        .at("n", law.samples(), "d", law.dimension())
        .expecting(expected, new Tolerance.Rounding(200, expected, "a library's log Gamma, 1e-14"))
        .holds(seen.toDouble())
        .rejects("without noise", signal);
  }
}
