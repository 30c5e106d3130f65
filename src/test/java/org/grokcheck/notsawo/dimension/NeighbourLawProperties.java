package org.grokcheck.notsawo.dimension;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.function.DoubleUnaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.apfloat.Apfloat;
import org.apfloat.ApfloatMath;
import org.grokcheck.evidence.Check;
import org.grokcheck.evidence.Checks;
import org.grokcheck.evidence.Oracle;
import org.grokcheck.evidence.Tolerance;
import org.grokcheck.harness.Arb;
import org.grokcheck.harness.ExactArb;
import org.grokcheck.math.LogQuadrature;
import org.grokcheck.math.exact.Rational;
import org.grokcheck.oracle.Precise;

/** App. H.1: volumes of balls and shells, and the laws of their ratios. */
class NeighbourLawProperties {
  private static final Apfloat PI = ApfloatMath.pi(Precise.DIGITS);
  private static final Apfloat TWO = new Apfloat(2, Precise.DIGITS);

  /** Dimensions from tiny to those whose volumes leave the range of double. */
  @Provide
  Arbitrary<Double> dimensions() {
    return Arbitraries.oneOf(
        Arb.logUniform(0.01, 1000), Arbitraries.integers().between(1, 1000).map(i -> (double) i));
  }

  /** π^{d/2}/Γ(d/2 + 1). */
  private static Apfloat volume(double d) {
    Apfloat half = Precise.of(d).divide(TWO);
    return ApfloatMath.pow(PI, half).divide(ApfloatMath.gamma(half.add(Precise.ONE)));
  }

  @Property(tries = 15)
  @Checks("notsawo.apph.ball_volume")
  void unitBall(@ForAll("dimensions") double d) {
    Apfloat exact = volume(d);
    double log = Precise.log(exact);
    Check.of("notsawo.apph.ball_volume", "log ω_d")
        .by(Oracle.TABLE)
        .at("d", d)
        .expecting(
            log,
            new Tolerance.Rounding(
                8,
                Math.abs(log) + 4 * d + 1,
                "the terms (d/2) log π and log Γ, the latter near 1 too"))
        .holds(new BallVolume(d).logUnit())
        .rejects("π^d", log + d / 2 * StrictMath.log(Math.PI))
        .rejects("surface d ω_d", log + StrictMath.log(d))
        .rejects("Γ(d/2)", log + StrictMath.log(d / 2));
  }

  /** ω_d = ω_{d−1} ∫ (1 − x²)^{(d−1)/2} dx: a ball is made of slices. */
  @Property(tries = 15)
  @Checks("notsawo.apph.ball_volume")
  void ballIsMadeOfSlices(@ForAll @IntRange(min = 1, max = 60) int d) {
    double slices =
        2 * LogQuadrature.integral(x -> StrictMath.pow(1 - x * x, (d - 1) / 2.0), 0, 1, 1e-13);
    double lower = new BallVolume(d - 1).unit().doubleValue();
    Check.of("notsawo.apph.ball_volume", "ω_d")
        .by(Oracle.SECOND_ALGORITHM)
        .at("d", d)
        .expecting(
            lower * slices,
            Tolerance.remainder(
                1e-11 * lower * slices, "accepted error of the quadrature, times 100"))
        .holds(new BallVolume(d).unit().doubleValue())
        .rejects("the slice itself", lower);
  }

  @Property(tries = 15)
  @Checks("notsawo.apph.shell")
  void shells(
      @ForAll("small") double d,
      @ForAll("radii") double inner,
      @ForAll("thickness") double thickness) {
    double outer = inner * (1 + thickness);
    Apfloat exponent = Precise.of(d);
    Apfloat exact =
        volume(d)
            .multiply(
                ApfloatMath.pow(Precise.of(outer), exponent)
                    .subtract(ApfloatMath.pow(Precise.of(inner), exponent)));
    double expected = Precise.toDouble(exact);
    Check.of("notsawo.apph.shell", "Δv")
        .by(Oracle.TABLE)
        .at("d", d, "r", inner, "R", outer)
        .expecting(
            expected,
            new Tolerance.Rounding(
                16,
                expected * (4 + d * (4 + Math.abs(StrictMath.log(outer)))),
                "an exponential of log ω + d log R, and a factor 1 − (r/R)^d"))
        .holds(new BallVolume(d).shell(inner, outer))
        .rejects("r^{d−1} for r^d", expected / outer)
        .rejects("no volume ω", expected / Precise.toDouble(volume(d)))
        .rejects("the ball", new BallVolume(d).shell(0, outer));
  }

  @Provide
  Arbitrary<Double> small() {
    return Arb.logUniform(0.1, 60);
  }

  @Provide
  Arbitrary<Double> radii() {
    return Arb.logUniform(0.05, 20);
  }

  /** Thin shells too, whose volume is a difference of nearly equal numbers. */
  @Provide
  Arbitrary<Double> thickness() {
    return Arb.logUniform(1e-13, 5);
  }

  @Property(tries = 20)
  @Checks("notsawo.apph.shell")
  void shellsFillTheBall(@ForAll("small") double d, @ForAll("radii") double middle) {
    BallVolume ball = new BallVolume(d);
    double whole = ball.shell(0, 2 * middle);
    Check.of("notsawo.apph.shell", "Σ Δv")
        .by(Oracle.INVARIANT)
        .at("d", d, "r", middle)
        .expecting(
            whole,
            new Tolerance.Rounding(
                32,
                whole * (4 + d * (5 + Math.abs(StrictMath.log(middle)))),
                "each volume an exponential of log ω + d log r"))
        .holds(ball.shell(0, middle) + ball.shell(middle, 2 * middle))
        .rejects("the outer shell alone", ball.shell(middle, 2 * middle));
  }

  /** P(E₂ ≤ R E₁) = ∫ e^{−x}(1 − e^{−Rx}) dx for the independent shells of a Poisson process. */
  @Property(tries = 25)
  @Checks("notsawo.apph.g_of_r")
  void ratioOfIndependentShells(@ForAll("ratios") double ratio) {
    DoubleUnaryOperator integrand = x -> -StrictMath.exp(-x) * StrictMath.expm1(-ratio * x);
    // 1 − e^{−Rx} bends at 1/R, where panels of the whole range would have no node.
    double bend = Math.min(1, 4 / ratio);
    double flat = Math.min(22, 10 * bend);
    double expected =
        LogQuadrature.integral(integrand, 0, bend, 1e-12)
            + LogQuadrature.integral(integrand, bend, flat, 1e-12)
            + LogQuadrature.integral(integrand, flat, 45, 1e-12);
    BigDecimal exact = new BigDecimal(ratio);
    Check.of("notsawo.apph.g_of_r", "P(ratio ≤ R)")
        .by(Oracle.SECOND_ALGORITHM)
        .at("R", ratio)
        .expecting(expected, Tolerance.remainder(1e-11 * expected + 1e-19, "quadrature, and e^−45"))
        .holds(ShellRatio.distribution(exact).doubleValue())
        .rejects("exponential law", -StrictMath.expm1(-ratio))
        .rejects("1/(1 + R)", 1 - expected);
  }

  @Provide
  Arbitrary<Double> ratios() {
    return Arb.logUniform(1e-4, 1e4);
  }

  /** The density is the limit of (F(R + h) − F(R))/h, which is 1/((1 + R)(1 + R + h)) exactly. */
  @Property(tries = 30)
  @Checks("notsawo.apph.g_of_r")
  void densityIsTheDerivative(@ForAll("positive") Rational ratio, @ForAll("positive") Rational h) {
    Rational one = Rational.ONE;
    Rational slope = exact(ratio.plus(h)).minus(exact(ratio)).over(h);
    Rational whole = one.plus(ratio);
    Check.of("notsawo.apph.g_of_r", "ΔF/h")
        .by(Oracle.INVARIANT)
        .at("R", ratio, "h", h)
        .expectingExactly(slope)
        .holds(one.over(whole.times(whole.plus(h))))
        .rejects("without the square", one.over(whole));
    Check.of("notsawo.apph.g_of_r", "g(R)")
        .by(Oracle.EXACT)
        .at("R", ratio)
        .expecting(one.over(whole.square()).toDouble(), new Tolerance.Ulp(1, "40 digits, rounded"))
        .holds(ShellRatio.density(ratio.toDecimal(new MathContext(45))).doubleValue());
    Check.of("notsawo.apph.g_of_r", "P(1/ratio ≤ R)")
        .by(Oracle.INVARIANT)
        .at("R", ratio)
        .expectingExactly(exact(ratio))
        .holds(one.minus(exact(one.over(ratio))))
        .rejects("not inverted", one.minus(exact(ratio)));
  }

  private static Rational exact(Rational ratio) {
    return ratio.over(Rational.ONE.plus(ratio));
  }

  @Provide
  Arbitrary<Rational> positive() {
    return ExactArb.nonzero().map(Rational::abs);
  }

  /** Ratios from one part in 10¹² above 1 to a million. */
  @Provide
  Arbitrary<Double> distances() {
    return Arb.logUniform(1e-12, 1e6).map(gap -> 1 + gap);
  }

  private static Apfloat power(double mu, double exponent) {
    return ApfloatMath.pow(Precise.of(mu), Precise.of(exponent));
  }

  /** Roundings of e^{−d log μ}: log μ is right to some ulps, and its error grows with d log μ. */
  private static Tolerance rounding(double size, double d, double mu) {
    return new Tolerance.Rounding(
        16, size * (1 + (d + 1) * StrictMath.log(mu)), "an exponential of −d log μ");
  }

  @Property(tries = 40)
  @Checks("notsawo.apph.pdf")
  void density(@ForAll("small") double d, @ForAll("distances") double mu) {
    double expected = Precise.toDouble(Precise.of(d).divide(power(mu, d + 1)));
    double h = 1e-9;
    Check.of("notsawo.apph.pdf", "f(μ)")
        .by(Oracle.TABLE)
        .at("d", d, "mu", mu)
        .expecting(expected, rounding(expected, d, mu))
        .holds(new NeighbourRatio(d).density(new BigDecimal(mu)).doubleValue())
        .rejects("μ^{−d}", expected * mu)
        .rejects("without d", expected / d)
        .rejects("d off by 1e-9", expected * (1 + h));
  }

  /** F(μ) is the integral of f over [1, μ]: the density comes from that of the shells. */
  @Property(tries = 25)
  @Checks({"notsawo.apph.pdf", "notsawo.apph.cdf"})
  void distributionIsTheIntegral(@ForAll("small") double d, @ForAll("moderate") double mu) {
    NeighbourRatio law = new NeighbourRatio(d);
    double integral =
        LogQuadrature.integral(x -> law.density(new BigDecimal(x)).doubleValue(), 1, mu, 1e-12);
    for (String claim : new String[] {"notsawo.apph.pdf", "notsawo.apph.cdf"}) {
      Check.of(claim, "∫ f over [1, μ]")
          .by(Oracle.SECOND_ALGORITHM)
          .at("d", d, "mu", mu)
          .expecting(integral, Tolerance.remainder(1e-11 * integral, "quadrature"))
          .holds(law.distribution(new BigDecimal(mu)))
          .rejects("survival", StrictMath.exp(law.logSurvival(new BigDecimal(mu))));
    }
  }

  @Provide
  Arbitrary<Double> moderate() {
    return Arb.logUniform(1e-6, 30).map(gap -> 1 + gap);
  }

  @Property(tries = 40)
  @Checks("notsawo.apph.cdf")
  void distribution(@ForAll("small") double d, @ForAll("distances") double mu) {
    Apfloat survival = Precise.ONE.divide(power(mu, d));
    double expected = Precise.toDouble(Precise.ONE.subtract(survival));
    NeighbourRatio law = new NeighbourRatio(d);
    BigDecimal exact = new BigDecimal(mu);
    Check.of("notsawo.apph.cdf", "F(μ)")
        .by(Oracle.TABLE)
        .at("d", d, "mu", mu)
        .expecting(expected, new Tolerance.Rounding(16, expected, "expm1 of −d log μ"))
        .holds(law.distribution(exact))
        .rejects("μ^{−d−1}", -StrictMath.expm1(-(d + 1) * StrictMath.log(mu)))
        .rejects("exponential in μ", -StrictMath.expm1(-d * (mu - 1)));
    double log = Precise.log(survival);
    Check.of("notsawo.apph.cdf", "log(1 − F(μ))")
        .by(Oracle.TABLE)
        .at("d", d, "mu", mu)
        .expecting(log, new Tolerance.Rounding(8, Math.abs(log), "d times a logarithm"))
        .holds(law.logSurvival(exact));
  }

  /** The inversion takes F back to d, with F as a decimal of fifty digits. */
  @Property(tries = 40)
  @Checks("notsawo.apph.cdf")
  void inversion(@ForAll("small") double d, @ForAll("moderate") double mu) {
    Apfloat distribution = Precise.ONE.subtract(Precise.ONE.divide(power(mu, d)));
    BigDecimal exact = new BigDecimal(distribution.toString());
    // 1 − F keeps 50 digits less those of 1/(1 − F); beyond 30 lost ones the try tells nothing.
    double lost = d * StrictMath.log10(mu);
    if (lost < 30) {
      Check.of("notsawo.apph.cdf", "d from F and μ")
          .by(Oracle.TABLE)
          .at("d", d, "mu", mu)
          .expecting(d, new Tolerance.Rounding(16, d, "a quotient of two logarithms"))
          .holds(NeighbourRatio.dimensionAt(new BigDecimal(mu), exact))
          .rejects(
              "log F",
              NeighbourRatio.dimensionAt(new BigDecimal(mu), BigDecimal.ONE.subtract(exact)));
    }
  }

  @Property(tries = 40)
  @Checks("notsawo.apph.r_mu")
  void ratioOfShells(@ForAll("small") double d, @ForAll("distances") double mu) {
    double expected = Precise.toDouble(power(mu, d).subtract(Precise.ONE));
    Check.of("notsawo.apph.r_mu", "R")
        .by(Oracle.TABLE)
        .at("d", d, "mu", mu)
        .expecting(expected, rounding(expected, d, mu))
        .holds(new NeighbourRatio(d).shellRatio(new BigDecimal(mu)))
        .rejects("μ^d", expected + 1)
        .rejects("(μ − 1)^d", StrictMath.pow(mu - 1, d));
  }

  /** The same ratio as a quotient of two shells. */
  @Property(tries = 25)
  @Checks("notsawo.apph.r_mu")
  void quotientOfShells(@ForAll("few") double d, @ForAll("moderate") double mu) {
    BallVolume ball = new BallVolume(d);
    double quotient = ball.shell(1, mu) / ball.shell(0, 1);
    Check.of("notsawo.apph.r_mu", "Δv₂/Δv₁")
        .by(Oracle.INVARIANT)
        .at("d", d, "mu", mu)
        .expecting(
            quotient,
            new Tolerance.Rounding(
                64, quotient * (4 + d * (4 + StrictMath.log(mu))), "two volumes and a quotient"))
        .holds(new NeighbourRatio(d).shellRatio(new BigDecimal(mu)))
        .rejects("both shells", ball.shell(0, mu) / ball.shell(0, 1));
  }

  @Provide
  Arbitrary<Double> few() {
    return Arb.logUniform(0.1, 10);
  }
}
