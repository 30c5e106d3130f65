package org.grokcheck.beck.experiment;

import org.grokcheck.evidence.Check;
import org.grokcheck.evidence.Checks;
import org.grokcheck.evidence.Oracle;
import org.grokcheck.evidence.Scale;
import org.grokcheck.evidence.Tolerance;
import org.grokcheck.experiment.FigureData;
import org.grokcheck.harness.RunSettings;
import org.junit.jupiter.api.Test;

/** Fig. 3, right: the time to accuracy 0.95 is large only for large σ and small 1 − 2λ together. */
class AccuracyTimeReproduction {
  private static final Tolerance CRITERION =
      Tolerance.remainder(
          1e-6, "criterion of the reproduction; some 1e4 steps with a local error of 1e-12");

  private final AccuracyTimeMap map = AccuracyTimeMap.ofThePaper();

  @Test
  @Checks(value = "beck.fig3.right", scale = Scale.PAPER)
  void integratedTimesFollowTheClosedForm() {
    double[][] measured = new double[map.sigmas().size()][map.positions().size()];
    for (int i = 0; i < measured.length; i++) {
      for (int j = 0; j < measured[i].length; j++) {
        measured[i][j] = map.measured(map.sigmas().get(i), map.positions().get(j));
        checkValue(i, j, measured[i][j]);
        checkBounds(i, j, measured[i][j]);
        if (i > 0) {
          checkOrder("σ", i, j, measured[i - 1][j], measured[i][j]);
        }
        if (j > 0) {
          checkOrder("1/(1−2λ)", i, j, measured[i][j - 1], measured[i][j]);
        }
      }
    }
    map.figure(measured).write(RunSettings.evidenceFolder().resolve(FigureData.FOLDER));
  }

  private void checkValue(int i, int j, double measured) {
    double sigma = map.sigmas().get(i);
    double x = map.positions().get(j);
    check("log t of the integrated flow", i, j)
        .expecting(map.exact(sigma, x), CRITERION)
        .holds(measured)
        .rejects("σ → ∞ at every σ", map.limitOfScale(x))
        .rejects("λ → ½ at every λ", map.limitOfPosition(sigma));
  }

  /** Ever nearer to λ = ½ the time stays below its limit at this σ, which is finite. */
  @Test
  @Checks(value = "beck-summary.grokking-divergence", scale = Scale.PAPER)
  void timesStayFiniteAtFixedScale() {
    double x = map.positions().get(map.positions().size() - 1);
    for (double sigma : map.sigmas()) {
      double limit = map.limitOfPosition(sigma);
      if (limit > Double.NEGATIVE_INFINITY) {
        Check.of("beck-summary.grokking-divergence", "log t of the integrated flow next to λ = ½")
            .by(Oracle.REPRODUCTION)
            .at("sigma", sigma, "x", x)
            .expectingAtMost(limit, CRITERION)
            .holds(map.measured(sigma, x))
            .refutes("diverges at fixed σ as it does for σ → ∞", map.limitOfScale(x));
      }
    }
  }

  private void checkBounds(int i, int j, double measured) {
    double most =
        Math.min(
            map.limitOfScale(map.positions().get(j)), map.limitOfPosition(map.sigmas().get(i)));
    check("log t at most in either limit", i, j).expectingAtMost(most, CRITERION).holds(measured);
  }

  private void checkOrder(String along, int i, int j, double smaller, double larger) {
    check("rising with " + along, i, j).expectingAtMost(larger, CRITERION).holds(smaller);
  }

  private Check check(String quantity, int i, int j) {
    return Check.of("beck.fig3.right", quantity)
        .by(Oracle.REPRODUCTION)
        .at("sigma", map.sigmas().get(i), "x", map.positions().get(j), "eta", map.eta());
  }
}
