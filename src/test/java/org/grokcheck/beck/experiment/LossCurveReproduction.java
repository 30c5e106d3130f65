package org.grokcheck.beck.experiment;

import java.util.List;
import java.util.stream.DoubleStream;
import org.grokcheck.beck.experiment.LogTimeFlow.Sample;
import org.grokcheck.evidence.Check;
import org.grokcheck.evidence.Checks;
import org.grokcheck.evidence.Oracle;
import org.grokcheck.evidence.Scale;
import org.grokcheck.evidence.Tolerance;
import org.grokcheck.experiment.FigureData;
import org.grokcheck.harness.RunSettings;
import org.junit.jupiter.api.Test;

/** Fig. 4, left: loss and accuracy at σ = 5 for λ on both sides of ½ and of the critical scale. */
class LossCurveReproduction {
  private static final double SIGMA = 5;
  private static final double[] POSITIONS = {0.5, 0.42, 0.2, 1e-3, -0.04, -0.4};
  private static final int SAMPLES = 250;

  /** A state's largest error: 1e-12 a step in at most 1e4 steps of the convergent flow. */
  private static final double STATE_ERROR = 1e-8;

  @Test
  @Checks(value = "beck.fig4.left", scale = Scale.PAPER)
  void lossHasThePredictedExtremaAndAccuracyRises() {
    List<LossCurveRun> runs =
        DoubleStream.of(POSITIONS)
            .mapToObj(x -> LossCurves.overDecades(x, SIGMA, 1, -3, 12, SAMPLES).run())
            .toList();
    for (LossCurveRun run : runs) {
      checkExtrema(run);
      checkLosses(run);
      checkAccuracy(run);
    }
    LossCurveFigures.lossesAndAccuracy(runs)
        .write(RunSettings.evidenceFolder().resolve(FigureData.FOLDER));
  }

  /** d log L_gen = db + S̃ dS̃. */
  private static double lossError(LossCurveRun run) {
    double most = run.exact().stream().mapToDouble(Sample::weight).max().orElseThrow();
    return STATE_ERROR * (1 + most);
  }

  private static void checkExtrema(LossCurveRun run) {
    check(run, "local extrema of L_gen")
        .expectingExactly(run.curves().predictedExtrema())
        .holds(run.extrema(lossError(run)))
        .rejects("two at every λ", 2);
  }

  private static void checkLosses(LossCurveRun run) {
    Tolerance error =
        Tolerance.remainder(lossError(run), "1e4 steps with a local error of 1e-12, times 1 + S̃");
    for (int i = 0; i < SAMPLES; i++) {
      Sample exact = run.exact().get(i);
      Sample integrated = run.integrated().get(i);
      check(run, "log L_gen, integrated against exact")
          .expecting(run.logPopulationLoss(exact), error)
          .holds(run.logPopulationLoss(integrated))
          .rejects("training loss", run.logTrainingLoss(exact));
      check(run, "log L_train, integrated against exact")
          .expecting(run.logTrainingLoss(exact), error)
          .holds(run.logTrainingLoss(integrated))
          .rejects("population loss", run.logPopulationLoss(exact));
    }
  }

  private static void checkAccuracy(LossCurveRun run) {
    for (int i = 1; i < SAMPLES; i++) {
      double before = run.accuracy(run.integrated().get(i - 1));
      double after = run.accuracy(run.integrated().get(i));
      // φ ≤ 0.4 times the errors of b and S̃ over S̃.
      double error = STATE_ERROR / run.integrated().get(i - 1).weight();
      check(run, "A_gen does not fall")
          .expectingAtMost(after, Tolerance.remainder(error, "1e4 steps of 1e-12, over S̃"))
          .holds(before)
          .rejects("does not rise", 2 * after - before);
    }
  }

  private static Check check(LossCurveRun run, String quantity) {
    LossCurves curves = run.curves();
    return Check.of("beck.fig4.left", quantity)
        .by(Oracle.REPRODUCTION)
        .at("x", curves.x(), "sigma", curves.sigma(), "eta", curves.eta());
  }
}
