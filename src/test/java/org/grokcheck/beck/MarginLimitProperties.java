package org.grokcheck.beck;

import static org.grokcheck.oracle.Decimal.minus;
import static org.grokcheck.oracle.Decimal.over;
import static org.grokcheck.oracle.Decimal.plus;
import static org.grokcheck.oracle.Decimal.times;

import java.math.BigDecimal;
import java.util.random.RandomGenerator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.stat.StatUtils;
import org.grokcheck.evidence.Check;
import org.grokcheck.evidence.Checks;
import org.grokcheck.evidence.Oracle;
import org.grokcheck.evidence.Tolerance;
import org.grokcheck.harness.Arb;
import org.grokcheck.harness.RunSettings;
import org.grokcheck.math.Normal;
import org.grokcheck.oracle.ClosestPoint;
import org.grokcheck.oracle.Decimal;
import org.grokcheck.oracle.GaussianTail;

/** The margin for d/N = λ &gt; ½, N → ∞, and what follows for accuracy and loss. */
class MarginLimitProperties {
  private static final double FALSE_ALARM = 1e-9;

  /** (1 + κ²)Φ(κ) + κφ(κ), 50 digits. */
  private static BigDecimal lambda(BigDecimal kappa) {
    BigDecimal square = plus(BigDecimal.ONE, times(kappa, kappa));
    BigDecimal cdf = GaussianTail.upper(kappa.negate());
    return plus(times(square, cdf), times(kappa, GaussianTail.density(kappa)));
  }

  @Provide
  Arbitrary<BigDecimal> lambdas() {
    Arbitrary<BigDecimal> near =
        Arb.logUniform(1e-12, 0.1).map(gap -> new BigDecimal("0.5").add(new BigDecimal(gap)));
    Arbitrary<BigDecimal> far = Arb.logUniform(0.51, 500).map(BigDecimal::new);
    return Arbitraries.oneOf(near, far);
  }

  @Property(tries = 150)
  @Checks("beck.ext.gardner")
  void marginSolvesItsEquation(@ForAll("lambdas") BigDecimal lambda) {
    double kappa = ProportionalMargin.ofLambda(lambda);
    BigDecimal k = Decimal.of(kappa);
    // dλ/dκ = 2(κΦ + φ), so a Newton step gives the root to twice the digits.
    BigDecimal slope =
        times(Decimal.TWO, plus(times(k, GaussianTail.upper(k.negate())), GaussianTail.density(k)));
    double root = plus(k, over(minus(lambda, lambda(k)), slope)).doubleValue();
    double gap = lambda.subtract(new BigDecimal("0.5")).doubleValue();
    equation("κ", lambda)
        .expecting(root, new Tolerance.Rounding(16, root, "λ − ½ is a sum of positive terms"))
        .holds(kappa)
        .rejects("linear law", Math.sqrt(2 * Math.PI) * gap / 2)
        .rejects("√(λ − 1) or 0", Math.sqrt(Math.max(0, gap - 0.5)));
    equation("λ(κ)", lambda)
        .expecting(
            lambda(k).doubleValue(),
            new Tolerance.Rounding(16, lambda.doubleValue(), "positive terms"))
        .holds(ProportionalMargin.lambda(kappa))
        .rejects("without κφ(κ)", ProportionalMargin.lambda(kappa) - kappa * Normal.pdf(kappa))
        .rejects("1 − Φ for Φ", (1 + kappa * kappa) * Normal.sf(kappa) - kappa * Normal.pdf(kappa));
  }

  private static Check equation(String quantity, BigDecimal lambda) {
    return Check.of("beck.ext.gardner", quantity)
        .by(Oracle.TABLE)
        .part("equation")
        .at("lambda", lambda);
  }

  @Property(tries = 150)
  @Checks("beck.ext.gardner")
  void marginHasItsLimits(@ForAll("lambdas") BigDecimal lambda) {
    double kappa = ProportionalMargin.ofLambda(lambda);
    double m = lambda.subtract(new BigDecimal("0.5")).doubleValue();
    double density = 1 / Math.sqrt(2 * Math.PI);
    if (m < 0.1) {
      // λ − ½ = 2φ₀κ + κ²/2 + O(κ³), with |third derivative| ≤ 2φ₀.
      double series = m / (2 * density) - m * m / (16 * density * density * density);
      limit("κ near λ = ½", lambda)
          .expecting(
              series,
              new Tolerance.Truncation(
                  2 * m * m * m / StrictMath.pow(2 * density, 3) + 8 * Math.ulp(kappa),
                  1,
                  1,
                  "κ³ with coefficient below 2"))
          .holds(kappa)
          .rejects("first order alone", m / (2 * density));
    } else if (m > 80) {
      limit("κ for large λ", lambda)
          .expecting(
              Math.sqrt(m - 0.5), new Tolerance.Ulp(8, "corrections of order φ(κ) are below 1e-17"))
          .holds(kappa)
          .rejects("√λ", Math.sqrt(m + 0.5));
    }
  }

  private static Check limit(String quantity, BigDecimal lambda) {
    return Check.of("beck.ext.gardner", quantity)
        .by(Oracle.LIMIT)
        .part("limits")
        .at("lambda", lambda);
  }

  @Provide
  Arbitrary<Double> accuracies() {
    return Arb.uniform(0.51, 0.999);
  }

  @Provide
  Arbitrary<Double> scales() {
    return Arb.logUniform(0.3, 50);
  }

  @Property(tries = 150)
  @Checks("beck.ext.lambda-star")
  void lastLambdaIsWhereTheLimitIsTheThreshold(
      @ForAll("accuracies") double p, @ForAll("scales") double sigma) {
    double z = AccuracyThreshold.quantile(new BigDecimal(p));
    double kappa = ProportionalMargin.atAccuracy(z, sigma);
    BigDecimal square = times(Decimal.of(sigma), Decimal.of(sigma));
    // Φ(1/(σ²κ*)) = p to 50 digits.
    BigDecimal quantile = over(BigDecimal.ONE, times(square, Decimal.of(kappa)));
    double back = GaussianTail.upper(quantile.negate()).doubleValue();
    star("Φ(1/(σ²κ*))", p, sigma)
        .expecting(p, new Tolerance.Rounding(8, 1, "z and κ* twice rounded, |zφ(z)| < ¼"))
        .holds(back)
        .rejects(
            "κ* = 1/(σz)",
            GaussianTail.upper(times(quantile, Decimal.of(1 / sigma)).negate()).doubleValue());
    BigDecimal exact = lambda(over(BigDecimal.ONE, times(square, Decimal.of(z))));
    star("λ*", p, sigma)
        .expecting(
            exact.doubleValue(),
            new Tolerance.Rounding(
                24, exact.doubleValue(), "κ* to 4 roundings, |d log λ/d log κ| ≤ 2"))
        .holds(ProportionalMargin.lambda(kappa))
        .rejects("½", 0.5)
        .rejects("1/(σz) for κ*", ProportionalMargin.lambda(kappa * sigma));
  }

  private static Check star(String quantity, double p, double sigma) {
    return Check.of("beck.ext.lambda-star", quantity).by(Oracle.TABLE).at("p", p, "sigma", sigma);
  }

  /** Beyond λ = ½ at λ = 0.52, σ = 5 the accuracy still tends to 0.947. */
  @Example
  @Checks({"beck-summary.never-generalizes", "beck.intro.threshold"})
  void accuracyTendsToMoreThanNineTenths() {
    BigDecimal lambda = new BigDecimal("0.52");
    double kappa = ProportionalMargin.ofLambda(lambda);
    double z = ProportionalMargin.limitThreshold(kappa, 5);
    BigDecimal exact = over(BigDecimal.ONE, times(new BigDecimal(25), Decimal.of(kappa)));
    double expected = GaussianTail.upper(exact.negate()).doubleValue();
    Check.of("beck-summary.never-generalizes", "lim A_gen at λ = 0.52, σ = 5")
        .by(Oracle.TABLE)
        .at("kappa", kappa)
        .expecting(expected, new Tolerance.Rounding(8, 1, "z twice rounded, Φ"))
        .holds(Normal.cdf(z))
        .refutes("below the threshold 0.9 for ever", 0.9)
        .rejects("1", 1);
    Check.of("beck.intro.threshold", "lim A_gen above λ = ½")
        .by(Oracle.TABLE)
        .part("above")
        .at("kappa", kappa)
        .expecting(expected, new Tolerance.Rounding(8, 1, "z twice rounded, Φ"))
        .holds(Normal.cdf(z))
        .rejects("1, as below λ = ½", 1);
    for (int points : new int[] {200, 2000}) {
      int inside = (int) Math.round(0.45 * points);
      double shortfall = points - 1 - 2.0 * (inside - 1);
      double bound = StrictMath.exp(-shortfall * shortfall / (2.0 * (points - 1)));
      Check.of("beck.intro.threshold", "share of separable sets below λ = ½")
          .by(Oracle.LIMIT)
          .part("below")
          .at("N", points, "d", inside)
          .expecting(
              0, new Tolerance.Truncation(bound, 1, 1, "Hoeffding: exp(−(N+1−2d)²/(2(N−1)))"))
          .holds(Wendel.of(points, inside).probability())
          .rejects("threshold at 0.4", Wendel.of(points, points / 2 + points / 10).probability());
    }
  }

  @Provide
  Arbitrary<Double> margins() {
    return Arb.logUniform(0.06, 5);
  }

  @Property(tries = 100)
  @Checks({"beck.ext.lgen-slope", "beck.sec33.loss-diverges"})
  void lossGrowsLikeTheLogarithmOfTime(
      @ForAll("margins") double margin, @ForAll("scales") double sigma) {
    BigDecimal m = Decimal.of(margin);
    BigDecimal scale = times(m, Decimal.of(sigma));
    BigDecimal k = over(BigDecimal.ONE, scale);
    BigDecimal tail = minus(GaussianTail.density(k), times(k, GaussianTail.upper(k)));
    BigDecimal exact = over(times(scale, tail), plus(BigDecimal.ONE, times(m, m)));
    double slope = StrictMath.exp(SeparableLossGrowth.logSlope(margin, sigma));
    double square = k.doubleValue() * k.doubleValue();
    double expected = exact.doubleValue();
    if (expected > 1e-280) {
      Check.of("beck.ext.lgen-slope", "slope")
          .by(Oracle.TABLE)
          .part("formula")
          .at("M", margin, "sigma", sigma)
          .expecting(
              expected,
              new Tolerance.Rounding(24, expected * (8 + square), "k²/2 rounded, quadrature, exp"))
          .holds(slope)
          .rejects(
              "φ(k)/k²", expected * Normal.pdf(1 / (sigma * margin)) / square / tail.doubleValue())
          .rejects("σM for σM/(1 + M²)", expected * (1 + margin * margin))
          .rejects("φ(k)", expected * Normal.pdf(1 / (sigma * margin)) / tail.doubleValue());
    }
    for (double logTime : new double[] {1e4, 1e8}) {
      double unit = logTime / (1 + margin * margin);
      double loss = new GaussianClassifier(sigma * margin * unit, -unit).logisticLoss();
      for (String claim : new String[] {"beck.ext.lgen-slope", "beck.sec33.loss-diverges"}) {
        Check.of(claim, "L_gen/log t along w_SVM log t")
            .by(Oracle.LIMIT)
            .part("limit")
            .at("M", margin, "sigma", sigma, "logT", logTime)
            .expecting(
                loss / logTime,
                new Tolerance.Truncation(
                    StrictMath.log(2) / logTime + 1e-12 * slope,
                    1,
                    1,
                    "0 ≤ log(1 + e^f) − max(f, 0) ≤ log 2"))
            .holds(slope)
            .rejects("bounded loss", 0)
            .rejects("without 1/(1 + M²)", slope * (1 + margin * margin));
      }
    }
  }

  @Example
  @Checks("beck.ext.gardner")
  void randomDataHaveThisMargin() {
    double kappa = ProportionalMargin.ofLambda(new BigDecimal("0.8"));
    int draws = 40;
    double[][] small = draws(50, draws);
    double[][] large = draws(100, draws);
    compare("mean M/σ", small[0], large[0], kappa, 2 * 0.8 - 1);
    compare("mean share of support vectors", small[1], large[1], Normal.cdf(kappa), 0.8);
  }

  private static double[][] draws(int points, int draws) {
    RandomGenerator random = RunSettings.seeds().stream("beck.ext.gardner/" + points);
    double[][] columns = new double[2][draws];
    for (int k = 0; k < draws; k++) {
      ClosestPoint closest = ClosestPoint.ofGaussianPoints(random, points, 4 * points / 5);
      columns[0][k] = closest.margin();
      columns[1][k] = closest.supportShare();
    }
    return columns;
  }

  private static void compare(
      String quantity, double[] small, double[] large, double limit, double rival) {
    double value = 2 * StatUtils.mean(large) - StatUtils.mean(small);
    double error =
        Math.sqrt((4 * StatUtils.variance(large) + StatUtils.variance(small)) / small.length);
    double quantile =
        new TDistribution(small.length - 1).inverseCumulativeProbability(1 - FALSE_ALARM / 2);
    Check.of("beck.ext.gardner", quantity)
        .by(Oracle.STATISTICAL)
        .part("random data")
        .at("N", 100, "lambda", 0.8, "draws", small.length)
        .expecting(
            value,
            new Tolerance.Clt(
                error, FALSE_ALARM, quantile, "Student's law, samples at N and 2N cancel 1/N"))
        .power(
            new NormalDistribution()
                .cumulativeProbability(Math.abs(limit - rival) / error - quantile))
        .holds(limit)
        .rejects("2λ − 1 of two points, or d of N support vectors", rival);
  }
}
