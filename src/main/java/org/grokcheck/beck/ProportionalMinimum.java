package org.grokcheck.beck;

import java.math.BigDecimal;
import org.grokcheck.math.Normal;
import org.grokcheck.math.Roots;

/**
 * The minimiser of (1/N) Σ e^{S·xᵢ} for N standard Gaussian points in d = λN dimensions, N → ∞, λ
 * &lt; ½ (claims {@code beck.ext.cgmt}, {@code beck.ext.cgmt-law}, {@code
 * beck.ext.relaxation-edge}): s = lim ‖S_∞‖ and a solve E[W/(1 + W)] = λ and E[W²] = λs² with W =
 * W₀(e^{sg+a}), g standard normal. For points of scale σ, s is lim σ‖S_∞‖.
 *
 * @param lambda λ
 * @param halfGap ½ − λ, which near the edge has more digits than λ
 * @param norm s
 * @param offset a
 */
public record ProportionalMinimum(double lambda, double halfGap, double norm, double offset) {
  private static final BigDecimal HALF = new BigDecimal("0.5");
  private static final int MOST_STEPS = 60;
  private static final double CONVERGED = 1e-14;

  /**
   * Returns the limit at an exact λ, to about 1e-13 of s for ½ − λ above 1e-12.
   *
   * @param lambda λ, strictly between 0 and ½
   * @throws IllegalArgumentException if λ is out of range; at ½ and above there is no minimum
   */
  public static ProportionalMinimum ofLambda(BigDecimal lambda) {
    double rounded = lambda.doubleValue();
    double halfGap = HALF.subtract(lambda).doubleValue();
    if (!(rounded > 0 && halfGap > 0)) {
      throw new IllegalArgumentException(
          "lambda: need a number between 0 and 1/2 exclusive, got " + lambda);
    }
    // Exact at both ends: s² ~ λ, and s² ~ (π²/8 + log²2)/(1 − 2λ).
    double edge = 2 * CriticalNormLaw.normCoefficient(1) * CriticalNormLaw.normCoefficient(1);
    double start = Math.sqrt(rounded * (1 + 2 * rounded * (edge - 1)) / (2 * halfGap));
    double logNorm =
        Roots.increasingFrom(
            v -> pastTarget(StrictMath.exp(v), rounded, halfGap), StrictMath.log(start), 0.05);
    double norm = StrictMath.exp(logNorm);
    return new ProportionalMinimum(rounded, halfGap, norm, offsetAt(norm));
  }

  /**
   * Returns the limit in which ‖S_∞‖ is s, for any s: λ and ½ − λ follow.
   *
   * @param norm s &gt; 0
   */
  public static ProportionalMinimum ofNorm(double norm) {
    Require.positive("s (norm)", norm);
    double a = offsetAt(norm);
    ProportionalAverage average = new ProportionalAverage(norm, a);
    return new ProportionalMinimum(ratio(average), halfGap(average, a), norm, a);
  }

  /** Increases with s through 0 at the wanted λ. */
  private static double pastTarget(double norm, double lambda, double halfGap) {
    double a = offsetAt(norm);
    ProportionalAverage average = new ProportionalAverage(norm, a);
    return lambda < 0.25 ? ratio(average) - lambda : halfGap - halfGap(average, a);
  }

  /** 1/(1 + e^{−v}) = W/(1 + W) at v = log W. */
  private static double sigmoid(double v) {
    return 1 / (1 + StrictMath.exp(-v));
  }

  private static double ratio(ProportionalAverage average) {
    return average.of((g, u) -> sigmoid(u));
  }

  /**
   * ½ − λ = E[1/(1 + W)] − ½. Subtracting E[1/(1 + e^{sg})] = ½ under the average, with sg = W +
   * log W − a, leaves terms of order 1/s, of which log s cancel, instead of terms of order 1.
   */
  private static double halfGap(ProportionalAverage average, double a) {
    return average.of(
        (g, u) -> {
          double w = StrictMath.exp(u);
          double shared = sigmoid(-u) * sigmoid(w + u - a);
          return -shared * StrictMath.expm1(a - w);
        });
  }

  /** The a with E[W²] = s² E[W/(1 + W)], by Newton's method. */
  private static double offsetAt(double norm) {
    double a = StrictMath.log(norm) * (norm < 1 ? 2 : 1);
    for (int k = 0; k < MOST_STEPS; k++) {
      ProportionalAverage average = new ProportionalAverage(norm, a);
      double step = norm < 1 ? stepOfMoments(average, norm) : stepOfProduct(average, a);
      a -= Math.max(-2, Math.min(2, step));
      if (Math.abs(step) < CONVERGED * Math.max(1, Math.abs(a))) {
        break;
      }
    }
    return a;
  }

  /** Newton's step for log(E[W²]/(s² E[W/(1 + W)])) = 0. */
  private static double stepOfMoments(ProportionalAverage average, double norm) {
    double second = average.of((g, u) -> StrictMath.exp(2 * u));
    double ratio = ratio(average);
    double rise = 2 * average.of((g, u) -> StrictMath.exp(2 * u) * sigmoid(-u));
    double other = average.of((g, u) -> sigmoid(u) * sigmoid(-u) * sigmoid(-u));
    return StrictMath.log(second / ratio / norm / norm) / (rise / second - other / ratio);
  }

  /**
   * Newton's step for E[W(log W − a)] = 0, which is the same equation since s² E[W/(1 + W)] = s
   * E[gW] (Stein) and sg − W = log W − a; for large s it fixes a better by a factor s.
   */
  private static double stepOfProduct(ProportionalAverage average, double a) {
    double product = average.of((g, u) -> StrictMath.exp(u) * (u - a));
    double slope = average.of((g, u) -> sigmoid(u) * (u - a + 1) - StrictMath.exp(u));
    return product / slope;
  }

  private ProportionalAverage average() {
    return new ProportionalAverage(norm, offset);
  }

  /** Returns log Z, Z = lim (1/N) Σ e^{S_∞·xᵢ} = e^{−a} E[W]. */
  public double logMeanExponential() {
    if (norm >= 1) {
      return StrictMath.log(average().of((g, u) -> StrictMath.exp(u))) - offset;
    }
    // E[e^V] − 1 with V = log W − a = sg − W and E[g] = 0: no term of order s.
    double excess = average().of((g, u) -> expm1MinusX(u - offset) - StrictMath.exp(u));
    return StrictMath.log1p(excess);
  }

  /** e^x − 1 − x. */
  private static double expm1MinusX(double x) {
    if (Math.abs(x) > 0.5) {
      return StrictMath.expm1(x) - x;
    }
    double sum = 0;
    for (int k = 18; k >= 2; k--) {
      sum = (1 + sum) * x / k;
    }
    return sum * x;
  }

  /** Returns lim log(t_gen/t_tr) = s²/2 − log Z for loss thresholds ε → 0. */
  public double logTimeRatio() {
    return 0.5 * norm * norm - logMeanExponential();
  }

  /** Returns Q(e^a/s), the limiting share of points with S_∞·x &gt; 0. */
  public double positiveShare() {
    return Normal.sf(StrictMath.exp(offset) / norm);
  }

  /**
   * Returns P(V ≤ v) = Φ((v + e^{a+v})/s), the limiting law of the projections S_∞·xᵢ.
   *
   * @param projection v
   */
  public double projectionCdf(double projection) {
    return Normal.cdf((projection + StrictMath.exp(offset + projection)) / norm);
  }

  /**
   * Returns r/σ² = h/Z, the limiting least eigenvalue of Σ pᵢxᵢxᵢᵀ: with w = e^{−a}W, h = max_γ
   * (E[γw/(1 + γw)] − λ)/γ, reached where E[(γw/(1 + γw))²] = λ.
   */
  public double relaxationExponent() {
    ProportionalAverage average = average();
    double logScale =
        Roots.increasingFrom(
            v -> {
              double square = average.of((g, u) -> sigmoid(u + v) * sigmoid(u + v));
              return square - lambda;
            },
            0,
            1);
    double h =
        average.of((g, u) -> StrictMath.exp(u) * sigmoid(-u - logScale) * sigmoid(-u - logScale));
    return h / average.of((g, u) -> StrictMath.exp(u));
  }
}
