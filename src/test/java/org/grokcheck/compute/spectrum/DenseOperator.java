package org.grokcheck.compute.spectrum;

import java.util.Arrays;
import java.util.Random;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.RandomMatrices_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;

/** A symmetric matrix with a chosen spectrum in a random basis. */
record DenseOperator(DMatrixRMaj matrix) implements SymmetricOperator {
  static DenseOperator of(double[] spectrum, long seed) {
    int n = spectrum.length;
    DMatrixRMaj basis = RandomMatrices_DDRM.orthogonal(n, n, new Random(seed));
    DMatrixRMaj scaled = new DMatrixRMaj(n, n);
    DMatrixRMaj product = new DMatrixRMaj(n, n);
    CommonOps_DDRM.mult(basis, CommonOps_DDRM.diag(spectrum), scaled);
    CommonOps_DDRM.multTransB(scaled, basis, product);
    DMatrixRMaj mirrored = CommonOps_DDRM.transpose(product, null);
    DMatrixRMaj symmetric = new DMatrixRMaj(n, n);
    CommonOps_DDRM.add(0.5, product, 0.5, mirrored, symmetric);
    return new DenseOperator(symmetric);
  }

  @Override
  public int dimension() {
    return matrix.numRows;
  }

  @Override
  public double[] times(double[] v) {
    DMatrixRMaj product = new DMatrixRMaj(v.length, 1);
    CommonOps_DDRM.mult(matrix, DMatrixRMaj.wrap(v.length, 1, v), product);
    return product.data;
  }

  /** By a dense decomposition, ascending. */
  double[] eigenvalues() {
    return eigenvalues(matrix);
  }

  static double[] eigenvalues(DMatrixRMaj symmetric) {
    EigenDecomposition_F64<DMatrixRMaj> decomposition =
        DecompositionFactory_DDRM.eig(symmetric.numRows, false, true);
    decomposition.decompose(symmetric.copy());
    double[] values = new double[symmetric.numRows];
    Arrays.setAll(values, i -> decomposition.getEigenvalue(i).getReal());
    Arrays.sort(values);
    return values;
  }
}
