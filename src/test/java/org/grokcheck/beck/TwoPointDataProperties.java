package org.grokcheck.beck;

import java.math.BigDecimal;
import java.util.List;
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
import org.grokcheck.oracle.Decimal;
import org.grokcheck.oracle.LineSeparation;

/** Eq. (15) and the set-up of Table 1: the two points, their separability, margin and loss. */
class TwoPointDataProperties {
  /** A state of the unscaled model. */
  record State(BigDecimal lambda, double sigma, double weight, double bias) {
    /** log of the training loss, the weight entering as S̃ = σS. */
    double logLoss() {
      TwoPointModel model = TwoPointModel.fromOrigin(TwoPoints.ofLambda(lambda), sigma, 1);
      return model.logTrainingLoss(sigma * weight, bias);
    }

    /** log ½(e^{Sx₁+b} + e^{Sx₂+b}) with x₁ = −σ and x₂ = σ·second. */
    double logLossAt(BigDecimal second) {
      BigDecimal scaled = Decimal.of(sigma).multiply(Decimal.of(weight));
      BigDecimal left = Decimal.exp(Decimal.of(bias).subtract(scaled));
      BigDecimal right = Decimal.exp(Decimal.of(bias).add(scaled.multiply(second)));
      return Decimal.log(Decimal.over(left.add(right), Decimal.TWO)).doubleValue();
    }
  }

  @Provide
  Arbitrary<BigDecimal> lambdas() {
    return Lambdas.all();
  }

  @Provide
  Arbitrary<State> states() {
    Arbitrary<BigDecimal> upToOne = Lambdas.all().filter(l -> l.compareTo(BigDecimal.ONE) <= 0);
    return Combinators.combine(
            upToOne,
            Arb.logUniform(0.05, 100),
            Arb.signedLogUniform(1e-6, 300),
            Arb.uniform(-50, 50))
        .as((lambda, sigma, scaled, b) -> new State(lambda, sigma, scaled / sigma, b));
  }

  @Property(tries = 300)
  @Checks("beck.eq15")
  void isSeparableIffOneWeightServesBothPoints(@ForAll("lambdas") BigDecimal lambda) {
    TwoPoints points = TwoPoints.ofLambda(lambda);
    Check.of("beck.eq15", "separable")
        .part("labels")
        .by(Oracle.EXACT)
        .at("lambda", lambda)
        .expectingExactly(new LineSeparation(Lambdas.points(lambda)).isFeasible())
        .holds(points.isSeparable())
        .refutes("separable for λ < ½", points.asPrintedIsSeparable())
        .rejects("separable from λ = ½ on", points.x() <= 0);
  }

  @Property(tries = 200)
  @Checks("beck.eq15")
  void lossIsTheMeanOverBothPoints(@ForAll("states") State state) {
    BigDecimal x = Lambdas.gap(state.lambda());
    double size = 1 + Math.abs(state.bias()) + Math.abs(state.sigma() * state.weight());
    Check.of("beck.eq15", "log L")
        .part("points and loss")
        .by(Oracle.TABLE)
        .at("lambda", state.lambda(), "sigma", state.sigma(), "S", state.weight())
        .expecting(
            state.logLossAt(x),
            new Tolerance.Rounding(8, size, "σS once, two products and a sum of that size, log"))
        .holds(state.logLoss())
        .rejects("x₂ = σ(1 − λ)", state.logLossAt(BigDecimal.ONE.subtract(state.lambda())))
        .rejects("sum for mean", state.logLossAt(x) + StrictMath.log(2))
        .rejects("x₂ on the other side", state.logLossAt(x.negate()));
  }

  @Property(tries = 300)
  @Checks("beck.table1.caption")
  void marginIsTheDistanceOfTheHullFromTheOrigin(@ForAll("lambdas") BigDecimal lambda) {
    TwoPoints points = TwoPoints.ofLambda(lambda);
    LineSeparation separation = new LineSeparation(Lambdas.points(lambda));
    Check.of("beck.table1.caption", "M")
        .by(Oracle.EXACT)
        .at("lambda", lambda)
        .expecting(LineSeparation.toDouble(separation.distanceOfOrigin()), new Tolerance.Exact())
        .holds(points.margin())
        .rejects("2λ − 1 beyond λ = 1 too", Math.max(0, -points.x()))
        .rejects("|x₂| for inseparable data too", Math.min(1, Math.abs(points.x())));
    Check.of("beck.table1.caption", "x₂ and its distances from −1 and 1")
        .by(Oracle.EXACT)
        .at("lambda", lambda)
        .expectingExactly(gaps(Lambdas.gap(lambda)))
        .holds(List.of(points.x(), points.onePlusX(), points.oneMinusX()))
        .rejects("gaps of the rounded x", roundedGaps(points.x()));
  }

  private static List<Double> gaps(BigDecimal x) {
    return List.of(
        x.doubleValue(),
        BigDecimal.ONE.add(x).doubleValue(),
        BigDecimal.ONE.subtract(x).doubleValue());
  }

  private static List<Double> roundedGaps(double x) {
    return List.of(x, 1 + x, 1 - x);
  }
}
