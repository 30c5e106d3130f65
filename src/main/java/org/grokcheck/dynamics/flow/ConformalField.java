package org.grokcheck.dynamics.flow;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.grokcheck.dynamics.ode.JacobianSystem;

/**
 * The flow of the exponential loss in conformal time, with the clock v = log(1 + rt) beside it:
 * with m(S) = (1/N) Σ e^{S·xᵢ},
 *
 * <p>dS/dτ = −∇m, db/dτ = −m, dv/dτ = e^{log r − b − v}.
 *
 * <p>The last is a quadrature of t in the logarithm: v follows −b and forgets its errors.
 */
final class ConformalField implements JacobianSystem {
  private final LinearClassifier classifier;
  private final FlowClock clock;

  ConformalField(LinearClassifier classifier, FlowClock clock) {
    this.classifier = classifier;
    this.clock = clock;
  }

  @Override
  public int dimension() {
    return classifier.dimension() + 2;
  }

  @Override
  public void rates(double tau, double[] state, double[] rates) {
    int d = classifier.dimension();
    double[] pull = new double[d];
    double mean = classifier.gradient(Arrays.copyOf(state, d), 0, 0, pull);
    for (int j = 0; j < d; j++) {
      rates[j] = -pull[j];
    }
    rates[d] = -mean;
    rates[d + 1] = clockRate(state);
  }

  private double clockRate(double[] state) {
    int d = classifier.dimension();
    return StrictMath.exp(clock.logRate() - state[d] - state[d + 1]);
  }

  @Override
  public void jacobian(double tau, double[] state, DMatrixRMaj jacobian) {
    int d = classifier.dimension();
    DMatrixRMaj hessian = classifier.hessian(Arrays.copyOf(state, d), 0, 0);
    jacobian.zero();
    for (int i = 0; i <= d; i++) {
      for (int j = 0; j < d; j++) {
        jacobian.set(i, j, -hessian.get(i, j));
      }
    }
    jacobian.set(d + 1, d, -clockRate(state));
    jacobian.set(d + 1, d + 1, -clockRate(state));
  }
}
