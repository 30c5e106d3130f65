package org.grokcheck.dynamics.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.grokcheck.compute.linear.PlainMatrix;
import org.grokcheck.harness.Arb;

/** What must not change a flow, what must change it in a known way, and what only ever falls. */
class FlowSymmetryProperties {
  private static final double[] LOG_TIMES = {-3, 0, 2, 10, 50, 115};
  private static final double TOLERANCE = 1e-10;

  /**
   * 500 steps of ε(‖S‖ + 1/‖x‖) in each of two solutions, whose distance the flow doesn't increase.
   */
  private static double bound(DataSet set, ClassifierState state, double tolerance) {
    return 2 * 500 * tolerance * (2 + state.norm() + 1 / set.radius());
  }

  @Provide
  Arbitrary<DataSet> sets() {
    return DataSet.gaussian();
  }

  @Provide
  Arbitrary<Double> angles() {
    return Arb.uniform(0, 6.28);
  }

  private static List<TimedState> run(DataSet set, OutputLoss loss) {
    return new LogTimeFlow(set.classifier(loss), FlowMethod.IMPLICIT, TOLERANCE)
        .at(set.start(), LOG_TIMES);
  }

  @Property(tries = 30)
  void orderOfThePointsDoesNotMatter(@ForAll("sets") DataSet set, @ForAll OutputLoss loss) {
    DataSet turned =
        set.withPoints(
            points -> {
              List<double[]> rows = Arrays.asList(points.clone());
              Collections.reverse(rows);
              return rows.toArray(double[][]::new);
            });
    List<TimedState> one = run(set, loss);
    List<TimedState> other = run(turned, loss);
    for (int k = 0; k < LOG_TIMES.length; k++) {
      ClassifierState state = one.get(k).state();
      double distance = DataSet.distance(state, other.get(k).state());
      assertTrue(distance <= bound(set, state, TOLERANCE), "" + distance);
    }
  }

  /** Repeating all points changes nothing: the loss is a mean. */
  @Property(tries = 30)
  void repeatedPointsDoNotMatter(@ForAll("sets") DataSet set, @ForAll OutputLoss loss) {
    DataSet twice =
        set.withPoints(
            points -> {
              double[][] rows = Arrays.copyOf(points, 2 * points.length);
              System.arraycopy(points, 0, rows, points.length, points.length);
              return rows;
            });
    List<TimedState> one = run(set, loss);
    List<TimedState> other = run(twice, loss);
    for (int k = 0; k < LOG_TIMES.length; k++) {
      ClassifierState state = one.get(k).state();
      double distance = DataSet.distance(state, other.get(k).state());
      assertTrue(distance <= bound(set, state, TOLERANCE), "" + distance);
    }
  }

  /** Turning the points by an angle in the plane of the first two axes turns S. */
  @Property(tries = 30)
  void weightTurnsWithThePoints(
      @ForAll("sets") DataSet set, @ForAll OutputLoss loss, @ForAll("angles") double angle) {
    if (set.points()[0].length < 2) {
      return;
    }
    ClassifierState turnedStart =
        new ClassifierState(turned(set.start().weight(), angle), set.start().bias());
    double[][] points =
        Arrays.stream(set.points()).map(x -> turned(x, angle)).toArray(double[][]::new);
    List<TimedState> one = run(set, loss);
    List<TimedState> other = run(new DataSet(points, turnedStart), loss);
    for (int k = 0; k < LOG_TIMES.length; k++) {
      ClassifierState state = one.get(k).state();
      ClassifierState expected = new ClassifierState(turned(state.weight(), angle), state.bias());
      double distance = DataSet.distance(expected, other.get(k).state());
      assertTrue(distance <= bound(set, state, TOLERANCE), "" + distance);
    }
  }

  private static double[] turned(double[] x, double angle) {
    double[] result = x.clone();
    result[0] = StrictMath.cos(angle) * x[0] - StrictMath.sin(angle) * x[1];
    result[1] = StrictMath.sin(angle) * x[0] + StrictMath.cos(angle) * x[1];
    return result;
  }

  /** Points c times as large: S(τ) becomes S(c²τ)/c, and b(τ) becomes b(c²τ)/c². */
  @Property(tries = 30)
  void conformalFlowScalesWithThePoints(
      @ForAll("sets") DataSet set, @ForAll FlowMethod method, @ForAll("angles") double angle) {
    double c = 1 + angle;
    double tolerance = method == FlowMethod.IMPLICIT ? TOLERANCE : 1e-6;
    int d = set.start().weight().length;
    double tau = 3 / (c * c);
    ClassifierState small =
        new ConformalFlow(set.matrix(), method, tolerance)
            .atConformalTimes(ClassifierState.zero(d), c * c * tau)
            .get(0)
            .timed()
            .state();
    PlainMatrix scaled =
        PlainMatrix.of(
            Arrays.stream(set.points())
                .map(x -> Arrays.stream(x).map(v -> c * v).toArray())
                .toArray(double[][]::new));
    ClassifierState large =
        new ConformalFlow(scaled, method, tolerance)
            .atConformalTimes(ClassifierState.zero(d), tau)
            .get(0)
            .timed()
            .state();
    double bound = bound(set, small, tolerance) * (1 + c * c * set.radius());
    for (int j = 0; j < d; j++) {
      assertEquals(small.weight()[j], c * large.weight()[j], bound);
    }
    assertEquals(small.bias(), c * c * large.bias(), bound);
  }

  /** L and b fall; −log L ≥ log t for the exponential loss, since d(1/L)/dt ≥ 1. */
  @Property(tries = 60)
  void lossFalls(@ForAll("sets") DataSet set, @ForAll OutputLoss loss) {
    LinearClassifier classifier = set.classifier(loss);
    double logLoss = classifier.logLoss(set.start());
    double bias = set.start().bias();
    for (TimedState timed : run(set, loss)) {
      double next = classifier.logLoss(timed.state());
      double bound = bound(set, timed.state(), TOLERANCE) * (1 + set.radius());
      assertTrue(next <= logLoss + bound && timed.state().bias() <= bias + bound);
      if (loss == OutputLoss.EXPONENTIAL) {
        assertTrue(next <= -timed.logTime() + bound, next + " at " + timed);
      }
      logLoss = next;
      bias = timed.state().bias();
    }
  }

  /** Going on from a state at t₁ for t₂ is going to t₁ + t₂. */
  @Property(tries = 30)
  void flowsJoin(@ForAll("sets") DataSet set, @ForAll OutputLoss loss) {
    LinearClassifier classifier = set.classifier(loss);
    LogTimeFlow flow = new LogTimeFlow(classifier, FlowMethod.IMPLICIT, TOLERANCE);
    double t1 = 0.7;
    double t2 = 40;
    ClassifierState half = flow.at(set.start(), StrictMath.log(t1)).get(0).state();
    ClassifierState joined = flow.at(half, StrictMath.log(t2)).get(0).state();
    ClassifierState whole = flow.at(set.start(), StrictMath.log(t1 + t2)).get(0).state();
    assertTrue(DataSet.distance(whole, joined) <= 2 * bound(set, whole, TOLERANCE));
  }

  /**
   * Both methods meet, and a hundredth of the tolerance moves the result by less than the tolerance
   * did.
   */
  @Property(tries = 30)
  void toleranceBoundsTheError(@ForAll("sets") DataSet set, @ForAll OutputLoss loss) {
    List<TimedState> reference = run(set, loss);
    for (double tolerance : new double[] {1e-4, 1e-6}) {
      CountedMatrix points = new CountedMatrix(set.matrix());
      List<TimedState> coarse =
          new LogTimeFlow(new LinearClassifier(points, loss), FlowMethod.STABILISED, tolerance)
              .at(set.start(), LOG_TIMES);
      for (int k = 0; k < LOG_TIMES.length; k++) {
        ClassifierState state = reference.get(k).state();
        // Two passes a step at least; the estimate is the leading term, twice covers the rest.
        double steps = points.passes() / 2.0;
        double bound = 2 * steps * tolerance * (2 + state.norm() + 1 / set.radius());
        double distance = DataSet.distance(state, coarse.get(k).state());
        assertTrue(distance <= bound, distance + " > " + bound);
      }
    }
  }
}
