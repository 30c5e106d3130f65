package org.grokcheck.compute.linear;

import java.util.Arrays;
import java.util.Optional;

/**
 * A proved lower bound of the least eigenvalue of a symmetric matrix: Cholesky's method, run to its
 * end in floating point, proves a matrix positive up to a rounding bound (S. M. Rump, Verification
 * of positive definiteness, BIT 46, 2006).
 */
public final class EigenvalueBound {
  private static final double UNIT_ROUNDOFF = 0x1p-53;
  private static final int INVERSE_ITERATIONS = 12;
  private static final double[] SHARES = {0.9, 0.5, 0.1};

  private EigenvalueBound() {}

  /**
   * Returns a number that the least eigenvalue of A exceeds, positive and usually above half of it;
   * 0 where none is proved.
   *
   * @param matrix A as computed, row-major, length n·n; left unchanged
   * @param size n ≥ 1
   * @param error upper bound of the spectral norm of the error of {@code matrix}
   */
  public static double below(double[] matrix, int size, double error) {
    double trace = 0;
    for (int i = 0; i < size; i++) {
      trace += Math.abs(matrix[i * size + i]);
    }
    double slack = error + rounding(size, trace);
    Optional<CholeskyFactor> factor = CholeskyFactor.of(matrix.clone(), size);
    if (factor.isEmpty()) {
      return 0;
    }
    double estimate = leastEigenvalue(factor.get());
    for (double share : SHARES) {
      double shift = share * estimate;
      if (shift > 2 * slack && CholeskyFactor.of(shifted(matrix, size, shift), size).isPresent()) {
        return shift - slack;
      }
    }
    return 0;
  }

  /** Twice Rump's bound for the factorisation, the shift of the diagonal and underflow. */
  private static double rounding(int size, double trace) {
    double nu = (size + 3) * UNIT_ROUNDOFF;
    return 2 * nu / (1 - 2 * nu) * trace + size * (double) size * Double.MIN_NORMAL;
  }

  private static double[] shifted(double[] matrix, int size, double shift) {
    double[] copy = matrix.clone();
    for (int i = 0; i < size; i++) {
      copy[i * size + i] -= shift;
    }
    return copy;
  }

  /** An estimate by inverse iteration from a vector without symmetry. */
  private static double leastEigenvalue(CholeskyFactor factor) {
    double[] v = new double[factor.size()];
    Arrays.setAll(v, i -> 1 + 0.5 * StrictMath.sin(1.0 + i));
    double inverse = 1;
    for (int k = 0; k < INVERSE_ITERATIONS; k++) {
      double norm = Vectors.norm(v);
      for (int i = 0; i < v.length; i++) {
        v[i] /= norm;
      }
      double[] next = factor.solve(v);
      inverse = Vectors.norm(next);
      v = next;
    }
    return 1 / inverse;
  }
}
