package org.grokcheck.kumar;

import java.math.BigDecimal;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.grokcheck.evidence.Check;
import org.grokcheck.evidence.Checks;
import org.grokcheck.evidence.Oracle;
import org.grokcheck.evidence.Tolerance;
import org.grokcheck.harness.Arb;
import org.grokcheck.harness.ExactArb;
import org.grokcheck.math.exact.Rational;
import org.grokcheck.math.exact.RationalMatrix;
import org.grokcheck.math.exact.RationalVector;
import org.grokcheck.oracle.Decimal;

/**
 * The linear model at a finite time, on Gram matrices K = Σ λ u uᵀ of known eigenpairs: a rational
 * orthonormal basis, and eigenvalues over many orders of magnitude.
 */
class LinearisedTrainingProperties {
  record Case(RationalVector normal, List<Double> values, RationalVector y, double theta) {
    RationalMatrix basis() {
      Rational factor = Rational.TWO.over(normal.normSquared());
      return RationalMatrix.identity(normal.size()).minus(normal.outer(normal).times(factor));
    }

    RationalMatrix gram() {
      RationalVector diagonal = RationalVector.of(values.size(), k -> Rational.of(values.get(k)));
      return basis().times(RationalMatrix.diagonal(diagonal)).times(basis().transpose());
    }
  }

  @Provide
  Arbitrary<Case> cases() {
    return Arbitraries.integers()
        .between(1, 4)
        .flatMap(
            p ->
                Combinators.combine(
                        ExactArb.vector(p),
                        Arb.logUniform(1e-12, 1e3).list().ofSize(p),
                        ExactArb.vector(p),
                        Arb.logUniform(1e-20, 1e6))
                    .as(Case::new));
  }

  @Property(tries = 40)
  @Checks("kumar.ext.lazy-finite-time")
  void sumsOverModesAgreeWithFiftyDigits(@ForAll("cases") Case c) {
    BigDecimal moved = BigDecimal.ZERO;
    BigDecimal left = BigDecimal.ZERO;
    BigDecimal theta = Decimal.of(c.theta());
    BigDecimal unsquared = BigDecimal.ZERO;
    for (int k = 0; k < c.values().size(); k++) {
      Rational projection = c.basis().column(k).dot(c.y());
      BigDecimal power = projection.square().toDecimal(Decimal.DIGITS);
      BigDecimal lambda = Decimal.of(c.values().get(k));
      BigDecimal x = Decimal.times(theta, lambda);
      BigDecimal gone = oneMinusExp(x);
      BigDecimal square = Decimal.times(gone, gone);
      moved = Decimal.plus(moved, Decimal.over(Decimal.times(power, square), lambda));
      unsquared = Decimal.plus(unsquared, Decimal.over(Decimal.times(power, gone), lambda));
      BigDecimal decay = Decimal.exp(x.multiply(Decimal.TWO).negate());
      left = Decimal.plus(left, Decimal.times(power, decay));
    }
    LinearisedTraining training = new LinearisedTraining(c.gram(), c.y());
    LinearisedTraining.Point point = training.at(Rational.of(c.theta()));
    LinearisedTraining.Point half = training.at(Rational.of(c.theta()).over(2));
    check("|w - w0|²", c)
        .expecting(
            moved.doubleValue(),
            new Tolerance.Rounding(8, moved.doubleValue(), "1 - e^{-x} to 3 ulps, squared"))
        .holds(point.displacementSquared().doubleValue())
        .rejects("1 - e^{-x} not squared", unsquared.doubleValue())
        .rejects("θ/2", half.displacementSquared().doubleValue());
    if (left.doubleValue() > 0) {
      check("|residual|²", c)
          .expecting(
              left.doubleValue(),
              new Tolerance.Rounding(6, left.doubleValue(), "e^{-2x} to 2 ulps, decimals after"))
          .holds(point.residualSquared().doubleValue())
          .rejects("θ/2", half.residualSquared().doubleValue());
    }
  }

  private static BigDecimal oneMinusExp(BigDecimal x) {
    if (x.doubleValue() > 1e-8) {
      return Decimal.minus(BigDecimal.ONE, Decimal.exp(x.negate()));
    }
    // x − x²/2 + x³/6 − x⁴/24, to a relative 1e-34.
    BigDecimal sum = BigDecimal.ZERO;
    for (int k = 4; k >= 1; k--) {
      sum =
          Decimal.times(Decimal.minus(BigDecimal.ONE, sum), Decimal.over(x, BigDecimal.valueOf(k)));
    }
    return sum;
  }

  private static Check check(String quantity, Case c) {
    return Check.of("kumar.ext.lazy-finite-time", quantity)
        .by(Oracle.TABLE)
        .at("P", c.y().size(), "eigenvalues", c.values(), "theta", c.theta());
  }
}
