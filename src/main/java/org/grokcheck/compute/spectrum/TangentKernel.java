package org.grokcheck.compute.spectrum;

import org.grokcheck.compute.OutputJacobian;
import org.grokcheck.compute.linear.Vectors;

/**
 * The neural tangent kernel K = J Jᵀ at θ, the Gram matrix of the gradients of all outputs: entry
 * (iK + k, jK + l) is ∇f_k(x_i) · ∇f_l(x_j) for samples i, j and outputs k, l.
 *
 * @param gram the entries, nK × nK, symmetric to the last bit
 */
public record TangentKernel(double[][] gram) {

  /** The kernel of a model at θ. */
  public static TangentKernel of(OutputJacobian model, double[] theta) {
    double[][] jacobian = model.jacobian(theta);
    double[][] gram = new double[jacobian.length][jacobian.length];
    for (int i = 0; i < gram.length; i++) {
      for (int j = 0; j <= i; j++) {
        gram[i][j] = Vectors.dot(jacobian[i], jacobian[j]);
        gram[j][i] = gram[i][j];
      }
    }
    return new TangentKernel(gram);
  }

  /** tr K = ‖J‖². */
  public double trace() {
    double sum = 0;
    for (int i = 0; i < gram.length; i++) {
      sum += gram[i][i];
    }
    return sum;
  }

  /** All eigenvalues, ascending; at least 0 up to rounding of size tr K. */
  public double[] eigenvalues() {
    return DenseSpectrum.ascending(gram);
  }
}
