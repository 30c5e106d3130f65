package org.grokcheck.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Times ever longer beginnings of a job, until the difference to the shortest is long enough to be
 * told from chance and readings are rare among rounds.
 *
 * @param timer seconds that a job takes
 */
record Trials(ToDoubleFunction<Job> timer) {
  /** Seconds by which the longest trial must exceed the first. */
  static final double ENOUGH = 1;

  /** Seconds that the trials of one size may take before no longer one is made. */
  static final double PATIENCE = 30;

  private static final long GROWTH = 3;

  /** The first trial of all loads libraries and data, and does not count. */
  void warmUp(Workload job) {
    double seconds = timer.applyAsDouble(job.cut().apply(1));
    assert seconds >= 0;
  }

  /** The trials of a job, the longest last; at least two lengths if it has two rounds. */
  List<JobCost.Trial> of(Workload job) {
    List<JobCost.Trial> trials = new ArrayList<>();
    double spent = 0;
    for (long rounds = 1; ; rounds = Math.min(job.rounds(), GROWTH * rounds)) {
      JobCost.Trial trial =
          new JobCost.Trial(
              rounds,
              job.readings().applyAsLong(rounds),
              timer.applyAsDouble(job.cut().apply(rounds)));
      trials.add(trial);
      spent += trial.seconds();
      boolean apart = trial.seconds() - trials.get(0).seconds() >= ENOUGH;
      boolean rare = 2 * trial.readings() <= trial.rounds();
      boolean told = (apart && rare) || spent > PATIENCE;
      if (rounds == job.rounds() || (told && trials.size() > 1)) {
        return trials;
      }
    }
  }
}
