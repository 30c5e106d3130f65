package org.grokcheck.beck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import org.grokcheck.evidence.Infrastructure;
import org.junit.jupiter.api.Test;

/**
 * A misprint is refuted as it stands on the page: each printed form is read off once more here, in
 * plain arithmetic, where no argument is large or small enough to need care.
 */
@Infrastructure("that a printed form is read right belongs to no claim; its refutation does")
class PrintedFormsTest {
  /** Some ten operations and functions, each to an ulp, on numbers of order 1. */
  private static final double ROUNDING = 32 * Math.ulp(1.0);

  private static final double X = 0.3;
  private static final DelayLaws LAWS = new DelayLaws(TwoPoints.of(X));

  private static void same(double page, double form) {
    assertEquals(page, form, ROUNDING * Math.max(1, Math.abs(page)));
  }

  @Test
  void delays() {
    double square = Math.log(X) * Math.log(X);
    same(square / 2, LAWS.asPrintedLogRatioEq16());
    same(Math.exp(square / 2) - 1, LAWS.asPrintedRelativeDelayEq16());
    same(Math.log(X) / Math.sqrt(2), LAWS.asPrintedRootLogRatioEq42());
    double eta = 0.7;
    double epsilon = 1e-3;
    double logEpsilon = Math.log(epsilon);
    same(-Math.log(eta * epsilon), LAWS.asPrintedTrainingConformalTimeEq43(eta, logEpsilon));
    same(
        square / 2 - Math.log(eta * epsilon / 2),
        LAWS.asPrintedGeneralizationConformalTimeEq43(eta, logEpsilon));
    same(square / 2, LAWS.asPrintedConformalDelayEq44());
  }

  @Test
  void twoPoints() {
    for (double lambda : new double[] {0.1, 0.35}) {
      TwoPoints points = TwoPoints.ofLambda(lambda);
      same(Math.log(1 - 2 * lambda) / 2, points.asPrintedSec41StationaryWeight());
      same(Math.log(1 - 2 * lambda) / (2 * (lambda - 1)), points.asPrintedSec4StationaryWeight());
      assertTrue(points.asPrintedIsSeparable());
    }
    assertFalse(TwoPoints.ofLambda(0.5).asPrintedIsSeparable());
    assertFalse(TwoPoints.ofLambda(0.75).asPrintedIsSeparable());
    TwoPointModel model = TwoPointModel.fromOrigin(TwoPoints.of(X), 3, 1);
    same(0.5 + 9 * 4 / 2.0, model.asPrintedLogPopulationLoss(2, 0.5));
  }

  @Test
  void lateTimes() {
    double logTime = 20;
    LateTimeLaws apart = late(-0.4, 1);
    same(-logTime / 1.16, apart.asPrintedBias(logTime));
    same(0.4 * logTime / 1.16, apart.asPrintedWeight(logTime));
    same(-logTime, late(0.4, 1).asPrintedBias(logTime));
    same(Math.log(1 / 0.4) / 1.4, late(0.4, 1).asPrintedWeight(logTime));
    same(Math.log(logTime), late(0, 1).asPrintedWeight(logTime));
    same(-Math.log(0.3 / 2) - logTime, late(0.4, 0.3).asPrintedSec41Bias(logTime));
  }

  private static LateTimeLaws late(double x, double eta) {
    return new LateTimeLaws(TwoPointModel.fromOrigin(TwoPoints.of(x), 1, eta));
  }

  @Test
  void separableBias() {
    double growth = 1.25;
    double start = Math.exp(-growth * 0.2);
    same(
        -Math.log(0.3 / 2 * growth * 4 + start) / growth,
        new SeparableResidual(0.5, 0.3).asPrintedBias(0.2, 4));
  }

  @Test
  void pairsOfPoints() {
    double start = -0.5;
    double argument = 0.5 * Math.log((1 + Math.exp(start)) / (1 - Math.exp(start)));
    double eta = 0.3;
    SymmetricPair pair = new SymmetricPair(start, 0, eta);
    same(Math.log(Math.tanh(eta * 2 / 2 + argument)), pair.asPrintedEq31(2).weight());
    assertTrue(Double.isNaN(new SymmetricPair(0, 0, eta).asPrintedEq31(2).weight()));
    assertTrue(Double.isNaN(new SymmetricPair(0, 0, eta).asPrintedEq31(2).bias()));
    CriticalPair critical = new CriticalPair(start, 0.1, eta);
    double w = eta / 2 * critical.asPrintedConformalTimeEq34(5) + Math.exp(start) - 1;
    double inside = Math.exp(start + 0.1) * eta * 5 / 2 + Math.exp(start) - 1;
    assertEquals(
        inside * Math.exp(start - 1), w * Math.exp(w), ROUNDING, "W(y)e^W(y) = y at the page's y");
    ConformalAntiderivative antiderivative = new ConformalAntiderivative(TwoPoints.of(X));
    same(antiderivative.value(0.2) - 3.0 / 2, antiderivative.asPrintedInverseArgumentEq37(0.2, 3));
  }

  @Test
  void boundaryBounds() {
    List<List<BigDecimal>> points = List.of(row(1, 0), row(0, 1), row(-1, -1), row(-2, 1));
    BoundaryBound bound = BoundaryBound.of(points, 2);
    double epsilon = bound.epsilon().doubleValue();
    double ratio = (1 - epsilon) / epsilon;
    same(Math.log(ratio) / bound.diameter(), bound.asPrinted());
    double mean = ratio * (4 - 2) / 2;
    same(Math.log(Math.exp(mean) - 1) / bound.diameter(), bound.asPrintedForLogisticLoss());
  }

  private static List<BigDecimal> row(int x, int y) {
    return List.of(BigDecimal.valueOf(x), BigDecimal.valueOf(y));
  }

  /** P(X > d) of N − 1 fair trials, counted: of 4 trials more than 2 succeed in 5 cases of 16. */
  @Test
  void binomialReading() {
    assertEquals(5 / 16.0, Wendel.asPrintedBinomialReading(5, 2));
    assertEquals(1 / 16.0, Wendel.asPrintedBinomialReading(5, 3));
    assertEquals(0, Wendel.asPrintedBinomialReading(5, 4));
    assertEquals(0, Wendel.asPrintedBinomialReading(5, 9));
  }

  /** Of the groups' quotient each bound is the one before with one mean replaced. */
  @Test
  void quotientsOfGroups() {
    GroupRatio groups = new GroupRatio(new double[] {0.1, -0.3, 0.2}, new double[] {0.4, -0.1});
    double inside = Math.exp(0.1) + Math.exp(-0.3) + Math.exp(0.2);
    same(Math.log(inside / (Math.exp(0.4) + Math.exp(-0.1))), groups.log());
    same(Math.log(2 * Math.exp(0.15)), groups.logJensen());
    same(Math.log(inside / (2 * Math.exp(0.15))), groups.firstBound());
    same(Math.log(3 / 2.0) + 0.7, groups.bound(0.7));
  }
}
