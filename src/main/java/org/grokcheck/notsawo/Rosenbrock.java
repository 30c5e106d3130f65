package org.grokcheck.notsawo;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The two forms of Rosenbrock's function, g(x) = Σ [100 (x_{i+1} − x_i²)² + (x_i − 1)²], App. I.1
 * (claims {@code notsawo.appi.ros_vanilla}, {@code notsawo.appi.ros_variant} and their gradients).
 */
public enum Rosenbrock {
  /** i over 1, 3, 5, ..., n − 1: n/2 independent pairs; n even. */
  VANILLA(2),
  /** i over 1, ..., n − 1: a chain; equal to {@link #VANILLA} at n = 2 only. */
  CHAINED(1);

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final BigDecimal TWO = BigDecimal.valueOf(2);

  private final int stride;

  Rosenbrock(int stride) {
    this.stride = stride;
  }

  /**
   * g(x), exactly.
   *
   * @param x x_1, ..., x_n with n ≥ 2, even for {@link #VANILLA}
   * @throws IllegalArgumentException if n is out of range
   */
  public BigDecimal value(List<BigDecimal> x) {
    requireDimension(x.size());
    BigDecimal sum = BigDecimal.ZERO;
    for (int i = 0; i + 1 < x.size(); i += stride) {
      BigDecimal across = across(x, i);
      BigDecimal along = x.get(i).subtract(BigDecimal.ONE);
      sum = sum.add(HUNDRED.multiply(across).multiply(across)).add(along.multiply(along));
    }
    return sum;
  }

  /**
   * ∇g(x), exactly: 200 (x_i − x_{i−1}²) where i ends a pair, and −400 x_i (x_{i+1} − x_i²) + 2
   * (x_i − 1) where it starts one.
   *
   * @throws IllegalArgumentException if n is out of range
   */
  public List<BigDecimal> gradient(List<BigDecimal> x) {
    requireDimension(x.size());
    List<BigDecimal> gradient = new ArrayList<>(Collections.nCopies(x.size(), BigDecimal.ZERO));
    for (int i = 0; i + 1 < x.size(); i += stride) {
      BigDecimal pull = HUNDRED.multiply(TWO).multiply(across(x, i));
      BigDecimal along = TWO.multiply(x.get(i).subtract(BigDecimal.ONE));
      BigDecimal start = along.subtract(pull.multiply(TWO).multiply(x.get(i)));
      gradient.set(i, gradient.get(i).add(start));
      gradient.set(i + 1, gradient.get(i + 1).add(pull));
    }
    return gradient;
  }

  /**
   * ∇g(x) in doubles, a new array.
   *
   * @throws IllegalArgumentException if n is out of range
   */
  public double[] gradient(double[] x) {
    requireDimension(x.length);
    double[] gradient = new double[x.length];
    for (int i = 0; i + 1 < x.length; i += stride) {
      double pull = 200 * (x[i + 1] - x[i] * x[i]);
      gradient[i] += 2 * (x[i] - 1) - 2 * pull * x[i];
      gradient[i + 1] += pull;
    }
    return gradient;
  }

  /** x_{i+1} − x_i². */
  private static BigDecimal across(List<BigDecimal> x, int i) {
    return x.get(i + 1).subtract(x.get(i).multiply(x.get(i)));
  }

  private void requireDimension(int n) {
    if (n < 2 || n % stride != 0) {
      throw new IllegalArgumentException(
          "x: need at least 2 coordinates"
              + (stride == 2 ? ", an even number of them" : "")
              + ", got "
              + n);
    }
  }
}
