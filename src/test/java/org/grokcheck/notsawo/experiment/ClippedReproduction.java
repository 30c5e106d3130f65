package org.grokcheck.notsawo.experiment;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
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

  /** A measured number, in groups from no clipping to the smallest threshold, in order of seeds. */
  private static OrderedGroups byThreshold(
      List<GridRun> runs, double rate, ToDoubleFunction<GridRun> value) {
    return new OrderedGroups(
        ClippedRuns.CLIPS.stream()
            .map(
                clip ->
                    runs.stream()
                        .filter(r -> r.number(SmallRunExperiment.RATE) == rate)
                        .filter(r -> r.number(ClippedRuns.CLIP) == clip)
                        .sorted(Comparator.comparing(r -> r.number(SmallRunExperiment.SEED)))
                        .mapToDouble(value)
                        .toArray())
            .toList());
  }

  /** Chances of as clear a rise over the groups, by both ways to count pairs. */
  private static String chanceOfRise(OrderedGroups groups) {
    long seed = RunSettings.seeds().seed(CLIPPED + "/permutations");
    return "%s by all pairs, %s by those of one seed"
        .formatted(
            groups.chanceOfRise(false, new Random(seed)),
            groups.chanceOfRise(true, new Random(seed)));
  }

  private static List<GridRun> unclipped(List<GridRun> runs) {
    return runs.stream().filter(r -> Double.isInfinite(r.number(ClippedRuns.CLIP))).toList();
  }

  /** Rank correlation with the learning rate, of runs without clipping. */
  private static double withRate(List<GridRun> runs, ToDoubleFunction<GridRun> value) {
    List<GridRun> free = unclipped(runs);
    return new SpearmansCorrelation()
        .correlation(
            free.stream().mapToDouble(r -> r.number(SmallRunExperiment.RATE)).toArray(),
            free.stream().mapToDouble(value).toArray());
  }

  /** Student's 95 % interval of how many times larger one group is, seed by seed, by logarithms. */
  private static double[] interval(double[] group, double[] base) {
    double[] logs =
        IntStream.range(0, group.length)
            .mapToDouble(i -> StrictMath.log(group[i] / base[i]))
            .toArray();
    return Arrays.stream(StudentInterval.of(logs)).map(StrictMath::exp).toArray();
  }

  /**
   * A threshold a hundred times smaller leaves the largest loss above half of what it was. Whether
   * the losses fall at all, by the ledger's trend, differs between the rates and stays open.
   */
  @Test
  @Checks(value = CLIPPED, scale = Scale.DESK)
  void clippingLeavesSpikesAsLarge() {
    List<GridRun> runs = runs();
    ClippedFigures.of(runs).write(RunSettings.evidenceFolder().resolve(FigureData.FOLDER));
    for (double rate : RATES) {
      OrderedGroups losses = byThreshold(runs, rate, ClippedReproduction::largest);
      double[] interval = interval(losses.last(), losses.first());
      Check.of(
              CLIPPED,
              "½ − quotient of the largest losses with and without clipping, lower end, at " + rate)
          .part("not in proportion")
          .by(Oracle.REPRODUCTION)
          .at(
              "medians", losses.medians(),
              "interval of the quotient", Arrays.toString(interval),
              "chance of as clear a fall", chanceOfRise(losses.reversed()),
              "of as clear a rise", chanceOfRise(losses))
          .expectingAtMost(0, CRITERION)
          .holds(0.5 - interval[0])
          .rejects("in proportion to the threshold", 0.5 - 0.01);
    }
  }

  private static double generalised(double[] steps) {
    return Arrays.stream(steps).filter(t -> t < LATE).count();
  }

  private static String generalised(OrderedGroups steps) {
    return Arrays.toString(
        steps.groups().stream().mapToDouble(ClippedReproduction::generalised).toArray());
  }

  /** At a rate at which every run without clipping generalises within its steps. */
  @Test
  @Checks(value = CLIPPED, scale = Scale.DESK)
  void clippedRunsGeneralise() {
    List<GridRun> runs = runs();
    OrderedGroups steps = byThreshold(runs, ClippedRuns.FAST_RATE, ClippedReproduction::t4);
    OrderedGroups usual = byThreshold(runs, ClippedRuns.USUAL_RATE, ClippedReproduction::t4);
    double slow = generalised(byThreshold(runs, 1e-3, ClippedReproduction::t4).first());
    Check.of(CLIPPED, "1 − number of runs that generalise with the smallest threshold")
        .part("not prevented")
        .by(Oracle.REPRODUCTION)
        .at(
            "t4", Arrays.toString(steps.last()),
            "medians", steps.medians(),
            "generalised", generalised(steps),
            "chance of as clear a rise", chanceOfRise(steps),
            "generalised at half the rate", generalised(usual),
            "chance of as clear a rise there", chanceOfRise(usual))
        .expectingAtMost(0, CRITERION)
        .holds(1 - generalised(steps.last()))
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
      OrderedGroups counts = byThreshold(runs, rate, r -> r.series(SpikeSummary.COUNT)[0]);
      double[] clipped = counts.last();
      Check.of(CLIPPED, "1 − number of spikes with the smallest threshold, least of runs")
          .part("visible")
          .by(Oracle.REPRODUCTION)
          .at("rate", rate, "spikes", Arrays.toString(clipped), "medians", counts.medians())
          .expectingAtMost(0, CRITERION)
          .holds(1 - StatUtils.min(clipped))
          .rejects("the square network", 1 - smooth);
    }
  }

  private static double[] spikes(List<GridRun> runs, double rate) {
    return byThreshold(runs, rate, r -> r.series(SpikeSummary.COUNT)[0]).first();
  }

  @Test
  @Checks(value = SMALL, scale = Scale.DESK)
  void smallRatesSpikeLessAndGeneraliseLater() {
    List<GridRun> runs = runs();
    double energy = withRate(runs, r -> r.series(SpikeSummary.ENERGY)[0]);
    double later = withRate(runs, ClippedReproduction::t4);
    Check.of(SMALL, "−rank correlation of the learning rate and the energy of the oscillation")
        .by(Oracle.REPRODUCTION)
        .at(
            "of the number of spikes", withRate(runs, r -> r.series(SpikeSummary.COUNT)[0]),
            "spikes at 0.001", Arrays.toString(spikes(runs, 1e-3)),
            "at 0.01", Arrays.toString(spikes(runs, ClippedRuns.FAST_RATE)))
        .expectingAtMost(0, CRITERION)
        .holds(-energy)
        .rejects("with t4", -later);
    Check.of(SMALL, "rank correlation of the learning rate and t4, never reached counted as last")
        .by(Oracle.REPRODUCTION)
        .at(
            "runs", unclipped(runs).size(),
            "generalised", unclipped(runs).stream().filter(r -> Double.isFinite(r.t4())).count())
        .expectingAtMost(0, CRITERION)
        .holds(later)
        .rejects("with the energy", energy);
  }
}
