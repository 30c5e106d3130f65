package org.grokcheck.notsawo;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apfloat.Apfloat;
import org.apfloat.ApfloatMath;
import org.grokcheck.evidence.Check;
import org.grokcheck.evidence.Checks;
import org.grokcheck.evidence.Oracle;
import org.grokcheck.evidence.Tolerance;
import org.grokcheck.harness.Arb;
import org.grokcheck.oracle.Precise;

/** App. I.2: Rastrigin's function against fifty digits. */
class RastriginProperties {
  private static final Apfloat TWO_PI =
      ApfloatMath.pi(Precise.DIGITS).multiply(new Apfloat(2, Precise.DIGITS));

  /** Small, ordinary, near a local minimum, and large enough that the argument is reduced. */
  @Provide
  Arbitrary<Double> coordinates() {
    return Arbitraries.oneOf(
        Arb.signedLogUniform(1e-8, 6),
        Arb.nearCritical(0.9949586, 1e-8, 1e-3),
        Arb.uniform(-1e6, 1e6));
  }

  @Provide
  Arbitrary<Double> factors() {
    return Arb.signedLogUniform(0.01, 100);
  }

  @Property(tries = 25)
  @Checks("notsawo.appi.ras")
  void functionValue(
      @ForAll("coordinates") double x,
      @ForAll("coordinates") double y,
      @ForAll("factors") double a) {
    double expected = Precise.toDouble(term(x, a).add(term(y, a)));
    Check.of("notsawo.appi.ras", "g(x, y)")
        .by(Oracle.TABLE)
        .at("x", x, "y", y, "a", a)
        .expecting(
            expected,
            new Tolerance.Rounding(
                1, Math.abs(expected) + 1e-16, "fifty digits against sixty, rounded once each"))
        .holds(value(a, x, y))
        .rejects("a once for n a", expected - a)
        .rejects("cos πx", halfFrequency(a, x) + halfFrequency(a, y))
        .rejects("minus squares", expected - 2 * (x * x + y * y));
  }

  private static double value(double a, double... x) {
    return new Rastrigin(new BigDecimal(a)).value(decimals(x)).doubleValue();
  }

  private static List<BigDecimal> decimals(double... x) {
    return Arrays.stream(x).mapToObj(BigDecimal::new).toList();
  }

  /** a + x² − a cos πx. */
  private static double halfFrequency(double a, double x) {
    return a + x * x - a * StrictMath.cos(Math.PI * x);
  }

  /** a + x² − a cos 2πx. */
  private static Apfloat term(double x, double a) {
    Apfloat exact = Precise.of(x);
    Apfloat wave = ApfloatMath.cos(exact.multiply(TWO_PI));
    return Precise.of(a).multiply(Precise.ONE.subtract(wave)).add(exact.multiply(exact));
  }

  @Property(tries = 25)
  @Checks("notsawo.appi.ras_grad")
  void gradient(@ForAll("coordinates") double x, @ForAll("factors") double a) {
    Apfloat h = new Apfloat("1e-12", Precise.DIGITS);
    Apfloat slope = difference(x, a, h);
    double expected = Precise.toDouble(slope);
    double actual = new Rastrigin(new BigDecimal(a)).gradient(decimals(x)).get(0).doubleValue();
    double sine = StrictMath.sin(2 * Math.PI * Math.IEEEremainder(x, 1));
    Check.of("notsawo.appi.ras_grad", "∂g/∂x")
        .by(Oracle.FINITE_DIFFERENCE)
        .at("x", x, "a", a)
        .expecting(
            expected,
            new Tolerance.Truncation(
                Math.ulp(expected) + 1e-24 * Math.abs(a) * StrictMath.pow(2 * Math.PI, 3),
                1,
                1,
                "|g‴|h²/6 with |g‴| ≤ a(2π)³ and h = 10⁻¹², and rounding to double"))
        .holds(actual)
        .rejects("π for 2π", 2 * x + Math.PI * a * sine)
        .rejects("minus the sine", 2 * x - 2 * Math.PI * a * sine)
        .rejects("x for 2x", x + 2 * Math.PI * a * sine);
  }

  private static Apfloat difference(double x, double a, Apfloat h) {
    Apfloat up = shifted(x, a, h);
    Apfloat down = shifted(x, a, h.negate());
    return up.subtract(down).divide(h.multiply(new Apfloat(2, Precise.DIGITS)));
  }

  private static Apfloat shifted(double x, double a, Apfloat h) {
    Apfloat exact = Precise.of(x).add(h);
    Apfloat wave = ApfloatMath.cos(exact.multiply(TWO_PI));
    return exact.multiply(exact).subtract(Precise.of(a).multiply(wave));
  }

  /** The origin is stationary for every a, and a minimum along an axis iff 2 + 4π²a ≥ 0. */
  @Property(tries = 25)
  @Checks("notsawo.appi.ras_stationary")
  void originIsStationary(@ForAll("factors") double a, @ForAll("coordinates") double x) {
    Rastrigin function = new Rastrigin(new BigDecimal(a));
    Check.of("notsawo.appi.ras_stationary", "∂g/∂x at 0")
        .by(Oracle.EXACT)
        .at("a", a)
        .expecting(0, new Tolerance.Exact())
        .holds(function.gradient(decimals(0)).get(0).doubleValue())
        .rejects("another point", function.gradient(decimals(x)).get(0).doubleValue());
  }

  /** Minima come in mirror images: g and |∇g| don't change with signs or order. */
  @Property(tries = 25)
  @Checks("notsawo.appi.ras_symmetric")
  void symmetricAboutTheOrigin(
      @ForAll("coordinates") double x,
      @ForAll("coordinates") double y,
      @ForAll("factors") double a) {
    Rastrigin function = new Rastrigin(new BigDecimal(a));
    Check.of("notsawo.appi.ras_symmetric", "g(−y, x)")
        .by(Oracle.INVARIANT)
        .at("x", x, "y", y, "a", a)
        .expecting(value(a, x, y), new Tolerance.Exact())
        .holds(value(a, -y, x))
        .rejects("mirror at ½", value(a, 1 - y, x));
    List<BigDecimal> gradient = function.gradient(decimals(x, y));
    List<BigDecimal> image = function.gradient(decimals(-y, x));
    Check.of("notsawo.appi.ras_symmetric", "∇g(−y, x)")
        .by(Oracle.INVARIANT)
        .at("x", x, "y", y, "a", a)
        .expectingExactly(List.of(gradient.get(1).negate(), gradient.get(0)))
        .holds(image)
        .rejects("unchanged", gradient);
  }
}
