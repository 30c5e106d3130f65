package org.grokcheck.notsawo.descent;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.grokcheck.evidence.Infrastructure;
import org.grokcheck.math.exact.Rational;
import org.grokcheck.math.exact.RationalMatrix;
import org.grokcheck.math.exact.RationalVector;
import org.junit.jupiter.api.Test;

/** Steps and flows of one or two coordinates, worked by hand. */
@Infrastructure("plain values at which each formula is known without it; its claims have their own")
class DescentValuesTest {
  private static final double INFINITE = Double.POSITIVE_INFINITY;

  private static BigDecimal decimal(String number) {
    return new BigDecimal(number);
  }

  private static List<BigDecimal> decimals(String numbers) {
    return Stream.of(numbers.split(" ")).map(BigDecimal::new).toList();
  }

  private static void near(double expected, BigDecimal actual) {
    assertEquals(expected, actual.doubleValue(), 1e-15 * Math.max(1, Math.abs(expected)));
  }

  @Test
  void stepsOfAdam() {
    AdamStep adam = new AdamStep(decimal("0.5"), decimal("0.75"));
    near(1, adam.bound(1));
    // ½/(1 − ¼) √((1 + ¾)(1 + ⅓)) at t = 2 and ½/√(¼ · ⅔) for ever.
    near(2 / 3.0 * Math.sqrt(7 / 3.0), adam.bound(2));
    near(Math.sqrt(1.5), adam.limit());
    near(Math.sqrt(1.5), adam.bound(400));
    near(1, adam.ofLateSpike());
    near(2, new AdamStep(BigDecimal.ZERO, decimal("0.75")).ofLateSpike());
    near(7 / (5 * Math.sqrt(2)), AdamStep.cosineOfFirstStep(decimals("3 0 -4")));
  }

  private static QuadraticDescent two(String rate, String curvatures, String start) {
    return new QuadraticDescent(decimal(rate), decimals(curvatures), decimals(start));
  }

  @Test
  void descentOnQuadratics() {
    QuadraticDescent descent = two("0.5", "6 1", "1 4");
    near(-2, descent.factor(0));
    near(0.5, descent.factor(1));
    // ½(6·4^t + 16·4^−t), which rises from the start.
    near(11, descent.loss(0));
    near(14, descent.loss(1));
    near(48.5, descent.loss(2));
    assertEquals(0, descent.firstRise());
    // λ₁²x₁²(ελ₁ − 2) = 36 and λ₂²x₂²(2 − ελ₂) = 24.
    assertEquals(Math.log(24 / 36.0) / (2 * Math.log(4)), descent.onset(), 1e-14);
    QuadraticDescent later = two("0.5", "6 1", "1 1024");
    assertEquals(Math.log(1024.0 * 1024 * 1.5 / 36) / (2 * Math.log(4)), later.onset(), 1e-14);
    int rise = (int) later.firstRise();
    assertEquals(4, rise);
    for (int t = 0; t < 8; t++) {
      assertEquals(t >= rise, later.loss(t + 1).compareTo(later.loss(t)) > 0);
    }
    assertEquals(INFINITE, two("0.5", "6 1", "0 1").onset());
    assertEquals(-INFINITE, two("0.5", "6 1", "1 0").onset());
    assertEquals(INFINITE, two("0.5", "6 1", "0 1").firstRise());
    assertEquals(0, two("0.5", "6 1", "1 0").firstRise());
    // ελ₂ = 1: the second mode is gone after a step, which hides the first one's growth or not.
    assertEquals(1, two("0.5", "6 2", "1 9").firstRise());
    assertEquals(0, two("0.5", "6 2", "1 2").firstRise());
    assertEquals(1, two("0.5", "6 2", "1 3").firstRise());
    assertEquals(INFINITE, two("0.5", "6 1.5", "0 3").firstRise());
  }

  @Test
  void flows() {
    FlowRates rates =
        new FlowRates(
            RationalVector.of(Rational.ONE, Rational.TWO),
            new RationalMatrix(
                List.of(
                    RationalVector.of(Rational.of(3), Rational.ONE),
                    RationalVector.of(Rational.ONE, Rational.of(-1)))));
    assertEquals(Rational.of(-5), rates.first());
    assertEquals(Rational.of(6), rates.second());
    // |G|⁴ = 16·81 e^{−8t} at λ = 2, x = 3; two coordinates add a product of both.
    RationalVector one = RationalVector.of(Rational.TWO);
    assertEquals(Rational.of(162), FlowRates.energyOfRate(one, RationalVector.of(Rational.of(3))));
    assertEquals(
        Rational.ONE.over(4).plus(Rational.ONE.over(8).times(16)).plus(Rational.of(4).over(3)),
        FlowRates.energyOfRate(
            RationalVector.of(Rational.ONE, Rational.TWO),
            RationalVector.of(Rational.ONE, Rational.ONE)));
    ClippedFlow flow = new ClippedFlow(BigDecimal.valueOf(2));
    assertEquals(2, flow.speed(3));
    assertEquals(1.5, flow.speed(1.5));
    assertEquals(-6, flow.lossRate(3));
    assertEquals(-2.25, flow.lossRate(1.5));
    BigDecimal half = decimal("0.5");
    // Clipped down to x = 4 at speed 2, then x = 4 e^{−t/2}.
    near(3, flow.time(half, decimal("10"), decimal("4")));
    near(3 + 2 * Math.log(2), flow.time(half, decimal("10"), decimal("2")));
    near(2 * Math.log(3), flow.time(half, decimal("3"), decimal("1")));
    near(1, flow.time(half, decimal("9"), decimal("7")));
  }

  @Test
  void descentOnALogarithm() {
    LogDescent descent = new LogDescent(decimal("0.5"));
    near(2, descent.after(decimal("2"), 0));
    near(1.5, descent.after(decimal("2"), 1));
    near(5 / 6.0, descent.after(decimal("2"), 2));
    near(1.5, descent.booleCoordinate(decimal("1.5")));
    near(0.75, new LogDescent(BigDecimal.valueOf(2)).booleCoordinate(decimal("1.5")));
    assertEquals(1.5, LogDescent.boole(2));
  }
}
