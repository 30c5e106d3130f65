package org.grokcheck.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Times ever longer beginnings of a job, until the longest takes twice as long as the shortest, so
 * that rounds are told from set-up and from chance, and readings are rare among rounds.
 *
 * @param timer seconds that a job takes
 */
record Trials(ToDoubleFunction<Job> timer) {
  /** Seconds by which the longest trial must exceed the first, at least. */
  static final double ENOUGH = 1;

  /** Seconds that the trials of one size may take before no longer one is made. */
  static final double PATIENCE = 60;

  private static final long GROWTH = 3;

  /** Growth while set-up is nearly all, of which each trial has one. */
  private static final long LEAP = 10;

  private static final double NEARLY_ALL = 1.2;

  /** The first trial of all loads libraries and data, and does not count. */
  void warmUp(Workload job) {
    trial(job, 1);
  }

  /** The trials of a job, the longest last; at least two lengths if it has two rounds. */
  List<JobCost.Trial> of(Workload job) {
    List<JobCost.Trial> trials = new ArrayList<>(List.of(trial(job, 1)));
    double first = trials.get(0).seconds();
    double spent = first;
    JobCost.Trial last = trials.get(0);
    while (last.rounds() < job.rounds()) {
      long growth = trials.size() > 1 && last.seconds() < NEARLY_ALL * first ? LEAP : GROWTH;
      last = trial(job, Math.min(job.rounds(), growth * last.rounds()));
      trials.add(last);
      spent += last.seconds();
      boolean apart = last.seconds() - first >= Math.max(ENOUGH, first);
      boolean rare = 2 * last.readings() <= last.rounds();
      if ((apart && rare) || spent > PATIENCE) {
        break;
      }
    }
    return trials;
  }

  private JobCost.Trial trial(Workload job, long rounds) {
    return new JobCost.Trial(
        rounds, job.readings().applyAsLong(rounds), timer.applyAsDouble(job.cut().apply(rounds)));
  }
}
