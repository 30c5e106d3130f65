package org.grokcheck.notsawo;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.grokcheck.evidence.Check;
import org.grokcheck.evidence.Checks;
import org.grokcheck.evidence.Oracle;
import org.grokcheck.evidence.Scale;
import org.grokcheck.evidence.Tolerance;
import org.grokcheck.harness.ExactArb;
import org.grokcheck.math.exact.Rational;

/** App. I.1: what lies along and beside the ravine of Rosenbrock's function. */
class RavineProperties {
  private static final String FALL = "notsawo.appi.ros_fall";
  private static final String UNIMODAL = "notsawo.appi.ros_unimodal";
  private static final MathContext DIGITS = new MathContext(60);

  @Provide
  Arbitrary<Rational> coordinates() {
    return ExactArb.coarse();
  }

  private static BigDecimal decimal(Rational value) {
    return value.toDecimal(DIGITS);
  }

  /**
   * ∇g = (2(x − 1) − 400x(y − x²), 200(y − x²)) vanishes where y = x² and x = 1 alone: on the
   * ravine there is no other minimum, at any scale.
   */
  @Property(tries = 40)
  @Checks(UNIMODAL)
  void oneStationaryPoint(@ForAll("coordinates") Rational x, @ForAll("coordinates") Rational y) {
    List<BigDecimal> ravine = List.of(decimal(x), decimal(x.square()));
    List<BigDecimal> gradient = Rosenbrock.VANILLA.gradient(ravine);
    boolean stationary = gradient.stream().allMatch(g -> g.signum() == 0);
    Check.of(UNIMODAL, "a point of the ravine is stationary")
        .part("ravine")
        .by(Oracle.EXACT)
        .at("x", x)
        .expectingExactly(x.equals(Rational.ONE))
        .holds(stationary)
        .refutes("many local minima along the ravine", true);
    Check.of(UNIMODAL, "∂g/∂y is 0")
        .part("beside it")
        .by(Oracle.EXACT)
        .at("x", x, "y", y)
        .expectingExactly(y.equals(x.square()))
        .holds(Rosenbrock.VANILLA.gradient(List.of(decimal(x), decimal(y))).get(1).signum() == 0)
        .rejects("everywhere", true);
    Check.of(UNIMODAL, "g on the ravine")
        .part("ravine")
        .by(Oracle.EXACT)
        .at("x", x)
        .expectingExactly(decimal(x.minus(Rational.ONE).square()).stripTrailingZeros())
        .holds(Rosenbrock.VANILLA.value(ravine).stripTrailingZeros())
        .rejects("x²", decimal(x.square()).stripTrailingZeros());
  }

  /** Entries against central differences of the gradient, whose third derivative is 2400. */
  @Property(tries = 30)
  @Checks(FALL)
  void hessianFromDifferences(
      @ForAll("coordinates") Rational x, @ForAll("coordinates") Rational y) {
    RosenbrockCurvature curvature = new RosenbrockCurvature(x, y);
    Rational h = Rational.of(1, 8);
    Rational first = difference(x, y, h, Rational.ZERO, 0).minus(h.square().times(400));
    Check.of(FALL, "∂²g/∂x²")
        .part("determinant")
        .by(Oracle.EXACT)
        .at("x", x, "y", y)
        .expectingExactly(first)
        .holds(curvature.first())
        .rejects("without 2", curvature.first().minus(Rational.TWO));
    Rational mixed = difference(x, y, Rational.ZERO, h, 0);
    Rational second = difference(x, y, Rational.ZERO, h, 1);
    Check.of(FALL, "determinant")
        .part("determinant")
        .by(Oracle.EXACT)
        .at("x", x, "y", y)
        .expectingExactly(first.times(second).minus(mixed.square()))
        .holds(curvature.determinant())
        .rejects("y for x² − y", curvature.determinant().plus(x.square().times(80_000)));
    boolean above = y.compareTo(x.square().plus(Rational.of(1, 200))) > 0;
    Check.of(FALL, "indefinite")
        .part("determinant")
        .by(Oracle.EXACT)
        .at("x", x, "y", y)
        .expectingExactly(first.times(second).compareTo(mixed.square()) < 0)
        .holds(above)
        .rejects("never", false);
  }

  /** (G_k(p + s) − G_k(p − s))/(2|s|) for a shift along one axis. */
  private static Rational difference(Rational x, Rational y, Rational dx, Rational dy, int k) {
    Rational up = gradient(x.plus(dx), y.plus(dy), k);
    Rational down = gradient(x.minus(dx), y.minus(dy), k);
    return up.minus(down).over(dx.plus(dy).times(2));
  }

  private static Rational gradient(Rational x, Rational y, int k) {
    return Rational.of(Rosenbrock.VANILLA.gradient(List.of(decimal(x), decimal(y))).get(k));
  }

  /** Well conditioned at some starts, indefinite at others: conditioning depends on the start. */
  @Property(tries = 1)
  @Checks(FALL)
  void conditionDependsOnTheStart() {
    condition(Rational.of(-6, 5), Rational.ONE, 63.7, 0.05);
    condition(Rational.TWO, Rational.ZERO, 76, 0.5);
    condition(Rational.of(3, 2), Rational.of(-1), 39.8, 0.05);
    condition(Rational.ONE, Rational.ONE, 2508, 0.5);
  }

  private static void condition(Rational x, Rational y, double expected, double unit) {
    double[] values = new RosenbrockCurvature(x, y).eigenvalues();
    Check.of(FALL, "condition number at (" + x + ", " + y + ")")
        .part("starts")
        .by(Oracle.TABLE)
        .expecting(expected, Tolerance.remainder(unit, "half a unit of the last digit"))
        .holds(values[1] / values[0])
        .rejects("inverse", values[0] / values[1])
        .rejects("of the diagonal", new RosenbrockCurvature(x, y).first().toDouble() / 200);
  }

  /** |∇ log g| |x − x*| → 2 along the eigenvectors of the Hessian at the minimum. */
  @Property(tries = 12)
  @Checks(value = "notsawo.fig24", scale = Scale.DESK)
  void logFieldDiverges(@ForAll @IntRange(min = 3, max = 9) int power, @ForAll boolean steep) {
    BigDecimal root = BigDecimal.valueOf(250_601).sqrt(DIGITS);
    BigDecimal centre = BigDecimal.valueOf(501);
    BigDecimal lambda = steep ? centre.add(root) : centre.subtract(root);
    // (200 − λ) y = 400 x.
    BigDecimal y = BigDecimal.valueOf(400);
    BigDecimal x = BigDecimal.valueOf(200).subtract(lambda);
    BigDecimal norm = x.multiply(x).add(y.multiply(y)).sqrt(DIGITS);
    BigDecimal size = BigDecimal.ONE.movePointLeft(power);
    double field = field(x.divide(norm, DIGITS), y.divide(norm, DIGITS), size);
    double product = field * size.doubleValue();
    Check.of("notsawo.fig24", "|∇ log g| |x − x*|")
        .by(Oracle.LIMIT)
        .at("distance", size, "steep", steep)
        .expecting(
            2,
            Tolerance.remainder(
                1e4 * size.doubleValue() / 0.3993, "third derivatives below 10⁴ over λ"))
        .holds(product)
        .rejects("as near another minimum, g bounded away from 0", product * size.doubleValue())
        .rejects("plain scale", lambda.doubleValue() * size.doubleValue() * size.doubleValue());
  }

  private static double field(BigDecimal dx, BigDecimal dy, BigDecimal size) {
    List<BigDecimal> at =
        List.of(BigDecimal.ONE.add(dx.multiply(size)), BigDecimal.ONE.add(dy.multiply(size)));
    BigDecimal value = Rosenbrock.VANILLA.value(at);
    List<BigDecimal> gradient = Rosenbrock.VANILLA.gradient(at);
    Assume.that(value.signum() > 0);
    double first = gradient.get(0).divide(value, DIGITS).doubleValue();
    double second = gradient.get(1).divide(value, DIGITS).doubleValue();
    return StrictMath.hypot(first, second);
  }
}
