package org.grokcheck.omnigrok;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.grokcheck.evidence.Check;
import org.grokcheck.evidence.Checks;
import org.grokcheck.evidence.Oracle;
import org.grokcheck.evidence.Tolerance;
import org.grokcheck.harness.Arb;
import org.grokcheck.math.Real;

/** A piecewise constant field followed by small steps, as a point meets its boundary. */
class FilippovProperties {
  private static final int STEPS = 20_000;
  private static final double STEP = 1e-3;

  @Provide
  Arbitrary<Double> angles() {
    return Arb.uniform(0.15, 1.4);
  }

  @Provide
  Arbitrary<Double> speeds() {
    return Arb.logUniform(0.1, 10);
  }

  @Provide
  Arbitrary<Double> strengths() {
    return Arb.uniform(1.05, 5);
  }

  /**
   * Displacement along the boundary and across it, by Euler's steps from the boundary: drift (−v,
   * 0) everywhere, and gn below it. Tangent (−cos θ, sin θ), normal (sin θ, cos θ) into II.
   */
  private static double[] walk(double theta, double v, double g) {
    double along = 0;
    double across = 0;
    for (int k = 0; k < STEPS; k++) {
      double push = across < 0 ? g : 0;
      along += STEP * v * StrictMath.cos(theta);
      across += STEP * (push - v * StrictMath.sin(theta));
    }
    return new double[] {along, across};
  }

  @Property(tries = 40)
  @Checks("omnigrok.ext.filippov")
  void strongForceSlidesAndWeakForceCrosses(
      @ForAll("angles") double theta, @ForAll("speeds") double v, @ForAll("strengths") double s) {
    double needed = v * StrictMath.sin(theta);
    double time = STEPS * STEP;
    SlidingPath path =
        new SlidingPath(
            Real.ONE,
            Real.ONE,
            Real.of(theta),
            Real.ONE,
            new SlidingPath.Rates(Real.ONE, Real.ONE, Real.of(v)));
    double[] sliding = walk(theta, v, s * needed);
    double speed = path.printedSpeed().toDouble();
    Check.of("omnigrok.ext.filippov", "way along the boundary under a strong force")
        .part("sliding")
        .by(Oracle.SECOND_ALGORITHM)
        .at("theta", theta, "v", v, "g", s * needed)
        .expecting(
            sliding[0], new Tolerance.Rounding(2.0 * STEPS, v * time, "a sum of equal steps"))
        .holds(speed * time)
        .rejects("v", v * time)
        .rejects("v/cos(theta)", v * time / StrictMath.cos(theta));
    Check.of("omnigrok.ext.filippov", "way across it under a strong force")
        .part("sliding")
        .by(Oracle.LIMIT)
        .at("theta", theta, "v", v, "g", s * needed)
        .expecting(0, Tolerance.remainder(STEP * s * needed, "one step back and forth"))
        .holds(sliding[1])
        .rejects("crossing", -needed * time);
    double weak = needed / s;
    double[] crossing = walk(theta, v, weak);
    Check.of("omnigrok.ext.filippov", "way across it under a weak force")
        .part("crossing")
        .by(Oracle.LIMIT)
        .at("theta", theta, "v", v, "g", weak)
        .expecting(
            crossing[1],
            Tolerance.sum(
                Tolerance.remainder(STEP * weak, "the first step, above the boundary"),
                new Tolerance.Rounding(2.0 * STEPS, needed * time, "a sum of steps")))
        .holds((weak - needed) * time)
        .rejects("sliding", 0);
  }
}
