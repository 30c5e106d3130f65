package org.grokcheck.experiment;

import java.util.List;
import org.ejml.data.SingularMatrixException;
import org.ejml.simple.SimpleMatrix;

/**
 * Seconds that the parts of a job take, none negative.
 *
 * @param setUp once
 * @param round each round
 * @param reading each reading
 */
record JobCost(double setUp, double round, double reading) {
  private static final int PARTS = 3;

  /** Readings as frequent as this can't be told from rounds. */
  private static final double FREQUENT = 0.75;

  /** A trial of a job: how much it did, and how long that took. */
  record Trial(long rounds, long readings, double seconds) {}

  /** Seconds of a whole job. */
  double of(Workload job) {
    return after(job.rounds(), job.readings().applyAsLong(job.rounds()));
  }

  private double after(long rounds, long readings) {
    return setUp + round * (double) rounds + reading * (double) readings;
  }

  /** On the straight line from this, at 0, to another, at 1. */
  JobCost towards(JobCost other, double share) {
    return new JobCost(
        setUp + share * (other.setUp - setUp),
        round + share * (other.round - round),
        reading + share * (other.reading - reading));
  }

  /**
   * The costs that come nearest to trials of one job, in squares weighted by 1/seconds.
   *
   * @param trials of different lengths, the longest last; a single one is taken for set-up and
   *     rounds in one
   */
  static JobCost fit(List<Trial> trials) {
    Trial longest = trials.get(trials.size() - 1);
    JobCost best = new JobCost(0, longest.seconds() / longest.rounds(), 0);
    for (int kept = 1; kept < 1 << (isApart(trials) ? PARTS : PARTS - 1); kept++) {
      JobCost found = trials.size() < 2 ? best : solve(trials, kept, best);
      best = found.miss(trials) < best.miss(trials) ? found : best;
    }
    return best;
  }

  private static boolean isApart(List<Trial> trials) {
    Trial longest = trials.get(trials.size() - 1);
    return longest.readings() > 0
        && longest.readings() < FREQUENT * longest.rounds()
        && trials.size() >= PARTS;
  }

  /**
   * Whether {@link #fit} counts readings with every round though the whole job has fewer a round
   * than the longest trial, so that its cost comes out too large.
   */
  static boolean lumps(List<Trial> trials, Workload job) {
    Trial longest = trials.get(trials.size() - 1);
    double inAll = job.readings().applyAsLong(job.rounds());
    return !isApart(trials)
        && longest.readings() * (double) job.rounds() > inAll * longest.rounds();
  }

  /** Least squares with some of the parts at zero; the fallback where one comes out negative. */
  private static JobCost solve(List<Trial> trials, int kept, JobCost fallback) {
    SimpleMatrix rows = new SimpleMatrix(trials.size(), Integer.bitCount(kept));
    SimpleMatrix seconds = new SimpleMatrix(trials.size(), 1);
    for (int i = 0; i < trials.size(); i++) {
      Trial trial = trials.get(i);
      double[] parts = {1, trial.rounds(), trial.readings()};
      double weight = weight(trial);
      seconds.set(i, 0, weight * trial.seconds());
      int column = 0;
      for (int part = 0; part < PARTS; part++) {
        if ((kept >> part & 1) == 1) {
          rows.set(i, column++, weight * parts[part]);
        }
      }
    }
    try {
      double[] found = new double[PARTS];
      SimpleMatrix solution = rows.solve(seconds);
      int column = 0;
      for (int part = 0; part < PARTS; part++) {
        found[part] = (kept >> part & 1) == 1 ? solution.get(column++, 0) : 0;
        if (!(found[part] >= 0)) {
          return fallback;
        }
      }
      return new JobCost(found[0], found[1], found[2]);
    } catch (SingularMatrixException e) {
      return fallback;
    }
  }

  private static double weight(Trial trial) {
    return 1 / Math.sqrt(Math.max(1e-6, trial.seconds()));
  }

  private double miss(List<Trial> trials) {
    double sum = 0;
    for (Trial trial : trials) {
      double miss = weight(trial) * (after(trial.rounds(), trial.readings()) - trial.seconds());
      sum += miss * miss;
    }
    return sum;
  }
}
