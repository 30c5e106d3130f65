package org.grokcheck.notsawo.descent;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import org.grokcheck.math.DecimalFunctions;

/**
 * Gradient descent on ½Σ λ_i x_i²: step t has x_i(t) = x_i q_i^t with q_i = 1 − ελ_i (claims {@code
 * notsawo.sec4.bounce}, {@code notsawo.ext.onset}).
 *
 * @param rate ε > 0
 * @param curvatures λ
 * @param start x at step 0, as many as curvatures
 */
public record QuadraticDescent(
    BigDecimal rate, List<BigDecimal> curvatures, List<BigDecimal> start) {
  private static final DecimalFunctions DECIMALS = new DecimalFunctions(80);
  private static final MathContext DIGITS = DECIMALS.context();
  private static final BigDecimal TWO = BigDecimal.valueOf(2);

  /** The largest step. */
  public static final int MAX_STEP = 400_000_000;

  /**
   * Checks the sizes.
   *
   * @throws IllegalArgumentException if ε isn't positive or the sizes differ
   */
  public QuadraticDescent {
    Require.positive("eps (learning rate)", rate);
    Require.that(
        curvatures.size() == start.size() && !start.isEmpty(),
        "lams, x0: need as many of each, got " + curvatures.size() + " and " + start.size());
    curvatures = List.copyOf(curvatures);
    start = List.copyOf(start);
  }

  /** Returns 1 − ελ_i. */
  public BigDecimal factor(int mode) {
    return BigDecimal.ONE.subtract(rate.multiply(curvatures.get(mode)));
  }

  /**
   * Returns the loss ½Σ λ_i x_i² q_i^{2t}.
   *
   * @param step t, from 0 to {@value #MAX_STEP}
   */
  public BigDecimal loss(int step) {
    Require.between("t", step, 0, MAX_STEP);
    BigDecimal sum = BigDecimal.ZERO;
    for (int i = 0; i < start.size(); i++) {
      BigDecimal x = start.get(i).multiply(factor(i).pow(step, DIGITS), DIGITS);
      sum = sum.add(curvatures.get(i).multiply(x).multiply(x), DIGITS);
    }
    return sum.divide(TWO, DIGITS);
  }

  /**
   * Returns the real t* after which the loss of two modes rises, ln[λ₂²x₂²(2−ελ₂)/(λ₁²x₁²(ελ₁−2))]
   * / (2 ln|q₁/q₂|) for λ₁ > 2/ε > λ₂ > 0 (claim {@code notsawo.ext.onset}): L_{t+1} > L_t iff t >
   * t*. It is ∞ for x₁ = 0 and −∞ for x₂ = 0.
   *
   * @throws IllegalArgumentException if there aren't two modes with such curvatures, both x are 0,
   *     or q₂ = 0, where the formula divides by zero
   */
  public double onset() {
    requireTwoModes();
    BigDecimal rising = growth(0);
    BigDecimal falling = growth(1).negate();
    if (rising.signum() == 0 || falling.signum() == 0) {
      return rising.signum() == 0 ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
    }
    Require.that(
        factor(1).signum() != 0,
        "lambda2: need eps*lambda2 other than 1, where the second mode vanishes in one step");
    BigDecimal numerator = DECIMALS.log(falling).subtract(DECIMALS.log(rising));
    BigDecimal speed = DECIMALS.log(factor(0).abs()).subtract(DECIMALS.log(factor(1).abs()));
    return numerator.divide(speed.multiply(TWO), DIGITS).doubleValue();
  }

  /**
   * Returns the first step t with L_{t+1} > L_t, max(0, ⌊t*⌋ + 1); ∞ where there is none.
   *
   * @throws IllegalArgumentException as {@link #onset}, but for q₂ = 0
   */
  public double firstRise() {
    requireTwoModes();
    if (factor(1).signum() == 0 && start.get(0).signum() != 0) {
      return growth(0).add(growth(1)).signum() > 0 ? 0 : 1;
    }
    return Math.max(0, Math.floor(onset()) + 1);
  }

  /** λ_i x_i²(q_i² − 1) = −ελ_i² x_i²(2 − ελ_i), without the factor ε. */
  private BigDecimal growth(int mode) {
    BigDecimal gradient = curvatures.get(mode).multiply(start.get(mode));
    BigDecimal excess = rate.multiply(curvatures.get(mode)).subtract(TWO);
    return gradient.multiply(gradient).multiply(excess);
  }

  private void requireTwoModes() {
    Require.that(start.size() == 2, "lams: need 2 modes, got " + start.size());
    BigDecimal first = rate.multiply(curvatures.get(0));
    BigDecimal second = rate.multiply(curvatures.get(1));
    Require.that(
        first.compareTo(TWO) > 0 && second.compareTo(TWO) < 0 && second.signum() > 0,
        "lambda1, lambda2: need lambda1 > 2/eps > lambda2 > 0, got eps*lambda1 = %s, eps*lambda2 = %s"
            .formatted(first.toPlainString(), second.toPlainString()));
    Require.that(
        start.stream().anyMatch(x -> x.signum() != 0), "x1, x2: need one other than 0, got 0, 0");
  }
}
