package org.grokcheck.notsawo;

import org.grokcheck.math.exact.Rational;

/**
 * The Hessian of Rosenbrock's function of two variables at a point (claim {@code
 * notsawo.appi.ros_fall}): (1200 x² − 400 y + 2, −400 x; −400 x, 200).
 *
 * @param x first coordinate
 * @param y second coordinate
 */
public record RosenbrockCurvature(Rational x, Rational y) {

  /** ∂²g/∂x² = 1200 x² − 400 y + 2. */
  public Rational first() {
    return x.square().times(1200).minus(y.times(400)).plus(Rational.TWO);
  }

  /** ∂²g/∂x∂y = −400 x. */
  public Rational mixed() {
    return x.times(-400);
  }

  /** ∂²g/∂y² = 200. */
  public Rational second() {
    return Rational.of(200);
  }

  /** 400 (1 + 200 (x² − y)), negative above the parabola y = x² + 1/200. */
  public Rational determinant() {
    return Rational.of(400).times(Rational.ONE.plus(x.square().minus(y).times(200)));
  }

  /** The eigenvalues, the smaller first. */
  public double[] eigenvalues() {
    Rational half = first().plus(second()).over(2);
    double root = half.square().minus(determinant()).sqrt(40).doubleValue();
    double outer = half.toDouble() + (half.signum() < 0 ? -root : root);
    double inner = determinant().toDouble() / outer;
    return new double[] {Math.min(inner, outer), Math.max(inner, outer)};
  }
}
