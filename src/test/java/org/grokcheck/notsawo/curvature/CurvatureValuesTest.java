package org.grokcheck.notsawo.curvature;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.List;
import org.grokcheck.compute.Activation;
import org.grokcheck.compute.Architecture.Transformer;
import org.grokcheck.compute.Architecture.Transformer.Biases;
import org.grokcheck.compute.Layout;
import org.grokcheck.compute.Layout.Block;
import org.grokcheck.evidence.Infrastructure;
import org.grokcheck.math.Seeds;
import org.grokcheck.math.exact.Rational;
import org.grokcheck.math.exact.RationalMatrix;
import org.grokcheck.math.exact.RationalVector;
import org.junit.jupiter.api.Test;

/** Curvatures of small problems, worked by hand. */
@Infrastructure("plain values at which each formula is known without it; its claims have their own")
class CurvatureValuesTest {
  private static final Rational ONE = Rational.ONE;
  private static final Rational HALF = Rational.ONE.over(2);
  private static final double LOG_2 = StrictMath.log(2);

  private static Rational fraction(long numerator, long denominator) {
    return Rational.of(numerator).over(denominator);
  }

  private static BigDecimal decimal(String number) {
    return new BigDecimal(number);
  }

  @Test
  void stability() {
    AdamStability adam = new AdamStability(HALF, HALF, ONE);
    assertEquals(fraction(9, 2), adam.upper());
    assertEquals(fraction(-1, 2), adam.lower());
    assertEquals(
        fraction(2, 3), new AdamStability(Rational.ZERO, Rational.ZERO, Rational.of(3)).upper());
    assertEquals(LOG_2, GrowthExponent.of(decimal("3"), decimal("1")), 1e-15);
    assertEquals(LOG_2, GrowthExponent.of(decimal("-2"), decimal("0.5")), 1e-15);
    assertEquals(Double.NEGATIVE_INFINITY, GrowthExponent.of(decimal("2"), decimal("0.5")));
    ConditionNumber number = new ConditionNumber(ONE, Rational.of(3));
    assertEquals(Rational.of(3), number.value());
    assertEquals(HALF, number.bestRate());
    assertEquals(HALF, number.contraction());
    assertEquals(HALF, number.contraction(HALF));
    assertEquals(Rational.TWO, number.contraction(ONE));
    assertEquals(fraction(9, 10), number.contraction(fraction(1, 10)));
    assertEquals(fraction(2, 3), number.largestStableRate());
  }

  @Test
  void clippedSteps() {
    ClippedDescent descent = new ClippedDescent(3, 2, 1);
    assertEquals(8, descent.step(10));
    assertEquals(-8, descent.step(-10));
    assertEquals(-1.25, descent.step(0.25));
    assertEquals(1.25, descent.step(-0.25));
    // The cycle {x, x − 2} reaches farthest at x = 2 − 1/3.
    assertEquals(3 * 25 / 18.0, descent.largestCycleLoss(), 1e-15);
  }

  @Test
  void catapult() {
    CatapultMap map = new CatapultMap(Rational.TWO, Rational.of(3));
    CatapultMap next = map.step(ONE, Rational.of(4));
    assertEquals(new CatapultMap(Rational.of(-2), Rational.TWO), next);
    CatapultMap last = next.step(ONE, Rational.of(4));
    assertEquals(new CatapultMap(Rational.ZERO, Rational.ZERO), last);
    CatapultMap.End end =
        CatapultMap.follow(decimal("2"), decimal("3"), decimal("1"), decimal("4"), 2);
    assertEquals(0, end.output().signum());
    assertEquals(0, end.curvature().signum());
    assertEquals(0, end.peak().compareTo(decimal("2")));
    CatapultMap.End third =
        CatapultMap.follow(decimal("-4"), decimal("3"), decimal("0.5"), decimal("4"), 1);
    CatapultMap exact = new CatapultMap(Rational.of(-4), Rational.of(3)).step(HALF, Rational.of(4));
    assertEquals(exact.output().toDouble(), third.output().doubleValue());
    assertEquals(exact.curvature().toDouble(), third.curvature().doubleValue());
    assertEquals(4, third.peak().doubleValue());
  }

  /** T₀ = 1, T₁(3) = 3 and T₂(3) = 17. */
  @Test
  void lanczos() {
    KanielPaige bound = new KanielPaige(3, 2, 1);
    assertEquals(8, bound.shortfall(1, 2));
    assertEquals(8 / 9.0, bound.shortfall(2, 2), 1e-14);
    assertEquals(8 / 289.0, bound.shortfall(3, 2), 1e-15);
    // γ = 4/2, so that T₁(1 + 2γ) = 5; the eigenvalues spread over 6.
    assertEquals(6 * 4 / 25.0, new KanielPaige(5, 1, -1).shortfall(2, 2), 1e-14);
  }

  @Test
  void directionsAndSteps() {
    RandomDirection direction = RandomDirection.of(List.of(ONE, Rational.of(4)), List.of(2L, 1L));
    assertEquals(3, direction.dimension());
    assertEquals(Rational.TWO, direction.mean());
    assertEquals(Rational.of(6), direction.meanSquare());
    assertEquals(fraction(4, 5), direction.variance());
    StepModel step =
        StepModel.of(
            new RationalMatrix(
                List.of(RationalVector.of(ONE, ONE), RationalVector.of(ONE, Rational.of(3)))),
            RationalVector.of(ONE, Rational.TWO));
    assertEquals(new StepModel(Rational.of(5), Rational.of(17)), step);
    assertEquals(fraction(17, 5), step.rayleigh());
    assertEquals(fraction(5, 17), step.bestRate());
    assertEquals(fraction(25, 34), step.bestDecrease());
    assertEquals(step.bestDecrease().negate(), step.change(step.bestRate()));
    assertEquals(fraction(7, 2), step.change(ONE));
    RescaledPair pair = new RescaledPair(Rational.TWO, Rational.of(3), ONE, Rational.of(5));
    assertEquals(Rational.of(6), pair.output());
    assertEquals(Rational.of(13), pair.trace());
    assertEquals(Rational.of(36 - 49), pair.determinant());
    RescaledPair wide = pair.rescaled(Rational.TWO);
    assertEquals(new RescaledPair(Rational.of(4), fraction(3, 2), ONE, Rational.of(5)), wide);
  }

  /** Rows of embeddings and entries of gains take the norms of θ's; each keeps its direction. */
  @Test
  void filtersOfATransformer() {
    Layout layout =
        new Transformer(
                5, 3, 4, 2, 6, 1, new Activation.Relu(), true, new Biases(true, true, false), 5)
            .layout();
    double[] theta = new Seeds(1).stream("theta").doubles(layout.size(), -1, 1).toArray();
    double[] delta = new Seeds(1).stream("delta").doubles(layout.size(), -1, 1).toArray();
    double[] normalised = FilterNormalization.of(layout, theta, delta);
    for (Block block : layout.blocks()) {
      boolean rows = block.name().equals("token") || block.name().equals("position");
      int filters = block.isVector() ? block.size() : rows ? block.rows() : block.columns();
      for (int k = 0; k < filters; k++) {
        double[] norms = new double[3];
        double product = 0;
        for (int at = block.offset(); at < block.offset() + block.size(); at++) {
          if (filter(block, at - block.offset(), rows) == k) {
            norms[0] += theta[at] * theta[at];
            norms[1] += normalised[at] * normalised[at];
            norms[2] += delta[at] * delta[at];
            product += normalised[at] * delta[at];
          }
        }
        assertEquals(norms[0], norms[1], 1e-13, block.name());
        assertEquals(Math.sqrt(norms[1] * norms[2]), product, 1e-13, block.name());
      }
    }
  }

  private static int filter(Block block, int entry, boolean rows) {
    if (block.isVector()) {
      return entry;
    }
    return rows ? entry / block.columns() : entry % block.columns();
  }
}
