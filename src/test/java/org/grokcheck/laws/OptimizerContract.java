package org.grokcheck.laws;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.Provide;
import org.grokcheck.compute.Optimizer;
import org.grokcheck.compute.OptimizerSettings;

/** What an engine says of its optimisers so that their laws can hold it to account. */
public interface OptimizerContract {
  /** The optimiser under test, before its first step. */
  Optimizer optimizer(OptimizerSettings settings, int parameters);

  /** u of the type in which it computes; bounds are in units of it. */
  default double unitRoundoff() {
    return 0x1p-53;
  }

  /** Methods with gradients. */
  @Provide
  default Arbitrary<OptimizerRun> runs() {
    return OptimizerRun.any();
  }

  /** θ after every step of the bare method. */
  default double[][] path(OptimizerRun run) {
    return run.path(optimizer(OptimizerSettings.of(run.method()), run.dimension()));
  }

  /** θ after every step of a method with its surroundings. */
  default double[][] path(OptimizerRun run, OptimizerSettings settings) {
    return run.path(optimizer(settings, run.dimension()));
  }
}
