package org.grokcheck.compute.spectrum;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.grokcheck.compute.linear.Vectors;

/**
 * Lanczos' method for a few extreme eigenpairs of a symmetric A: an orthonormal basis q_1, ..., q_k
 * of a Krylov space, in which A is the tridiagonal T, and the eigenpairs of T (Ritz pairs).
 *
 * <p>Every q is orthogonalised twice against all before it, so that no eigenvalue appears in
 * copies. Where the space is invariant, the basis goes on with a random direction orthogonal to it:
 * that is how further copies of a multiple eigenvalue are found, and how k = n gives the whole
 * spectrum. A Krylov space alone holds one copy of each, so fewer steps may miss multiplicities;
 * what is returned is certified by its residual in any case.
 */
public final class Lanczos {
  private final SymmetricOperator operator;
  private final List<double[]> basis = new ArrayList<>();
  private final List<Double> diagonal = new ArrayList<>();
  private final List<Double> offDiagonal = new ArrayList<>();
  private final RandomGenerator random;
  private int restarts;

  private Lanczos(SymmetricOperator operator, RandomGenerator random) {
    this.operator = operator;
    this.random = random;
  }

  /**
   * Runs k steps, each a product with A and O(nk) operations more.
   *
   * @param operator A
   * @param steps k, from 1 to n
   * @param random the stream that the first vector and those of restarts are drawn from
   * @throws IllegalArgumentException if k is out of range or a product isn't finite
   */
  public static Lanczos of(SymmetricOperator operator, int steps, RandomGenerator random) {
    if (steps < 1 || steps > operator.dimension()) {
      throw new IllegalArgumentException(
          "steps = %d must lie in 1..%d, the dimension".formatted(steps, operator.dimension()));
    }
    Lanczos lanczos = new Lanczos(operator, random);
    lanczos.run(steps);
    return lanczos;
  }

  private void run(int steps) {
    double[] next = freshDirection();
    double scale = 0;
    for (int j = 0; j < steps; j++) {
      basis.add(next);
      double[] image = product(next);
      double alpha = Vectors.dot(next, image);
      diagonal.add(alpha);
      orthogonalize(image);
      double beta = Vectors.norm(image);
      scale = Math.max(scale, Math.abs(alpha) + beta);
      if (j + 1 == steps) {
        return;
      }
      // What rounding leaves of a vector inside the space has about this size.
      boolean invariant = beta <= operator.dimension() * Math.ulp(scale);
      offDiagonal.add(invariant ? 0 : beta);
      restarts += invariant ? 1 : 0;
      next = invariant ? freshDirection() : Vectors.scaled(1 / beta, image);
      // Dividing by a small β magnifies what is left along the basis.
      next = invariant ? next : orthonormal(next);
    }
  }

  /** A random unit vector orthogonal to the basis. */
  private double[] freshDirection() {
    double[] direction = new double[operator.dimension()];
    for (int i = 0; i < direction.length; i++) {
      direction[i] = random.nextGaussian();
    }
    return orthonormal(direction);
  }

  private double[] orthonormal(double[] vector) {
    orthogonalize(vector);
    return Vectors.scaled(1 / Vectors.norm(vector), vector);
  }

  /** Takes the basis out of a vector, twice: once leaves rounding of the size of what was there. */
  private void orthogonalize(double[] vector) {
    for (int pass = 0; pass < 2; pass++) {
      for (double[] q : basis) {
        Vectors.add(-Vectors.dot(q, vector), q, vector);
      }
    }
  }

  private double[] product(double[] vector) {
    double[] image = operator.times(vector).clone();
    for (int i = 0; i < image.length; i++) {
      if (!Double.isFinite(image[i])) {
        throw new IllegalArgumentException(
            "product with a vector: entry %d is %s; need a finite matrix".formatted(i, image[i]));
      }
    }
    return image;
  }

  /** How often the space was invariant and the basis went on with a random direction. */
  public int restarts() {
    return restarts;
  }

  /** q_1, ..., q_k; not copies. */
  public List<double[]> basis() {
    return List.copyOf(basis);
  }

  /** All k Ritz values, ascending. */
  public double[] values() {
    double[] values = decomposition().getRealEigenvalues();
    Arrays.sort(values);
    return values;
  }

  /**
   * The Ritz pairs of the largest values, largest first; each takes one more product with A.
   *
   * @param count from 1 to k
   * @throws IllegalArgumentException if the count is out of range
   */
  public List<RitzPair> largest(int count) {
    return pairs(count, false);
  }

  /** The Ritz pairs of the smallest values, smallest first; see {@link #largest}. */
  public List<RitzPair> smallest(int count) {
    return pairs(count, true);
  }

  private List<RitzPair> pairs(int count, boolean ascending) {
    if (count < 1 || count > basis.size()) {
      throw new IllegalArgumentException(
          "count = %d must lie in 1..%d, the number of steps".formatted(count, basis.size()));
    }
    EigenDecomposition small = decomposition();
    double[] values = small.getRealEigenvalues();
    double sign = ascending ? 1 : -1;
    return IntStream.range(0, values.length)
        .boxed()
        .sorted((i, j) -> Double.compare(sign * values[i], sign * values[j]))
        .limit(count)
        .map(i -> pair(values[i], small.getEigenvector(i).toArray()))
        .toList();
  }

  private RitzPair pair(double value, double[] coordinates) {
    double[] vector = new double[operator.dimension()];
    for (int j = 0; j < coordinates.length; j++) {
      Vectors.add(coordinates[j], basis.get(j), vector);
    }
    double[] unit = Vectors.scaled(1 / Vectors.norm(vector), vector);
    double[] residual = product(unit);
    Vectors.add(-value, unit, residual);
    return new RitzPair(value, unit, Vectors.norm(residual));
  }

  private EigenDecomposition decomposition() {
    return new EigenDecomposition(array(diagonal), array(offDiagonal));
  }

  private static double[] array(List<Double> list) {
    return list.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
