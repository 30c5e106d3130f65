package org.grokcheck.oracle;

import java.math.BigDecimal;
import java.util.function.BinaryOperator;

/**
 * One coordinate under a first-order method, by its recursion at 60 digits, along given gradients.
 */
public final class UpdateRecursions {
  private UpdateRecursions() {}

  /** What a step subtracts from x, given both moments. */
  public interface MomentStep {
    /** Moments m_t and v_t, and t from 1. */
    BigDecimal of(BigDecimal mean, BigDecimal square, int t);
  }

  /**
   * m ← β₁ m + (1 − β₁) g, v ← β₂ v + (1 − β₂) g², x ← κ x − step(m, v, t).
   *
   * @param kept κ
   */
  public static BigDecimal moments(
      double start, double[] gradients, BigDecimal kept, double[] betas, MomentStep step) {
    BigDecimal x = Decimal.of(start);
    BigDecimal mean = BigDecimal.ZERO;
    BigDecimal square = BigDecimal.ZERO;
    for (int t = 1; t <= gradients.length; t++) {
      BigDecimal g = Decimal.of(gradients[t - 1]);
      mean = average(betas[0], mean, g);
      square = average(betas[1], square, Decimal.times(g, g));
      x = Decimal.minus(Decimal.times(kept, x), step.of(mean, square, t));
    }
    return x;
  }

  private static BigDecimal average(double beta, BigDecimal old, BigDecimal next) {
    BigDecimal share = Decimal.of(beta);
    return Decimal.plus(
        Decimal.times(share, old), Decimal.times(BigDecimal.ONE.subtract(share), next));
  }

  /** 1 − β^t. */
  public static BigDecimal share(double beta, int t) {
    return BigDecimal.ONE.subtract(Decimal.of(beta).pow(t, Decimal.DIGITS));
  }

  /** s ← fold(s, g) from 0, x ← x − step(s): methods that remember one sum. */
  public static BigDecimal sums(
      double start, double[] gradients, double rate, BinaryOperator<BigDecimal> fold) {
    BigDecimal x = Decimal.of(start);
    BigDecimal sum = BigDecimal.ZERO;
    for (double gradient : gradients) {
      sum = fold.apply(sum, Decimal.of(gradient));
      x = Decimal.minus(x, Decimal.times(Decimal.of(rate), sum));
    }
    return x;
  }

  /** What a step subtracts from x, given m_t, u_t and t from 1. */
  public interface LargestStep {
    /** Moments m_t and u_t, and t from 1. */
    BigDecimal of(BigDecimal mean, BigDecimal largest, int t);
  }

  /** m ← β₁ m + (1 − β₁) g, u ← fold(β₂ u, |g|), x ← x − step(m, u, t). */
  public static BigDecimal largest(
      double start,
      double[] gradients,
      double[] betas,
      BinaryOperator<BigDecimal> fold,
      LargestStep step) {
    BigDecimal x = Decimal.of(start);
    BigDecimal mean = BigDecimal.ZERO;
    BigDecimal size = BigDecimal.ZERO;
    for (int t = 1; t <= gradients.length; t++) {
      BigDecimal g = Decimal.of(gradients[t - 1]);
      mean = average(betas[0], mean, g);
      size = fold.apply(Decimal.times(Decimal.of(betas[1]), size), g.abs());
      x = Decimal.minus(x, step.of(mean, size, t));
    }
    return x;
  }

  /** What happens where a gradient changes its sign. */
  public enum SignChange {
    /** No move; the next gradient is compared with 0. */
    PAUSE,
    /** A move by the shorter step at once. */
    MOVE,
    /** No move; the next gradient is compared with this one. */
    REMEMBER
  }

  /**
   * Steps of their own: factors ½ and {@code grow}, kept within limits.
   *
   * @param limits least, largest
   */
  public static BigDecimal resilient(
      double start,
      double[] gradients,
      double rate,
      double grow,
      double[] limits,
      SignChange change) {
    BigDecimal x = Decimal.of(start);
    BigDecimal step = Decimal.of(rate);
    double before = 0;
    for (double g : gradients) {
      double sign = Math.signum(g);
      double agreement = sign * Math.signum(before);
      before = g;
      if (agreement > 0) {
        step = Decimal.times(step, Decimal.of(grow)).min(Decimal.of(limits[1]));
      } else if (agreement < 0) {
        step = Decimal.over(step, Decimal.TWO).max(Decimal.of(limits[0]));
        sign = change == SignChange.MOVE ? sign : 0;
        before = change == SignChange.PAUSE ? 0 : g;
      }
      x = Decimal.minus(x, step.multiply(Decimal.of(sign)));
    }
    return x;
  }
}
