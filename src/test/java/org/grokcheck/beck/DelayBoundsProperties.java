package org.grokcheck.beck;

import java.math.BigDecimal;
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
import org.grokcheck.oracle.GaussianTail;
import org.grokcheck.oracle.InseparableRemainder;
import org.grokcheck.oracle.LineSeparation;
import org.grokcheck.oracle.ReferenceTable;
import org.grokcheck.oracle.ReferenceTable.Row;
import org.junit.jupiter.api.Test;

/**
 * How the time to an accuracy depends on x = 1 − 2λ and σ in the two-point model: it grows as x
 * falls and as σ rises, stays below its limit in either, and is unbounded in both together.
 */
class DelayBoundsProperties {
  private static double logTime(double x, double sigma, double z) {
    TwoPointModel model = TwoPointModel.fromOrigin(TwoPoints.of(x), sigma, 1);
    return AccuracyThreshold.of(model).logTime(z).orElseThrow();
  }

  private static double logTimeForLargeScale(double x, double z) {
    return StationaryWeightTimes.of(TwoPoints.of(x), 1, 0).logAccuracyTime(z);
  }

  private static Tolerance rounding(double... logs) {
    double size = 4;
    for (double log : logs) {
      size += Math.abs(log);
    }
    return new Tolerance.Rounding(
        256, size, "logarithms of two times, some hundred operations each");
  }

  @Property(tries = 150)
  @Checks({
    "beck.sec34.both-needed",
    "beck-summary.both-needed",
    "beck.intro.promoted",
    "beck.appf.f1-saturation"
  })
  void timeIsBoundedByEitherLimit(
      @ForAll("positions") double x,
      @ForAll("scales") double sigma,
      @ForAll("factors") double factor) {
    double z = 1.6448536269514722;
    double time = logTime(x, sigma, z);
    double critical = logTime(0, sigma, z);
    double large = logTimeForLargeScale(x, z);
    for (String claim : new String[] {"beck.sec34.both-needed", "beck-summary.both-needed"}) {
      check(claim, "−log of the bound at λ = ½, same σ", x, sigma)
          .part("bounded in λ")
          .expectingAtMost(-time, rounding(time, critical))
          .holds(-critical)
          .rejects("σ^z for the time at λ = ½", -z * StrictMath.log(sigma));
      check(claim, "−log of the bound for σ → ∞, same λ", x, sigma)
          .part("bounded in σ")
          .expectingAtMost(-time, rounding(time, large))
          .holds(-large)
          .rejects("½ log(1 − 2λ) for S̃_∞", 0.5 * z * StrictMath.log(x));
      check(claim, "time at x² and σ/x, from below", x, sigma)
          .part("unbounded jointly")
          .expectingAtMost(logTime(x * x, sigma / x, z), rounding(time, large))
          // Each such step multiplies the time by x^{−z/2} or more: it has no bound.
          .holds(time - 0.5 * z * StrictMath.log(x))
          .rejects(
              "by σ^{2z}/x^{2z}",
              time + 2 * z * StrictMath.log(sigma / x) - 2 * z * StrictMath.log(x));
    }
    check("beck.intro.promoted", "log t grows as λ → ½", x, sigma)
        .expectingAtMost(logTime(x * factor, sigma, z), rounding(time, critical))
        .holds(time)
        .rejects("at larger λ instead", logTime(x * factor * factor * 1e-3, sigma, z));
    check("beck.intro.promoted", "log t grows with σ", x, sigma)
        .expectingAtMost(logTime(x, sigma / factor, z), rounding(time, large))
        .holds(time)
        .rejects("at larger σ instead", logTime(x, sigma / factor / factor * 30, z));
    double twice = logTime(x, 16 * sigma / Math.sqrt(x), z);
    double once = logTime(x, 8 * sigma / Math.sqrt(x), z);
    check("beck.appf.f1-saturation", "lim log t for σ → ∞", x, sigma)
        .by(Oracle.LIMIT)
        .expecting(
            twice,
            new Tolerance.Truncation(
                Math.abs(twice - once) + rounding(twice).bound(0),
                1,
                1,
                "an error of order 1/σ², halved σ"))
        .holds(large)
        .rejects("grows like σ^z", z * StrictMath.log(16 * sigma / Math.sqrt(x)));
  }

  private static Check check(String claim, String quantity, double x, double sigma) {
    return Check.of(claim, quantity).by(Oracle.INVARIANT).at("x", x, "sigma", sigma);
  }

  @Provide
  Arbitrary<Double> positions() {
    return Arb.logUniform(1e-8, 0.3);
  }

  @Provide
  Arbitrary<Double> scales() {
    return Arb.logUniform(2, 100);
  }

  @Provide
  Arbitrary<Double> factors() {
    return Arb.uniform(0.05, 0.9);
  }

  /** At fixed σ the time tends to the finite one at λ = ½. */
  @Test
  @Checks("beck-summary.grokking-divergence")
  void timeStaysFiniteAtFixedScale() {
    for (Row row : ReferenceTable.read("beck/delay-accuracy.csv")) {
      if (row.number("x") == 0 && row.number("log_t") > 0) {
        double sigma = row.number("sigma");
        TwoPointModel model =
            TwoPointModel.fromOrigin(TwoPoints.of(1e-200), sigma, row.number("eta"));
        double reached = AccuracyThreshold.of(model).logTime(row.number("z")).orElseThrow();
        Check.of("beck-summary.grokking-divergence", "lim log t as λ → ½ at fixed σ")
            .by(Oracle.TABLE)
            .at("sigma", sigma, "p", row.text("p"))
            .expecting(row.number("log_t"), rounding(row.number("log_t"), row.number("z")))
            .holds(reached)
            .refutes("divergence", Double.POSITIVE_INFINITY)
            .rejects(
                "the law for σ → ∞ at x = 1e-200", logTimeForLargeScale(1e-200, row.number("z")));
      }
    }
  }

  @Property(tries = 60)
  @Checks("beck.intro.arbitrarily-long")
  void timeExceedsEveryBound(@ForAll("tinyPositions") double x) {
    double z = 1.6448536269514722;
    double law = StrictMath.log(2) - z * StrictMath.log(x);
    double l = -StrictMath.log(x);
    Check.of("beck.intro.arbitrarily-long", "log t_acc against log(2 x^{−z}/η)")
        .by(Oracle.LIMIT)
        .at("x", x)
        .expecting(
            law,
            new Tolerance.Truncation(
                x * (z * l + 1 + l) - StrictMath.log(-StrictMath.expm1(-z * l / 2)) + 1e-13 * law,
                1,
                1,
                "zS̃_∞ = zl/(1+x), log 2Z within x(1+l), log(1 − e^{−zS̃_∞})"))
        .holds(logTimeForLargeScale(x, z))
        .rejects("bounded", StrictMath.log(1e6))
        .rejects("logarithmic in x", StrictMath.log(l));
    // Meanwhile both training points are right: xS̃_∞ + b < 0 once e^{−b} > x^{−x/(1+x)}.
    double outputAtOneTenth =
        x * TwoPoints.of(x).stationaryWeight() - StrictMath.log1p(0.1 * StrictMath.exp(law) / 2);
    Check.of("beck.intro.arbitrarily-long", "largest training output at a tenth of that time")
        .by(Oracle.INVARIANT)
        .part("training accuracy 1")
        .at("x", x)
        .expectingAtMost(0, new Tolerance.Exact())
        .holds(outputAtOneTenth)
        .rejects("before the bias moved", x * TwoPoints.of(x).stationaryWeight());
  }

  @Provide
  Arbitrary<Double> tinyPositions() {
    return Arb.logUniform(1e-200, 1e-3);
  }

  @Property(tries = 100)
  @Checks({"beck.sec34.large-sigma", "beck-summary.prop35"})
  void largeScaleFixesTheWeightAtOnce(
      @ForAll("gaps") double x,
      @ForAll("stiffness") double stiffness,
      @ForAll("logTimes") double logTime) {
    double sigma = Math.sqrt(stiffness / x);
    InseparableRemainder remainder = new InseparableRemainder(x, sigma, 1, 0, 0);
    TwoPointState state =
        TwoPointModel.fromOrigin(TwoPoints.of(x), sigma, 1).trajectory().atLogTime(logTime);
    double loss = StrictMath.exp(remainder.logZ());
    double law = -StrictMath.log1p(loss * StrictMath.exp(logTime));
    double surplus = remainder.lossSurplus() * StrictMath.exp(law);
    double rest = Remainders.clockRounding(logTime) + Remainders.valueRounding(logTime);
    for (String claim : new String[] {"beck.sec34.large-sigma", "beck-summary.prop35"}) {
      Check.of(claim, "S̃ at a fixed time, σ → ∞ with S̃₀ fixed")
          .by(Oracle.LIMIT)
          .part("weight")
          .at("x", x, "sigma", sigma, "log t", logTime)
          .expecting(
              remainder.stationaryWeight(),
              Remainders.sum(
                  remainder.weightLag(logTime),
                  rest * (1 + remainder.stationaryWeight()),
                  "of S̃ against S̃_∞"))
          .holds(state.weight())
          .rejects("S for S̃", state.weight() / sigma)
          .rejects("S̃₀", 0);
    }
    Check.of("beck.sec34.large-sigma", "b + log(1 + ηZt) → 0")
        .by(Oracle.LIMIT)
        .part("bias")
        .at("x", x, "sigma", sigma, "log t", logTime)
        .expecting(
            law,
            Remainders.sum(
                StrictMath.log1p(surplus), 2 * rest + 1e-15, "of e^{−b} against 1 + ηZt"))
        .holds(state.bias())
        .rejects("Z = ½", -StrictMath.log1p(0.5 * StrictMath.exp(logTime)))
        .rejects("faster by σ²", law - 2 * StrictMath.log(sigma));
  }

  @Provide
  Arbitrary<Double> gaps() {
    return Arb.logUniform(1e-3, 0.5);
  }

  @Provide
  Arbitrary<Double> stiffness() {
    return Arb.logUniform(10, 1e8);
  }

  @Provide
  Arbitrary<Double> logTimes() {
    return Arb.uniform(1, 40);
  }

  @Property(tries = 100)
  @Checks("beck-summary.accuracy")
  void summaryRestatesTheAccuracy(
      @ForAll("norms") double norm, @ForAll("norms") double sigma, @ForAll("biases") double bias) {
    BigDecimal z =
        Decimal.over(Decimal.of(-bias), Decimal.times(Decimal.of(sigma), Decimal.of(norm)));
    double expected = GaussianTail.upper(z.negate()).doubleValue();
    Check.of("beck-summary.accuracy", "A_gen")
        .by(Oracle.TABLE)
        .at("normS", norm, "sigma", sigma, "b", bias)
        .expecting(expected, new Tolerance.Rounding(8, 1, "z twice rounded, |zφ(z)| < ¼; Φ"))
        .holds(GaussianClassifier.of(norm, sigma, bias).accuracy())
        .rejects("½[1 + erf]", 1 - expected)
        .rejects(
            "without √2",
            GaussianTail.upper(z.negate().multiply(new BigDecimal(Math.sqrt(2)))).doubleValue());
  }

  @Provide
  Arbitrary<Double> norms() {
    return Arb.logUniform(0.1, 10);
  }

  @Provide
  Arbitrary<Double> biases() {
    return Arb.signedLogUniform(0.01, 30);
  }

  @Property(tries = 150)
  @Checks("beck-summary.toy")
  void toyDataHaveThreeRegimes(@ForAll("lambdas") BigDecimal lambda) {
    LineSeparation exact = new LineSeparation(Lambdas.points(lambda));
    TwoPoints points = TwoPoints.ofLambda(lambda);
    int side = Lambdas.gap(lambda).signum();
    toy("separable", lambda)
        .expectingExactly(exact.isFeasible())
        .holds(points.isSeparable())
        .rejects("for λ < ½", side > 0)
        .rejects("at λ = ½ too", side <= 0);
    toy("S_∞ is finite", lambda)
        .expectingExactly(side > 0)
        .holds(!points.isSeparable() && Double.isFinite(points.stationaryWeight()))
        .rejects("whenever inseparable", !points.isSeparable());
    double margin = LineSeparation.toDouble(exact.distanceOfOrigin());
    toy("M", lambda)
        .part("margin")
        .expecting(margin, new Tolerance.Ulp(1, "x = 1 − 2λ rounded once"))
        .holds(points.margin())
        .rejects("2λ − 1 below λ = ½ too", -Lambdas.gap(lambda).doubleValue())
        .rejects("λ − ½", -0.5 * Lambdas.gap(lambda).doubleValue());
  }

  private static Check toy(String quantity, BigDecimal lambda) {
    return Check.of("beck-summary.toy", quantity).by(Oracle.EXACT).at("lambda", lambda);
  }

  @Provide
  Arbitrary<BigDecimal> lambdas() {
    return Lambdas.all();
  }

  @Test
  @Checks("beck-summary.prop33")
  void separabilityHasItsThresholdAtOneHalf() {
    for (int points : new int[] {200, 1000, 4000}) {
      for (double ratio : new double[] {0.3, 0.45, 0.55, 0.7}) {
        int d = (int) Math.round(ratio * points);
        double shortfall = points - 1 - 2.0 * (Math.min(d, points - d) - 1);
        double bound = StrictMath.exp(-shortfall * shortfall / (2.0 * (points - 1)));
        Check.of("beck-summary.prop33", "P(separable)")
            .by(Oracle.LIMIT)
            .at("N", points, "lambda", ratio)
            .expecting(
                ratio < 0.5 ? 0 : 1,
                new Tolerance.Truncation(
                    bound + 0x1p-52, 1, 1, "Hoeffding: exp(−(N+1−2d)²/(2(N−1)))"))
            .holds(Wendel.of(points, d).probability())
            .rejects("threshold at λ = 1", 0)
            .rejects("½ throughout", 0.5);
      }
    }
  }
}
