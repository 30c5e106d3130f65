package org.grokcheck.beck.experiment;

import java.nio.file.Path;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.regression.SimpleRegression;
import org.grokcheck.evidence.Check;
import org.grokcheck.evidence.Checks;
import org.grokcheck.evidence.Oracle;
import org.grokcheck.evidence.Scale;
import org.grokcheck.evidence.Tolerance;
import org.grokcheck.experiment.FigureData;
import org.grokcheck.experiment.FigureData.Panel;
import org.grokcheck.harness.RunSettings;
import org.junit.jupiter.api.Test;

/** Fig. 4 (right) and Fig. 8: the loss-based delay at σ = 20, ε = 1e-50 and its law. */
class DelayReproduction {
  private static final DelayCurve CURVE = DelayCurve.ofThePaper();
  private static final double[] MEASURED = CURVE.measuredLogRatios();
  private static final int SAMPLES = 160;

  private static final Tolerance CRITERION =
      Tolerance.remainder(
          1e-6, "criterion of the reproduction; some 1e4 steps with a local error of 1e-12");

  @Test
  @Checks(value = "beck.fig4.right", scale = Scale.PAPER)
  void delayFollowsTheCorrectedLaw() {
    for (int i = 0; i < MEASURED.length; i++) {
      double x = CURVE.positions().get(i);
      check("beck.fig4.right", "log(t_gen/t_tr), integrated against exact flow", x)
          .expecting(CURVE.exactLogRatio(x), CRITERION)
          .holds(MEASURED[i])
          .rejects("law of ε → 0 at every x", DelayCurve.law(x));
      if (x >= DelayFigures.JUDGED_FROM) {
        check("beck.fig4.right", "log(t_gen/t_tr) against the law", x)
            .expecting(DelayCurve.law(x), CRITERION)
            .holds(MEASURED[i])
            .refutes("exp(½log²(1−2λ)), eq. (16)", DelayCurve.laws(x).asPrintedLogRatioEq16());
      }
      if (x >= 1e-4 && x <= 1e-2) {
        check("beck.fig4.right", "distance below 0.4 from eq. (16) as printed", x)
            .expectingAtMost(-0.4, new Tolerance.Exact())
            .holds(DelayCurve.laws(x).asPrintedLogRatioEq16() - MEASURED[i])
            .rejects("with its factor 2", DelayCurve.laws(x).logRatioNearCritical() - MEASURED[i]);
      }
    }
    checkInset();
    DelayFigures.relativeDelay(CURVE, MEASURED, reading(1e-4)).write(folder());
  }

  /**
   * The inset shows a delay of 43 e-folds: that of 1 − 2λ = 1e-4, while λ = 1e-4 has next to none.
   */
  private static void checkInset() {
    double asShown = CURVE.exactLogRatio(1e-4);
    double asCaptioned = CURVE.exactLogRatio(1 - 2e-4);
    ThresholdMeasurement times = measure(1e-4);
    check("beck.fig4.right", "log(t_gen/t_tr) of the inset", 1e-4)
        .expecting(asShown, CRITERION)
        .holds(times.logRatio())
        .refutes("λ = 1e-4, the caption", asCaptioned);
  }

  @Test
  @Checks(value = "beck.fig8.left", scale = Scale.PAPER)
  void timesAreReadOff() {
    double x = 1e-3;
    ThresholdMeasurement times = measure(x);
    check("beck.fig8.left", "log t_tr", x)
        .expecting(-CURVE.logEpsilon(), CRITERION)
        .holds(times.logTraining())
        .rejects("t_tr = 2/(ηε)", times.logTraining() + StrictMath.log(2));
    check("beck.fig8.left", "log t_gen − log t_tr", x)
        .expecting(24.4961, Tolerance.remainder(1e-3, "criterion of the reproduction"))
        .holds(times.logRatio())
        .rejects("eq. (16)", DelayCurve.laws(x).asPrintedLogRatioEq16());
    LossCurveFigures.thresholds(curves(x), reading(x), times).write(folder());
  }

  @Test
  @Checks(value = "beck.fig8.right", scale = Scale.PAPER)
  void rootOfTheLogRatioHasSlopeOneOverRootTwo() {
    SimpleRegression fit = new SimpleRegression();
    IntStream.range(0, MEASURED.length)
        .filter(i -> CURVE.positions().get(i) >= 1e-3 && CURVE.positions().get(i) <= 0.1)
        .forEach(
            i -> fit.addData(StrictMath.log(CURVE.positions().get(i)), Math.sqrt(MEASURED[i])));
    Check.of("beck.fig8.right", "slope of √log(t_gen/t_tr) against log(1−2λ)")
        .by(Oracle.REPRODUCTION)
        .at("sigma", CURVE.sigma(), "x", "1e-3 to 0.1")
        .expecting(
            -Math.sqrt(0.5),
            Tolerance.remainder(0.02, "criterion of the reproduction, 1/√2 ± 0.02"))
        .holds(fit.getSlope())
        .rejects("+1/√2, eq. (42) as printed", -fit.getSlope())
        .rejects("slope 1/2", -0.5);
    DelayFigures.rootOfLogRatio(CURVE, MEASURED, -fit.getSlope()).write(folder());
  }

  private static ThresholdMeasurement measure(double x) {
    return ThresholdMeasurement.of(CURVE.model(x), CURVE.logEpsilon(), CURVE.logHorizon());
  }

  private static Panel reading(double x) {
    return LossCurveFigures.reading(curves(x).run(), measure(x), CURVE.logEpsilon());
  }

  private static LossCurves curves(double x) {
    return LossCurves.overDecades(x, CURVE.sigma(), CURVE.eta(), -2, 75, SAMPLES);
  }

  private static Check check(String claim, String quantity, double x) {
    return Check.of(claim, quantity)
        .by(Oracle.REPRODUCTION)
        .at("x", x, "sigma", CURVE.sigma(), "logEpsilon", CURVE.logEpsilon(), "eta", CURVE.eta());
  }

  private static Path folder() {
    return RunSettings.evidenceFolder().resolve(FigureData.FOLDER);
  }
}
