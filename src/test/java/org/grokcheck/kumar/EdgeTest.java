package org.grokcheck.kumar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import org.grokcheck.evidence.Infrastructure;
import org.grokcheck.math.exact.Rational;
import org.grokcheck.math.exact.RationalMatrix;
import org.grokcheck.math.exact.RationalVector;
import org.junit.jupiter.api.Test;

/** What formulas return at the edges of their domains: NaN for 0/0, 0 for what no number holds. */
@Infrastructure("0/0 and underflow, which no claim is about")
class EdgeTest {
  private static final Rational ONE = Rational.ONE;
  private static final RationalVector PLANE = RationalVector.of(ONE, Rational.TWO);
  private static final RationalMatrix UNIT = RationalMatrix.identity(2);

  @Test
  void alignmentsOfNothingAreUndefined() {
    List<GramAlignment> nothing =
        List.of(
            new GramAlignment(UNIT, RationalVector.zero(2)),
            new GramAlignment(RationalMatrix.zero(2, 2), PLANE),
            new GramAlignment(UNIT, RationalVector.of(ONE, ONE)).centred(),
            new GramAlignment(RationalMatrix.of(2, 2, (i, j) -> ONE), PLANE).centred());
    for (GramAlignment alignment : nothing) {
      assertTrue(alignment.isUndefined(), alignment::toString);
      assertEquals(Double.NaN, alignment.value());
      assertEquals(Double.NaN, alignment.withSingleNorm());
    }
    TangentKernel kernel = TangentKernel.infiniteWidth(2, ONE);
    KernelAlignment flat = new KernelAlignment(kernel, RationalVector.zero(2));
    assertEquals(Double.NaN, flat.uncentred());
    assertEquals(Double.NaN, flat.centred());
  }

  /** K = diag(1, −1) has the norm √2; y = (1, 2) has the form −3 and the norm √5. */
  @Test
  void alignmentsHaveTheSignOfTheForm() {
    RationalMatrix indefinite = RationalMatrix.diagonal(RationalVector.of(ONE, ONE.negate()));
    GramAlignment alignment = new GramAlignment(indefinite, PLANE);
    assertFalse(alignment.isUndefined());
    assertEquals(-3 / (Math.sqrt(2) * 5), alignment.value(), 1e-15, "five roundings of 0.42");
    assertEquals(
        -3 / Math.sqrt(10), alignment.withSingleNorm(), 1e-15, "four roundings of a number near 1");
    // βᵀMβ with M = diag(1, −1), as the centred model may have it, and a numerator of −3·|β|²
    // ε²/D⁴.
    TangentKernel kernel =
        new TangentKernel(ONE, new WeightMoments(RationalVector.zero(2), indefinite));
    KernelAlignment ofKernel = new KernelAlignment(kernel, PLANE);
    assertTrue(ofKernel.centred() < 0 && ofKernel.uncentred() < 0);
  }

  /** With D = 1 all of the target is |x|², which decays as e^{−6τ'}. */
  @Test
  void lazyRisksAreZeroBeyondTheExponentsOfDecimals() {
    LazyRisk risk = new LazyRisk(new TargetDecomposition(1, ONE));
    Rational last = Rational.of(4_000_000_000L, 6);
    BigDecimal left = risk.at(last);
    assertEquals(1, left.signum());
    assertEquals(
        -1_737_177_928,
        left.precision() - left.scale() - 1,
        "¾ of 10^(−4e9/ln 10) = 2.4e-1737177928");
    assertEquals(0, risk.at(last.plus(Rational.of(1, 1000))).signum());
    // e^{−4τ'}/16 and e^{−8τ'}/8: the second is 10⁷ digits below the first.
    BigDecimal late = new LazyRisk(new TargetDecomposition(2, ONE)).at(Rational.of(6_000_000));
    assertTrue(late.precision() <= 40, "digits of the sum");
    assertEquals(
        -10_423_069, late.precision() - late.scale() - 1, "2.4e7/ln 10 + lg 16 = 10423068.…");
  }

  /** K = diag(0, 1): the first label is never learned, the second decays as e^{−θ}. */
  @Test
  void whatTheKernelDoesNotReachIsNeverLearned() {
    RationalMatrix gram = RationalMatrix.diagonal(RationalVector.of(Rational.ZERO, ONE));
    LinearisedTraining training = new LinearisedTraining(gram, PLANE);
    LinearisedTraining.Point start = training.at(Rational.ZERO);
    assertEquals(0, start.displacementSquared().signum());
    assertEquals(5, start.residualSquared().doubleValue());
    LinearisedTraining.Point end = training.at(Rational.of(1000));
    assertEquals(4, end.displacementSquared().doubleValue());
    assertEquals(1, end.residualSquared().doubleValue());
    LinearisedTraining one = new LinearisedTraining(UNIT, PLANE);
    Rational last = Rational.of(500_000_000);
    assertEquals(1, one.at(last).residualSquared().signum());
    assertEquals(0, one.at(last.plus(ONE)).residualSquared().signum());
  }
}
