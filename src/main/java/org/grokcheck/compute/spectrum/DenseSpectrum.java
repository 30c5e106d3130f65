package org.grokcheck.compute.spectrum;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;

/** All eigenvalues of symmetric matrices that fit into memory. */
public final class DenseSpectrum {
  private DenseSpectrum() {}

  /**
   * All eigenvalues, ascending, each off by some roundings of the largest.
   *
   * @param symmetric n × n; the lower half is not read
   * @throws IllegalArgumentException if an entry isn't finite
   */
  public static double[] ascending(double[][] symmetric) {
    EigenDecomposition_F64<DMatrixRMaj> decomposition =
        DecompositionFactory_DDRM.eig(symmetric.length, false, true);
    if (!decomposition.decompose(new DMatrixRMaj(symmetric))) {
      throw new IllegalArgumentException("matrix: no eigenvalues found; need finite entries");
    }
    double[] values = new double[symmetric.length];
    Arrays.setAll(values, i -> decomposition.getEigenvalue(i).getReal());
    Arrays.sort(values);
    return values;
  }
}
