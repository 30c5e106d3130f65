package org.grokcheck.compute.reference;

import java.util.Map;
import org.grokcheck.compute.OptimizerSpec.Sgd;

/** v ← μ v + (g + λ θ), θ ← θ − η v; v = g + λ θ at first, since v starts at 0. */
record SgdRule(Sgd spec, double[] velocity) implements UpdateRule {
  @Override
  public void apply(double[] theta, double[] gradient, double rate, long t) {
    for (int j = 0; j < theta.length; j++) {
      velocity[j] = spec.momentum() * velocity[j] + (gradient[j] + spec.decay() * theta[j]);
      theta[j] -= rate * velocity[j];
    }
  }

  @Override
  public Map<String, double[]> state() {
    return Map.of("velocity", velocity);
  }
}
