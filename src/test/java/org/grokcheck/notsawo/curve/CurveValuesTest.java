package org.grokcheck.notsawo.curve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.grokcheck.evidence.Infrastructure;
import org.grokcheck.notsawo.curve.Transitions.Outcome;
import org.grokcheck.notsawo.curve.Transitions.Phase;
import org.junit.jupiter.api.Test;

/** Curves of few steps and laws with plain constants. */
@Infrastructure("plain values at which each formula is known without it; its claims have their own")
class CurveValuesTest {
  private static final double NEVER = Double.POSITIVE_INFINITY;
  private static final AccuracyCurve CURVE =
      new AccuracyCurve(new long[] {0, 2, 5, 9, 20}, new double[] {0, 0.5, 0.25, 0.75, 0.5});

  private static PowerLaw law(String gamma, String a, String b) {
    return new PowerLaw(new BigDecimal(gamma), new BigDecimal(a), new BigDecimal(b));
  }

  private static List<BigDecimal> decimals(String numbers) {
    return Stream.of(numbers.split(" ")).map(BigDecimal::new).toList();
  }

  @Test
  void passages() {
    assertEquals(5, CURVE.size());
    assertEquals(20, CURVE.lastStep());
    assertEquals(0.75, CURVE.largest());
    assertEquals(2, CURVE.first(0.5));
    assertEquals(9, CURVE.firstAbove(0.5));
    assertEquals(2, CURVE.firstAbove(0));
    assertEquals(NEVER, CURVE.first(0.8));
    assertEquals(9, CURVE.sustained(0.5));
    assertEquals(2, CURVE.sustained(0.25));
    assertEquals(0, CURVE.sustained(0));
    assertEquals(NEVER, CURVE.sustained(0.75));
    assertEquals(0.25, CURVE.dropBack(0.5, 3));
    assertEquals(0, CURVE.dropBack(0.5, 2));
    assertEquals(0.25, CURVE.dropBack(0.75, 11));
    assertEquals(0, CURVE.dropBack(0.75, 10));
    assertEquals(0, CURVE.dropBack(0.8, 100));
  }

  @Test
  void transitions() {
    AccuracyCurve late = new AccuracyCurve(new long[] {0, 30, 40}, new double[] {0, 0.1, 1});
    Transitions run = Transitions.of(CURVE, late, 0.75, 0.25);
    assertEquals(new Transitions(2, 9, 40, 40), run);
    assertEquals(31, run.delay());
    assertEquals(Phase.CONFUSION, run.phase(8.5));
    assertEquals(Phase.MEMORISATION, run.phase(9));
    assertEquals(Phase.MEMORISATION, run.phase(39.5));
    assertEquals(Phase.COMPREHENSION, run.phase(40));
    assertEquals(Outcome.GROKKED, run.outcome());
    assertEquals(Outcome.GENERALISED_AT_ONCE, new Transitions(0, 20, 0, 40).outcome());
    assertEquals(Outcome.MEMORISED, new Transitions(0, 20, 0, NEVER).outcome());
    assertEquals(Outcome.NOT_FITTED, new Transitions(0, NEVER, 0, NEVER).outcome());
    assertTrue(Double.isNaN(new Transitions(0, 20, 0, NEVER).delay()));
    assertTrue(Double.isNaN(new Transitions(0, NEVER, 0, 20).delay()));
    assertEquals(1.25, Transitions.aboveGuessing(2, 4), 1e-15);
    // Three standard errors of a quarter on 48 items are 3·√(3/768).
    assertEquals(0.25 + 0.1875, Transitions.aboveGuessing(4, 48), 1e-15);
  }

  @Test
  void laws() {
    PowerLaw law = law("2", "12", "3");
    assertEquals(6, law.at(new BigDecimal("2")).doubleValue());
    assertEquals(1, law.localExponent(new BigDecimal("2")).doubleValue());
    assertEquals(2, law.halfway().doubleValue());
    assertEquals(51, law.at(new BigDecimal("0.5")).doubleValue());
    PowerLaw fractions = law.inFractions();
    assertEquals(
        law.at(new BigDecimal("50")).doubleValue(),
        fractions.at(new BigDecimal("0.5")).doubleValue(),
        1e-14);
    assertEquals(0.0012, fractions.a().doubleValue(), 1e-17);
    PowerLaw through = PowerLaw.through(decimals("1 2 4"), decimals("15 6 3.75"));
    assertEquals(2, through.gamma().doubleValue());
    assertEquals(12, through.a().doubleValue());
    assertEquals(3, through.b().doubleValue());
    assertEquals(1800, StoppingRule.budget(800));
    assertEquals(0.4, StoppingRule.share(400, 1000));
  }

  @Test
  void fits() {
    double[] r = {1, 2, 3, 4, 6};
    double[] exact = {15, 6, 12 / 9.0 + 3, 3.75, 12 / 36.0 + 3};
    PowerLawFit fit = PowerLawFit.of(r, exact);
    // The search ends within 1e-10 of γ up to the flatness of a square near its zero, some 1e-8.
    assertEquals(2, fit.gamma(), 1e-5);
    assertEquals(3, fit.b(), 1e-5);
    assertEquals(12, fit.law().a().doubleValue(), 1e-4);
    assertEquals(fit.b(), fit.law().b().doubleValue(), 1e-14);
    assertEquals(0, fit.sumOfSquares(), 1e-10);
    assertTrue(fit.rejectsPurePower(0.95));
    double[] power = {12, 3.1, 1.3, 0.75, 0.33};
    PowerLawFit pure = PowerLawFit.of(r, power);
    assertFalse(pure.rejectsPurePower(0.95));
    PowerLawFit.Interval wide = pure.gammaInterval(0.99);
    PowerLawFit.Interval narrow = pure.gammaInterval(0.5);
    assertTrue(wide.low() < narrow.low() && narrow.low() < pure.gamma());
    assertTrue(pure.gamma() < narrow.high() && narrow.high() < wide.high());
  }
}
