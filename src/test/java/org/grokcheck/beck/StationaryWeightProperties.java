package org.grokcheck.beck;

import java.math.BigDecimal;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.grokcheck.evidence.Check;
import org.grokcheck.evidence.Checks;
import org.grokcheck.evidence.Oracle;
import org.grokcheck.evidence.Tolerance;
import org.grokcheck.harness.Arb;
import org.grokcheck.oracle.Decimal;
import org.grokcheck.oracle.ExponentialMinimum;

/** S_∞ of the two-point model, its divergence, and the training loss and the rate there. */
class StationaryWeightProperties {
  @Provide
  Arbitrary<BigDecimal> lambdas() {
    return Lambdas.inseparable();
  }

  /** x = 1 − 2λ near criticality. */
  @Provide
  Arbitrary<Double> smallGaps() {
    return Arb.logUniform(1e-300, 0.3);
  }

  @Provide
  Arbitrary<Double> scales() {
    return Arb.logUniform(0.05, 1000);
  }

  @Property(tries = 200)
  @Checks("beck.sec4.sinf")
  void minimisesTheLossOfTheScaledPoints(
      @ForAll("lambdas") BigDecimal lambda, @ForAll("scales") double sigma) {
    TwoPoints points = TwoPoints.ofLambda(lambda);
    BigDecimal scale = new BigDecimal(sigma);
    List<BigDecimal> scaled = List.of(scale.negate(), scale.multiply(Lambdas.gap(lambda)));
    double minimiser = new ExponentialMinimum(scaled).minimiser().doubleValue();
    double weight = points.stationaryWeight();
    Check.of("beck.sec4.sinf", "S_∞")
        .by(Oracle.TABLE)
        .at("lambda", lambda, "sigma", sigma)
        .expecting(minimiser, new Tolerance.Ulp(5, "x or 1 − x, logarithm, 1 + x, two quotients"))
        .holds(weight / sigma)
        .refutes("without 1/σ", points.asPrintedSec4StationaryWeight())
        .rejects("log(1/x)/2", points.minusLogX() / 2 / sigma)
        .rejects("1 − x computed from the rounded λ", fromRounded(lambda.doubleValue()) / sigma);
  }

  private static double fromRounded(double lambda) {
    return StrictMath.log(1 - 2 * lambda) / (2 * (lambda - 1));
  }

  @Property(tries = 100)
  @Checks({
    "beck.sec4.log-divergence-1d",
    "beck.sec41.sinf-approx",
    "beck.appe3.sinf",
    "beck.sec41.ltr"
  })
  void divergesLogarithmically(@ForAll("smallGaps") double x) {
    TwoPoints points = TwoPoints.of(x);
    BigDecimal gap = new BigDecimal(x);
    ExponentialMinimum minimum = new ExponentialMinimum(List.of(BigDecimal.ONE.negate(), gap));
    double logGap = -Decimal.log(gap).doubleValue();
    limit("beck.sec4.log-divergence-1d", "S_∞/log(1/x)", x)
        .expecting(1, remainder(x, 1, "1 − 1/(1+x) < x"))
        .holds(points.stationaryWeight() / logGap)
        .rejects("half of it", 0.5 * points.stationaryWeight() / logGap)
        .rejects("1.309 x^{−1/2}, the full model's law", 1.309 / Math.sqrt(x) / logGap);
    double weight = minimum.minimiser().doubleValue();
    Tolerance correction = remainder(x * logGap, weight, "log(1/x) − log(1/x)/(1+x) < x log(1/x)");
    limit("beck.sec41.sinf-approx", "S_∞", x)
        .expecting(weight, correction)
        .holds(points.minusLogX())
        .refutes("½ log x", points.asPrintedSec41StationaryWeight())
        .rejects("½ log(1/x)", -points.asPrintedSec41StationaryWeight());
    limit("beck.appe3.sinf", "S_∞", x)
        .expecting(weight, correction)
        .holds(points.minusLogX())
        .rejects("½ log x", points.asPrintedSec41StationaryWeight())
        .rejects("log(1/x) + 1", points.minusLogX() + 1);
    checkTrainingLoss(x, logGap, points, minimum);
  }

  private static void checkTrainingLoss(
      double x, double logGap, TwoPoints points, ExponentialMinimum minimum) {
    double u = x * logGap;
    // With v = u/(1+x) < 1/e: 2Z = (1+x)e^v = 1 + x + u + (1+x)(e^v − 1 − v), and e^v < 1.45.
    double second = 0.37 * u * u;
    limit("beck.sec41.ltr", "Z → ½", x)
        .part("limit")
        .expecting(0.5, remainder(0.5 * (x + u) + second, 0.5, "½(x + x log(1/x)) and its square"))
        .holds(points.stationaryLoss())
        .rejects("sum over the points for their mean", 1)
        .rejects("mean output's loss", 0.25);
    limit("beck.sec41.ltr", "Z − ½ at first order", x)
        .part("limit")
        .expecting(
            0.5 + 0.5 * (x + u),
            remainder(second, 0.5, "(1+x)v²/4·e^v < 0.37 (x log(1/x))², v = x log(1/x)/(1+x)"))
        .holds(points.stationaryLoss())
        .rejects("without the logarithm", 0.5 + 0.5 * x);
    Check.of("beck.sec41.ltr", "Z at S_∞")
        .part("exact form")
        .by(Oracle.TABLE)
        .at("x", x)
        .expecting(
            minimum.meanExponential().doubleValue(),
            new Tolerance.Ulp(6, "logarithm of size below 1, its exponential"))
        .holds(points.stationaryLoss())
        .rejects("½", 0.5);
  }

  @Property(tries = 200)
  @Checks("beck.sec41.criticality")
  void rateVanishesAtTheEdge(@ForAll("lambdas") BigDecimal lambda, @ForAll("scales") double sigma) {
    TwoPoints points = TwoPoints.ofLambda(lambda);
    ExponentialMinimum minimum = new ExponentialMinimum(Lambdas.points(lambda));
    BigDecimal scale = Decimal.of(sigma);
    BigDecimal scaled = Decimal.times(minimum.tiltedVariance(), scale.multiply(scale));
    Check.of("beck.sec41.criticality", "r = Σ pᵢxᵢ² at S_∞")
        .part("two-point model: the exponent is σ²(1 − 2λ)")
        .by(Oracle.TABLE)
        .at("lambda", lambda, "sigma", sigma)
        .expecting(scaled.doubleValue(), new Tolerance.Ulp(3, "x, σ², product"))
        .holds(points.relaxationExponent(sigma))
        .rejects("without σ²", points.x())
        .rejects(
            "variance of the untilted points", sigma * sigma * 0.5 * (1 + points.x() * points.x()))
        .rejects("rate x²", points.relaxationExponent(sigma) * points.x());
  }

  @Property(tries = 200)
  @Checks("beck.sec41.criticality")
  void flowNearTheMinimumRelaxesAtThatRate(
      @ForAll("lambdas") BigDecimal lambda, @ForAll("scales") double sigma) {
    TwoPoints points = TwoPoints.ofLambda(lambda);
    TwoPointModel model = TwoPointModel.fromOrigin(points, sigma, 1);
    double weight = new ExponentialMinimum(Lambdas.points(lambda)).minimiser().doubleValue();
    double h = 1e-5;
    double slope =
        (model.conformalRates(weight + h).weight() - model.conformalRates(weight - h).weight())
            / (2 * h);
    // d log t = −db where the loss has settled, so the exponent is the slope over −db/dτ.
    double exponent = slope / model.conformalRates(weight).bias();
    Check.of("beck.sec41.criticality", "slope of dS̃/dτ over −db/dτ at S_∞")
        .part("two-point model: the flow relaxes with that exponent")
        .by(Oracle.FINITE_DIFFERENCE)
        .at("lambda", lambda, "sigma", sigma)
        .expecting(
            points.relaxationExponent(sigma),
            Tolerance.sum(
                Tolerance.remainder(
                    points.relaxationExponent(sigma) * h * h / 6 * 1.01,
                    "third derivative at most the first, h²/6"),
                Tolerance.remainder(
                    points.relaxationExponent(sigma) * 10 * 0x1p-53 * (1 + weight) / h,
                    "rounding of two terms over h")))
        .holds(exponent)
        .rejects("without σ²", points.x())
        .rejects("rate of S̃ per unit of τ", slope);
  }

  private static Check limit(String claim, String quantity, double x) {
    return Check.of(claim, quantity).by(Oracle.LIMIT).at("x", x);
  }

  /** A remainder, and 8 roundings of the value. */
  private static Tolerance remainder(double size, double value, String why) {
    return Tolerance.sum(
        Tolerance.remainder(size, why),
        Tolerance.remainder(8 * 0x1p-53 * Math.abs(value), "8 roundings of the value"));
  }
}
