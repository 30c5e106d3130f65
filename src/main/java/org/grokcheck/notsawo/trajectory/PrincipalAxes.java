package org.grokcheck.notsawo.trajectory;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;

/**
 * Projections of points, about their mean, on their principal axes: α(t) and β(t) of App. G.3
 * (claims {@code notsawo.appg3.matrix}, {@code notsawo.fig12}), from the Gram matrix alone.
 */
public final class PrincipalAxes {
  private PrincipalAxes() {}

  /**
   * √λ_k u_k for the first axes, λ_k and u_k the eigenvalues and eigenvectors of the centred Gram
   * matrix. The sign is that which makes the first point's projection at least 0.
   *
   * @param gram x_i · x_j, symmetric, T × T, not changed
   * @param count number of axes, at most T
   * @return count × T
   * @throws IllegalArgumentException if an entry isn't finite
   */
  public static double[][] projections(double[][] gram, int count) {
    double[][] centred = GramShares.aboutMean(gram);
    EigenDecomposition_F64<DMatrixRMaj> eigen =
        DecompositionFactory_DDRM.eig(centred.length, true, true);
    if (!eigen.decompose(new DMatrixRMaj(centred))) {
      throw new IllegalArgumentException("gram: no axes found; need finite entries");
    }
    List<Integer> order =
        IntStream.range(0, centred.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> -eigen.getEigenvalue(i).getReal()))
            .toList();
    double[][] projections = new double[count][];
    for (int k = 0; k < count; k++) {
      double[] axis = eigen.getEigenVector(order.get(k)).getData();
      double length = Math.sqrt(Math.max(0, eigen.getEigenvalue(order.get(k)).getReal()));
      double factor = axis[0] < 0 ? -length : length;
      projections[k] = IntStream.range(0, axis.length).mapToDouble(i -> factor * axis[i]).toArray();
    }
    return projections;
  }
}
