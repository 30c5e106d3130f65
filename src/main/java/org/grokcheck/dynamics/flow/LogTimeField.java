package org.grokcheck.dynamics.flow;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.grokcheck.dynamics.ode.JacobianSystem;

/**
 * The flow of (S, b) on the clock v: dS/dv = −(dt/dv) ∂L/∂S, db/dv = −(dt/dv) ∂L/∂b. For the
 * exponential loss t L ≤ 1, so that all rates stay bounded however late it is.
 */
final class LogTimeField implements JacobianSystem {
  private final LinearClassifier classifier;
  private final FlowClock clock;

  LogTimeField(LinearClassifier classifier, FlowClock clock) {
    this.classifier = classifier;
    this.clock = clock;
  }

  @Override
  public int dimension() {
    return classifier.dimension() + 1;
  }

  @Override
  public void rates(double reading, double[] state, double[] rates) {
    int d = classifier.dimension();
    double[] pull = new double[d];
    double biasPull =
        classifier.gradient(Arrays.copyOf(state, d), state[d], clock.logSpeed(reading), pull);
    for (int j = 0; j < d; j++) {
      rates[j] = -pull[j];
    }
    rates[d] = -biasPull;
  }

  @Override
  public void jacobian(double reading, double[] state, DMatrixRMaj jacobian) {
    int d = classifier.dimension();
    DMatrixRMaj hessian =
        classifier.hessian(Arrays.copyOf(state, d), state[d], clock.logSpeed(reading));
    for (int k = 0; k < hessian.getNumElements(); k++) {
      jacobian.data[k] = -hessian.data[k];
    }
  }
}
