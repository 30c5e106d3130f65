package org.grokcheck.notsawo.experiment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.stat.StatUtils;
import org.apache.commons.math3.stat.correlation.SpearmansCorrelation;
import org.grokcheck.evidence.Check;
import org.grokcheck.evidence.Checks;
import org.grokcheck.evidence.Oracle;
import org.grokcheck.evidence.Scale;
import org.grokcheck.evidence.Tolerance;
import org.grokcheck.experiment.FigureData;
import org.grokcheck.harness.Recordings;
import org.grokcheck.harness.RunSettings;
import org.junit.jupiter.api.Test;

/** App. G.4: spikes of recorded runs with clipped gradients, and at several learning rates. */
class ClippedReproduction {
  private static final String CLIPPED = "notsawo.appg4.spikes";
  private static final String SMALL = "notsawo.appg4.small_lr";
  private static final Tolerance CRITERION = new Tolerance.Exact();
  private static final int PERMUTATIONS = 2000;
  private static final double LEVEL = 0.05;
  private static final List<Double> RATES = List.of(ClippedRuns.USUAL_RATE, ClippedRuns.FAST_RATE);

  /** A run that never gets there counts as later than all others. */
  private static final double LATE = 1e9;

  private static List<GridRun> runs() {
    return GridRun.of(Recordings.of(new ClippedRuns(), Scale.DESK));
  }

  private static double largest(GridRun run) {
    return run.series(SpikeSummary.LARGEST)[0];
  }

  private static double t4(GridRun run) {
    return Math.min(LATE, run.t4());
  }

  /** A measured number, in groups from no clipping to the smallest threshold. */
  private static List<double[]> byThreshold(
      List<GridRun> runs, double rate, ToDoubleFunction<GridRun> value) {
    return ClippedRuns.CLIPS.stream()
        .map(
            clip ->
                runs.stream()
                    .filter(r -> r.number(SmallRunExperiment.RATE) == rate)
                    .filter(r -> r.number(ClippedRuns.CLIP) == clip)
                    .mapToDouble(value)
                    .toArray())
        .toList();
  }

  /** Jonckheere's statistic: pairs that are larger in the later group, ties as half. */
  private static double increases(List<double[]> groups) {
    double sum = 0;
    for (int i = 0; i < groups.size(); i++) {
      for (int j = i + 1; j < groups.size(); j++) {
        for (double x : groups.get(i)) {
          for (double y : groups.get(j)) {
            sum += Math.signum(y - x) / 2 + 0.5;
          }
        }
      }
    }
    return sum;
  }

  /** Chance of as large a statistic where the groups are random. */
  private static double chance(List<double[]> groups) {
    Random random = new Random(RunSettings.seeds().seed(CLIPPED + "/permutations"));
    List<Double> all =
        new ArrayList<>(groups.stream().flatMapToDouble(DoubleStream::of).boxed().toList());
    double seen = increases(groups);
    int asLarge = 1;
    for (int k = 0; k < PERMUTATIONS; k++) {
      Collections.shuffle(all, random);
      asLarge += increases(split(all, groups)) >= seen ? 1 : 0;
    }
    return asLarge / (PERMUTATIONS + 1.0);
  }

  private static List<double[]> split(List<Double> all, List<double[]> like) {
    List<double[]> groups = new ArrayList<>();
    int start = 0;
    for (double[] group : like) {
      List<Double> part = all.subList(start, start + group.length);
      groups.add(part.stream().mapToDouble(Double::doubleValue).toArray());
      start += group.length;
    }
    return groups;
  }

  private static List<double[]> reversed(List<double[]> groups) {
    List<double[]> reversed = new ArrayList<>(groups);
    Collections.reverse(reversed);
    return reversed;
  }

  private static String medians(List<double[]> groups) {
    return Arrays.toString(groups.stream().mapToDouble(g -> StatUtils.percentile(g, 50)).toArray());
  }

  /** Rank correlation with the learning rate, of runs without clipping. */
  private static double withRate(List<GridRun> runs, ToDoubleFunction<GridRun> value) {
    List<GridRun> free =
        runs.stream().filter(r -> Double.isInfinite(r.number(ClippedRuns.CLIP))).toList();
    return new SpearmansCorrelation()
        .correlation(
            free.stream().mapToDouble(r -> r.number(SmallRunExperiment.RATE)).toArray(),
            free.stream().mapToDouble(value).toArray());
  }

  /** Student's 95 % interval of the logarithm of how much larger one group is, seed by seed. */
  private static double[] interval(double[] group, double[] base) {
    double[] logs =
        IntStream.range(0, group.length)
            .mapToDouble(i -> StrictMath.log(group[i] / base[i]))
            .toArray();
    double half =
        new TDistribution(logs.length - 1.0).inverseCumulativeProbability(0.975)
            * Math.sqrt(StatUtils.variance(logs) / logs.length);
    return new double[] {StatUtils.mean(logs) - half, StatUtils.mean(logs) + half};
  }

  /** A threshold a hundred times smaller leaves the largest loss above half of what it was. */
  @Test
  @Checks(value = CLIPPED, scale = Scale.DESK)
  void clippingLeavesSpikesAsLarge() {
    List<GridRun> runs = runs();
    ClippedFigures.of(runs).write(RunSettings.evidenceFolder().resolve(FigureData.FOLDER));
    for (double rate : RATES) {
      List<double[]> losses = byThreshold(runs, rate, ClippedReproduction::largest);
      double smaller = chance(reversed(losses));
      double[] interval = interval(losses.get(losses.size() - 1), losses.get(0));
      Check.of(CLIPPED, "½ − quotient of the largest losses with and without clipping, lower end")
          .part("size")
          .by(Oracle.REPRODUCTION)
          .at(
              "rate", rate,
              "medians", medians(losses),
              "interval of the logarithm", Arrays.toString(interval),
              "chance of as clear a fall", smaller,
              "of as clear a rise", chance(losses))
          .expectingAtMost(0, CRITERION)
          .holds(0.5 - StrictMath.exp(interval[0]))
          .rejects("in proportion to the threshold", 0.5 - 0.01);
    }
  }

  /** At the ledger's rate; at twice that rate the losses may fall. */
  @Test
  @Checks(value = CLIPPED, scale = Scale.DESK)
  void largestLossesDoNotFallWithTheThreshold() {
    List<double[]> losses =
        byThreshold(runs(), ClippedRuns.USUAL_RATE, ClippedReproduction::largest);
    double smaller = chance(reversed(losses));
    Check.of(CLIPPED, "chance of as clear a fall of the largest loss with the threshold − 0.05")
        .part("size")
        .by(Oracle.REPRODUCTION)
        .at("medians", medians(losses))
        .expectingAtMost(0, CRITERION)
        .refutes("a fall, at the level of 5 percent", smaller - LEVEL);
  }

  private static double generalised(double[] steps) {
    return Arrays.stream(steps).filter(t -> t < LATE).count();
  }

  /** At a rate at which every run without clipping generalises within its steps. */
  @Test
  @Checks(value = CLIPPED, scale = Scale.DESK)
  void clippedRunsGeneralise() {
    List<GridRun> runs = runs();
    List<double[]> steps = byThreshold(runs, ClippedRuns.FAST_RATE, ClippedReproduction::t4);
    double[] least = steps.get(steps.size() - 1);
    double slow = generalised(byThreshold(runs, 1e-3, ClippedReproduction::t4).get(0));
    Check.of(CLIPPED, "1 − number of runs that generalise with the smallest threshold")
        .part("not prevented")
        .by(Oracle.REPRODUCTION)
        .at(
            "t4", Arrays.toString(least),
            "medians", medians(steps),
            "chance of as clear a rise", chance(steps))
        .expectingAtMost(0, CRITERION)
        .holds(1 - generalised(least))
        .rejects("at a rate of 0.001, without clipping", 1 - slow);
  }

  @Test
  @Checks(value = CLIPPED, scale = Scale.DESK)
  void spikesRemainWithTheSmallestThreshold() {
    List<GridRun> runs = runs();
    double smooth =
        SpikeRun.squares(Recordings.of(new SpikeRuns(), Scale.DESK)).stream()
            .mapToDouble(r -> r.steps(SpikeRecorder.SPIKE).length)
            .max()
            .orElse(Double.NaN);
    for (double rate : RATES) {
      List<double[]> counts = byThreshold(runs, rate, r -> r.series(SpikeSummary.COUNT)[0]);
      double[] clipped = counts.get(counts.size() - 1);
      Check.of(CLIPPED, "1 − number of spikes with the smallest threshold, least of runs")
          .part("visible")
          .by(Oracle.REPRODUCTION)
          .at("rate", rate, "spikes", Arrays.toString(clipped), "medians", medians(counts))
          .expectingAtMost(0, CRITERION)
          .holds(1 - StatUtils.min(clipped))
          .rejects("the square network", 1 - smooth);
    }
  }

  @Test
  @Checks(value = SMALL, scale = Scale.DESK)
  void smallRatesSpikeLessAndGeneraliseLater() {
    List<GridRun> runs = runs();
    double energy = withRate(runs, r -> r.series(SpikeSummary.ENERGY)[0]);
    double later = withRate(runs, ClippedReproduction::t4);
    Check.of(SMALL, "−rank correlation of the learning rate and the energy of the oscillation")
        .by(Oracle.REPRODUCTION)
        .at("of the number of spikes", withRate(runs, r -> r.series(SpikeSummary.COUNT)[0]))
        .expectingAtMost(0, CRITERION)
        .holds(-energy)
        .rejects("with t4", -later);
    Check.of(SMALL, "rank correlation of the learning rate and t4, never reached counted as last")
        .by(Oracle.REPRODUCTION)
        .at("generalised", runs.stream().filter(r -> Double.isFinite(r.t4())).count())
        .expectingAtMost(0, CRITERION)
        .holds(later)
        .rejects("with the energy", energy);
  }
}
