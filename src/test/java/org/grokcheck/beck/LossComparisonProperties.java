package org.grokcheck.beck;

import java.util.Arrays;
import java.util.List;
import org.grokcheck.compute.linear.PlainMatrix;
import org.grokcheck.dynamics.flow.ClassifierState;
import org.grokcheck.dynamics.flow.FlowMethod;
import org.grokcheck.dynamics.flow.LinearClassifier;
import org.grokcheck.dynamics.flow.LogTimeFlow;
import org.grokcheck.dynamics.flow.OutputLoss;
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
  private static final double FLOW_TOLERANCE = 1e-13;

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
      checkApproach(set, minimiser, state.logTime(), ratio, error);
      checkShared(set, minimiser, state, logistic, r);
    }
  }

  /** ‖S − S_∞‖ of a flow that shares no code with the oracles. */
  private static double distance(
      double[][] set, OutputLoss loss, double logTime, ExponentialMinimiser minimiser) {
    ClassifierState start = new ClassifierState(new double[set[0].length], 0);
    LinearClassifier classifier = new LinearClassifier(PlainMatrix.of(set), loss);
    double[] weight =
        new LogTimeFlow(classifier, FlowMethod.IMPLICIT, FLOW_TOLERANCE)
            .at(start, logTime)
            .get(0)
            .state()
            .weight();
    double square = 0;
    for (int j = 0; j < weight.length; j++) {
      double difference = weight[j] - minimiser.minimiser()[j];
      square += difference * difference;
    }
    return Math.sqrt(square);
  }

  private static void checkApproach(
      double[][] set,
      ExponentialMinimiser minimiser,
      double logTime,
      double[] ratio,
      double error) {
    double logistic = distance(set, OutputLoss.LOGISTIC, logTime, minimiser);
    double exponential = distance(set, OutputLoss.EXPONENTIAL, logTime, minimiser);
    // Corrections fall like a power of t; the ratio settles at a number that isn't 1.
    check("lim ‖S_log − S_∞‖/‖S_exp − S_∞‖", set, logTime)
        .part("amplitude")
        .expecting(
            ratio[2],
            new Tolerance.Truncation(
                Math.abs(ratio[2] - ratio[1]) + error + 1000 * FLOW_TOLERANCE / exponential,
                1,
                1,
                "change from the state before, local errors of both integrators"))
        .holds(logistic / exponential)
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
