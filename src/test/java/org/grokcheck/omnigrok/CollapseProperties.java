package org.grokcheck.omnigrok;

import static org.grokcheck.omnigrok.Refused.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.grokcheck.evidence.Check;
import org.grokcheck.evidence.Checks;
import org.grokcheck.evidence.Infrastructure;
import org.grokcheck.evidence.Oracle;
import org.grokcheck.evidence.Tolerance;
import org.grokcheck.harness.Arb;
import org.grokcheck.math.Real;
import org.grokcheck.oracle.SmoothFlow;

/** Weights that decay drives to zero, that leave zero, and that an exponential loss keeps apart. */
class CollapseProperties {
  private static final String[] COLLAPSE = {"omnigrok.ext.collapse", "omnigrok.fn3.gamma-large"};
  private static final Tolerance ROUNDED = new Tolerance.Ulp(4, "60 digits, rounded");

  @Provide
  Arbitrary<Double> targets() {
    return Arb.logUniform(0.01, 100);
  }

  private static Real at(double share, Real value) {
    return value.times(Real.of(share));
  }

  /** At γ_c both minima are equal and s_c is stationary; at γ_sp the slope touches zero. */
  @Property(tries = 40)
  @Checks({"omnigrok.ext.collapse", "omnigrok.fn3.gamma-large"})
  void thresholdsAreWhereMinimaMeet(
      @ForAll @IntRange(min = 2, max = 9) int depth, @ForAll("targets") double y) {
    ChainCollapse chain = new ChainCollapse(depth, Real.of(y));
    Real s = chain.criticalWeight();
    Real gamma = chain.criticalDecay();
    double zero = chain.objective(Real.ZERO, gamma).toDouble();
    for (String claim : COLLAPSE) {
      check(claim, "critical", "objective at s_c and at 0", depth, y)
          .expecting(zero, ROUNDED)
          .holds(chain.objective(s, gamma).toDouble())
          .rejects("1 % more decay", chain.objective(s, at(1.01, gamma)).toDouble());
      check(claim, "critical", "decay at which s_c is stationary", depth, y)
          .expecting(stationaryDecay(depth, Real.of(y), s).toDouble(), ROUNDED)
          .holds(gamma.toDouble())
          .rejects("y/L for y/(L-1)", gamma.toDouble() * (depth - 1) / depth);
      check(claim, "spinodal", "largest decay with a stationary point other than 0", depth, y)
          .by(Oracle.SECOND_ALGORITHM)
          .expecting(
              largestStationaryDecay(depth, y),
              new Tolerance.Rounding(
                  200,
                  y * StrictMath.pow(y, (depth - 2.0) / depth),
                  "powers of doubles; a maximum is flat in its place"))
          .holds(chain.spinodalDecay().toDouble())
          .rejects("gamma_c", depth == 2 ? Double.NaN : gamma.toDouble());
      check(claim, "spinodal", "gamma_c <= gamma_sp", depth, y)
          .expectingAtMost(chain.spinodalDecay().toDouble(), ROUNDED)
          .holds(gamma.toDouble());
    }
  }

  /** (y − s^L)s^{L−2}, from L(s^L − y)s^{L−1} + Lγs = 0. */
  private static Real stationaryDecay(int depth, Real y, Real s) {
    return y.minus(s.power(Real.of(depth))).times(s.power(Real.of(depth - 2)));
  }

  /** Its maximum over s, by golden sections in log s. */
  private static double largestStationaryDecay(int depth, double y) {
    double top = StrictMath.pow(y, 1.0 / depth);
    if (depth == 2) {
      return y;
    }
    double low = 0;
    double high = top;
    double ratio = (Math.sqrt(5) - 1) / 2;
    for (int k = 0; k < 100; k++) {
      double a = high - ratio * (high - low);
      double b = low + ratio * (high - low);
      if (decay(depth, y, a) < decay(depth, y, b)) {
        low = a;
      } else {
        high = b;
      }
    }
    return decay(depth, y, (low + high) / 2);
  }

  private static double decay(int depth, double y, double s) {
    return (y - StrictMath.pow(s, depth)) * StrictMath.pow(s, depth - 2.0);
  }

  private static Check check(String claim, String part, String quantity, int depth, double y) {
    return Check.of(claim, quantity).part(part).at("L", depth, "y", y);
  }

  @Provide
  Arbitrary<Double> starts() {
    return Arb.logUniform(1e-4, 0.5);
  }

  @Provide
  Arbitrary<Double> shares() {
    return Arb.uniform(0.55, 0.99);
  }

  @Property(tries = 30)
  @Checks("omnigrok.fn4.w-small")
  void escapeTakesTheTimeOfTheFlow(
      @ForAll("starts") double from, @ForAll("shares") double to, @ForAll("targets") double y) {
    double gamma = y / 7;
    double limit = y - gamma;
    double s0 = from * Math.sqrt(limit);
    double s1 = to * Math.sqrt(limit);
    SaddleEscape escape = new SaddleEscape(Real.of(s0), Real.of(s1), Real.of(y), Real.of(gamma));
    double time = escape.time().orElseThrow().toDouble();
    double scale = limit;
    SmoothFlow end =
        SmoothFlow.of(
            s -> new double[] {s[0] * (y - gamma - s[0] * s[0]) / scale},
            new double[] {s0},
            time * scale);
    Check.of("omnigrok.fn4.w-small", "s after the time to s1")
        .by(Oracle.SECOND_ALGORITHM)
        .at("s0", s0, "s1", s1, "y", y, "gamma", gamma)
        .expecting(
            end.end()[0], Tolerance.remainder(2 * end.error(), "integrated at two tolerances"))
        .holds(s1)
        .rejects("the limit of s", Math.sqrt(limit));
    Real half = Real.of(s0).over(2);
    SaddleEscape smaller = new SaddleEscape(half, Real.of(s1), Real.of(y), Real.of(gamma));
    double more = smaller.time().orElseThrow().toDouble() - time;
    Check.of("omnigrok.fn4.w-small", "what halving s0 adds, ln(2)/(y - gamma)")
        .by(Oracle.LIMIT)
        .at("s0", s0, "y", y, "gamma", gamma)
        .expecting(
            StrictMath.log(2) / limit,
            Tolerance.sum(
                Tolerance.remainder(from * from / limit, "s0^2/(y-gamma) to first order, less 1/4"),
                new Tolerance.Rounding(8, time, "a difference of times")))
        .holds(more)
        .rejects("nothing", 0);
  }

  @Provide
  Arbitrary<Double> decays() {
    return Arb.logUniform(1e-12, 1.9);
  }

  @Property(tries = 40)
  @Checks("omnigrok.ext.ce-norm")
  void normBalancesLossAndDecay(@ForAll("decays") double gamma) {
    CrossEntropyNorm norm = new CrossEntropyNorm(Real.of(gamma));
    Real w = norm.linear();
    Check.of("omnigrok.ext.ce-norm", "-d/dw e^{-w} at the balance")
        .part("L = 1")
        .by(Oracle.TABLE)
        .at("gamma", gamma)
        .expecting(w.times(Real.of(gamma)).toDouble(), ROUNDED)
        .holds(w.negate().exp().toDouble())
        .rejects("w = ln(1/gamma)", gamma);
    Real square = norm.squareForProduct();
    Check.of("omnigrok.ext.ce-norm", "-d/dw e^{-w^2}, divided by w")
        .part("L = 2")
        .by(Oracle.TABLE)
        .at("gamma", gamma)
        .expecting(gamma, ROUNDED)
        .holds(square.negate().exp().times(2).toDouble())
        .rejects("w^2 = ln(1/gamma)", 2 * gamma);
    CrossEntropyNorm less = new CrossEntropyNorm(Real.of(gamma).over(2));
    Check.of("omnigrok.ext.ce-norm", "the norm grows as gamma falls")
        .part("no fixed norm")
        .at("gamma", gamma)
        .expectingAtMost(less.linear().toDouble(), new Tolerance.Exact())
        .holds(w.toDouble());
    Check.of("omnigrok.ext.ce-norm", "w^2 at half the decay, less w^2")
        .part("no fixed norm")
        .at("gamma", gamma)
        .expecting(StrictMath.log(2), ROUNDED)
        .holds(less.squareForProduct().minus(square).toDouble())
        .rejects("a fixed norm", 0);
  }

  @Example
  @Infrastructure("edges and refusals")
  void edges() {
    ChainCollapse two = new ChainCollapse(2, Real.of(1.5));
    assertEquals(Real.ZERO, two.criticalWeight());
    assertEquals(Real.of(1.5), two.criticalDecay());
    assertEquals(Real.of(1.5), two.spinodalDecay());
    assertRefused("depth: need", () -> new ChainCollapse(1, Real.ONE));
    assertRefused("y: need", () -> new ChainCollapse(2, Real.ZERO));
    Real tenth = Real.of(0.125);
    assertTrue(new SaddleEscape(Real.ZERO, tenth, Real.ONE, Real.ZERO).time().isEmpty());
    assertTrue(new SaddleEscape(tenth, Real.ONE, Real.ONE, Real.ZERO).time().isEmpty());
    assertTrue(new SaddleEscape(tenth, Real.ONE, Real.ONE, Real.TWO).time().isEmpty());
    assertEquals(
        Real.ZERO, new SaddleEscape(tenth, tenth, Real.ONE, Real.ZERO).time().orElseThrow());
    assertRefused("s0: need", () -> new SaddleEscape(Real.of(-1), tenth, Real.ONE, Real.ZERO));
    assertRefused("s1: need", () -> new SaddleEscape(Real.ONE, tenth, Real.ONE, Real.ZERO));
    assertRefused("gamma: need", () -> new SaddleEscape(tenth, tenth, Real.ONE, Real.of(-1)));
    assertEquals(Real.ZERO, new CrossEntropyNorm(Real.TWO).squareForProduct());
    assertEquals(Real.ZERO, new CrossEntropyNorm(Real.of(3)).squareForProduct());
    assertRefused("gamma: need", () -> new CrossEntropyNorm(Real.ZERO));
  }
}
