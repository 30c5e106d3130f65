package org.grokcheck.dynamics.margin;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.Arrays;
import org.grokcheck.compute.linear.DataMatrix;

/**
 * The trichotomy of {@link Separability} in integers. Starting from all points, look for positive
 * weights that represent the origin; where there are none, the obstruction is a direction w with
 * all xᵢ·w ≥ 0, not all zero: drop the points with xᵢ·w &gt; 0 and go on with the rest. What
 * remains is the face that carries the origin, or nothing if the points are separable.
 */
final class ExactSeparation {
  private static final MathContext DIGITS = new MathContext(25);

  private final BigInteger[][] points;

  /** kᵢ of the integer points 2^kᵢ xᵢ. */
  private final int[] shifts;

  private BigInteger[] direction;
  private int[] face;
  private BigInteger[] faceWeights = new BigInteger[0];

  private ExactSeparation(BigInteger[][] points, int[] shifts) {
    this.points = points;
    this.shifts = shifts;
    direction = zeros(points[0].length);
    face = new int[points.length];
    Arrays.setAll(face, i -> i);
  }

  /** Decides for points of any scale. */
  static ExactSeparation of(DataMatrix x) {
    ExactSeparation separation = integers(x);
    separation.solve();
    return separation;
  }

  private static ExactSeparation integers(DataMatrix x) {
    BigInteger[][] points = new BigInteger[x.rows()][x.columns()];
    int[] shifts = new int[x.rows()];
    double[] row = new double[x.columns()];
    for (int i = 0; i < points.length; i++) {
      x.row(i, row);
      shifts[i] = shift(row);
      for (int j = 0; j < row.length; j++) {
        points[i][j] = integer(row[j], shifts[i]);
      }
    }
    return new ExactSeparation(points, shifts);
  }

  /** Bits of the integer components, for an estimate of the cost. */
  static int bits(DataMatrix x) {
    int most = 1;
    double[] row = new double[x.columns()];
    for (int i = 0; i < x.rows(); i++) {
      x.row(i, row);
      int shift = shift(row);
      for (double component : row) {
        most = Math.max(most, component == 0 ? 0 : Math.getExponent(component) + 1 + shift);
      }
    }
    return most;
  }

  /** The least k for which all 2^k xⱼ are integers. */
  private static int shift(double[] row) {
    int most = Integer.MIN_VALUE;
    for (double component : row) {
      if (component != 0) {
        int exponent = Math.max(Math.getExponent(component), Double.MIN_EXPONENT) - 52;
        most = Math.max(most, -exponent - Long.numberOfTrailingZeros(mantissa(component)));
      }
    }
    return most == Integer.MIN_VALUE ? 0 : most;
  }

  private static long mantissa(double value) {
    long bits = Double.doubleToRawLongBits(value) & 0xFFFFFFFFFFFFFL;
    return Math.abs(value) < Double.MIN_NORMAL ? bits : bits | 1L << 52;
  }

  private static BigInteger integer(double value, int shift) {
    if (value == 0) {
      return BigInteger.ZERO;
    }
    int exponent = Math.max(Math.getExponent(value), Double.MIN_EXPONENT) - 52;
    BigInteger size = BigInteger.valueOf(mantissa(value)).shiftLeft(exponent + shift);
    return value < 0 ? size.negate() : size;
  }

  private void solve() {
    while (face.length > 0) {
      BigInteger[][] columns =
          Arrays.stream(face).mapToObj(i -> points[i]).toArray(BigInteger[][]::new);
      IntegerSimplex simplex = new IntegerSimplex(columns, negativeSum(columns));
      if (simplex.feasible()) {
        BigInteger[] beta = simplex.solution();
        faceWeights = new BigInteger[beta.length];
        Arrays.setAll(faceWeights, k -> beta[k].add(simplex.denominator()));
        return;
      }
      turn(simplex.obstruction());
    }
  }

  private static BigInteger[] negativeSum(BigInteger[][] columns) {
    BigInteger[] sum = zeros(columns[0].length);
    for (BigInteger[] column : columns) {
      for (int j = 0; j < sum.length; j++) {
        sum[j] = sum[j].subtract(column[j]);
      }
    }
    return sum;
  }

  /**
   * Adds −y to the direction, as much of it as leaves half of every positive margin, and shrinks
   * the face.
   */
  private void turn(BigInteger[] y) {
    BigInteger[] w = Arrays.stream(reduced(y)).map(BigInteger::negate).toArray(BigInteger[]::new);
    BigInteger share = largest(direction).max(BigInteger.ONE);
    BigInteger whole = largest(w);
    for (BigInteger[] point : points) {
      BigInteger margin = dot(point, direction);
      BigInteger loss = dot(point, w).negate();
      if (loss.signum() > 0 && margin.multiply(whole).compareTo(loss.multiply(share)) < 0) {
        share = margin;
        whole = loss;
      }
    }
    BigInteger most = whole.shiftLeft(1);
    for (int j = 0; j < w.length; j++) {
      direction[j] = direction[j].multiply(most).add(w[j].multiply(share));
    }
    direction = reduced(direction);
    face = Arrays.stream(face).filter(i -> dot(points[i], w).signum() == 0).toArray();
  }

  private static BigInteger largest(BigInteger[] v) {
    return Arrays.stream(v).map(BigInteger::abs).reduce(BigInteger.ZERO, BigInteger::max);
  }

  private static BigInteger[] reduced(BigInteger[] v) {
    BigInteger divisor = Arrays.stream(v).reduce(BigInteger.ZERO, BigInteger::gcd);
    return divisor.signum() == 0
        ? v
        : Arrays.stream(v).map(c -> c.divide(divisor)).toArray(BigInteger[]::new);
  }

  private static BigInteger dot(BigInteger[] x, BigInteger[] w) {
    BigInteger sum = BigInteger.ZERO;
    for (int j = 0; j < x.length; j++) {
      sum = sum.add(x[j].multiply(w[j]));
    }
    return sum;
  }

  private static BigInteger[] zeros(int length) {
    BigInteger[] zeros = new BigInteger[length];
    Arrays.fill(zeros, BigInteger.ZERO);
    return zeros;
  }

  /** The numbers of the points that carry the origin: none, all, or those of a proper face. */
  int[] face() {
    return face.clone();
  }

  /** w with xᵢ·w = 0 on the face and positive elsewhere, rounded, largest component 1. */
  double[] direction() {
    return rounded(direction, new int[direction.length]);
  }

  /**
   * Weights of the points 2^(−eᵢ)xᵢ, each rounded to within 2⁻⁵² of itself; zero outside the face.
   */
  double[] weights(int[] exponents) {
    int[] powers = new int[face.length];
    Arrays.setAll(powers, k -> shifts[face[k]] + exponents[face[k]]);
    double[] onFace = rounded(faceWeights, powers);
    double[] weights = new double[points.length];
    for (int k = 0; k < face.length; k++) {
      weights[face[k]] = onFace[k];
    }
    return weights;
  }

  /** vₖ2^powersₖ over the largest of them. */
  private static double[] rounded(BigInteger[] v, int[] powers) {
    BigDecimal[] values = new BigDecimal[v.length];
    BigDecimal most = BigDecimal.ZERO;
    for (int k = 0; k < v.length; k++) {
      BigDecimal power = BigDecimal.valueOf(2).pow(powers[k], DIGITS);
      values[k] = new BigDecimal(v[k]).multiply(power, DIGITS);
      most = most.max(values[k].abs());
    }
    BigDecimal largest = most;
    return Arrays.stream(values)
        .mapToDouble(c -> largest.signum() == 0 ? 0 : c.divide(largest, DIGITS).doubleValue())
        .toArray();
  }

  /** Whether the points span the space. */
  boolean spansSpace() {
    return IntegerRank.independentColumns(points).length == points[0].length;
  }

  /** Components of some points on which all their other components depend linearly. */
  static int[] independentComponents(DataMatrix x, int[] rows) {
    ExactSeparation all = integers(x);
    return IntegerRank.independentColumns(
        Arrays.stream(rows).mapToObj(i -> all.points[i]).toArray(BigInteger[][]::new));
  }
}
