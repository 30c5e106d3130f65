package org.grokcheck.kumar;

import org.grokcheck.math.exact.Rational;
import org.grokcheck.math.exact.RationalMatrix;
import org.grokcheck.math.exact.RationalVector;

/**
 * A function g(x) = c + a·x + xᵀQx on R^D.
 *
 * @param constant c
 * @param linear a in R^D
 * @param quadratic Q, symmetric, D × D
 */
public record QuadraticFunction(
    Rational constant, RationalVector linear, RationalMatrix quadratic) {
  /**
   * Checks the shapes.
   *
   * @throws IllegalArgumentException if Q isn't symmetric or its size isn't that of a
   */
  public QuadraticFunction {
    Require.sameSize("Q (quadratic part)", quadratic.height(), "a", linear.size());
    if (!quadratic.isSymmetric()) {
      throw new IllegalArgumentException(
          "Q (quadratic part): need a symmetric matrix, got " + quadratic);
    }
  }

  /** Returns the constant function c on R^D. */
  public static QuadraticFunction constant(int dimension, Rational c) {
    return new QuadraticFunction(
        c, RationalVector.zero(dimension), RationalMatrix.zero(dimension, dimension));
  }

  /** Returns a·x. */
  public static QuadraticFunction linear(RationalVector a) {
    return new QuadraticFunction(Rational.ZERO, a, RationalMatrix.zero(a.size(), a.size()));
  }

  /** Returns xᵀQx. */
  public static QuadraticFunction quadratic(RationalMatrix q) {
    return new QuadraticFunction(Rational.ZERO, RationalVector.zero(q.height()), q);
  }

  /** Returns |x|². */
  public static QuadraticFunction normSquared(int dimension) {
    return quadratic(RationalMatrix.identity(dimension));
  }

  /** Returns xᵢxⱼ, i and j counted from 0. */
  public static QuadraticFunction product(int dimension, int i, int j) {
    RationalVector first = RationalVector.unit(dimension, i);
    RationalVector second = RationalVector.unit(dimension, j);
    RationalMatrix twice = first.outer(second).plus(second.outer(first));
    return quadratic(twice.times(Rational.HALF));
  }

  /** Returns this + other. */
  public QuadraticFunction plus(QuadraticFunction other) {
    return new QuadraticFunction(
        constant.plus(other.constant), linear.plus(other.linear), quadratic.plus(other.quadratic));
  }

  /** Returns s · this. */
  public QuadraticFunction times(Rational s) {
    return new QuadraticFunction(constant.times(s), linear.times(s), quadratic.times(s));
  }

  /** Returns g(x). */
  public Rational at(RationalVector x) {
    return constant.plus(linear.dot(x)).plus(quadratic.bilinear(x, x));
  }

  /** Returns D. */
  public int dimension() {
    return linear.size();
  }
}
