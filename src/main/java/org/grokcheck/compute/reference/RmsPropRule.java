package org.grokcheck.compute.reference;

import java.util.Map;
import org.grokcheck.compute.OptimizerSpec.RmsProp;

/** v ← α v + (1 − α) g², θ ← θ − η g/(√v + ε), with g + λ θ for g. */
record RmsPropRule(RmsProp spec, double[] square) implements UpdateRule {
  @Override
  public void apply(double[] theta, double[] gradient, double rate, long t) {
    double alpha = spec.smoothing();
    for (int j = 0; j < theta.length; j++) {
      double g = gradient[j] + spec.decay() * theta[j];
      square[j] = alpha * square[j] + (1 - alpha) * (g * g);
      theta[j] -= rate * (g / (Math.sqrt(square[j]) + spec.epsilon()));
    }
  }

  @Override
  public Map<String, double[]> state() {
    return Map.of("square", square);
  }
}
