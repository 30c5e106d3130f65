package org.grokcheck.compute.engine;

import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.grokcheck.compute.Precision;

/**
 * Dense linear algebra on the native engine in double precision, for matrices of a few thousand
 * rows. Matrices are arrays of rows; only the lower triangle of a symmetric matrix is read.
 *
 * @param engine on its device
 */
public record EngineLinear(Engine engine) {
  /**
   * The eigenvalues of a symmetric matrix, ascending; each within a small multiple of n·2⁻⁵³·‖A‖.
   *
   * @param symmetric n × n, finite
   * @throws IllegalArgumentException if the matrix is not square or not finite
   */
  public double[] eigenvalues(double[][] symmetric) {
    requireSquare(symmetric);
    return NativeErrors.scoped(() -> Tensors.array(torch.linalg_eigvalsh(matrix(symmetric))));
  }

  /**
   * The solution x of A x = b by Cholesky's method.
   *
   * @param positive A, n × n, symmetric and positive definite
   * @param b n entries
   * @throws IllegalArgumentException if the matrix is not square or finite, or b has another length
   * @throws ArithmeticException if a pivot is not positive: A is not positive definite, to rounding
   */
  public double[] solve(double[][] positive, double[] b) {
    requireSquare(positive);
    if (b.length != positive.length) {
      throw new IllegalArgumentException("b: need length " + positive.length + ", got " + b.length);
    }
    return NativeErrors.scoped(
        () -> {
          var factored = torch.linalg_cholesky_ex(matrix(positive), false, false);
          int failed = factored.get1().item_int();
          if (failed != 0) {
            throw new ArithmeticException(
                "the matrix is not positive definite: pivot " + failed + " is not positive");
          }
          Tensor right = Tensors.vector(engine, Precision.FLOAT64, b).unsqueeze(1);
          return Tensors.array(torch.cholesky_solve(right, factored.get0(), false));
        });
  }

  private Tensor matrix(double[][] rows) {
    return Tensors.matrix(engine, Precision.FLOAT64, rows);
  }

  private static void requireSquare(double[][] rows) {
    if (rows.length == 0) {
      throw new IllegalArgumentException("matrix: need at least one row, got none");
    }
    for (int i = 0; i < rows.length; i++) {
      if (rows[i].length != rows.length) {
        throw new IllegalArgumentException(
            "matrix: row %d has %d entries, there are %d rows; a square matrix is needed"
                .formatted(i, rows[i].length, rows.length));
      }
      for (int j = 0; j < rows.length; j++) {
        if (!Double.isFinite(rows[i][j])) {
          throw new IllegalArgumentException(
              "matrix: entry [%d][%d] is %s; all need to be finite".formatted(i, j, rows[i][j]));
        }
      }
    }
  }
}
