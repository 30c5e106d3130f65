package org.grokcheck.notsawo.curvature;

import java.util.random.RandomGenerator;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.grokcheck.evidence.Check;
import org.grokcheck.evidence.Checks;
import org.grokcheck.evidence.Oracle;
import org.grokcheck.evidence.Tolerance;
import org.grokcheck.harness.Arb;
import org.grokcheck.harness.ExactArb;
import org.grokcheck.harness.RunSettings;
import org.grokcheck.math.exact.Rational;
import org.junit.jupiter.api.Test;

/** Sec. 4 on saddles, and losses that round to zero. */
class SaddleProperties {
  private static final Rational RATE = Rational.of(1, 10);

  /** Descent on (x² − y²)/2 after t steps: (x 0.9^t, y 1.1^t). */
  private static Rational[] after(Rational x, Rational y, int steps) {
    Rational[] at = {x, y};
    for (int t = 0; t < steps; t++) {
      at[0] = at[0].minus(RATE.times(at[0]));
      at[1] = at[1].plus(RATE.times(at[1]));
    }
    return at;
  }

  /** From the stable manifold descent converges to the saddle; from anywhere else it leaves. */
  @Property(tries = 20)
  @Checks("notsawo.sec4.lee")
  void avoidsSaddlesFromAlmostEverywhere(
      @ForAll("starts") Rational x, @ForAll("starts") Rational y) {
    int steps = 40;
    Rational[] on = after(x, Rational.ZERO, steps);
    Check.of("notsawo.sec4.lee", "goes away from the saddle, from a start on its stable manifold")
        .part("almost every start")
        .by(Oracle.EXACT)
        .at("x", x)
        .expectingExactly(false)
        .holds(on[0].abs().compareTo(x.abs()) >= 0 || on[1].signum() != 0)
        .refutes("from every start", true);
    Rational[] off = after(x, y, steps);
    Check.of("notsawo.sec4.lee", "distance from the stable manifold")
        .part("growth")
        .by(Oracle.EXACT)
        .at("y", y)
        .expectingExactly(y.times(Rational.of(11, 10).power(steps)))
        .holds(off[1])
        .rejects("shrinks as along x", y.times(Rational.of(9, 10).power(steps)));
  }

  @Provide
  Arbitrary<Rational> starts() {
    return ExactArb.coarse();
  }

  /** Gaussian starts: none on the stable manifold, against the printed probability one of that. */
  @Test
  @Checks("notsawo.sec4.zero_measure")
  void startsOnTheStableManifold() {
    RandomGenerator random = RunSettings.seeds().stream("notsawo.zero_measure");
    int starts = 10_000;
    int on = 0;
    for (int i = 0; i < starts; i++) {
      on += random.nextGaussian() == 0 ? 1 : 0;
    }
    // A Gaussian coordinate of a double is 0 with a probability below 2⁻⁵⁰.
    Check.of("notsawo.sec4.zero_measure", "share of starts on the stable manifold")
        .by(Oracle.STATISTICAL)
        .at("starts", starts)
        .expecting(
            0, new Tolerance.Clt(1e-4, 1e-11, 1, "no start in 10 000, each with probability 2⁻⁵⁰"))
        .power(1)
        .holds(on / (double) starts)
        .refutes("starting off it has probability zero", 1);
  }

  /**
   * f = x²/2 + y⁴/4 − y²/2 has a strict saddle at 0 and minima at (0, ±1), while λ_min = min(1, 3y²
   * − 1) is positive all along a path from (1, 2) to (0, 1).
   */
  @Property(tries = 1)
  @Checks("notsawo.sec4.strict_saddle")
  void positiveCurvatureAlongAPath() {
    double x = 1;
    double y = 2;
    double least = Double.POSITIVE_INFINITY;
    for (int t = 0; t < 400; t++) {
      least = Math.min(least, Math.min(1, 3 * y * y - 1));
      x -= 0.05 * x;
      y -= 0.05 * (y * y * y - y);
    }
    Check.of("notsawo.sec4.strict_saddle", "end of the path, y")
        .part("path")
        .by(Oracle.INVARIANT)
        .expecting(1, Tolerance.remainder(1e-12, "0.9^400 of the start, and rounding"))
        .holds(y)
        .rejects("the saddle", 0);
    Check.of("notsawo.sec4.strict_saddle", "the strict saddle property holds")
        .part("property")
        .by(Oracle.EXACT)
        .at("least curvature on the path", least)
        .expectingExactly(criticalPointsAreStrict())
        .holds(true)
        .refutes("read off the path, where no curvature is negative", least < 0);
  }

  /** f_y = y³ − y = 0 at 0, ±1 with f_yy = −1, 2: each critical point is a minimum or strict. */
  private static boolean criticalPointsAreStrict() {
    boolean all = true;
    for (int y = -1; y <= 1; y++) {
      int slope = y * y * y - y;
      int bend = 3 * y * y - 1;
      all &= slope == 0 && bend != 0;
    }
    return all;
  }

  /** log(1 + e^{−m}) as log1p stays positive for margins where the plain sum is 0. */
  @Property(tries = 30)
  @Checks("notsawo.appg4.zero_loss")
  void lossIsPositive(@ForAll("margins") double margin) {
    double exact = StrictMath.log1p(StrictMath.exp(-margin));
    float single = (float) StrictMath.log(1 + (float) StrictMath.exp(-margin));
    Check.of("notsawo.appg4.zero_loss", "cross-entropy of a margin is 0")
        .part("positive")
        .by(Oracle.INVARIANT)
        .at("margin", margin)
        .expectingExactly(false)
        .holds(exact == 0)
        .rejects("as a plain sum", StrictMath.log(1 + StrictMath.exp(-margin)) == 0);
    Check.of("notsawo.appg4.zero_loss", "single precision gives 0")
        .part("resolution")
        .by(Oracle.EXACT)
        .at("margin", margin)
        .expectingExactly((float) StrictMath.exp(-margin) <= 0x1p-24f)
        .holds(1 + (float) StrictMath.exp(-margin) == 1 || single == 0)
        .rejects("always", true);
  }

  @Provide
  Arbitrary<Double> margins() {
    return Arb.uniform(1, 700);
  }

  /** A graph's curvature f″/(1 + f′²)^{3/2} is f″ where f′ = 0, and less elsewhere. */
  @Property(tries = 20)
  @Checks("notsawo.appg2.principal")
  void curvatureOfAGraph(@ForAll("slopes") double x, @ForAll @IntRange(min = 1, max = 9) int c) {
    // The circle through x and two neighbours on the parabola y = cx²/2.
    double h = 1e-3;
    double slope = c * x;
    double expected = c / StrictMath.pow(1 + slope * slope, 1.5);
    Check.of("notsawo.appg2.principal", "curvature of the graph of cx²/2")
        .part("off stationary points")
        .by(Oracle.FINITE_DIFFERENCE)
        .at("x", x, "c", c)
        .expecting(
            circle(x, c, h),
            Tolerance.remainder(60.0 * c * c * c * h * h, "fourth order of the arc"))
        .holds(expected)
        .rejects("the second derivative", c);
    Check.of("notsawo.appg2.principal", "curvature of the graph at its stationary point")
        .part("stationary points")
        .by(Oracle.FINITE_DIFFERENCE)
        .at("c", c)
        .expecting(
            circle(0, c, h),
            Tolerance.remainder(60.0 * c * c * c * h * h, "fourth order of the arc"))
        .holds(c)
        .rejects("that at x", expected);
  }

  @Provide
  Arbitrary<Double> slopes() {
    return Arb.uniform(0.1, 3);
  }

  /** Four times the area of the triangle of three points, over the product of its sides. */
  private static double circle(double x, int c, double h) {
    double[] xs = {x - h, x, x + h};
    double[] ys = new double[3];
    for (int i = 0; i < 3; i++) {
      ys[i] = 0.5 * c * xs[i] * xs[i];
    }
    double area =
        Math.abs((xs[1] - xs[0]) * (ys[2] - ys[0]) - (xs[2] - xs[0]) * (ys[1] - ys[0])) / 2;
    double sides =
        StrictMath.hypot(xs[1] - xs[0], ys[1] - ys[0])
            * StrictMath.hypot(xs[2] - xs[1], ys[2] - ys[1])
            * StrictMath.hypot(xs[2] - xs[0], ys[2] - ys[0]);
    return 4 * area / sides;
  }
}
