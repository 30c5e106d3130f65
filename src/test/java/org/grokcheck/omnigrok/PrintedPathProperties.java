package org.grokcheck.omnigrok;

import static org.grokcheck.omnigrok.Refused.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.grokcheck.evidence.Check;
import org.grokcheck.evidence.Checks;
import org.grokcheck.evidence.Infrastructure;
import org.grokcheck.evidence.Oracle;
import org.grokcheck.evidence.Tolerance;
import org.grokcheck.math.Real;

/** Geometry of the path, the printed time, and how it depends on angle and rates. */
class PrintedPathProperties {
  private static final Tolerance ROUNDED =
      new Tolerance.Ulp(2, "60 digits on both sides, each rounded to a double once");

  @Provide
  Arbitrary<DrawnPath> drawn() {
    return DrawnPath.arbitrary();
  }

  /** E stands at the height h above D and at the distance L from C: D from both sides. */
  @Property(tries = 60)
  @Checks("omnigrok.path.geometry")
  void lengthsCloseTheTriangle(@ForAll("drawn") DrawnPath d) {
    SlidingPath path = d.path();
    double cos = StrictMath.cos(d.theta());
    double sin = StrictMath.sin(d.theta());
    double x = path.sliding().toDouble() * cos;
    double y = path.sliding().toDouble() * sin;
    Check.of("omnigrok.path.geometry", "L1 + L2 cos(theta)")
        .at("path", d)
        .expecting(
            path.length().toDouble(),
            new Tolerance.Rounding(8, path.length().toDouble(), "sums of positive doubles"))
        .holds(path.drifting().toDouble() + x)
        .rejects("L1 + L2 sin(theta)", path.drifting().toDouble() + y);
    Check.of("omnigrok.path.geometry", "L2 sin(theta)")
        .at("path", d)
        .expecting(d.height(), new Tolerance.Rounding(8, d.height(), "a product of doubles"))
        .holds(y)
        .rejects("L2 = h/cos(theta)", d.height() / cos * sin);
  }

  @Property(tries = 60)
  @Checks("omnigrok.path.time")
  void legsAddUpToThePrintedTime(@ForAll("drawn") DrawnPath d) {
    SlidingPath path = d.path();
    Real first = path.drifting().over(path.rates().drift());
    Real second = path.sliding().over(path.printedSpeed());
    Real direct = path.drifting().plus(path.sliding()).over(path.rates().drift());
    Check.of("omnigrok.path.time", "L1/v + L2/v'")
        .part("sum of the legs")
        .by(Oracle.TABLE)
        .at("path", d)
        .expecting(first.plus(second).toDouble(), ROUNDED)
        .holds(path.printedTime().toDouble())
        .rejects("(L1 + L2)/v", direct.toDouble());
  }

  @Property(tries = 60)
  @Checks("omnigrok.path.monotone")
  void timeGrowsWithTheAngle(@ForAll("drawn") DrawnPath d) {
    SlidingPath path = d.path();
    Real h = Real.of(1e-15);
    Real change = turned(path, h).printedTime().minus(turned(path, h.negate()).printedTime());
    double slope = change.over(h.times(2)).toDouble();
    Check.of("omnigrok.path.monotone", "dt/dtheta at fixed L and h")
        .by(Oracle.FINITE_DIFFERENCE)
        .at("path", d)
        .expecting(
            slope,
            new Tolerance.Ulp(2, "60 digits; the third derivative counts 1e-30 of the first"))
        .holds(path.printedTimeSlope().toDouble())
        .rejects(
            "1/cos for 1/cos^2", path.printedTimeSlope().toDouble() * StrictMath.cos(d.theta()));
    ShortestPath shortest = new ShortestPath(path.length(), path.height(), path.rates().drift());
    double least = shortest.time().orElseThrow().toDouble();
    Check.of("omnigrok.path.monotone", "least time over the domain")
        .at("path", d)
        .expectingAtMost(path.printedTime().toDouble(), ROUNDED)
        .holds(least);
    SlidingPath steep = turned(path, shortest.theta().minus(path.theta()));
    Check.of("omnigrok.path.monotone", "time at tan(theta) = h/L")
        .at("path", d)
        .expecting(steep.printedTime().toDouble(), ROUNDED)
        .holds(least)
        .rejects("L/v", path.length().over(path.rates().drift()).toDouble());
    assertTrue(steep.drifting().abs().toDouble() < 1e-50, "D is C at the least angle");
  }

  private static SlidingPath turned(SlidingPath path, Real by) {
    return new SlidingPath(
        path.length(), path.height(), path.theta().plus(by), path.norm(), path.rates());
  }

  /** However fast the decoder learns, the leg along the boundary keeps its time. */
  @Property(tries = 60)
  @Checks("omnigrok.path.faster")
  void onlyTheFirstLegGetsShorter(@ForAll("drawn") DrawnPath d) {
    SlidingPath path = d.path();
    Check.of("omnigrok.path.faster", "t(2 gamma) = t(gamma)/2")
        .part("weight decay")
        .at("path", d)
        .expecting(path.time().toDouble() / 2, ROUNDED)
        .holds(d.path(2 * DrawnPath.GAMMA).time().toDouble())
        .rejects("independent of gamma", path.time().toDouble());
    double large = 1e3;
    DrawnPath fast = d.withRates(d.norm(), large, d.etaR());
    double sliding = fast.flow().timeInLogNorm(d.height());
    double drift = d.reserve() / (large * DrawnPath.GAMMA);
    double tan = StrictMath.tan(d.theta());
    double cancelled = fast.path().ratio().toDouble() * tan * tan;
    Check.of("omnigrok.path.faster", "t as eta_D grows")
        .part("decoder rate")
        .by(Oracle.SECOND_ALGORITHM)
        .at("path", d)
        .expecting(
            sliding + drift,
            new Tolerance.Rounding(
                2000,
                (sliding + drift) * (1 + cancelled),
                "a rule of 64 nodes; drift and force cancel but for 1/(1 + rho tan^2(theta))"))
        .holds(fast.path().time().toDouble())
        .refutes("t falls like 1/eta_D", fast.path().printedTime().toDouble());
  }

  @Example
  @Infrastructure("edges and refusals")
  void edges() {
    SlidingPath.Rates rates = new SlidingPath.Rates(Real.ONE, Real.ONE, Real.ONE);
    Real one = Real.ONE;
    assertTrue(new SlidingPath(one, Real.ZERO, one, one, rates).isInDomain());
    assertTrue(new SlidingPath(one, one, Real.of(0.8), one, rates).isInDomain());
    assertFalse(new SlidingPath(one, one, Real.of(0.7), one, rates).isInDomain());
    assertFalse(new SlidingPath(one, one, Real.of(1.6), one, rates).isInDomain());
    assertFalse(new SlidingPath(one, one, Real.of(-1), one, rates).isInDomain());
    assertFalse(new SlidingPath(one, Real.of(-1), one, one, rates).isInDomain());
    assertFalse(new SlidingPath(Real.of(99), one, Real.of(7), one, rates).isInDomain());
    assertRefused("theta: need", () -> new SlidingPath(one, one, Real.ZERO, one, rates));
    assertRefused("w_E: need", () -> new SlidingPath(one, one, one, Real.ZERO, rates));
    assertRefused("eta_D: need", () -> new SlidingPath.Rates(Real.ZERO, one, one));
    assertRefused("eta_R: need", () -> new SlidingPath.Rates(one, Real.ZERO, one));
    assertRefused("gamma: need", () -> new SlidingPath.Rates(one, one, Real.ZERO));
  }

  @Example
  @Infrastructure("edges and refusals")
  void edgesOfTheOtherForms() {
    SlidingPath.Rates rates = new SlidingPath.Rates(Real.ONE, Real.ONE, Real.ONE);
    Real one = Real.ONE;
    Real negative = one.negate();
    assertEquals(Real.pi().over(2), new ShortestPath(Real.ZERO, one, one).theta());
    assertTrue(new ShortestPath(Real.ZERO, one, one).time().isEmpty());
    assertEquals(one, new ShortestPath(one, Real.ZERO, one).time().orElseThrow());
    assertRefused("L: need", () -> new ShortestPath(negative, one, one));
    assertRefused("h: need", () -> new ShortestPath(one, negative, one));
    assertRefused("eta_D*gamma: need", () -> new ShortestPath(one, one, Real.ZERO));
    assertRefused("L, h: need", () -> new ShortestPath(Real.ZERO, Real.ZERO, one));
    assertRefused("w_C: need", () -> new StraightNormBoundary(one, one, one, one, rates));
    assertRefused(
        "theta: need a number between 0",
        () -> new StraightNormBoundary(Real.TWO, one, one, Real.TWO, rates));
    assertRefused(
        "theta: need a number between 0",
        () -> new StraightNormBoundary(Real.TWO, one, one, Real.ZERO, rates));
    assertRefused("w_E: need", () -> new StraightNormBoundary(one, Real.ZERO, one, one, rates));
    assertRefused("h: need", () -> new StraightNormBoundary(Real.TWO, one, negative, one, rates));
    Real met = new StraightNormBoundary(one, one, Real.ZERO, one, rates).time();
    assertEquals(Real.ZERO, met);
  }
}
