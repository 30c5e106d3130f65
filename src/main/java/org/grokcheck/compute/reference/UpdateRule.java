package org.grokcheck.compute.reference;

import java.util.Map;
import org.grokcheck.compute.OptimizerSpec;

/** One method's recursion, with its state. */
interface UpdateRule {
  /**
   * Moves θ.
   *
   * @param theta θ, overwritten
   * @param gradient g at θ, which the rule may overwrite
   * @param rate the learning rate of this step
   * @param t number of the step, from 1
   */
  void apply(double[] theta, double[] gradient, double rate, long t);

  /** The arrays of the state by name, not copied. */
  Map<String, double[]> state();

  static UpdateRule of(OptimizerSpec spec, int n) {
    if (spec instanceof OptimizerSpec.Sgd s) {
      return new SgdRule(s, new double[n]);
    } else if (spec instanceof OptimizerSpec.RmsProp s) {
      return new RmsPropRule(s, new double[n]);
    } else if (spec instanceof OptimizerSpec.Rprop s) {
      return new RpropRule(s, new double[n], new double[n]);
    } else if (spec instanceof OptimizerSpec.Adam s) {
      return new AdamRule(s, new double[n], new double[n]);
    }
    return new AdamaxRule((OptimizerSpec.Adamax) spec, new double[n], new double[n]);
  }
}
