package org.grokcheck.notsawo.descent;

import java.math.BigDecimal;
import java.util.List;
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
import org.grokcheck.math.exact.Rational;
import org.grokcheck.oracle.Decimal;

/** Descent on the logarithm of a loss. */
class LogDescentProperties {
  private static final String LOG = "notsawo.ext.log_gd";

  /** x ↦ x − 2ε/x in rationals for a few steps; Boole's map, its preimages, and repulsion. */
  @Property(tries = 40)
  @Checks(LOG)
  void logarithmIsBoolesMap(
      @ForAll @IntRange(min = 1, max = 400) int x64,
      @ForAll @IntRange(min = 1, max = 64) int e64,
      @ForAll @IntRange(max = 7) int steps) {
    Rational x = Rational.of(x64, 64);
    Rational rate = Rational.of(e64, 64);
    for (int k = 0; k < steps && x.signum() != 0; k++) {
      x = x.minus(rate.times(2).over(x));
    }
    if (x.signum() == 0) {
      return;
    }
    LogDescent descent = new LogDescent(new BigDecimal(e64 / 64.0));
    BigDecimal end = descent.after(new BigDecimal(x64 / 64.0), steps);
    Check.of(LOG, "x after the steps")
        .part("iteration")
        .by(Oracle.TABLE)
        .at("64 x", x64, "64 eps", e64, "steps", steps)
        .expecting(x.toDouble(), new Tolerance.Ulp(1, "40 digits rounded"))
        .holds(end.doubleValue())
        .rejects(
            "ε/x",
            new LogDescent(new BigDecimal(e64 / 128.0))
                .after(new BigDecimal(x64 / 64.0), steps)
                .doubleValue());
    double y = descent.booleCoordinate(end).doubleValue();
    BigDecimal next = end.subtract(new BigDecimal(e64 / 32.0).divide(end, Decimal.DIGITS));
    double expected = LogDescent.boole(y);
    Check.of(LOG, "y − 1/y")
        .part("Boole's map")
        .by(Oracle.SECOND_ALGORITHM)
        .at("y", y)
        .expecting(
            expected, new Tolerance.Rounding(4, Math.abs(y) + 1 / Math.abs(y), "one subtraction"))
        .holds(descent.booleCoordinate(next).doubleValue())
        .rejects("y + 1/y", y + 1 / y);
    double root = StrictMath.sqrt(y * y + 4);
    double preimages = 0;
    for (double z : new double[] {(y + root) / 2, (y - root) / 2}) {
      preimages += 1 / (1 + 1 / (z * z));
    }
    Check.of(LOG, "Σ 1/T' over both preimages")
        .part("measure")
        .by(Oracle.INVARIANT)
        .at("y", y)
        .expecting(
            1,
            new Tolerance.Rounding(
                20, 1 + y * y, "the smaller preimage loses y² of its digits by cancellation"))
        .holds(preimages)
        .rejects("z for T'", root);
  }

  @Provide
  Arbitrary<Double> sizes() {
    return Arb.logUniform(1e-3, 1e3);
  }

  @Provide
  Arbitrary<Double> rates() {
    return Arb.logUniform(1e-3, 1);
  }

  /** |x''| ≥ ||x| − 2ε/|x|| for random positive definite H in two dimensions. */
  @Property(tries = 100)
  @Checks(LOG)
  void originRepels(
      @ForAll("sizes") double h1,
      @ForAll("sizes") double h2,
      @ForAll("sizes") double u,
      @ForAll("sizes") double v,
      @ForAll("rates") double rate) {
    double form = h1 * u * u + h2 * v * v;
    double squared = u * u + v * v;
    double a = u - 2 * rate * h1 * u / form;
    double b = v - 2 * rate * h2 * v / form;
    double least = Math.sqrt(squared) - 2 * rate / Math.sqrt(squared);
    Check.of(LOG, "(|x| − 2ε/|x|)² − |x''|²")
        .part("repulsion")
        .by(Oracle.INVARIANT)
        .at("H", List.of(h1, h2), "x", List.of(u, v), "eps", rate)
        .expectingAtMost(
            0,
            new Tolerance.Rounding(
                30, a * a + b * b + squared + 4 * rate * rate / squared, "squares of differences"))
        .holds(least * least - a * a - b * b)
        .rejects("|x| for the bound", squared - a * a - b * b);
  }
}
