package org.grokcheck.beck;

import java.util.Arrays;
import java.util.List;
import org.grokcheck.evidence.Check;
import org.grokcheck.evidence.Checks;
import org.grokcheck.evidence.Oracle;
import org.grokcheck.evidence.Tolerance;
import org.grokcheck.oracle.FieldFlow;
import org.grokcheck.oracle.LateFlow;
import org.grokcheck.oracle.LogisticFlow;
import org.junit.jupiter.api.Test;

/**
 * What the logistic and the exponential loss have in common at late times on inseparable data: the
 * limit of S and of b + log t, but not the amplitude with which S approaches it.
 */
class LossComparisonProperties {
  /** Slow sets, r between 0.1 and 0.5. */
  private static final List<double[][]> SETS =
      List.of(
          new double[][] {{1, 0.3}, {-1, 0.2}, {0.1, -0.4}, {0.2, 0.5}},
          new double[][] {{-0.8}, {0.3}, {0.4}});

  @Test
  @Checks("beck.sec33.same-late-time")
  void limitsAreSharedButNotTheApproach() {
    for (double[][] set : SETS) {
      ExponentialMinimiser minimiser = ExponentialMinimiser.of(set);
      double r = minimiser.relaxationExponent();
      double[] ratio = new double[3];
      LateFlow flow = new LateFlow(set);
      LateFlow.State state = flow.start();
      FieldFlow.State logistic = new LogisticFlow(set).at(0);
      double error = 0;
      for (int k = 0; k < 3; k++) {
        state = flow.at(state, (6 + 3 * k) / r);
        logistic = new LogisticFlow(set).at(state.logTime());
        double distance = state.distance(minimiser.minimiser());
        ratio[k] = LogisticFlow.distance(logistic, minimiser.minimiser()) / distance;
        error = 16 * (logistic.error() + state.localErrors() + 1e-14) / distance;
      }
      checkApproach(set, state.logTime(), ratio, error);
      checkShared(set, minimiser, state, logistic, r);
    }
  }

  private static void checkApproach(double[][] set, double logTime, double[] ratio, double error) {
    // Corrections fall like a power of t; the ratio settles at a number that isn't 1.
    check("lim ‖S_log − S_∞‖/‖S_exp − S_∞‖", set, logTime)
        .part("amplitude")
        .expecting(
            ratio[2],
            new Tolerance.Truncation(
                Math.abs(ratio[2] - ratio[1]) + error,
                1,
                1,
                "change from the state before, local errors"))
        .refutes("1: the logistic dynamics converge to those of the exponential loss", 1);
  }

  private static void checkShared(
      double[][] set,
      ExponentialMinimiser minimiser,
      LateFlow.State exponential,
      FieldFlow.State logistic,
      double r) {
    double logTime = exponential.logTime();
    int d = set[0].length;
    double[] weight = Arrays.copyOf(logistic.values(), d);
    double square = 0;
    for (double component : weight) {
      square += component * component;
    }
    check("‖S_∞‖ of the logistic flow", set, logTime)
        .part("limit of S")
        .expecting(
            Math.sqrt(square),
            new Tolerance.Truncation(
                10 * exponential.distance(minimiser.minimiser()),
                1,
                1,
                "ten times what is left with the exponential loss, of order t^{−r}"))
        .holds(minimiser.norm())
        .rejects("0", 0)
        .rejects("twice", 2 * minimiser.norm());
    check("b + log t of the logistic flow", set, logTime)
        .part("limit of b")
        .expecting(
            logistic.values()[d] + logTime,
            new Tolerance.Truncation(
                StrictMath.exp(-Math.min(1, 2 * r) * logTime) * 100 * (1 + logTime)
                    + 64 * logistic.error(),
                1,
                1,
                "t^{−2r} or log t/t, with constants below 100"))
        .holds(-minimiser.logMeanExponential())
        .rejects("Z = 1", 0)
        .rejects("Z = ½", StrictMath.log(2));
  }

  private static Check check(String quantity, double[][] set, double logTime) {
    return Check.of("beck.sec33.same-late-time", quantity)
        .by(Oracle.LIMIT)
        .at("points", Arrays.deepToString(set), "log t", logTime);
  }
}
