package org.grokcheck.compute.reference;

import java.util.Map;
import org.grokcheck.compute.OptimizerSpec.Adamax;

/** m ← β₁ m + (1 − β₁) g, u ← max(β₂ u, |g| + ε), θ ← θ − η/(1 − β₁^t) · m/u. */
record AdamaxRule(Adamax spec, double[] mean, double[] largest) implements UpdateRule {
  @Override
  public void apply(double[] theta, double[] gradient, double rate, long t) {
    double meanShare = 1 - StrictMath.pow(spec.beta1(), t);
    for (int j = 0; j < theta.length; j++) {
      double g = gradient[j] + spec.decay() * theta[j];
      mean[j] = spec.beta1() * mean[j] + (1 - spec.beta1()) * g;
      largest[j] = Math.max(spec.beta2() * largest[j], Math.abs(g) + spec.epsilon());
      theta[j] -= rate / meanShare * (mean[j] / largest[j]);
    }
  }

  @Override
  public Map<String, double[]> state() {
    return Map.of("mean", mean, "largest", largest);
  }
}
