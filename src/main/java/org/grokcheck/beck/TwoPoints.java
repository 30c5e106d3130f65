package org.grokcheck.beck;

import java.math.BigDecimal;
import org.grokcheck.math.Decimals;

/**
 * The data of the two-point model in units of σ: x₁ = −1 and x₂ = x = 1 − 2λ (claims {@code
 * beck.eq15}, {@code beck.sec4.sinf}, {@code beck.sec4.svm-1d}, {@code beck.table1.caption}).
 *
 * <p>The three doubles are the roundings of one exact decimal, so that a gap of 1e-15 from x = 0, 1
 * or −1 keeps all its digits. The origin lies between the points, the data are inseparable, for x
 * &gt; 0; x = 0 is the boundary and counts as inseparable; for x &lt; 0 the data are separable.
 *
 * @param x position of the second point, at most 1
 * @param onePlusX 1 + x
 * @param oneMinusX 1 − x = 2λ
 */
public record TwoPoints(double x, double onePlusX, double oneMinusX) {
  private static final double LN2 = StrictMath.log(2);

  /**
   * Checks the domain.
   *
   * @throws IllegalArgumentException if x exceeds 1 or isn't finite, or the gaps aren't those of x
   */
  public TwoPoints {
    Require.within("x", x, -Double.MAX_VALUE, 1);
    if (Math.abs(onePlusX - (1 + x)) > Math.ulp(1 + Math.abs(x))
        || Math.abs(oneMinusX - (1 - x)) > Math.ulp(1 + Math.abs(x))) {
      throw new IllegalArgumentException(
          "onePlusX, oneMinusX: need 1 + x and 1 - x for x = %s, got %s and %s; build from a decimal"
              .formatted(x, onePlusX, oneMinusX));
    }
  }

  /** Returns the points for an exact x ≤ 1, gaps formed before rounding. */
  public static TwoPoints of(BigDecimal x) {
    return new TwoPoints(
        x.doubleValue(), x.add(BigDecimal.ONE).doubleValue(), Decimals.gap(BigDecimal.ONE, x));
  }

  /** Returns the points for the double x ≤ 1, taken as exact. */
  public static TwoPoints of(double x) {
    Require.finite("x", x);
    return of(new BigDecimal(x));
  }

  /** Returns the points x = 1 − 2λ for an exact λ ≥ 0. */
  public static TwoPoints ofLambda(BigDecimal lambda) {
    return of(BigDecimal.ONE.subtract(lambda.add(lambda)));
  }

  /** Returns the points x = 1 − 2λ for the double λ ≥ 0, taken as exact. */
  public static TwoPoints ofLambda(double lambda) {
    Require.finite("lambda", lambda);
    return ofLambda(new BigDecimal(lambda));
  }

  /** Returns λ = (1 − x)/2. */
  public double lambda() {
    return 0.5 * oneMinusX;
  }

  /** Whether one weight puts both points on the negative side: x &lt; 0, that is λ &gt; ½. */
  public boolean isSeparable() {
    return x < 0;
  }

  /** The text below eq. (15) exchanges the labels: "separable for λ &lt; ½". */
  public boolean asPrintedIsSeparable() {
    return x > 0;
  }

  /** Returns the margin min(1, −x) in units of σ for separable data, 0 otherwise. */
  public double margin() {
    return isSeparable() ? Math.min(1, -x) : 0;
  }

  /**
   * Returns w_SVM = (S, b) of the hard-margin problem in the extended space, (M, −1)/(1 + M²) with
   * σ = 1: it is (0, −1) exactly if the data are inseparable.
   */
  public double[] svmDirection() {
    double margin = margin();
    double norm = 1 + margin * margin;
    return new double[] {margin / norm, -1 / norm};
  }

  /** Returns −log x ≥ 0; {@code +∞} at x = 0, NaN for separable data. */
  public double minusLogX() {
    return x > 0.5 ? -StrictMath.log1p(-oneMinusX) : -StrictMath.log(x);
  }

  /**
   * Returns S̃_∞ = σS_∞ = −log(x)/(1 + x), the root of x e^{xS̃} = e^{−S̃}; {@code +∞} for x ≤ 0.
   * Claims {@code beck.sec4.sinf}, {@code beck.sec4.log-divergence-1d}, {@code
   * beck.table1.s-inseparable}.
   */
  public double stationaryWeight() {
    return x > 0 ? minusLogX() / onePlusX : Double.POSITIVE_INFINITY;
  }

  /**
   * Returns log Z for Z = ½(e^{−S̃_∞} + e^{xS̃_∞}) = ½(1 + x)x^{−x/(1+x)}, the training loss at
   * S̃_∞ and b = 0 ({@code beck.sec41.ltr}); −log 2 at x = 0, {@code -∞} for x &lt; 0.
   */
  public double logStationaryLoss() {
    if (x <= 0) {
      return x == 0 ? -LN2 : Double.NEGATIVE_INFINITY;
    }
    if (x < 0.25) {
      return StrictMath.log1p(x) - LN2 + x * stationaryWeight();
    }
    // −λS̃_∞ + log cosh(½ log x): near x = 1 both parts are of order λ², as the sum is.
    double root = Math.sqrt(x);
    double gap = oneMinusX / (1 + root);
    return -0.5 * oneMinusX * stationaryWeight() + StrictMath.log1p(gap * gap / (2 * root));
  }

  /** Returns Z, see {@link #logStationaryLoss}: from ½ at x = 0 to 1 at x = 1. */
  public double stationaryLoss() {
    return StrictMath.exp(logStationaryLoss());
  }

  /**
   * Returns r = σ²x, the rate in S̃ − S̃_∞ ~ t^{−r} for the exponential loss; 0 at x = 0, NaN for
   * separable data, whose weight has no limit ({@code beck.sec41.criticality}).
   *
   * @param sigma σ &gt; 0
   */
  public double relaxationExponent(double sigma) {
    Require.positive("sigma", sigma);
    return isSeparable() ? Double.NaN : sigma * sigma * x;
  }

  /**
   * Section 4.1 prints the approximation S_∞ ≈ ½ log(1 − 2λ): wrong in sign and factor ({@code
   * beck.sec41.sinf-approx}); App. E.3 has −log(1 − 2λ) = {@link #minusLogX}.
   */
  public double asPrintedSec41StationaryWeight() {
    return -0.5 * minusLogX();
  }

  /**
   * The bullet of Sec. 4 prints S_∞ without the scale of eq. (15): log(1−2λ)/(2(λ−1)) is σS_∞
   * ({@code beck.sec4.sinf}).
   */
  public double asPrintedSec4StationaryWeight() {
    return stationaryWeight();
  }
}
