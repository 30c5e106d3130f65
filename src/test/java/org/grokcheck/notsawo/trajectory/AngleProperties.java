package org.grokcheck.notsawo.trajectory;

import java.math.BigDecimal;
import java.util.List;
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
import org.grokcheck.oracle.Precise;

/** App. G.3: what small step angles say about a path. */
class AngleProperties {
  private static final String LAZY = "notsawo.sec4.lazy";
  private static final String BUDGET = "notsawo.ext.angle_budget";

  @Provide
  Arbitrary<Double> angles() {
    return Arb.logUniform(1e-6, 0.5);
  }

  /** cos nθ in fifty digits, near right angles too. */
  @Property(tries = 30)
  @Checks(LAZY)
  void turningPath(
      @ForAll("angles") double angle, @ForAll @IntRange(min = 2, max = 1_000_000) int steps) {
    Apfloat total = Precise.of(angle).multiply(Precise.of(steps));
    double expected = Precise.toDouble(ApfloatMath.cos(total));
    Check.of(LAZY, "cosine with the start")
        .by(Oracle.TABLE)
        .at("angle", angle, "steps", steps)
        .expecting(expected, new Tolerance.Ulp(4, "a sine or cosine of a remainder rounded once"))
        .holds(Rotation.cosine(new BigDecimal(angle), steps))
        .refutes("stays at the cosine of a step", Rotation.cosine(new BigDecimal(angle), 1));
  }

  /** 1571 steps of 10⁻³ rad keep every step cosine at 1 − 5·10⁻⁷ and reach a right angle. */
  @Property(tries = 1)
  @Checks({LAZY, BUDGET})
  void rightAngleInSmallSteps() {
    BigDecimal angle = new BigDecimal("0.001");
    double step = 1 - Rotation.cosine(angle, 1);
    Check.of(LAZY, "1 − cos of a step")
        .by(Oracle.TABLE)
        .expecting(5e-7, Tolerance.remainder(5e-14, "θ⁴/24 to first order, and rounding"))
        .holds(step);
    Check.of(LAZY, "cosine with the start after 1571 steps")
        .by(Oracle.INVARIANT)
        .expecting(0, Tolerance.remainder(0.001, "the right angle lies within one step"))
        .holds(Rotation.cosine(angle, 1571))
        .refutes("near the start", 1 - step);
    Check.of(BUDGET, "steps of 1 − cos = 5e-7 that a right angle takes")
        .part("right angle")
        .by(Oracle.TABLE)
        .expecting(1571, Tolerance.remainder(0.5, "the nearest whole number"))
        .holds(Math.PI / 2 / Angles.budget(1, 5e-7))
        .rejects("(π/2)/√δ", Math.PI / 2 / Math.sqrt(5e-7));
  }

  @Property(tries = 30)
  @Checks(BUDGET)
  void largestAngle(@ForAll("gaps") double gap, @ForAll @IntRange(min = 1, max = 1000) int steps) {
    // arccos(1 − δ) = 2 arcsin √(δ/2), here from the first form, with digits to spare.
    Apfloat exact = ApfloatMath.acos(Precise.ONE.subtract(Precise.of(gap)));
    double expected = steps * Precise.toDouble(exact);
    Check.of(BUDGET, "n arccos(1 − δ)")
        .part("formula")
        .by(Oracle.TABLE)
        .at("delta", gap, "steps", steps)
        .expecting(expected, new Tolerance.Rounding(12, 4 * expected, "a root and an arcsine"))
        .holds(Angles.budget(steps, gap))
        .rejects("√δ", steps * Math.sqrt(gap))
        .rejects("√(2δ), to leading order", steps * Math.sqrt(2 * gap));
  }

  @Provide
  Arbitrary<Double> gaps() {
    return Arb.logUniform(1e-18, 1.9);
  }

  @Provide
  Arbitrary<List<List<Double>>> paths() {
    return Arb.signedLogUniform(1e-3, 1).list().ofSize(4).list().ofMinSize(3).ofMaxSize(8);
  }

  /** The angle between the ends is at most the sum of the steps' angles. */
  @Property(tries = 30)
  @Checks(BUDGET)
  void anglesOnASphere(@ForAll("paths") List<List<Double>> path) {
    double[][] points =
        path.stream()
            .map(p -> new double[] {1 + p.get(0), p.get(1), p.get(2), 0.1 + p.get(3)})
            .toArray(double[][]::new);
    double sum = 0;
    double cosines = 0;
    for (int t = 1; t < points.length; t++) {
      sum += Angles.between(points[t - 1], points[t]);
      cosines += Angles.oneMinusCosine(points[t - 1], points[t]);
    }
    double ends = Angles.between(points[0], points[points.length - 1]);
    Check.of(BUDGET, "angle between the ends")
        .part("triangle inequality")
        .by(Oracle.INVARIANT)
        .at("path", path)
        .expectingAtMost(sum, new Tolerance.Rounding(64, sum + 1, "arctangents of norms"))
        .holds(ends)
        .rejects("four times as large", 4 * ends)
        .rejects("as the sum of 1 − cos", ends + sum - cosines);
    Check.of(BUDGET, "1 − cos of the angle between the ends")
        .part("triangle inequality")
        .by(Oracle.INVARIANT)
        .at("path", path)
        .expecting(1 - StrictMath.cos(ends), new Tolerance.Rounding(32, 1, "a cosine and norms"))
        .holds(Angles.oneMinusCosine(points[0], points[points.length - 1]));
  }
}
