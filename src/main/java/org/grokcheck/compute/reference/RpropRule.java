package org.grokcheck.compute.reference;

import java.util.Arrays;
import java.util.Map;
import org.grokcheck.compute.OptimizerSpec.Rprop;

/** Steps Δ_j that grow while a gradient keeps its sign and shrink where it changes. */
record RpropRule(Rprop spec, double[] step, double[] before) implements UpdateRule {
  @Override
  public void apply(double[] theta, double[] gradient, double rate, long t) {
    if (t == 1) {
      Arrays.fill(step, rate);
    }
    for (int j = 0; j < theta.length; j++) {
      // Signs are multiplied, since a product of gradients may underflow.
      double agreement = Math.signum(gradient[j]) * Math.signum(before[j]);
      if (agreement > 0) {
        step[j] = Math.min(spec.grow() * step[j], spec.largest());
      } else if (agreement < 0) {
        step[j] = Math.max(spec.shrink() * step[j], spec.smallest());
        gradient[j] = 0;
      }
      theta[j] -= step[j] * Math.signum(gradient[j]);
      before[j] = gradient[j];
    }
  }

  @Override
  public Map<String, double[]> state() {
    return Map.of("step", step, "before", before);
  }
}
