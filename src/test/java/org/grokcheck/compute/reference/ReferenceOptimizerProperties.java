package org.grokcheck.compute.reference;

import org.grokcheck.compute.Optimizer;
import org.grokcheck.compute.OptimizerSettings;
import org.grokcheck.laws.OptimizerLaws;
import org.grokcheck.laws.OptimizerSettingsLaws;

/** The plain optimisers obey the laws of optimisers. */
class ReferenceOptimizerProperties implements OptimizerLaws, OptimizerSettingsLaws {
  @Override
  public Optimizer optimizer(OptimizerSettings settings, int parameters) {
    return ReferenceOptimizer.of(settings, parameters);
  }
}
