package org.grokcheck.dynamics.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.grokcheck.compute.DivergedException;
import org.grokcheck.compute.linear.PlainMatrix;
import org.grokcheck.dynamics.ode.OdeFailure;
import org.grokcheck.dynamics.trajectory.EventTimes;
import org.grokcheck.dynamics.trajectory.Threshold;
import org.grokcheck.dynamics.trajectory.Trajectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class FlowTest {
  private static final PlainMatrix PAIR = PlainMatrix.of(new double[][] {{-1}, {0.5}});
  private static final LinearClassifier LOGISTIC = new LinearClassifier(PAIR, OutputLoss.LOGISTIC);
  private static final LinearClassifier EXPONENTIAL =
      new LinearClassifier(PAIR, OutputLoss.EXPONENTIAL);

  private static ClassifierState at(double weight, double bias) {
    return new ClassifierState(new double[] {weight}, bias);
  }

  /** Points −1 and ½: −e^{−S} + ½e^{S/2} = 0 at S = (2/3) log 2, and b → −log t − log m. */
  @Test
  void inseparablePairAtTenToTheThousand() {
    double logTime = 1000 * StrictMath.log(10);
    for (FlowMethod method : FlowMethod.values()) {
      for (OutputLoss loss : OutputLoss.values()) {
        ClassifierState late =
            new LogTimeFlow(new LinearClassifier(PAIR, loss), method, 1e-6)
                .at(at(0, 0), logTime)
                .get(0)
                .state();
        double weight = 2.0 / 3 * StrictMath.log(2);
        double mean = 0.5 * (StrictMath.exp(-weight) + StrictMath.exp(weight / 2));
        // Errors are forgotten at rate 1 in log t: what a step may err remains, ε(‖S‖ + 1.3), times
        // some.
        assertEquals(weight, late.weight()[0], 1e-4);
        assertEquals(-logTime - StrictMath.log(mean), late.bias(), 1e-4);
      }
    }
  }

  /** Once S rests, b falls along a straight line in log t, which takes a few steps however long. */
  @Test
  void settledFlowsCostNothing() {
    int[] passes = new int[2];
    for (int k = 0; k < passes.length; k++) {
      CountedMatrix points = new CountedMatrix(PAIR);
      new LogTimeFlow(new LinearClassifier(points, OutputLoss.LOGISTIC), FlowMethod.IMPLICIT, 1e-6)
          .at(at(0, 0), k == 0 ? 115 : 23026);
      passes[k] = points.passes();
    }
    // Steps grow fivefold: log 200/log 5 < 4 of them, three passes an iteration and five besides.
    assertTrue(passes[1] - passes[0] <= 4 * (3 * 3 + 5), passes[0] + " and " + passes[1]);
  }

  @Test
  void sizesAndDistancesTakeTheBiasIn() {
    ClassifierState one = new ClassifierState(new double[] {3, 4}, 1);
    ClassifierState two = new ClassifierState(new double[] {1, 1}, -5);
    assertEquals(Math.sqrt(26), one.size(), 1e-15);
    assertEquals(7, one.distance(two), 1e-14);
    assertEquals(7, two.distance(one), 1e-14);
    assertThrows(IllegalArgumentException.class, () -> one.distance(ClassifierState.zero(3)));
  }

  @Test
  void trajectoryOfARun() {
    double[] logTimes = {0, 1, 2, 5, 10};
    List<TimedState> states =
        new LogTimeFlow(LOGISTIC, FlowMethod.IMPLICIT, 1e-9).at(at(0, 0), logTimes);
    List<Observer> observers = new ArrayList<>(Observer.standard(LOGISTIC));
    observers.add(new Observer("b + |S|²/2", s -> s.bias() + 0.5 * s.norm() * s.norm()));
    Trajectory run = Observer.record(states, observers);
    assertEquals(logTimes.length, run.size());
    for (int k = 0; k < logTimes.length; k++) {
      ClassifierState state = states.get(k).state();
      double s = state.weight()[0];
      assertEquals(Math.abs(s), run.series(Observer.NORM).value(k), 1e-15);
      assertEquals(state.bias(), run.series(Observer.BIAS).value(k));
      double first = state.bias() - s;
      double second = state.bias() + 0.5 * s;
      double loss =
          0.5
              * (StrictMath.log1p(StrictMath.exp(first))
                  + StrictMath.log1p(StrictMath.exp(second)));
      assertEquals(StrictMath.log(loss), run.series(Observer.LOG_TRAINING_LOSS).value(k), 1e-13);
      double accuracy = (first < 0 ? 0.5 : 0) + (second < 0 ? 0.5 : 0);
      assertEquals(accuracy, run.series(Observer.TRAINING_ACCURACY).value(k));
      double margin = run.series(Observer.SMALLEST_MARGIN).value(k);
      assertEquals(-Math.max(first, second), margin, 1e-15);
      assertEquals(state.bias() + s * s / 2, run.series("b + |S|²/2").value(k), 1e-14);
    }
    EventTimes loss = new EventTimes(run.series(Observer.LOG_TRAINING_LOSS));
    assertTrue(loss.first(Threshold.atMost(-2)).logTime().isPresent());
  }

  /** S of a single point at the origin has no reason to move; b falls as −log(1 + t). */
  @Test
  void pointsAtTheOrigin() {
    PlainMatrix origin = PlainMatrix.of(new double[][] {{0, 0}});
    for (FlowMethod method : FlowMethod.values()) {
      TimedState late =
          new ConformalFlow(origin, method, 1e-6)
              .atLogTimes(ClassifierState.zero(2), 40)
              .get(0)
              .timed();
      assertEquals(0, late.state().norm());
      assertEquals(-StrictMath.log1p(StrictMath.exp(40)), late.state().bias(), 1e-3);
    }
  }

  @Test
  void descentThatDivergesSaysWhere() {
    GradientDescent descent = new GradientDescent(EXPONENTIAL, 1e6);
    DivergedException divergence =
        assertThrows(DivergedException.class, () -> descent.after(at(-300, 500), 10));
    assertTrue(divergence.step() < 10 && divergence.norm() > 0);
    assertTrue(divergence.getMessage().contains("lower the learning rate"));
  }

  @Test
  void startsBeyondTheRangeOfDoublesFail() {
    ConformalFlow flow = new ConformalFlow(PAIR, FlowMethod.IMPLICIT, 1e-6);
    OdeFailure failure =
        assertThrows(OdeFailure.class, () -> flow.atConformalTimes(at(-800, 0), 1));
    assertEquals(OdeFailure.Reason.NOT_FINITE, failure.reason());
    assertEquals(0, failure.time());
  }

  /** In log time the same start is fine: the slope's logarithm is all that counts. */
  @Test
  void logTimeStandsLargeOutputs() {
    LogTimeFlow flow = new LogTimeFlow(EXPONENTIAL, FlowMethod.IMPLICIT, 1e-8);
    ClassifierState late = flow.at(at(-800, 0), 0).get(0).state();
    assertTrue(EXPONENTIAL.logLoss(late) <= 0);
  }

  /** Points of norms 3 and 1: ‖x‖² = 5 in the mean. */
  @Test
  void normMeasuresWeightAndLogarithmsApart() {
    PlainMatrix points = PlainMatrix.of(new double[][] {{3, 0}, {0, -1}});
    FlowNorm norm = FlowNorm.of(points, 1e-3);
    double[] before = {0, 0, 7, 7};
    double[] after = {0.6, 0.8, 7, 7};
    double scale = 1e-3 * (1 + 1 / Math.sqrt(5));
    assertEquals(5 / scale, norm.of(new double[] {3, 4, 0, 0}, before, after), 1e-9);
    assertEquals(5e3, norm.of(new double[] {0, 0, 3, -4}, before, after), 1e-9);
    assertEquals(6e3, norm.of(new double[] {3, 4, 0, 6}, before, after), 1e-9);
    assertTrue(Double.isNaN(norm.of(new double[] {Double.NaN, 0, 0, 0}, before, after)));
  }

  /** For one point at distance 1, 1 + τ = √(1 + 2t). */
  @Test
  void conformalTimeBeyondTheRangeOfDoublesIsRefused() {
    PlainMatrix point = PlainMatrix.of(new double[][] {{1}});
    ConformalFlow flow = new ConformalFlow(point, FlowMethod.IMPLICIT, 0.1);
    assertRefused("logTimes: need log t below 13", () -> flow.atLogTimes(at(0, 0), 3000));
  }

  @Test
  void refusesBadRuns() {
    LogTimeFlow flow = new LogTimeFlow(LOGISTIC, FlowMethod.STABILISED, 1e-4);
    ConformalFlow conformal = new ConformalFlow(PAIR, FlowMethod.STABILISED, 1e-4);
    GradientDescent descent = new GradientDescent(LOGISTIC, 0.1);
    ClassifierState plane = ClassifierState.zero(2);
    assertRefused("start: need a weight of 1", () -> flow.at(plane, 0));
    assertRefused("start: need a weight of 1", () -> conformal.atLogTimes(plane, 0));
    assertRefused("start: need a weight of 1", () -> descent.after(plane, 1));
    assertRefused("logTimes: need increasing", () -> flow.at(at(0, 0), 1, 1));
    assertRefused("logTimes: need increasing", () -> flow.at(at(0, 0), 2, 1));
    assertRefused("logTimes: need increasing", () -> flow.at(at(0, 0), Double.NaN));
    assertRefused("logTimes: need increasing", () -> conformal.atLogTimes(at(0, 0), 1 / 0.0));
    assertRefused("logTimes: need increasing", () -> conformal.atLogTimes(at(0, 0), -800));
    assertRefused("stops: need", () -> conformal.atConformalTimes(at(0, 0), 0));
    assertRefused("steps: need increasing", () -> descent.after(at(0, 0), 2, 2));
    assertRefused("steps: need increasing", () -> descent.after(at(0, 0), -1));
    assertRefused("learningRate", () -> new GradientDescent(LOGISTIC, 0));
    assertRefused("tolerance", () -> new LogTimeFlow(LOGISTIC, FlowMethod.IMPLICIT, 0));
    assertRefused("tolerance", () -> new ConformalFlow(PAIR, FlowMethod.IMPLICIT, 1));
    assertRefused("weight: need finite", () -> at(Double.NaN, 0));
    assertRefused("bias: need", () -> at(0, Double.NEGATIVE_INFINITY));
  }

  private static void assertRefused(String start, Executable call) {
    String message = assertThrows(IllegalArgumentException.class, call).getMessage();
    assertTrue(message.startsWith(start), message);
  }
}
