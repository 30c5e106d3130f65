package org.grokcheck.laws;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.Provide;
import org.grokcheck.compute.Inputs;
import org.grokcheck.compute.Loss;
import org.grokcheck.compute.Model;
import org.grokcheck.compute.Objective;
import org.grokcheck.compute.Targets;

/** What an engine says of itself so that the laws of objectives can hold it to account. */
public interface ObjectiveContract {
  /** The objective under test. */
  Objective objective(Model model, Inputs inputs, Targets targets, Loss loss);

  /** u of the type in which it computes; bounds are in units of it. */
  default double unitRoundoff() {
    return 0x1p-53;
  }

  /** Problems to look at. */
  @Provide
  Arbitrary<TrainingProblem> problems();

  /** The objective of a problem. */
  default Objective of(TrainingProblem p) {
    return objective(p.model(), p.inputs(), p.targets(), p.loss());
  }

  /** Bounds of rounding errors of a problem. */
  default RoundingScales scales(TrainingProblem p) {
    return new RoundingScales(p, unitRoundoff());
  }
}
