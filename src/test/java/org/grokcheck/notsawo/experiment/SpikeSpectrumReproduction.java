package org.grokcheck.notsawo.experiment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.StatUtils;
import org.apache.commons.math3.stat.correlation.SpearmansCorrelation;
import org.grokcheck.evidence.Check;
import org.grokcheck.evidence.Checks;
import org.grokcheck.evidence.Oracle;
import org.grokcheck.evidence.Scale;
import org.grokcheck.evidence.Tolerance;
import org.grokcheck.experiment.FigureData;
import org.grokcheck.experiment.Recording;
import org.grokcheck.harness.Recordings;
import org.grokcheck.harness.RunSettings;
import org.grokcheck.notsawo.signal.Energy;
import org.grokcheck.notsawo.signal.HighPass;
import org.junit.jupiter.api.Test;

/** Sec. 4, App. G.2: the ends of the Hessian's spectrum at recorded spikes and quiet steps. */
class SpikeSpectrumReproduction {
  private static final String NO_NEGATIVE = "notsawo.sec4.no_negative";
  private static final String NEGATIVE = "notsawo.sec4.slingshot_negative";
  private static final String REFLECTS = "notsawo.sec4.reflects";
  private static final String RATIO = "notsawo.fig11";
  private static final String RATIO_AGAIN = "notsawo.fig18";
  private static final Tolerance CRITERION = new Tolerance.Exact();

  /** Probability that Lanczos' method misses more than {@link #missed} at any of the steps. */
  private static final double MISS = 1e-3;

  /** Half the length of the piece of loss around a step whose oscillation is taken. */
  private static final int AROUND = 15;

  private static List<SpikeRun> runs() {
    return SpikeRun.decoders(Recordings.of(new SpikeRuns(), Scale.DESK));
  }

  private static double[] ratios(List<SpikeRun> runs, String kind) {
    return runs.stream().flatMapToDouble(r -> Arrays.stream(r.ratios(kind))).toArray();
  }

  /** λ_min/λ_max at the quiet steps between the first and the last spike of each run. */
  private static double[] between(List<SpikeRun> runs) {
    return runs.stream()
        .flatMapToDouble(
            r -> {
              int[] spikes = r.steps(SpikeRecorder.SPIKE);
              int[] quiet = r.steps(SpikeRecorder.QUIET);
              double[] ratios = r.ratios(SpikeRecorder.QUIET);
              return IntStream.range(0, quiet.length)
                  .filter(i -> quiet[i] > spikes[0] && quiet[i] < spikes[spikes.length - 1])
                  .mapToDouble(i -> ratios[i]);
            })
        .toArray();
  }

  /**
   * ε such that k steps from a uniformly random start miss λ_min by more than ε(λ_max − λ_min) with
   * probability at most {@link #MISS} over the number of points: by Kuczyński and Woźniakowski that
   * is 1.648 √n exp(−√ε (2k − 1)).
   */
  private static double missed(SpikeRun run, int points) {
    int parameters = PlateauRuns.decoder(SmallRunExperiment.LEDGER_MODULUS).parameters();
    int steps = run.result().job().integer("products");
    double root = StrictMath.log(1.648 * Math.sqrt(parameters) * points / MISS) / (2 * steps - 1);
    return root * root;
  }

  /** The largest −λ_min/λ_max that the Ritz values leave room for. */
  private static double room(double[] ratios, double missed) {
    return Arrays.stream(ratios).map(r -> -r + missed * (1 - r)).max().orElse(Double.NaN);
  }

  @Test
  @Checks(value = NO_NEGATIVE, scale = Scale.DESK)
  void negativeCurvatureIsSmallBetweenSpikesAndLargeAtThem() {
    Recording recording = Recordings.of(new SpikeRuns(), Scale.DESK);
    List<SpikeRun> runs = SpikeRun.decoders(recording);
    SpikeFigures.of(runs, SpikeRun.squares(recording).get(0))
        .write(RunSettings.evidenceFolder().resolve(FigureData.FOLDER));
    double[] quiet = between(runs);
    double missed = missed(runs.get(0), quiet.length);
    double[] spikes = ratios(runs, SpikeRecorder.SPIKE);
    Check.of(NO_NEGATIVE, "−λ_min/λ_max between spikes, with what Lanczos' method may have missed")
        .part("between spikes")
        .by(Oracle.REPRODUCTION)
        .at(
            "steps",
            quiet.length,
            "least ratio",
            StatUtils.min(quiet),
            "missed at most, with probability " + (1 - MISS),
            missed)
        .expectingAtMost(0.01, CRITERION)
        .holds(room(quiet, missed))
        .rejects("at spikes", room(spikes, missed));
    Check.of(NO_NEGATIVE, "largest λ_min/λ_max at a spike, below −5·10⁻⁴")
        .part("at spikes")
        .by(Oracle.REPRODUCTION)
        .at("spikes", spikes.length, "median", StatUtils.percentile(spikes, 50))
        .expectingAtMost(-5e-4, CRITERION)
        .holds(StatUtils.max(spikes))
        .rejects("between spikes", StatUtils.max(quiet));
  }

  private static double medianSmallest(List<SpikeRun> runs, String kind) {
    return StatUtils.percentile(smallest(runs, kind), 50);
  }

  private static double[] smallest(List<SpikeRun> runs, String kind) {
    return runs.stream()
        .flatMapToDouble(r -> Arrays.stream(r.series(kind + SpikeRecorder.SMALLEST)))
        .toArray();
  }

  @Test
  @Checks(value = NEGATIVE, scale = Scale.DESK)
  void theSmallestEigenvalueIsFarLowerAtSpikes() {
    List<SpikeRun> runs = runs();
    double quiet = medianSmallest(runs, SpikeRecorder.QUIET);
    Check.of(NEGATIVE, "median λ_min over spikes − 10 × median between spikes")
        .by(Oracle.REPRODUCTION)
        .at(
            "spikes",
            smallest(runs, SpikeRecorder.SPIKE).length,
            "median at spikes",
            medianSmallest(runs, SpikeRecorder.SPIKE),
            "median at quiet steps",
            quiet)
        .expectingAtMost(0, CRITERION)
        .holds(medianSmallest(runs, SpikeRecorder.SPIKE) - 10 * quiet)
        .rejects("at quiet steps", quiet - 10 * quiet);
  }

  @Test
  @Checks(
      value = {RATIO, RATIO_AGAIN},
      scale = Scale.DESK)
  void ratiosAtSpikesAreBelowThoseOfQuietSteps() {
    List<SpikeRun> runs = runs();
    double[] quiet = ratios(runs, SpikeRecorder.QUIET);
    double[] spikes = ratios(runs, SpikeRecorder.SPIKE);
    double usual = StatUtils.percentile(quiet, 5);
    for (String claim : List.of(RATIO, RATIO_AGAIN)) {
      Check.of(claim, "largest λ_min/λ_max at a spike − 5th percentile of quiet steps")
          .part("at spikes")
          .by(Oracle.REPRODUCTION)
          .at("spikes", spikes.length, "quiet steps", quiet.length, "5th percentile", usual)
          .expectingAtMost(0, CRITERION)
          .holds(StatUtils.max(spikes) - usual)
          .rejects("median of quiet steps", StatUtils.percentile(quiet, 50) - usual);
    }
  }

  /** −λ_min and the energy of the oscillation around it, over events; or half a run off. */
  private static double correlation(List<SpikeRun> runs, List<String> kinds, boolean moved) {
    List<Double> negative = new ArrayList<>();
    List<Double> energies = new ArrayList<>();
    for (SpikeRun run : runs) {
      double[] losses = run.series(SmallRun.LOSSES);
      int shift = moved ? losses.length / 2 : 0;
      for (String kind : kinds) {
        Arrays.stream(run.series(kind + SpikeRecorder.SMALLEST)).forEach(l -> negative.add(-l));
        for (int step : run.steps(kind)) {
          energies.add(energy(losses, (step + shift) % losses.length));
        }
      }
    }
    return new SpearmansCorrelation().correlation(array(negative), array(energies));
  }

  private static double energy(double[] losses, int step) {
    int first = Math.max(0, step - AROUND);
    int end = Math.min(losses.length, step + AROUND + 1);
    return Energy.of(HighPass.oscillation(Arrays.copyOfRange(losses, first, end)));
  }

  private static double[] array(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }

  @Test
  @Checks(value = REFLECTS, scale = Scale.DESK)
  void negativeCurvatureFollowsTheOscillation() {
    List<SpikeRun> runs = runs();
    List<String> events = List.of(SpikeRecorder.SPIKE, SpikeRecorder.QUIET);
    Check.of(REFLECTS, "rank correlation of −λ_min and the energy of the oscillation, above 0.5")
        .part("oscillation")
        .by(Oracle.REPRODUCTION)
        .at(
            "spikes",
            smallest(runs, SpikeRecorder.SPIKE).length,
            "quiet steps",
            smallest(runs, SpikeRecorder.QUIET).length,
            "over spikes alone",
            correlation(runs, List.of(SpikeRecorder.SPIKE), false),
            "over quiet steps alone",
            correlation(runs, List.of(SpikeRecorder.QUIET), false))
        .expectingAtMost(-0.5, CRITERION)
        .holds(-correlation(runs, events, false))
        .rejects("oscillation half a run off", -correlation(runs, events, true));
  }
}
