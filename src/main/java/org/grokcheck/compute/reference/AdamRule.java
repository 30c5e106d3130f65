package org.grokcheck.compute.reference;

import java.util.Map;
import org.grokcheck.compute.OptimizerSpec.Adam;

/** Two moments with bias correction; decay is coupled or, in AdamW, decoupled. */
record AdamRule(Adam spec, double[] mean, double[] square) implements UpdateRule {
  @Override
  public void apply(double[] theta, double[] gradient, double rate, long t) {
    double meanShare = 1 - StrictMath.pow(spec.beta1(), t);
    double squareShare = 1 - StrictMath.pow(spec.beta2(), t);
    double coupled = spec.decoupled() ? 0 : spec.decay();
    double kept = spec.decoupled() ? 1 - rate * spec.decay() : 1;
    for (int j = 0; j < theta.length; j++) {
      double g = gradient[j] + coupled * theta[j];
      mean[j] = spec.beta1() * mean[j] + (1 - spec.beta1()) * g;
      square[j] = spec.beta2() * square[j] + (1 - spec.beta2()) * (g * g);
      double root = Math.sqrt(square[j] / squareShare);
      theta[j] = kept * theta[j] - rate * (mean[j] / meanShare / (root + spec.epsilon()));
    }
  }

  @Override
  public Map<String, double[]> state() {
    return Map.of("mean", mean, "square", square);
  }
}
