package org.grokcheck.beck;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apfloat.Apfloat;
import org.apfloat.ApfloatMath;
import org.grokcheck.evidence.Check;
import org.grokcheck.evidence.Checks;
import org.grokcheck.evidence.Oracle;
import org.grokcheck.evidence.Tolerance;
import org.grokcheck.harness.Arb;
import org.grokcheck.oracle.FieldFlow;
import org.grokcheck.oracle.LateFlow;
import org.grokcheck.oracle.LogisticFlow;
import org.grokcheck.oracle.PreciseFlow;
import org.junit.jupiter.api.Test;

/**
 * Inseparable data at late times: S tends to the minimiser like t^{−r}, b + log(ηZt) to 0 like
 * t^{−min(1, 2r)}; and, with the origin on the boundary of the hull, what remains true of that.
 */
class InseparableFlowProperties {
  /** Sets with a slow and with a fast end: r below ½ and above 1. */
  private static final List<double[][]> SETS =
      List.of(
          new double[][] {{1, 0.3}, {-1, 0.2}, {0.1, -0.4}, {0.2, 0.5}},
          new double[][] {{3, 0.9}, {-3, 2.4}, {0.3, -3.6}, {0.6, 3}},
          new double[][] {
            {0.6, 0, 0.1}, {-0.5, 0.7, 0}, {-0.4, -0.6, 0.3}, {0.1, 0, -0.9}, {0.2, 0.3, 0.5}
          },
          new double[][] {{-0.8}, {0.3}, {0.4}});

  private static double exponent(double early, double late, double span) {
    return -(StrictMath.log(late) - StrictMath.log(early)) / span;
  }

  /**
   * Three values at equal steps of log t, their local exponents, and the error of the later one.
   */
  private static Tolerance tolerance(double[] values, double[] logTimes, double error) {
    double first = exponent(values[0], values[1], logTimes[1] - logTimes[0]);
    double second = exponent(values[1], values[2], logTimes[2] - logTimes[1]);
    return new Tolerance.Truncation(
        Math.abs(second - first) + 4 * error / values[2] / (logTimes[2] - logTimes[1]),
        1,
        1,
        "change from the exponent before, and local errors");
  }

  private static Check check(String claim, String quantity, double[][] set, double logTime) {
    return Check.of(claim, quantity)
        .by(Oracle.LIMIT)
        .at("points", Arrays.deepToString(set), "log t", logTime);
  }

  @Test
  @Checks({
    "beck.ext.relaxation",
    "beck.sec33.inseparable-limit",
    "beck.sec32.dichotomy",
    "beck-summary.prop32",
    "beck.sec32.comparable-rate",
    "beck.ext.train-loss"
  })
  void weightRelaxesToTheMinimiser() {
    for (double[][] set : SETS) {
      ExponentialMinimiser minimiser = ExponentialMinimiser.of(set);
      double r = minimiser.relaxationExponent();
      LateFlow flow = new LateFlow(set);
      LateFlow.State state = flow.start();
      double[] distance = new double[3];
      double[] logTime = new double[3];
      for (int k = 0; k < 3; k++) {
        state = flow.at(state, (9 + 5 * k) / r);
        distance[k] = state.distance(minimiser.minimiser());
        logTime[k] = state.logTime();
      }
      Tolerance tolerance = tolerance(distance, logTime, state.localErrors() + 1e-14);
      double late = exponent(distance[1], distance[2], logTime[2] - logTime[1]);
      check("beck.ext.relaxation", "exponent of ‖S − S_∞‖, exponential loss", set, logTime[2])
          .part("exponential loss")
          .expecting(late, tolerance)
          .holds(r)
          .rejects("½r", r / 2)
          .rejects("largest eigenvalue", largest(set, minimiser))
          .rejects("least eigenvalue for equal weights", plainLeast(set));
      double bias = -state.fall();
      double bound = distance[1] + state.localErrors();
      for (String claim :
          new String[] {
            "beck.sec33.inseparable-limit", "beck.sec32.dichotomy", "beck-summary.prop32"
          }) {
        check(claim, "‖S(t)‖ → ‖S_∞‖", set, logTime[2])
            .part("inside")
            .expecting(
                state.norm(),
                new Tolerance.Truncation(bound, 1, 1, "distance five relaxation times before"))
            .holds(minimiser.norm())
            .rejects("diverges like log log t", StrictMath.log(logTime[2]))
            .rejects("0", 0);
      }
      check("beck.sec32.comparable-rate", "lim ‖S‖/|b|", set, logTime[2])
          .part("below")
          .expecting(
              state.norm() / Math.abs(bias),
              new Tolerance.Truncation(
                  2 * minimiser.norm() / logTime[2], 1, 1, "‖S_∞‖ over log t, twice"))
          .holds(0)
          .rejects("1", 1);
      check("beck.ext.train-loss", "ηt L_train", set, logTime[2])
          .part("inseparable")
          .expecting(
              state.scaledLoss(),
              new Tolerance.Truncation(
                  8 * distance[0] + StrictMath.exp(-logTime[0]) * 8,
                  1,
                  1,
                  "t^{−min(1,2r)}, far below S's distance earlier"))
          .holds(1)
          .rejects("1/(1 + r)", 1 / (1 + r));
      check("beck.sec33.inseparable-limit", "b + log(ηZt)", set, logTime[2])
          .part("bias")
          .expecting(
              bias + logTime[2],
              new Tolerance.Truncation(
                  8 * distance[0] + StrictMath.exp(-logTime[0]) * 8,
                  1,
                  1,
                  "t^{−min(1,2r)}, far below S's distance earlier"))
          .holds(-minimiser.logMeanExponential())
          .rejects("−log ½", StrictMath.log(2))
          .rejects("0, Z forgotten", 0);
    }
  }

  private static double largest(double[][] set, ExponentialMinimiser minimiser) {
    double trace = 0;
    double[] p = minimiser.weights();
    for (int i = 0; i < set.length; i++) {
      for (double c : set[i]) {
        trace += p[i] * c * c;
      }
    }
    // d ≥ 2: what the least eigenvalue leaves of the trace.
    return set[0].length == 1
        ? Double.NaN
        : (trace - minimiser.relaxationExponent()) / (set[0].length - 1);
  }

  private static double plainLeast(double[][] set) {
    double least = Double.POSITIVE_INFINITY;
    for (int j = 0; j < set[0].length; j++) {
      double sum = 0;
      for (double[] x : set) {
        sum += x[j] * x[j] / set.length;
      }
      least = Math.min(least, sum);
    }
    return least;
  }

  @Test
  @Checks("beck.ext.relaxation")
  void logisticLossRelaxesAtMostLikeOneOverTime() {
    for (double[][] set : SETS) {
      ExponentialMinimiser minimiser = ExponentialMinimiser.of(set);
      double r = minimiser.relaxationExponent();
      double slow = Math.min(1, r);
      LogisticFlow flow = new LogisticFlow(set);
      double[] distance = new double[3];
      double[] logTime = new double[3];
      double error = 0;
      for (int k = 0; k < 3; k++) {
        logTime[k] = (8 + 4 * k) / slow;
        FieldFlow.State state = flow.at(logTime[k]);
        distance[k] = LogisticFlow.distance(state, minimiser.minimiser());
        error = 16 * state.error() + 1e-14;
      }
      check("beck.ext.relaxation", "exponent of ‖S − S_∞‖, logistic loss", set, logTime[2])
          .part("logistic loss")
          .expecting(
              exponent(distance[1], distance[2], logTime[2] - logTime[1]),
              tolerance(distance, logTime, error))
          .holds(slow)
          .rejects("r", r > 1 ? r : Double.NaN)
          .rejects("1", r < 0.5 ? 1 : Double.NaN);
    }
  }

  @Test
  @Checks("beck.ext.b-rate")
  void biasApproachesItsLaw() {
    for (double[][] set : SETS) {
      ExponentialMinimiser minimiser = ExponentialMinimiser.of(set);
      double rate = Math.min(1, 2 * minimiser.relaxationExponent());
      LateFlow flow = new LateFlow(set);
      LateFlow.State state = flow.start();
      double[] rest = new double[3];
      double[] logTime = new double[3];
      for (int k = 0; k < 3; k++) {
        state = flow.at(state, (9 + 4 * k) / rate);
        logTime[k] = state.logTime();
        rest[k] = Math.abs(logTime[k] - state.fall() + minimiser.logMeanExponential());
      }
      check("beck.ext.b-rate", "exponent of b + log(ηZt)", set, logTime[2])
          .part("exponent")
          .expecting(
              exponent(rest[1], rest[2], logTime[2] - logTime[1]),
              tolerance(rest, logTime, state.localErrors() + 4e-15 * logTime[2]))
          .holds(rate)
          .rejects("r", minimiser.relaxationExponent())
          .rejects("1", rate < 1 ? 1 : Double.NaN);
    }
  }

  @Provide
  Arbitrary<Double> conformalTimes() {
    return Arb.logUniform(1e-2, 200);
  }

  @Property(tries = 20)
  @Checks("beck.ext.b-rate")
  void biasOfTheCriticalPairIsGivenByLambertW(@ForAll("conformalTimes") double tau) {
    double y = tau / 2;
    // ηt/2 = ye^y, so that y = W₀(ηt/2).
    PreciseFlow precise = PreciseFlow.against(y);
    Apfloat time = precise.criticalTime(0, 0, 1, tau);
    Apfloat bias = precise.criticalPair(0, 0, 1, tau).bias();
    double expected = bias.add(ApfloatMath.log(time.divide(precise.of(2)))).doubleValue();
    Check.of("beck.ext.b-rate", "b + log(ηt/2) = −log(1 + 1/W₀(ηt/2))")
        .by(Oracle.TABLE)
        .part("two points at λ = ½")
        .at("tau", tau)
        .expecting(expected, new Tolerance.Rounding(16, 1 + Math.abs(expected), "two logarithms"))
        .holds(new CriticalPair(0, 0, 1).biasPlusLogTime(tau))
        .holds(-StrictMath.log1p(1 / y))
        .rejects("−1/W", -1 / y)
        .rejects("−log(1 + W)", -StrictMath.log1p(y));
  }

  @Provide
  Arbitrary<Double> gaps() {
    return Arb.logUniform(1e-6, 1);
  }

  @Property(tries = 60)
  @Checks("beck.ext.relaxation")
  void twoPointsRelaxLikeTheGap(@ForAll("gaps") double x) {
    ExponentialMinimiser minimiser = ExponentialMinimiser.of(new double[][] {{-1}, {x}});
    Check.of("beck.ext.relaxation", "r of two points")
        .by(Oracle.INVARIANT)
        .part("two points")
        .at("x", x)
        .expecting(
            x,
            new Tolerance.Rounding(
                64, x * (1 + Math.abs(StrictMath.log(x))), "weights e^{S·x} at |S| ≤ |log x|"))
        .holds(minimiser.relaxationExponent())
        .rejects("x²", x * x)
        .rejects("(1 + x²)/2, equal weights", (1 + x * x) / 2);
  }

  /** x = −1, 0: inseparable, w_SVM = (0, −1), and yet S grows like log log t. */
  @Property(tries = 60)
  @Checks({"beck.eq7", "beck.sec32.dichotomy", "beck-summary.prop32"})
  void weightDivergesOnTheBoundary(@ForAll("farTimes") double tau) {
    CriticalPair pair = new CriticalPair(0, 0, 1);
    double weight = pair.atConformalTime(tau).weight();
    // log(t/2) = y + log y with y = τ/2, and S = log(1 + y).
    double y = tau / 2;
    double iterated = StrictMath.log(y + StrictMath.log(y));
    List<List<BigDecimal>> points = new ArrayList<>();
    points.add(List.of(BigDecimal.ONE.negate()));
    points.add(List.of(BigDecimal.ZERO));
    boolean separable = HardMargin.of(points).isSeparable();
    for (String claim : new String[] {"beck.eq7", "beck.sec32.dichotomy", "beck-summary.prop32"}) {
      Check.of(claim, "S(t) of x = −1, 0, which is its residual ρ")
          .by(Oracle.LIMIT)
          .part("boundary")
          .at("tau", tau, "separable", separable)
          .expecting(
              iterated,
              new Tolerance.Truncation(
                  (1 + StrictMath.log(y)) / y + 1e-14 * iterated,
                  1,
                  1,
                  "|log(1 + y) − log(y + log y)| ≤ (1 + log y)/y"))
          .holds(weight)
          .refutes("bounded: its value at log t = 100", StrictMath.log1p(95.5))
          .rejects("log t", y + StrictMath.log(y));
    }
  }

  @Provide
  Arbitrary<Double> farTimes() {
    return Arb.logUniform(1e3, 1e12);
  }
}
