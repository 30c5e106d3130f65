package org.grokcheck.math;

/**
 * Quantiles of Student's law with a whole number ν of degrees of freedom.
 *
 * <p>With t = √ν tan θ the probability 2P(T ≤ t) − 1 is a finite sum: sin θ(1 + ½cos²θ + …) for
 * even ν, (2/π)(θ + sin θ cos θ(1 + ⅔cos²θ + …)) for odd ν, up to the power ν − 2 of the cosine.
 */
public final class StudentQuantile {
  private static final int NEWTON_STEPS = 200;
  private static final double CONVERGED = 1e-55;

  private final int freedom;

  private StudentQuantile(int freedom) {
    this.freedom = freedom;
  }

  /**
   * Returns the law with ν degrees of freedom.
   *
   * @throws IllegalArgumentException if ν is below 1
   */
  public static StudentQuantile of(int freedom) {
    if (freedom < 1) {
      throw new IllegalArgumentException(
          "freedom: need a whole number of at least 1, got " + freedom);
    }
    return new StudentQuantile(freedom);
  }

  /**
   * Returns t with P(T ≤ t) = p.
   *
   * @param p at least ½ and below 1
   * @throws IllegalArgumentException if p is out of its range
   */
  public Real at(Real p) {
    Real central = p.times(2).minus(Real.ONE);
    if (central.signum() < 0 || central.compareTo(Real.ONE) >= 0) {
      throw new IllegalArgumentException("p: need at least 0.5 and less than 1, got " + p);
    }
    Real theta = Real.ZERO;
    // The probability is concave in θ, so Newton's steps from 0 approach from below.
    for (int k = 0; k < NEWTON_STEPS; k++) {
      Real missing = central.minus(central(theta));
      theta = theta.plus(missing.over(slope(theta)));
      if (missing.abs().toDouble() < CONVERGED) {
        break;
      }
    }
    return theta.sin().over(theta.cos()).times(Real.of(freedom).sqrt());
  }

  /** 2P(T ≤ √ν tan θ) − 1. */
  private Real central(Real theta) {
    Real cosine = theta.cos();
    boolean even = freedom % 2 == 0;
    Real term = theta.sin().times(even ? Real.ONE : cosine);
    Real sum = even ? Real.ZERO : theta;
    for (int k = even ? 0 : 1; k <= freedom - 2; k += 2) {
      sum = sum.plus(term);
      term = term.times(cosine.square()).times(k + 1).over(k + 2);
    }
    return even ? sum : sum.times(2).over(Real.pi());
  }

  /** Derivative by θ: cos^{ν−1} θ over its integral from 0 to π/2. */
  private Real slope(Real theta) {
    boolean even = freedom % 2 == 0;
    Real constant = even ? Real.ONE : Real.TWO.over(Real.pi());
    for (int k = even ? 4 : 3; k <= freedom; k += 2) {
      constant = constant.times(k - 1).over(k - 2);
    }
    Real cosine = theta.cos();
    Real power = Real.ONE;
    for (int k = 1; k < freedom; k++) {
      power = power.times(cosine);
    }
    return constant.times(power);
  }
}
