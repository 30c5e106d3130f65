package org.grokcheck.kumar.experiment;

import java.util.Arrays;
import java.util.List;
import org.grokcheck.evidence.Check;
import org.grokcheck.evidence.Checks;
import org.grokcheck.evidence.Oracle;
import org.grokcheck.evidence.Scale;
import org.grokcheck.evidence.Tolerance;
import org.grokcheck.experiment.FigureData;
import org.grokcheck.experiment.JobResult;
import org.grokcheck.experiment.Measurements;
import org.grokcheck.experiment.Recording;
import org.grokcheck.harness.Recordings;
import org.grokcheck.harness.RunSettings;
import org.junit.jupiter.api.Test;

/** Figs. 1, 4 and 9 and what rests on them, from recorded runs at several sample sizes. */
class SampleSizeReproduction {
  private static final Tolerance CRITERION = new Tolerance.Exact();

  /** Index of the level 1/5. */
  private static final int FIFTH = 1;

  private static final double FAILED = 0.3;
  private static final double DELAYED = 2;
  private static final double TOGETHER = 1.7;

  private static Recording recording() {
    return Recordings.of(new SampleSizes(), Scale.DESK);
  }

  @Test
  @Checks(
      value = {"kumar.fig1b", "kumar.fig1c"},
      scale = Scale.DESK)
  void networkLeavesTheKernelBehindAndItsWeightsGrowAndAlign() {
    Recording recording = recording();
    List<Sweep> lazy = Sweep.of(recording, SampleSizes.LAZY, "alpha");
    for (Sweep sweep : Sweep.of(recording, SampleSizes.FIRST, "P")) {
      JobResult run = sweep.runs().get(0);
      Measurements rival = lazy.get(sweep.seed()).at(500).measurements();
      sweep
          .check("kumar.fig1b", "t_train/t_test at the level 1/5")
          .part("delay")
          .expectingAtMost(1.0 / 3, CRITERION)
          .holds(1 / Sweep.ratio(run, FIFTH))
          .rejects("of test over training time", Sweep.ratio(run, FIFTH));
      sweep
          .check("kumar.fig1b", "final test loss over that of kernel regression")
          .part("line of the kernel")
          .expectingAtMost(0.2, CRITERION)
          .holds(ofKernel(run.measurements()))
          .rejects("at α = 500", ofKernel(rival));
      double norm = run.measurements().value(CommitteeCurves.FINAL_NORM);
      double d = run.job().number("D");
      double kappa = d / (run.job().number("alpha") * run.job().number("eps"));
      sweep
          .check("kumar.fig1c", "|W|²/|W₀|² at the end over 1 + |β|²/(αεD)")
          .part("norm")
          .expecting(1, Tolerance.remainder(0.05, "criterion: test loss is not 0 at the end"))
          .holds(norm / (1 + kappa / d))
          .rejects("without the 1", norm / (kappa / d));
      double[] alignment = afterHalving(run, CommitteeCurves.ALIGNMENT);
      sweep
          .check("kumar.fig1c", "rank correlation of the alignment with time, times −1")
          .part("alignment")
          .expectingAtMost(-0.9, CRITERION)
          .holds(-Sweep.rank(alignment))
          .rejects("falls", -Sweep.rank(Sweep.reversed(alignment)));
    }
    SampleSizeFigures.first(recording)
        .write(RunSettings.evidenceFolder().resolve(FigureData.FOLDER));
  }

  private static double ofKernel(Measurements run) {
    return run.value(CommitteeCurves.FINAL_TEST) / run.value(CommitteeCurves.KERNEL);
  }

  /** A curve from where the training loss has halved. */
  private static double[] afterHalving(JobResult run, String name) {
    double[] train = run.measurements().values(CommitteeCurves.TRAIN);
    double[] curve = run.measurements().values(name);
    int k = 0;
    while (train[k] > train[0] / 2) {
      k++;
    }
    return Arrays.copyOfRange(curve, k, curve.length);
  }

  @Test
  @Checks(value = "kumar.fig4", scale = Scale.DESK)
  void riseOfTheTestLossIsTheLinearTerm() {
    Recording recording = recording();
    for (Sweep sweep : Sweep.of(recording, SampleSizes.SIZES, "P")) {
      Measurements run = sweep.at(100).measurements();
      double excess = run.value(CommitteeCurves.PEAK) - 1;
      sweep
          .check("kumar.fig4", "excess of the test loss at its peak over the linear term there")
          .part("what rises")
          .expectingAtMost(1, CRITERION)
          .holds(excess / run.value(CommitteeCurves.PEAK_LINEAR))
          .rejects(
              "over the growth of the misalignment",
              excess / Math.max(0.01, run.value(CommitteeCurves.PEAK_MISALIGNMENT) - 2.0 / 3));
      sweep
          .check("kumar.fig4", "time of the largest linear term over that of half the misalignment")
          .part("what comes first")
          .expectingAtMost(1, CRITERION)
          .holds(run.value(CommitteeCurves.LINEAR_TIME) / run.value(CommitteeCurves.ALIGNED_TIME))
          .rejects(
              "the other way round",
              run.value(CommitteeCurves.ALIGNED_TIME) / run.value(CommitteeCurves.LINEAR_TIME));
    }
    SampleSizeFigures.parts(recording)
        .write(RunSettings.evidenceFolder().resolve(FigureData.FOLDER));
  }

  @Test
  @Checks(value = "kumar.fig9", scale = Scale.DESK)
  void failureDelayAndTogethernessFollowOneAnother() {
    Recording recording = recording();
    for (Sweep sweep : Sweep.of(recording, SampleSizes.RATIOS, "P")) {
      for (int level = 0; level < CommitteeCurves.LEVELS.size(); level++) {
        sweep
            .check("kumar.fig9", "kinds at P = 30, 100 and 400")
            .part("kinds")
            .at("draw", sweep.seed(), "level", CommitteeCurves.LEVELS.get(level))
            .expectingExactly("fails, delayed, together")
            .holds(kinds(sweep, level, 30, 100, 400))
            .rejects("at P = 400, 100 and 30", kinds(sweep, level, 400, 100, 30));
      }
    }
    for (Sweep sweep : Sweep.of(recording, SampleSizes.SIZES, "P")) {
      double[] linear = sweep.values(CommitteeCurves.FINAL_LINEAR);
      sweep
          .check("kumar.fig9", "rank correlation of the final linear term with P")
          .part("linear term")
          .expecting(-1, CRITERION)
          .holds(Sweep.rank(linear))
          .rejects("grows", Sweep.rank(Sweep.reversed(linear)));
      Measurements middle = sweep.at(100).measurements();
      sweep
          .check("kumar.fig9", "final over largest linear term at P = 100")
          .part("linear term rises and falls")
          .expectingAtMost(0.5, CRITERION)
          .holds(
              middle.value(CommitteeCurves.FINAL_LINEAR)
                  / middle.value(CommitteeCurves.LARGEST_LINEAR))
          .rejects(
              "at P = 20",
              linear[0] / sweep.at(20).measurements().value(CommitteeCurves.LARGEST_LINEAR));
    }
    SampleSizeFigures.sizes(recording)
        .write(RunSettings.evidenceFolder().resolve(FigureData.FOLDER));
  }

  private static String kinds(Sweep sweep, int level, int... samples) {
    return String.join(
        ", ", Arrays.stream(samples).mapToObj(p -> kind(sweep.at(p), level)).toList());
  }

  private static String kind(JobResult run, int level) {
    if (run.measurements().value(CommitteeCurves.FINAL_TEST) > FAILED) {
      return "fails";
    }
    double ratio = Sweep.ratio(run, level);
    if (ratio < TOGETHER) {
      return "together";
    }
    return ratio > DELAYED ? "delayed" : "between";
  }

  @Test
  @Checks(value = "kumar.sec9.datasize", scale = Scale.DESK)
  void ratioFallsWithTheSampleSize() {
    List<Sweep> sweeps = Sweep.of(recording(), SampleSizes.RICH, "P");
    for (int k = 0; k < CommitteeCurves.LEVELS.size(); k++) {
      int level = k;
      double[] medians = new double[4];
      Arrays.setAll(
          medians,
          i -> Sweep.median(sweeps.stream().mapToDouble(s -> s.ratios(level)[i]).toArray()));
      Check.of(
              "kumar.sec9.datasize",
              "order of the median t_test/t_train at P = 5D, 8D, 10D, 1.15 P_c")
          .by(Oracle.REPRODUCTION)
          .at("level", CommitteeCurves.LEVELS.get(level), "medians", Arrays.toString(medians))
          .expecting(-1, CRITERION)
          .holds(Sweep.rank(medians))
          .rejects("grows", Sweep.rank(Sweep.reversed(medians)));
    }
  }

  @Test
  @Checks(
      value = {"kumar.sec5.few-samples", "kumar.sec8.3.2.worse"},
      scale = Scale.DESK)
  void kernelFailsWhereTheNetworkDoesNot() {
    Recording recording = recording();
    List<Sweep> lazy = Sweep.of(recording, SampleSizes.LAZY, "alpha");
    for (Sweep sweep : Sweep.of(recording, SampleSizes.FEW, "P")) {
      sweep
          .check("kumar.sec5.few-samples", "final test loss over that of kernel regression")
          .expectingAtMost(0.1, CRITERION)
          .holds(ofKernel(sweep.runs().get(0).measurements()))
          .rejects("at α = 500", ofKernel(lazy.get(sweep.seed()).at(500).measurements()));
    }
    double[] few =
        Sweep.of(recording, SampleSizes.FEW, "P").stream()
            .mapToDouble(s -> s.values(CommitteeCurves.KERNEL)[0])
            .toArray();
    for (Sweep sweep : Sweep.of(recording, SampleSizes.WORST, "P")) {
      sweep
          .check("kumar.sec8.3.2.worse", "test loss of 0 over that of kernel regression at P = D")
          .expectingAtMost(1, CRITERION)
          .holds(1 / sweep.values(CommitteeCurves.KERNEL)[0])
          .rejects("at P = 6D", 1 / few[sweep.seed() % few.length]);
    }
  }

  @Test
  @Checks(value = "kumar.sec5.1.alpha-inf", scale = Scale.DESK)
  void finalTestLossTendsToThatOfTheKernel() {
    for (Sweep sweep : Sweep.of(recording(), SampleSizes.LAZY, "alpha")) {
      double[] losses = sweep.values(CommitteeCurves.FINAL_TEST);
      double kernel = sweep.values(CommitteeCurves.KERNEL)[0];
      double distance = kernel - losses[0];
      sweep
          .check("kumar.sec5.1.alpha-inf", "final test loss, α → ∞ from α = 500 and 5000 by 1/α")
          .by(Oracle.LIMIT)
          .expecting(
              (10 * losses[1] - losses[0]) / 9,
              Tolerance.remainder(
                  distance * distance / kernel,
                  "the next order is the square of the first, relative to the limit"))
          .holds(kernel)
          .rejects("at α = 500", losses[0])
          .rejects("the loss of 0", 1);
    }
  }

  @Test
  @Checks(value = "kumar.sec1.infinite-data", scale = Scale.DESK)
  void lossesMeetAsSamplesAreAdded() {
    for (Sweep sweep : Sweep.of(recording(), SampleSizes.MANY, "P")) {
      double few = gap(sweep.at(200));
      double more = gap(sweep.at(2000));
      double most = gap(sweep.at(20_000));
      sweep
          .check(
              "kumar.sec1.infinite-data",
              "largest |log(test/train)|, ten times the samples over fewer")
          .part("along training")
          .expectingAtMost(0.5, CRITERION)
          .holds(more / few)
          .holds(most / more)
          .rejects("fewer over more", few / more);
    }
  }

  /** Largest distance of the logarithms of both losses along a run. */
  private static double gap(JobResult run) {
    double[] train = run.measurements().values(CommitteeCurves.TRAIN);
    double[] test = run.measurements().values(CommitteeCurves.TEST);
    double largest = 0;
    for (int k = 0; k < train.length; k++) {
      largest = Math.max(largest, Math.abs(StrictMath.log(test[k] / train[k])));
    }
    return largest;
  }

  @Test
  @Checks(value = "kumar.abs.three-conditions", scale = Scale.DESK)
  void takingAConditionAwayShortensTheDelay() {
    List<Sweep> sizes = Sweep.of(recording(), SampleSizes.ABLATION, "P");
    double few = Sweep.median(sizes.stream().mapToDouble(s -> s.ratios(FIFTH)[0]).toArray());
    double together = sizes.stream().filter(s -> s.ratios(FIFTH)[1] < DELAYED).count();
    double rival = sizes.stream().filter(s -> s.ratios(FIFTH)[0] < DELAYED).count();
    Check sampleSize =
        Check.of("kumar.abs.three-conditions", "median t_test/t_train at P = 5D, times −1")
            .part("intermediate sample size")
            .by(Oracle.REPRODUCTION);
    sampleSize.expectingAtMost(-3, CRITERION).holds(-few);
    Check.of("kumar.abs.three-conditions", "draws of 10 with t_test/t_train below 2, times −1")
        .part("intermediate sample size")
        .by(Oracle.REPRODUCTION)
        .expectingAtMost(-8, CRITERION)
        .holds(-together)
        .rejects("at P = 5D", -rival);
    Recording sweeps = Recordings.of(new LazinessSweep(), Scale.DESK);
    for (Sweep sweep : Sweep.of(sweeps, LazinessSweep.ALPHA, "alpha")) {
      double[] delays = sweep.differences(FIFTH);
      sweep
          .check("kumar.abs.three-conditions", "delay in epochs at α = 1/20 over that at α = 4/5")
          .part("lazy start")
          .expectingAtMost(0.4, CRITERION)
          .holds(delays[0] / delays[2])
          .rejects("at α = 16/5 over 4/5", delays[3] / delays[2]);
    }
    for (Sweep sweep : Sweep.of(sweeps, LazinessSweep.EPS, "eps")) {
      double[] delays = sweep.differences(FIFTH);
      sweep
          .check("kumar.abs.three-conditions", "delay in epochs at ε = 1 over that at ε = 1/8")
          .part("misaligned start")
          .expectingAtMost(0.5, CRITERION)
          .holds(delays[3] / delays[0])
          .rejects("as t_test/t_train", sweep.ratios(FIFTH)[3] / sweep.ratios(FIFTH)[0]);
    }
  }
}
