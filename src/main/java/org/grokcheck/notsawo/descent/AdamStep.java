package org.grokcheck.notsawo.descent;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;

/**
 * How far a coordinate moves in a step of Adam, in units of the learning rate, and in which
 * direction (claims {@code notsawo.ext.adam_bound}, {@code notsawo.fig8.update_direction}).
 *
 * @param beta1 β₁, from 0 to 1
 * @param beta2 β₂, from 0 to 1, not 0 or 1
 */
public record AdamStep(BigDecimal beta1, BigDecimal beta2) {
  private static final MathContext DIGITS = new MathContext(60);

  /** The largest step. */
  public static final int MAX_STEP = 900_000_000;

  /**
   * Checks the constants.
   *
   * @throws IllegalArgumentException if one is out of range
   */
  public AdamStep {
    requireBelowOne("beta1", beta1);
    requireBelowOne("beta2", beta2);
    Require.positive("beta2", beta2);
    Require.that(
        beta1.multiply(beta1).compareTo(beta2) < 0,
        "beta1, beta2: need beta1^2 < beta2, got " + beta1 + " and " + beta2);
  }

  /**
   * Returns the largest |m̂/√v̂| over all gradients up to step t at ε = 0: (1−β₁)/(1−β₁^t)
   * √((1−β₂^t) /(1−β₂) · (1−q^t)/(1−q)) with q = β₁²/β₂, by Cauchy and Schwarz; g_{t−k} ∝ (β₁/β₂)^k
   * attain it.
   *
   * @param step t, from 1 to {@value #MAX_STEP}
   */
  public BigDecimal bound(int step) {
    Require.between("t", step, 1, MAX_STEP);
    BigDecimal q = beta1.multiply(beta1).divide(beta2, DIGITS);
    BigDecimal first = BigDecimal.ONE.divide(geometric(beta1, step), DIGITS);
    BigDecimal square = geometric(beta2, step).multiply(geometric(q, step), DIGITS);
    return first.multiply(square.sqrt(DIGITS), DIGITS);
  }

  /** Returns (1−β₁)/√((1−β₂)(1−q)), the limit of the bound for many steps. */
  public BigDecimal limit() {
    BigDecimal q = beta1.multiply(beta1).divide(beta2, DIGITS);
    BigDecimal square = gap(beta2).multiply(gap(q));
    return gap(beta1).divide(square.sqrt(DIGITS), DIGITS);
  }

  /** Returns (1−β₁)/√(1−β₂), what a single gradient gives after very many zero ones. */
  public BigDecimal ofLateSpike() {
    return gap(beta1).divide(gap(beta2).sqrt(DIGITS), DIGITS);
  }

  /**
   * Returns the cosine between the first step, −lr·sign(g) at ε = 0 and no decay, and −g: |g|₁/(√d
   * |g|₂), d the number of coordinates other than 0.
   *
   * @throws IllegalArgumentException if all coordinates are 0
   */
  public static BigDecimal cosineOfFirstStep(List<BigDecimal> gradient) {
    BigDecimal sum = BigDecimal.ZERO;
    BigDecimal squares = BigDecimal.ZERO;
    long moving = 0;
    for (BigDecimal g : gradient) {
      sum = sum.add(g.abs());
      squares = squares.add(g.multiply(g));
      moving += g.signum() == 0 ? 0 : 1;
    }
    Require.that(moving > 0, "gradient: need a coordinate other than 0");
    BigDecimal norm = squares.multiply(BigDecimal.valueOf(moving)).sqrt(DIGITS);
    return sum.divide(norm, DIGITS);
  }

  /** (1 − x^t)/(1 − x); exactly, 1 − x^t would have hundreds of millions of digits. */
  private static BigDecimal geometric(BigDecimal x, int t) {
    return BigDecimal.ONE.subtract(x.pow(t, DIGITS), DIGITS).divide(gap(x), DIGITS);
  }

  private static BigDecimal gap(BigDecimal x) {
    return BigDecimal.ONE.subtract(x);
  }

  private static void requireBelowOne(String name, BigDecimal value) {
    Require.that(
        value.signum() >= 0 && value.compareTo(BigDecimal.ONE) < 0,
        name + ": need a number of at least 0 and below 1, got " + value);
  }
}
