package org.grokcheck.omnigrok;

import static org.grokcheck.omnigrok.Refused.assertRefused;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import org.grokcheck.evidence.Infrastructure;
import org.grokcheck.math.Real;
import org.grokcheck.math.exact.Rational;
import org.junit.jupiter.api.Test;

/** Cases that can be worked out by hand, most of them where a formula changes its branch. */
@Infrastructure("cases worked out by hand")
class ExactCasesTest {
  private static Real r(double value) {
    return Real.of(value);
  }

  /** 4x² − 4x + 5 is least at x = 1/2, with the value 4: touched, not crossed. */
  @Test
  void eventWhereTheTestLossTouchesItsThreshold() {
    LinearGrokking touching = new LinearGrokking(r(4), r(2), r(5), Real.ONE);
    assertEquals(r(0.5), touching.best());
    assertEquals(r(0.5), touching.firstBelow(r(4)).orElseThrow());
    assertEquals(Real.ONE, touching.firstBelow(r(5)).orElseThrow());
    assertTrue(touching.firstBelow(r(3.75)).isEmpty());
    assertEquals(r(3), new LinearGrokking(r(4), Real.ZERO, Real.ONE, r(5)).norm(Real.ONE));
  }

  /** 4x² + 2x + 1 falls all the way from 7 to 1, and is 3 at x = 1/2. */
  @Test
  void eventWhereTheStartPointsAwayFromTheTeacher() {
    LinearGrokking away = new LinearGrokking(r(4), r(-1), Real.ONE, Real.ONE);
    assertEquals(r(0.5), away.firstBelow(r(3)).orElseThrow());
    assertEquals(Real.ZERO, away.best());
  }

  @Test
  void stepsOfRescaledDescentAlongAConstantGradient() {
    RescaledDescent descent = new RescaledDescent(w -> new double[] {-3, 4}, 1, 5);
    double[] start = {3, 4};
    assertArrayEquals(new double[] {5, 0}, descent.step(start), 0);
    assertArrayEquals(new double[] {4, 3}, descent.signStep(start), 0);
    assertArrayEquals(start, descent.descent(start, 0), 0);
    assertNotSame(start, descent.descent(start, 0));
    assertArrayEquals(new double[] {5, 0}, descent.descent(start, 1), 0);
    double length = Math.sqrt(64 + 16);
    assertArrayEquals(
        new double[] {5 * 8 / length, -5 * 4 / length}, descent.descent(start, 2), 1e-14);
    assertArrayEquals(start, descent.signDescent(start, 0), 0);
    assertArrayEquals(new double[] {4, 3}, descent.signDescent(start, 1), 0);
    // The second of them has half the size: (4.5, 2.5), brought to the norm 5.
    double second = 5 / Math.sqrt(4.5 * 4.5 + 2.5 * 2.5);
    assertArrayEquals(
        new double[] {4.5 * second, 2.5 * second}, descent.signDescent(start, 2), 1e-14);
    assertArrayEquals(new double[] {3, 4}, start, 0);
    RescaledDescent still = new RescaledDescent(w -> new double[2], 1, 10);
    assertArrayEquals(new double[] {6, 8}, still.signStep(start), 1e-14);
  }

  @Test
  void leastNormOfAnOrbit() {
    ReluOrbit orbit = new ReluOrbit(Real.ONE, Real.ONE, Real.TWO);
    assertEquals(Real.TWO, orbit.leastNorm());
    assertEquals(Real.ONE, orbit.factor(Real.TWO));
    // 4 + 4/4 + 4 = 9.
    assertEquals(r(3), new ReluOrbit(Real.ONE, r(4), r(4)).norm(Real.TWO));
  }

  @Test
  void tiesOfScoresGoToTheLowerClass() {
    LabelScores three = new LabelScores(3);
    LabelScores.Scores tied = (k, x) -> x == 0 && k < 2 ? Rational.ONE : three.separating(k, x);
    assertEquals(Rational.ONE, three.accuracy(tied));
  }

  /** At h = 0 = L the points C, D and E are one. */
  @Test
  void pathOfNoLengthIsInTheDomain() {
    SlidingPath.Rates rates = new SlidingPath.Rates(Real.ONE, Real.ONE, Real.ONE);
    assertTrue(new SlidingPath(Real.ZERO, Real.ZERO, Real.ONE, Real.ONE, rates).isInDomain());
    assertFalse(new SlidingPath(r(-1), Real.ZERO, Real.ONE, Real.ONE, rates).isInDomain());
    Real right = Real.pi().over(2);
    assertFalse(new SlidingPath(Real.ONE, Real.ONE, right, Real.ONE, rates).isInDomain());
    assertRefused(
        "theta: need a number between 0",
        () -> new StraightNormBoundary(Real.TWO, Real.ONE, Real.ZERO, Real.pi().over(2), rates));
  }

  /** 2.5 halved twice is below 1, once isn't; 1.5 decay turns the sign at each step. */
  @Test
  void countsAreRoundedUp() {
    NormDecay half = new NormDecay(r(0.5), Real.ONE);
    assertEquals(new BigDecimal(2), half.wholeSteps(r(2.5), Real.ONE).orElseThrow());
    assertEquals(new BigDecimal(2), half.wholeSteps(r(3.5), Real.ONE).orElseThrow());
    assertEquals(new BigDecimal(2), half.wholeSteps(r(4), Real.ONE).orElseThrow());
    assertEquals(Real.ONE, new NormDecay(Real.ONE, r(1.5)).norm(r(4), Real.TWO));
    assertEquals(r(8), new NormDecay(Real.ONE, r(3)).norm(Real.TWO, Real.TWO));
  }

  /** Saturated, tanh(50b) = 1: a = 1/2 fits, at an angle next to the end of the quarter circle. */
  @Test
  void bestAngleBesideTheEndOfItsRange() {
    TanhUnit far = new TanhUnit(List.of(r(50)));
    assertEquals(0, far.reducedLoss(r(5000)).toDouble(), 1e-40);
    assertEquals(0.25, far.reducedLoss(Real.ZERO).toDouble(), 1e-15);
  }

  /** At r = |a| nothing is clipped, however |a|² and its roots are rounded. */
  @Test
  void signStepsAtTheNormOfTheTargetReachIt() {
    for (int k = 2; k < 40; k++) {
      List<Real> target = List.of(r(k).sqrt(), Real.ONE.over(k).negate(), Real.ONE.over(7));
      Real square = target.stream().map(Real::square).reduce(Real.ZERO, Real::plus);
      Real norm = square.sqrt();
      if (norm.square().compareTo(square) > 0) {
        continue;
      }
      SignRescaling rest = new SignRescaling(target, norm);
      assertEquals(0, rest.bound().over(target.get(0)).minus(Real.ONE).toDouble(), 1e-28);
      assertEquals(0, rest.loss().toDouble(), 1e-50);
    }
  }

  /** w e^w = 1/γ, over five hundred decades of γ. */
  @Test
  void balanceOfLossAndDecayAtExtremeDecays() {
    for (double gamma : new double[] {1e-300, 1e-3, 1, 1e3, 1e200}) {
      Real w = new CrossEntropyNorm(r(gamma)).linear();
      assertEquals(0, w.log().plus(w).plus(r(gamma).log()).toDouble(), 1e-50);
    }
  }

  @Test
  void withoutASignalOnlyNoiseIsLearned() {
    LeastSquaresRisk noise = new LeastSquaresRisk(3, 7, Rational.ONE, Rational.ZERO);
    assertEquals(Rational.ONE, noise.risk().orElseThrow());
    assertEquals(Rational.ONE, noise.squaredNorm().orElseThrow());
  }
}
