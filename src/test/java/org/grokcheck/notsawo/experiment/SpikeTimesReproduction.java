package org.grokcheck.notsawo.experiment;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.StatUtils;
import org.grokcheck.evidence.Check;
import org.grokcheck.evidence.Checks;
import org.grokcheck.evidence.Oracle;
import org.grokcheck.evidence.Scale;
import org.grokcheck.evidence.Tolerance;
import org.grokcheck.harness.Recordings;
import org.grokcheck.harness.RunSettings;
import org.junit.jupiter.api.Test;

/** Sec. 5, App. G.4, Fig. 8: when spikes come, and how flat the way is before them. */
class SpikeTimesReproduction {
  private static final String PERIODIC = "notsawo.sec5.periodic";
  private static final String FLAT = "notsawo.fig8";
  private static final Tolerance CRITERION = new Tolerance.Exact();
  private static final int DRAWS = 2000;
  private static final int SHIFTS = 400;

  /** Steps before a spike that count as before it. */
  private static final int BEFORE = 50;

  private static List<SpikeRun> runs() {
    return SpikeRun.decoders(Recordings.of(new SpikeRuns(), Scale.DESK));
  }

  /** Steps of the spikes of a series after the run has memorised. */
  private static int[] spikes(SpikeRun run, String series) {
    double start = run.first(SpikeRecorder.TRAIN, GridRun.MEMORISED);
    return Bursts.of(run.series(series), SpikeRun.FACTOR).stream()
        .mapToInt(t -> t)
        .filter(t -> t > start)
        .toArray();
  }

  /** Steps between spikes that follow one another. */
  private static double[] gaps(int[] spikes) {
    return IntStream.range(1, spikes.length).mapToDouble(i -> spikes[i] - spikes[i - 1]).toArray();
  }

  private static double variation(double[] gaps) {
    return Math.sqrt(StatUtils.variance(gaps)) / StatUtils.mean(gaps);
  }

  /** Upper end of the 95 % interval of the coefficient of variation, gaps drawn anew. */
  private static double upperVariation(double[] gaps) {
    RandomGenerator random = RunSettings.seeds().stream(PERIODIC + "/bootstrap");
    double[] drawn = new double[DRAWS];
    for (int k = 0; k < DRAWS; k++) {
      drawn[k] =
          variation(random.ints(gaps.length, 0, gaps.length).mapToDouble(i -> gaps[i]).toArray());
    }
    return StatUtils.percentile(drawn, 97.5);
  }

  /** Gaps of a Poisson process: quantiles of the exponential law, as many. */
  private static double[] exponential(int count) {
    return IntStream.range(0, count).mapToDouble(i -> -StrictMath.log((i + 0.5) / count)).toArray();
  }

  /** Numbers of spikes of a series after memorisation, run by run. */
  private static String numbers(List<SpikeRun> runs, String series) {
    return Arrays.toString(runs.stream().mapToInt(r -> spikes(r, series).length).toArray());
  }

  /** Spikes come before generalisation too, where most of the gaps are. */
  @Test
  @Checks(value = PERIODIC, scale = Scale.DESK)
  void spikesComeAtNearlyEqualDistances() {
    List<SpikeRun> runs = runs();
    double[] all =
        runs.stream()
            .flatMapToDouble(r -> Arrays.stream(gaps(spikes(r, SmallRun.LOSSES))))
            .toArray();
    Check.of(PERIODIC, "upper end of the interval of the variation of the gaps, below 1")
        .part("regular")
        .by(Oracle.REPRODUCTION)
        .at(
            "spikes of the training loss", numbers(runs, SmallRun.LOSSES),
            "of the validation loss", numbers(runs, SpikeRecorder.VALIDATION_LOSS),
            "gaps", all.length,
            "mean", StatUtils.mean(all),
            "variation", variation(all))
        .expectingAtMost(1, CRITERION)
        .holds(upperVariation(all))
        .rejects("a Poisson process", upperVariation(exponential(all.length)));
  }

  /** Spikes of some runs from their t4 on, or before it. */
  private static int number(List<SpikeRun> runs, String series, boolean generalised) {
    int number = 0;
    for (SpikeRun run : runs) {
      double t4 = run.first(SpikeRecorder.VALIDATION, GridRun.GENERALISED);
      for (int t : spikes(run, series)) {
        number += t >= t4 == generalised ? 1 : 0;
      }
    }
    return number;
  }

  /**
   * The decoder spikes before and after; a network that generalises early does neither. That some
   * spikes come after is less than the ledger's criterion for either loss, which asks for five.
   */
  @Test
  @Checks(value = PERIODIC, scale = Scale.DESK)
  void spikesGoOnAfterGeneralisation() {
    List<SpikeRun> runs = runs();
    List<SpikeRun> squares = SpikeRun.squares(Recordings.of(new SpikeRuns(), Scale.DESK));
    for (String losses : List.of(SmallRun.LOSSES, SpikeRecorder.VALIDATION_LOSS)) {
      Check.of(PERIODIC, "1 − number of spikes after generalisation, of the " + losses)
          .part("after generalisation")
          .by(Oracle.REPRODUCTION)
          .at(
              "before", number(runs, losses, false),
              "after", number(runs, losses, true))
          .expectingAtMost(0, CRITERION)
          .holds(1.0 - number(runs, losses, true))
          .rejects("the square network", 1.0 - number(squares, losses, true));
    }
  }

  /**
   * Probability that the curvature along the step over λ_max is larger at a step before a spike
   * than at another of the same run, after memorisation.
   *
   * @param shift by how many records the spikes of a run are moved, around its end
   */
  private static double area(List<SpikeRun> runs, Shift shift) {
    double wins = 0;
    double pairs = 0;
    for (SpikeRun run : runs) {
      double[] ratios =
          run.quotient(
              SpikeRecorder.ALONG + SpikeRecorder.CURVATURE,
              SpikeRecorder.ALONG + SpikeRecorder.LARGEST);
      boolean[] before = before(run);
      int first = firstRecord(run);
      int count = ratios.length - first;
      int moved = shift.of(count);
      for (int i = first; i < ratios.length; i++) {
        for (int j = first; j < ratios.length; j++) {
          if (before[first + (i - first + moved) % count]
              && !before[first + (j - first + moved) % count]) {
            wins += ratios[i] > ratios[j] ? 1 : 0;
            pairs++;
          }
        }
      }
    }
    return wins / pairs;
  }

  /** By how many of a number of records spikes are moved. */
  private interface Shift {
    int of(int count);
  }

  private static int firstRecord(SpikeRun run) {
    double start = run.first(SpikeRecorder.TRAIN, GridRun.MEMORISED);
    int[] steps = run.steps(SpikeRecorder.ALONG);
    return (int) Arrays.stream(steps).filter(t -> t <= start).count();
  }

  private static boolean[] before(SpikeRun run) {
    int[] spikes = run.steps(SpikeRecorder.SPIKE);
    int[] steps = run.steps(SpikeRecorder.ALONG);
    boolean[] before = new boolean[steps.length];
    for (int i = 0; i < steps.length; i++) {
      int t = steps[i];
      before[i] = Arrays.stream(spikes).anyMatch(s -> s > t && s - t <= BEFORE);
    }
    return before;
  }

  /** Against the same spikes at times that have nothing to do with the curvature. */
  @Test
  @Checks(value = FLAT, scale = Scale.DESK)
  void theWayIsNotFlatterBeforeSpikes() {
    List<SpikeRun> runs = runs();
    double area = area(runs, count -> 0);
    RandomGenerator random = RunSettings.seeds().stream(FLAT + "/shifts");
    int smaller = 0;
    for (int k = 0; k < SHIFTS; k++) {
      smaller += area(runs, random::nextInt) <= area ? 1 : 0;
    }
    double chance = (smaller + 1.0) / (SHIFTS + 1);
    Check.of(FLAT, "0.5 − probability that the curvature is larger before a spike than elsewhere")
        .by(Oracle.REPRODUCTION)
        .at("probability", area, "of a smaller one at random times", chance)
        .expectingAtMost(0, CRITERION)
        .holds(0.5 - area)
        .refutes("smaller, at the level of 5 percent", chance - 0.05);
  }
}
