package org.grokcheck.beck;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.grokcheck.evidence.Check;
import org.grokcheck.evidence.Checks;
import org.grokcheck.evidence.Oracle;
import org.grokcheck.evidence.Tolerance;
import org.grokcheck.experiment.FigureData;
import org.grokcheck.experiment.FigureData.Axis;
import org.grokcheck.experiment.FigureData.Panel;
import org.grokcheck.experiment.FigureData.Series;
import org.grokcheck.harness.RunSettings;
import org.grokcheck.oracle.LineSeparation;
import org.junit.jupiter.api.Test;

/** Fig. 3, left panels: how the hard-margin vector turns away from the bias axis at λ = ½. */
class SvmGeometryReproduction {
  private static final int LAST = 100;

  @Test
  @Checks("beck.fig3.left")
  void vectorLeavesTheBiasAxisAtOneHalf() {
    double[] lambdas = IntStream.rangeClosed(0, LAST).mapToDouble(k -> k / (double) LAST).toArray();
    double[][] theory = new double[2][lambdas.length];
    double[][] solved = new double[2][lambdas.length];
    for (int k = 0; k <= LAST; k++) {
      BigDecimal lambda = BigDecimal.valueOf(k, 2);
      double[] w = TwoPoints.ofLambda(lambda).svmDirection();
      LineSeparation.Solution exact = new LineSeparation(Lambdas.points(lambda)).hardMargin();
      theory[0][k] = w[0];
      theory[1][k] = w[1];
      solved[0][k] = LineSeparation.toDouble(exact.weight());
      solved[1][k] = LineSeparation.toDouble(exact.bias());
      checkVector(lambda, w, solved[0][k], solved[1][k]);
      checkConstraints(lambda, w);
    }
    figure(lambdas, theory, solved).write(RunSettings.evidenceFolder().resolve(FigureData.FOLDER));
  }

  private static void checkVector(BigDecimal lambda, double[] w, double weight, double bias) {
    double margin = Math.max(0, 2 * lambda.doubleValue() - 1);
    check("S", lambda)
        .expecting(weight, rounding(weight))
        .holds(w[0])
        .rejects("M, of the problem without bias in the norm", margin)
        .rejects("M/(1 + M)", margin / (1 + margin));
    check("b", lambda)
        .expecting(bias, rounding(bias))
        .holds(w[1])
        .rejects("−1 for every λ", -1)
        .rejects("−1/(1 + M)", -1 / (1 + margin));
  }

  private static void checkConstraints(BigDecimal lambda, double[] w) {
    double first = -w[0] + w[1];
    double second = Lambdas.gap(lambda).doubleValue() * w[0] + w[1];
    Tolerance rounding = new Tolerance.Rounding(8, 2, "w to 5 roundings, product and sum");
    check("w·(x₁, 1) ≤ -1", lambda).expectingAtMost(-1, rounding).holds(first);
    check("w·(x₂, 1) ≤ -1", lambda).expectingAtMost(-1, rounding).holds(second);
    if (lambda.doubleValue() >= 0.5) {
      check("w·(x₂, 1) = -1 for λ ≥ ½", lambda).expecting(-1, rounding).holds(second);
    }
  }

  private static Tolerance rounding(double value) {
    return new Tolerance.Rounding(5, Math.abs(value), "M, M², 1 + M², quotient");
  }

  private static Check check(String quantity, BigDecimal lambda) {
    return Check.of("beck.fig3.left", quantity).by(Oracle.TABLE).at("lambda", lambda);
  }

  private static FigureData figure(double[] lambda, double[][] theory, double[][] solved) {
    Panel panel =
        Panel.of(
                "hard-margin vector of x₁ = −1, x₂ = 1 − 2λ",
                Axis.linear("λ"),
                Axis.linear("component of w_SVM"),
                Series.theory("S = M/(1 + M²)", lambda, theory[0]),
                Series.theory("b = −1/(1 + M²)", lambda, theory[1]),
                Series.measured("S, exact active sets", lambda, solved[0]),
                Series.measured("b, exact active sets", lambda, solved[1]))
            .residuals(
                "solved − formula",
                Series.measured("S", lambda, difference(solved[0], theory[0])),
                Series.measured("b", lambda, difference(solved[1], theory[1])));
    return new FigureData(
        "beck.fig3.left",
        List.of("beck.fig3.left", "beck.sec4.svm-1d"),
        "Hard-margin vector in 1+1 dimensions",
        "The vector is (0, −1) up to λ = ½ and leaves the bias axis beyond it. Points: shortest"
            + " feasible vector in exact rationals; they must agree with the formula to 5"
            + " roundings.",
        "quick",
        Map.of("points", Integer.toString(lambda.length), "sigma", "1"),
        List.of(panel));
  }

  private static double[] difference(double[] u, double[] v) {
    return IntStream.range(0, u.length).mapToDouble(k -> u[k] - v[k]).toArray();
  }
}
