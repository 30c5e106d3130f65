package org.grokcheck.kumar.experiment;

import java.util.List;
import org.grokcheck.evidence.Checks;
import org.grokcheck.evidence.Scale;
import org.grokcheck.evidence.Tolerance;
import org.grokcheck.experiment.JobResult;
import org.grokcheck.experiment.Recording;
import org.grokcheck.harness.Recordings;
import org.junit.jupiter.api.Test;

/** Figs. 7 and 10, and the norms of Sec. 9, from recorded runs. */
class InitialWeightReproduction {
  private static final Tolerance CRITERION = new Tolerance.Exact();

  private static Recording recording() {
    return Recordings.of(new InitialWeights(), Scale.DESK);
  }

  @Test
  @Checks(
      value = {"kumar.fig7b", "kumar.sec4.initscale"},
      scale = Scale.DESK)
  void largerFirstWeightsMoveLessAndGeneraliseWorse() {
    for (Sweep sweep : Sweep.of(recording(), InitialWeights.SCALE, "sigma")) {
      double[] losses = sweep.values(CommitteeCurves.FINAL_TEST);
      sweep
          .check("kumar.fig7b", "rank correlation of the final test loss with σ")
          .part("final test loss")
          .expecting(1, CRITERION)
          .holds(Sweep.rank(losses))
          .rejects("falls", Sweep.rank(Sweep.reversed(losses)));
      double[] ratios = sweep.ratios(1);
      sweep
          .check("kumar.fig7b", "rank correlation of t_test/t_train at the level 1/5 with σ")
          .part("delay")
          .expecting(1, CRITERION)
          .holds(Sweep.rank(ratios))
          .rejects("falls", Sweep.rank(Sweep.reversed(ratios)));
      double[] changes = sweep.values(CommitteeCurves.CHANGE);
      sweep
          .check("kumar.sec4.initscale", "rank correlation of |W − W₀|/|W₀| with σ")
          .expecting(-1, CRITERION)
          .holds(Sweep.rank(changes))
          .rejects("grows", Sweep.rank(Sweep.reversed(changes)));
    }
  }

  @Test
  @Checks(
      value = {"kumar.fig7c", "kumar.fig7df"},
      scale = Scale.DESK)
  void changeOfTheWeightsIsAFunctionOfTheProduct() {
    Recording recording = recording();
    for (Sweep sweep : Sweep.of(recording, InitialWeights.GRID, "sigma")) {
      for (double product : List.of(0.2, 1.0)) {
        double narrow = change(run(sweep, product, 0.5));
        sweep
            .check("kumar.fig7c", "|W − W₀|/|W₀| at σ = 1/2 over that at σ = 1")
            .expecting(1, Tolerance.remainder(0.05, "criterion on the rich side"))
            .holds(narrow / change(run(sweep, product, 1)))
            .rejects("at constant ασ", narrow / change(run(sweep, 5 * product, 2)));
      }
      for (JobResult run : sweep.runs()) {
        compareWithTheEndOfTheFlow(sweep, run);
      }
    }
  }

  /** The closed form holds at zero loss; where test loss is left, weights have moved less. */
  private static void compareWithTheEndOfTheFlow(Sweep sweep, JobResult run) {
    double d = run.job().number("D");
    double sigma = run.job().number("sigma");
    double product = run.job().number("alpha") * run.job().number("eps");
    double end = end(d, d / (product * sigma * sigma));
    boolean learned = run.measurements().value(CommitteeCurves.FINAL_TEST) < 0.05;
    if (learned) {
      sweep
          .check("kumar.fig7df", "|W − W₀|/|W₀| over (√(1+κ) − 1)/√D where the task is learned")
          .part("learned")
          .expecting(1, Tolerance.remainder(0.1, "criterion at less than 5 % of the test loss"))
          .holds(change(run) / end)
          .rejects("κ with σ for σ²", change(run) / end(d, d / (product * sigma)))
          .rejects("κ/√D", change(run) / (d / (product * sigma * sigma) / Math.sqrt(d)));
    } else {
      sweep
          .check("kumar.fig7df", "|W − W₀|/|W₀| over (√(1+κ) − 1)/√D where test loss is left")
          .part("not learned")
          .expectingAtMost(1, CRITERION)
          .holds(change(run) / end)
          .rejects("over (√(1+κ) − 1)/D", change(run) / end * Math.sqrt(d));
    }
  }

  private static double end(double d, double kappa) {
    return (Math.sqrt(1 + kappa) - 1) / Math.sqrt(d);
  }

  private static double change(JobResult run) {
    return run.measurements().value(CommitteeCurves.CHANGE);
  }

  private static JobResult run(Sweep sweep, double product, double sigma) {
    double alpha = product / (sigma * sigma);
    return sweep.runs().stream()
        .filter(r -> r.job().number("sigma") == sigma && r.job().number("alpha") == alpha)
        .findFirst()
        .orElseThrow();
  }

  @Test
  @Checks(value = "kumar.fig10", scale = Scale.DESK)
  void aShareOfTheSolutionTakesTheRiseAway() {
    for (Sweep sweep : Sweep.of(recording(), InitialWeights.SHARE, "c")) {
      double[] peaks = sweep.values(CommitteeCurves.PEAK);
      sweep
          .check("kumar.fig10", "rank correlation of the largest test loss with c")
          .part("order")
          .expecting(-1, CRITERION)
          .holds(Sweep.rank(peaks))
          .rejects("grows", Sweep.rank(Sweep.reversed(peaks)));
      sweep
          .check("kumar.fig10", "largest test loss over that at the start at c = 4/5")
          .part("no rise")
          .expectingAtMost(1.02, CRITERION)
          .holds(peaks[peaks.length - 1])
          .rejects("at c = 1/10", peaks[1]);
    }
  }

  @Test
  @Checks(value = "kumar.sec9.norm", scale = Scale.DESK)
  void normGrowsWhereTheTargetOutweighsTheStart() {
    for (Sweep sweep : Sweep.of(recording(), InitialWeights.NORM, "alpha")) {
      for (JobResult run : sweep.runs()) {
        boolean centred = Boolean.parseBoolean(run.job().text("centred"));
        double product = run.job().number("alpha") * run.job().number("eps");
        double norm = run.measurements().value(CommitteeCurves.FINAL_NORM);
        sweep
            .check("kumar.sec9.norm", "whether the norm has grown")
            .part(centred ? "centred" : "uncentred")
            .at("draw", sweep.seed(), "αε", product, "centred", centred)
            // Without centring it ends at |β|²/(αεD) of the start, and |β|² = D.
            .expectingExactly(centred || product < 1)
            .holds(norm > 1)
            .rejects("the other way round", norm <= 1);
        sweep
            .check("kumar.sec9.norm", "final test loss")
            .part("generalises")
            .expectingAtMost(0.1, CRITERION)
            .holds(run.measurements().value(CommitteeCurves.FINAL_TEST));
      }
    }
  }
}
