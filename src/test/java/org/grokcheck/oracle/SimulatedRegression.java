package org.grokcheck.oracle;

import java.util.random.RandomGenerator;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;

/**
 * Ridge regression of y = ½x₁² with the kernel x·x' + ε²(x·x')² on drawn samples x ~ N(0, I/D). The
 * predictor Σ c_μ K(x_μ, ·) is a·x + xᵀQx with a = Σ c_μ x_μ and Q = ε² Σ c_μ x_μx_μᵀ, so that its
 * risk over new inputs is known without drawing any.
 *
 * @param dimension D
 * @param eps ε
 * @param ridge added to the diagonal of the Gram matrix
 */
public record SimulatedRegression(int dimension, double eps, double ridge) {
  /**
   * What came out for one draw of samples.
   *
   * @param risk D²⟨(y − f)²⟩, in units of |β|⁴
   * @param normLeft what is left of the part of y along |x|², in units of it
   * @param tracelessLeft what is left of the traceless part of y along itself, in units of it
   */
  public record Draw(double risk, double normLeft, double tracelessLeft) {}

  /** Draws P samples and fits them. */
  public Draw draw(RandomGenerator random, int samples) {
    DMatrixRMaj x = new DMatrixRMaj(samples, dimension);
    for (int k = 0; k < x.data.length; k++) {
      x.data[k] = random.nextGaussian() / Math.sqrt(dimension);
    }
    return fit(x);
  }

  /** Fits given samples, a row each. */
  public Draw fit(double[][] samples) {
    return fit(new DMatrixRMaj(samples));
  }

  private Draw fit(DMatrixRMaj x) {
    int samples = x.numRows;
    DMatrixRMaj dual = dual(x);
    double[] linear = new double[dimension];
    double[][] error = new double[dimension][dimension];
    error[0][0] = 0.5;
    for (int mu = 0; mu < samples; mu++) {
      for (int i = 0; i < dimension; i++) {
        double pull = dual.data[mu] * x.unsafe_get(mu, i);
        linear[i] += pull;
        for (int j = 0; j < dimension; j++) {
          error[i][j] -= eps * eps * pull * x.unsafe_get(mu, j);
        }
      }
    }
    return measured(linear, error);
  }

  private DMatrixRMaj dual(DMatrixRMaj x) {
    int samples = x.numRows;
    DMatrixRMaj gram = new DMatrixRMaj(samples, samples);
    DMatrixRMaj targets = new DMatrixRMaj(samples, 1);
    for (int mu = 0; mu < samples; mu++) {
      targets.data[mu] = 0.5 * x.unsafe_get(mu, 0) * x.unsafe_get(mu, 0);
      for (int nu = 0; nu <= mu; nu++) {
        double inner = 0;
        for (int i = 0; i < dimension; i++) {
          inner += x.unsafe_get(mu, i) * x.unsafe_get(nu, i);
        }
        double value = inner + eps * eps * inner * inner + (mu == nu ? ridge : 0);
        gram.unsafe_set(mu, nu, value);
        gram.unsafe_set(nu, mu, value);
      }
    }
    LinearSolverDense<DMatrixRMaj> solver = LinearSolverFactory_DDRM.symmPosDef(samples);
    if (!solver.setA(gram)) {
      throw new IllegalStateException("the Gram matrix is singular to rounding");
    }
    DMatrixRMaj dual = new DMatrixRMaj(samples, 1);
    solver.solve(targets, dual);
    return dual;
  }

  private Draw measured(double[] linear, double[][] error) {
    double trace = 0;
    double squares = 0;
    double power = 0;
    for (int i = 0; i < dimension; i++) {
      trace += error[i][i];
      power += linear[i] * linear[i];
      for (int j = 0; j < dimension; j++) {
        squares += error[i][j] * error[i][j];
      }
    }
    double traceless = error[0][0] - trace / dimension;
    return new Draw(
        2 * squares + trace * trace + dimension * power,
        2 * trace,
        2 * traceless / (1 - 1.0 / dimension));
  }
}
