package org.grokcheck.notsawo.curvature;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
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
import org.grokcheck.math.exact.Isserlis;
import org.grokcheck.math.exact.Polynomial;
import org.grokcheck.math.exact.Rational;
import org.grokcheck.math.exact.RationalVector;
import org.grokcheck.oracle.Precise;

/** Growth exponents, stability limits of AdamW, clipped descent, random directions. */
class StabilityProperties {
  /** Also within 10⁻¹² of the ends of the stable range, ελ = 0 and 2. */
  @Provide
  Arbitrary<Double> curvatures() {
    return Arbitraries.oneOf(
        Arb.signedLogUniform(1e-12, 100),
        Arb.nearCritical(2, 1e-14, 1e-2),
        Arb.nearCritical(1, 1e-14, 1e-2));
  }

  @Property(tries = 40)
  @Checks("notsawo.sec4.lyapunov")
  void exponents(@ForAll("curvatures") double curvature, @ForAll("rates") double rate) {
    Apfloat factor = Precise.ONE.subtract(Precise.of(rate).multiply(Precise.of(curvature)));
    Assume.that(factor.signum() != 0);
    double expected = Precise.log(ApfloatMath.abs(factor));
    double actual = GrowthExponent.of(new BigDecimal(curvature), new BigDecimal(rate));
    Check.of("notsawo.sec4.lyapunov", "exponent")
        .part("formula")
        .by(Oracle.TABLE)
        .at("lambda", curvature, "eps", rate)
        .expecting(expected, new Tolerance.Rounding(4, Math.abs(expected), "a logarithm"))
        .holds(actual)
        .rejects("log|1 + ελ|", StrictMath.log(Math.abs(1 + rate * curvature)))
        .rejects("ε log", rate * expected);
    boolean unstable = curvature < 0 || rate * curvature > 2;
    Check.of("notsawo.sec4.lyapunov", "positive")
        .part("sign")
        .by(Oracle.INVARIANT)
        .at("lambda", curvature, "eps", rate)
        .expectingExactly(unstable)
        .holds(curvature != 0 && actual > 0)
        .rejects("λ above 2/ε alone", rate * curvature > 2);
  }

  @Provide
  Arbitrary<Double> rates() {
    return Arbitraries.of(1.0, 0.5, 0.125, 0.1);
  }

  /** At λ = 1/ε + x and 1/ε − x the factors differ in sign alone. */
  @Property(tries = 20)
  @Checks("notsawo.sec4.lyapunov")
  void symmetricAboutTheInverseRate(@ForAll("curvatures") double x) {
    Assume.that(x != 0);
    BigDecimal rate = new BigDecimal("0.5");
    BigDecimal centre = BigDecimal.valueOf(2);
    double above = GrowthExponent.of(centre.add(new BigDecimal(x)), rate);
    Check.of("notsawo.sec4.lyapunov", "exponent at the mirror image")
        .part("formula")
        .by(Oracle.INVARIANT)
        .at("x", x)
        .expecting(above, new Tolerance.Exact())
        .holds(GrowthExponent.of(centre.subtract(new BigDecimal(x)), rate))
        .rejects("mirror at 0", GrowthExponent.of(new BigDecimal(x), rate));
  }

  /** Directions grow at a saddle iff their eigenvalue is negative, for small steps. */
  @Property(tries = 30)
  @Checks("notsawo.sec4.unstable")
  void unstableDirections(@ForAll("eigenvalue") Rational lambda) {
    Rational rate = Rational.of(1, 100);
    Rational x = Rational.ONE;
    for (int t = 0; t < 5; t++) {
      x = x.minus(rate.times(lambda).times(x));
    }
    boolean grows = x.compareTo(Rational.ONE) > 0;
    Check.of("notsawo.sec4.unstable", "unstable")
        .by(Oracle.EXACT)
        .at("lambda", lambda)
        .expectingExactly(grows)
        .holds(lambda.signum() < 0)
        .refutes("eigenvalues that are not negative", lambda.signum() >= 0);
  }

  @Provide
  Arbitrary<Rational> eigenvalue() {
    return ExactArb.nonzero();
  }

  /** A constant β, decay and rate. */
  @Provide
  Arbitrary<AdamStability> adams() {
    return Combinators.combine(
            ExactArb.rational().map(r -> r.abs().over(2)),
            ExactArb.rational().map(r -> r.abs().over(2)),
            ExactArb.nonzero().map(r -> r.abs().over(2)))
        .as((beta, share, rate) -> new AdamStability(beta, share.over(rate), rate));
  }

  /**
   * The step (θ, m) → has z² − [β + 1 − εw − ε(1 − β)λ] z + β(1 − εw). At both limits it has a root
   * on the unit circle, −1 above and 1 below; in between, by Jury's conditions, none outside.
   */
  @Property(tries = 40)
  @Checks("notsawo.ext.adamw_eos")
  void rootsOnTheCircle(@ForAll("adams") AdamStability adam) {
    Check.of("notsawo.ext.adamw_eos", "characteristic polynomial at z = −1 and the upper limit")
        .by(Oracle.EXACT)
        .at("adam", adam)
        .expectingExactly(Rational.ZERO)
        .holds(characteristic(adam, adam.upper(), Rational.ONE.negate()))
        .rejects(
            "2/ε", characteristic(adam, Rational.TWO.over(adam.rate()), Rational.ONE.negate()));
    Check.of("notsawo.ext.adamw_eos", "characteristic polynomial at z = 1 and the lower limit")
        .by(Oracle.EXACT)
        .at("adam", adam)
        .expectingExactly(Rational.ZERO)
        .holds(characteristic(adam, adam.lower(), Rational.ONE))
        .rejects("0", characteristic(adam, Rational.ZERO, Rational.ONE));
  }

  private static Rational characteristic(AdamStability a, Rational lambda, Rational z) {
    Rational kept = Rational.ONE.minus(a.rate().times(a.decay()));
    Rational pull = a.rate().times(Rational.ONE.minus(a.beta())).times(lambda);
    Rational trace = a.beta().plus(kept).minus(pull);
    return z.square().minus(trace.times(z)).plus(a.beta().times(kept));
  }

  /** The recursion itself, a little inside and outside both limits. */
  @Property(tries = 20)
  @Checks("notsawo.ext.adamw_eos")
  void recursionAtTheLimits(
      @ForAll @IntRange(min = 0, max = 9) int tenths,
      @ForAll @IntRange(min = 1, max = 3) int decay) {
    Rational rate = Rational.of(1, 50);
    AdamStability adam = new AdamStability(Rational.of(tenths, 10), Rational.of(decay), rate);
    double width = adam.upper().toDouble() - adam.lower().toDouble();
    for (double limit : new double[] {adam.lower().toDouble(), adam.upper().toDouble()}) {
      double inward = Math.signum(adam.upper().toDouble() + adam.lower().toDouble() - 2 * limit);
      double step = inward * 0.02 * width;
      Check.of("notsawo.ext.adamw_eos", "grows")
          .by(Oracle.SECOND_ALGORITHM)
          .at("adam", adam, "limit", limit)
          .expectingExactly(List.of(false, true))
          .holds(List.of(grows(adam, limit + step), grows(adam, limit - step)))
          .rejects(
              "off by a tenth of the width",
              List.of(grows(adam, limit + 6 * step), grows(adam, limit + 4 * step)));
    }
  }

  private static boolean grows(AdamStability a, double lambda) {
    double theta = 1;
    double m = 0;
    double beta = a.beta().toDouble();
    double rate = a.rate().toDouble();
    double early = 0;
    double late = 0;
    for (int t = 0; t < 20_000 && late < 1e200; t++) {
      m = beta * m + (1 - beta) * lambda * theta;
      theta = (1 - rate * a.decay().toDouble()) * theta - rate * m;
      early = t < 100 ? Math.max(early, Math.abs(theta)) : early;
      late = Math.abs(theta);
    }
    return late > early;
  }

  /** Clipped descent above ελ = 2 ends in cycles {x, x − εη}, whose loss obeys the bound. */
  @Property(tries = 30)
  @Checks("notsawo.ext.clip_gd")
  void clippedCycles(@ForAll("starts") double start, @ForAll("thresholds") double threshold) {
    ClippedDescent descent = new ClippedDescent(50, 0.1, threshold);
    double[] tail = tail(descent, start * threshold);
    Check.of("notsawo.ext.clip_gd", "largest loss at the end over the bound")
        .part("bound")
        .by(Oracle.SECOND_ALGORITHM)
        .at("x0", start * threshold, "eta", threshold)
        .expectingAtMost(1, new Tolerance.Rounding(4000, 1, "2000 additions of εη"))
        .holds(tail[0] / descent.largestCycleLoss())
        .rejects("symmetric cycle alone", tail[0] / (25 * 0.05 * threshold * 0.05 * threshold));
    Check.of("notsawo.ext.clip_gd", "x two steps later, over εη")
        .part("cycle")
        .by(Oracle.SECOND_ALGORITHM)
        .at("x0", start * threshold, "eta", threshold)
        .expecting(tail[1], new Tolerance.Rounding(64, 4, "four additions"))
        .holds(tail[2])
        .rejects("one step later", tail[3]);
    ClippedDescent half = new ClippedDescent(50, 0.1, threshold / 2);
    double[] scaled = tail(half, start * threshold / 2);
    Check.of("notsawo.ext.clip_gd", "loss at half the threshold, times 4")
        .part("quadratic in the threshold")
        .by(Oracle.INVARIANT)
        .at("x0", start * threshold, "eta", threshold)
        .expecting(tail[0], new Tolerance.Exact())
        .holds(4 * scaled[0])
        .rejects("times 2", 2 * scaled[0]);
  }

  /** Largest loss over the last steps, and x, x two steps and one step later, in units of εη. */
  private static double[] tail(ClippedDescent descent, double start) {
    double x = start;
    for (int t = 0; t < 2000; t++) {
      x = descent.step(x);
    }
    double unit = descent.rate() * descent.threshold();
    double largest = 0;
    double first = x / unit;
    double one = descent.step(x) / unit;
    double two = descent.step(descent.step(x)) / unit;
    for (int t = 0; t < 100; t++) {
      x = descent.step(x);
      largest = Math.max(largest, descent.curvature() / 2 * x * x);
    }
    return new double[] {largest, first, two, one};
  }

  @Provide
  Arbitrary<Double> starts() {
    return Arb.logUniform(0.001, 3);
  }

  @Provide
  Arbitrary<Double> thresholds() {
    return Arb.logUniform(1e-3, 1);
  }

  /**
   * With x Gaussian, δ = x/|x| is uniform and independent of |x|: E(xᵀHx)^k = E(δᵀHδ)^k E|x|^{2k}.
   */
  @Property(tries = 15)
  @Checks("notsawo.ext.random_direction")
  void momentsOfARandomDirection(@ForAll("spectra") RationalVector spectrum) {
    int d = spectrum.size();
    Polynomial form =
        Polynomial.sum(d, i -> Polynomial.variable(i).square().times(spectrum.get(i)));
    Polynomial norm = Polynomial.sum(d, i -> Polynomial.variable(i).square());
    Rational mean = gaussianMean(form, d).over(gaussianMean(norm, d));
    Rational square = gaussianMean(form.square(), d).over(gaussianMean(norm.square(), d));
    RandomDirection direction = RandomDirection.of(spectrum.entries(), Collections.nCopies(d, 1L));
    Check.of("notsawo.ext.random_direction", "mean")
        .by(Oracle.EXACT)
        .at("spectrum", spectrum)
        .expectingExactly(mean)
        .holds(direction.mean())
        .rejects("largest eigenvalue", spectrum.get(0));
    Check.of("notsawo.ext.random_direction", "variance")
        .by(Oracle.EXACT)
        .at("spectrum", spectrum)
        .expectingExactly(square.minus(mean.square()))
        .holds(direction.variance())
        .rejects("d for d + 2", direction.variance().times(d + 2).over(d))
        .rejects("without 2", direction.variance().over(2));
  }

  private static Rational gaussianMean(Polynomial polynomial, int d) {
    return Isserlis.average(polynomial, 0, d, Rational.ONE).toConstant();
  }

  @Provide
  Arbitrary<RationalVector> spectra() {
    return Arbitraries.integers().between(2, 5).flatMap(ExactArb::vector);
  }
}
