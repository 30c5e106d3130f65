package org.grokcheck.dynamics.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.grokcheck.compute.linear.PlainMatrix;
import org.grokcheck.harness.Arb;
import org.grokcheck.oracle.ExponentialFlow;
import org.grokcheck.oracle.ExponentialFlowData;
import org.grokcheck.oracle.TwoPointOde;

/**
 * Flows against integrations by another method in other variables. At equal t two solutions come
 * nearer, so that errors of steps add up at most: passes over the data, halved, times the
 * tolerance.
 */
class FlowOracleProperties {
  @Provide
  Arbitrary<DataSet> sets() {
    return DataSet.gaussian();
  }

  @Provide
  Arbitrary<Double> losses() {
    return Arb.logUniform(0.1, 200);
  }

  @Provide
  Arbitrary<Double> soon() {
    return Arb.logUniform(0.1, 40);
  }

  @Provide
  Arbitrary<FlowMethod> methods() {
    return Arbitraries.of(FlowMethod.class);
  }

  /** The oracle takes −b or −log L for its time; its own errors add up as well. */
  @Property(tries = 60)
  void logTimeAgreesWithLossAsTime(
      @ForAll("sets") DataSet set, @ForAll("losses") double loss, @ForAll("methods") FlowMethod m) {
    ExponentialFlow.State expected = oracle(set, loss);
    CountedMatrix points = new CountedMatrix(set.matrix());
    double tolerance = tolerance(m);
    ClassifierState actual =
        new LogTimeFlow(new LinearClassifier(points, OutputLoss.EXPONENTIAL), m, tolerance)
            .at(zero(set), expected.logTime())
            .get(0)
            .state();
    assertNear(set, expected, actual, points.passes() / 2.0 * tolerance);
  }

  @Property(tries = 60)
  void conformalTimeAgreesWithLossAsTime(
      @ForAll("sets") DataSet set, @ForAll("soon") double loss, @ForAll("methods") FlowMethod m) {
    ExponentialFlow.State expected = oracle(set, loss);
    CountedMatrix points = new CountedMatrix(set.matrix());
    double tolerance = tolerance(m);
    TimedState actual =
        new ConformalFlow(points, m, tolerance)
            .atLogTimes(zero(set), expected.logTime())
            .get(0)
            .timed();
    assertEquals(expected.logTime(), actual.logTime(), 1e-9 / expected.scaledTime());
    assertNear(set, expected, actual.state(), points.passes() / 2.0 * tolerance);
  }

  private static double tolerance(FlowMethod method) {
    return method == FlowMethod.IMPLICIT ? 1e-11 : 1e-6;
  }

  private static ClassifierState zero(DataSet set) {
    return ClassifierState.zero(set.points()[0].length);
  }

  private static ExponentialFlow.State oracle(DataSet set, double loss) {
    ExponentialFlow flow = new ExponentialFlow(new ExponentialFlowData(set.points()));
    return flow.atLoss(flow.start(), loss);
  }

  /**
   * Steps err in S by their share of ‖S‖ + 1/‖x‖ and in b and log t by theirs of 1; log t moves (S,
   * b) by at most 1 + max ‖x‖.
   */
  private static void assertNear(
      DataSet set, ExponentialFlow.State expected, ClassifierState actual, double error) {
    double unit = 1 / rootMeanSquare(set);
    double scale = 1 + Math.sqrt(expected.squaredNorm()) + unit;
    double oracle = 2 * expected.localErrors() * (1 + 1 / expected.scaledTime());
    double bound = (error * scale + oracle) * (2 + set.radius());
    assertTrue(expected.distance(actual.weight()) <= bound, expected + " against " + actual);
    assertEquals(-expected.fall(), actual.bias(), bound);
  }

  private static double rootMeanSquare(DataSet set) {
    double sum = 0;
    for (double[] x : set.points()) {
      sum += DataSet.dot(x, x) / set.points().length;
    }
    return Math.sqrt(sum);
  }

  /** Points on the line, from any start. */
  record Pair(double x1, double x2, double weight, double bias) {
    PlainMatrix matrix() {
      return PlainMatrix.of(new double[][] {{x1}, {x2}});
    }
  }

  @Provide
  Arbitrary<Pair> pairs() {
    Arbitrary<Double> coordinate = Arb.uniform(-1, 1);
    return Combinators.combine(coordinate, coordinate, coordinate)
        .as((x, s, b) -> new Pair(-1, x, s, b));
  }

  @Property(tries = 40)
  void pairsFollowTheirEquationInRealTime(
      @ForAll("pairs") Pair pair, @ForAll("losses") double logTime) {
    TwoPointOde.State expected =
        new TwoPointOde(pair.x1, pair.x2, 1).atLogTime(pair.weight, pair.bias, logTime);
    ClassifierState start = new ClassifierState(new double[] {pair.weight}, pair.bias);
    LinearClassifier classifier = new LinearClassifier(pair.matrix(), OutputLoss.EXPONENTIAL);
    ClassifierState actual =
        new LogTimeFlow(classifier, FlowMethod.IMPLICIT, 1e-11).at(start, logTime).get(0).state();
    // Below 300 steps, each within 10⁻¹¹ times ‖S‖ + 1.5; |S| grows at most as log t/2.
    double bound = 300 * 1e-11 * (2.5 + 0.5 * logTime) + 2 * expected.localErrors();
    assertEquals(expected.weight(), actual.weight()[0], bound);
    assertEquals(expected.bias(), actual.bias(), bound);
  }

  @Property(tries = 40)
  void pairsFollowTheirEquationInConformalTime(@ForAll("pairs") Pair pair) {
    double[] taus = {0.1, 3, 50};
    ClassifierState start = new ClassifierState(new double[] {pair.weight}, pair.bias);
    for (ConformalState actual :
        new ConformalFlow(pair.matrix(), FlowMethod.IMPLICIT, 1e-11)
            .atConformalTimes(start, taus)) {
      TwoPointOde.State expected =
          new TwoPointOde(pair.x1, pair.x2, 1)
              .atConformalTime(pair.weight, pair.bias, actual.tau());
      ClassifierState state = actual.timed().state();
      // b integrates m, whose slope is at most m ≤ e, along the path of S, τ ≤ 50.
      double bound = 300 * 1e-11 * 10 + 50 * expected.localErrors();
      assertEquals(expected.weight(), state.weight()[0], bound);
      assertEquals(expected.bias(), state.bias(), bound);
      double logTime = StrictMath.log(expected.scaledTime()) - expected.bias();
      assertEquals(logTime, actual.timed().logTime(), bound * (1 + 10 / actual.tau()));
    }
  }
}
