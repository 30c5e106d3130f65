package org.grokcheck.beck;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.fraction.BigFraction;
import org.grokcheck.math.Normal;

/**
 * The hard-margin vectors of a training set without and with the bias as a weight, in exact
 * rationals (claims {@code beck.eq7}, {@code beck.eq11}, {@code beck.eq12}, {@code
 * beck.sec33.convex-combination}).
 *
 * <p>With c the hull's point closest to the origin and M = ‖c‖: S* = −c/M², and the late-time
 * direction is w_SVM = (M²S*, −1)/(1 + M²) = −(c, 1)/(1 + M²), which for inseparable data, c = 0,
 * is (0, −1).
 */
public final class HardMargin {
  private static final MathContext ROOT = new MathContext(40);
  private static final MathContext SQUARE = new MathContext(60);
  private final List<BigFraction> closest;
  private final BigFraction squaredMargin;

  private HardMargin(OriginHull hull) {
    closest = hull.closest();
    squaredMargin = hull.squaredDistance();
  }

  /**
   * Returns the vectors of exact points.
   *
   * @param points N ≥ 1 rows of d ≥ 1 coordinates each
   * @throws IllegalArgumentException if there is no point, or the rows differ in length
   */
  public static HardMargin of(List<List<BigDecimal>> points) {
    return new HardMargin(OriginHull.of(points));
  }

  /** Whether some S has S·xᵢ ≤ −1 for all i. */
  public boolean isSeparable() {
    return !squaredMargin.equals(BigFraction.ZERO);
  }

  /** Returns M², 0 for inseparable data. */
  public BigFraction squaredMargin() {
    return squaredMargin;
  }

  /** Returns M, to 40 digits. */
  public BigDecimal margin() {
    return RationalVectors.decimal(squaredMargin).sqrt(ROOT);
  }

  /**
   * Returns S* = argmin{‖S‖² : S·xᵢ ≤ −1}, eq. (11).
   *
   * @throws IllegalStateException if the data are inseparable, where there is none
   */
  public List<BigFraction> separatingVector() {
    if (!isSeparable()) {
      throw new IllegalStateException("no separating vector: the hull contains the origin");
    }
    return RationalVectors.scaled(closest, squaredMargin.reciprocal().negate());
  }

  /** Returns w_SVM = argmin{‖S‖² + b² : S·xᵢ + b ≤ −1}, eqs. (7), (12): S, then b. */
  public List<BigFraction> extendedVector() {
    BigFraction scale = squaredMargin.add(BigFraction.ONE).reciprocal().negate();
    List<BigFraction> vector = new ArrayList<>(RationalVectors.scaled(closest, scale));
    vector.add(scale);
    return List.copyOf(vector);
  }

  /** Returns ‖w_SVM‖² = 1/(1 + M²), the limit of ηt times the training loss. */
  public BigFraction squaredExtendedNorm() {
    return squaredMargin.add(BigFraction.ONE).reciprocal();
  }

  /**
   * Returns ‖αw_g + (1 − α)w*‖² = α² + (1 − α)²/M² for w_g = (0, −1) and w* = (S*, 0), of separable
   * data.
   *
   * @param alpha α
   */
  public BigFraction squaredNormBetween(BigFraction alpha) {
    BigFraction rest = BigFraction.ONE.subtract(alpha);
    return alpha.multiply(alpha).add(rest.multiply(rest).divide(squaredMargin));
  }

  /**
   * Whether αw_g + (1 − α)w* is shorter than both w_g and w*: α &lt; 2/(1 + M²) and α &gt; (1 −
   * M²)/(1 + M²).
   *
   * @param alpha α, strictly between 0 and 1
   */
  public boolean isShorterBetween(BigFraction alpha) {
    BigFraction scale = squaredExtendedNorm();
    BigFraction most = scale.multiply(2);
    BigFraction least = BigFraction.ONE.subtract(squaredMargin).multiply(scale);
    return alpha.compareTo(most) < 0 && alpha.compareTo(least) > 0;
  }

  /**
   * Returns z = 1/(σM), which fixes the limiting accuracy Φ(z), eq. (13); infinite for inseparable
   * data.
   *
   * @param sigma σ &gt; 0, the scale of the test points, in the units of the training points
   */
  public double limitThreshold(double sigma) {
    Require.positive("sigma", sigma);
    if (!isSeparable()) {
      return Double.POSITIVE_INFINITY;
    }
    return BigDecimal.ONE.divide(margin().multiply(new BigDecimal(sigma)), ROOT).doubleValue();
  }

  /**
   * Returns z² = 1/(σM)² of separable data to 60 digits: 1 − Φ(z) multiplies its relative error by
   * z²/2.
   *
   * @param sigma σ &gt; 0
   * @throws IllegalStateException if the data are inseparable, where it is infinite
   */
  public BigDecimal squaredLimitThreshold(BigDecimal sigma) {
    Require.positive("sigma", sigma.doubleValue());
    if (!isSeparable()) {
      throw new IllegalStateException("no finite threshold: the hull contains the origin");
    }
    BigDecimal inverse = new BigDecimal(squaredMargin.getDenominator());
    return inverse.divide(
        new BigDecimal(squaredMargin.getNumerator()).multiply(sigma.multiply(sigma)), SQUARE);
  }

  /** Returns lim A_gen = Φ(1/(σM)) = ½[1 + erf(1/(σM√2))], eq. (13); 1 for inseparable data. */
  public double limitingAccuracy(double sigma) {
    return Normal.cdf(limitThreshold(sigma));
  }
}
