package org.grokcheck.notsawo.curve;

import java.math.BigDecimal;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apfloat.Apfloat;
import org.apfloat.ApfloatMath;
import org.grokcheck.evidence.Check;
import org.grokcheck.evidence.Checks;
import org.grokcheck.evidence.Comparison;
import org.grokcheck.evidence.Infrastructure;
import org.grokcheck.evidence.Oracle;
import org.grokcheck.evidence.Tolerance;
import org.grokcheck.harness.Arb;
import org.grokcheck.oracle.Precise;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.function.Executable;

/** Sec. 2, Sec. 4, App. E.3: t₄(r) = a r^−γ + b in fifty digits, and in which unit r is. */
class PowerLawProperties {
  private static final String ADD = "notsawo.appe.fit_add";
  private static final String S5 = "notsawo.appe.fit_s5";
  private static final String SLOPE = "notsawo.ext.local_exponent";
  private static final String THETA = "notsawo.sec4.theta_rate";
  private static final String THREE = "notsawo.ext.three_point";
  private static final String LAW = "notsawo.sec2.power_law";
  private static final Tolerance ROUNDED =
      new Tolerance.Ulp(1, "fifty digits against sixty, rounded once each");

  @Provide
  Arbitrary<Double> gammas() {
    return Arb.logUniform(0.05, 15);
  }

  @Provide
  Arbitrary<Double> factors() {
    return Arb.logUniform(1e-3, 1e20);
  }

  @Provide
  Arbitrary<Double> floors() {
    return Arb.logUniform(1e-2, 1e5);
  }

  @Provide
  Arbitrary<Double> percents() {
    return Arb.logUniform(0.1, 100);
  }

  private static BigDecimal of(double value) {
    return new BigDecimal(value);
  }

  private static Apfloat decaying(double gamma, double a, double r) {
    return Precise.of(a).multiply(ApfloatMath.pow(Precise.of(r), Precise.of(-gamma)));
  }

  @Property(tries = 40)
  @Checks({ADD, S5, LAW, SLOPE, THETA})
  void valueAndSlope(
      @ForAll("gammas") double gamma,
      @ForAll("factors") double a,
      @ForAll("floors") double b,
      @ForAll("percents") double r) {
    PowerLaw law = new PowerLaw(of(gamma), of(a), of(b));
    Apfloat part = decaying(gamma, a, r);
    double steps = Precise.toDouble(part.add(Precise.of(b)));
    for (String claim : List.of(ADD, S5, LAW)) {
      Check.of(claim, "t₄(r)")
          .part("form")
          .by(Oracle.TABLE)
          .at("gamma", gamma, "a", a, "b", b, "r", r)
          .expecting(steps, ROUNDED)
          .holds(law.at(of(r)).doubleValue())
          .rejects("without b", Precise.toDouble(part))
          .rejects("r^γ", Precise.toDouble(decaying(-gamma, a, r)) + b);
    }
    double slope =
        Precise.toDouble(Precise.of(gamma).multiply(part).divide(part.add(Precise.of(b))));
    for (String claim : List.of(SLOPE, THETA)) {
      Comparison slopes =
          Check.of(claim, "−d ln t₄/d ln r")
              .by(Oracle.TABLE)
              .at("gamma", gamma, "a", a, "b", b, "r", r)
              .expecting(slope, ROUNDED)
              .holds(law.localExponent(of(r)).doubleValue())
              .rejects("γ b/t₄", gamma - slope);
      printed(slopes, claim, "γ, as r^−γ has", gamma);
    }
  }

  /** The slope from a difference of logarithms in fifty digits, and its two limits. */
  @Property(tries = 30)
  @Checks(SLOPE)
  void slopeIsTheDerivative(
      @ForAll("gammas") double gamma, @ForAll("factors") double a, @ForAll("floors") double b) {
    PowerLaw law = new PowerLaw(of(gamma), of(a), of(b));
    BigDecimal half = law.halfway();
    Apfloat r = new Apfloat(half, Precise.DIGITS);
    Apfloat h = new Apfloat("1e-14", Precise.DIGITS);
    Apfloat up = logarithm(gamma, a, b, r.multiply(ApfloatMath.exp(h)));
    Apfloat down = logarithm(gamma, a, b, r.multiply(ApfloatMath.exp(h.negate())));
    double slope = Precise.toDouble(down.subtract(up).divide(h.multiply(Precise.of(2))));
    Check.of(SLOPE, "−d ln t₄/d ln r at (a/b)^(1/γ)")
        .by(Oracle.FINITE_DIFFERENCE)
        .at("gamma", gamma, "a", a, "b", b)
        .expecting(
            slope,
            new Tolerance.Truncation(
                gamma * gamma * gamma * 1e-28 + Math.ulp(gamma),
                1,
                1,
                "third derivative of ln(1 + e^{γu}) below γ³/6, h = 10⁻¹⁴, and rounding"))
        .holds(gamma / 2)
        .rejects("γ", gamma);
    BigDecimal lower = law.localExponent(half.divide(BigDecimal.valueOf(2)));
    BigDecimal higher = law.localExponent(half.multiply(BigDecimal.valueOf(2)));
    Check.of(SLOPE, "falls from γ to 0")
        .by(Oracle.INVARIANT)
        .at("gamma", gamma, "a", a, "b", b)
        .expectingExactly(true)
        .holds(
            lower.compareTo(higher) > 0 && higher.signum() > 0 && lower.compareTo(of(gamma)) < 0);
  }

  private static Apfloat logarithm(double gamma, double a, double b, Apfloat r) {
    Apfloat part = Precise.of(a).multiply(ApfloatMath.pow(r, Precise.of(-gamma)));
    return ApfloatMath.log(part.add(Precise.of(b)));
  }

  /** r in percent gives steps between t₂ and the runs' lengths; r as a fraction never does. */
  @Property(tries = 1)
  @Checks({ADD, S5})
  void unitOfTheFraction() {
    unit(ADD, PowerLaw.printedForAddition(), 20, "97044.1", 0.05, "0.377943");
    unit(ADD, PowerLaw.printedForAddition(), 100, "1443.01", 0.005, "0.377943");
    unit(S5, PowerLaw.printedForPermutations(), 20, "53946", 0.5, "8075.54");
    unit(S5, PowerLaw.printedForPermutations(), 100, "8076", 0.5, "8075.54");
  }

  private static void unit(
      String claim, PowerLaw law, int percent, String steps, double half, String constant) {
    BigDecimal fraction = BigDecimal.valueOf(percent).movePointLeft(2);
    Apfloat exact =
        new Apfloat(law.a(), Precise.DIGITS)
            .multiply(
                ApfloatMath.pow(
                    new Apfloat(percent, Precise.DIGITS),
                    new Apfloat(law.gamma().negate(), Precise.DIGITS)))
            .add(new Apfloat(law.b(), Precise.DIGITS));
    Check.of(claim, "t₄ of the printed constants, r in percent")
        .part("unit")
        .by(Oracle.TABLE)
        .at("percent", percent)
        .expecting(Precise.toDouble(exact), ROUNDED)
        .holds(law.at(BigDecimal.valueOf(percent)).doubleValue())
        .holds(law.inFractions().at(fraction).doubleValue())
        .rejects("r as a fraction with the printed a", law.at(fraction).doubleValue());
    Check.of(claim, "t₄ as quoted")
        .part("quoted")
        .by(Oracle.SECOND_ALGORITHM)
        .at("percent", percent)
        .expecting(
            Double.parseDouble(steps), Tolerance.remainder(half, "half of the last quoted digit"))
        .holds(law.at(BigDecimal.valueOf(percent)).doubleValue());
    double a = Double.parseDouble(constant);
    Check.of(claim, "a for r as a fraction")
        .part("quoted")
        .by(Oracle.SECOND_ALGORITHM)
        .expecting(a, Tolerance.remainder(a * 1.3e-6, "quoted to six digits"))
        .holds(law.inFractions().a().doubleValue());
  }

  /** For b = 0 the slope is γ everywhere, for S_5; the addition's halves at 34.41 percent. */
  @Property(tries = 1)
  @Checks({S5, THETA})
  void whereThetaHolds() {
    PowerLaw s5 = PowerLaw.printedForPermutations();
    for (int percent = 20; percent <= 100; percent += 20) {
      BigDecimal r = BigDecimal.valueOf(percent);
      Check.of(S5, "slope with b = 0")
          .part("slope")
          .by(Oracle.EXACT)
          .at("percent", percent)
          .expecting(1.18, new Tolerance.Exact())
          .holds(s5.localExponent(r).doubleValue());
    }
    Check.of(THETA, "where the addition's slope is γ/2, in percent")
        .by(Oracle.SECOND_ALGORITHM)
        .expecting(
            Precise.toDouble(
                ApfloatMath.pow(
                    Precise.of("1.09e15").divide(Precise.of("1442.63")),
                    Precise.ONE.divide(Precise.of("7.73")))),
            ROUNDED)
        .holds(PowerLaw.printedForAddition().halfway().doubleValue())
        .rejects("r = 100", 100);
  }

  /** Three points of a law give it back: 40 digits leave 17 for any of these conditions. */
  @Property(tries = 40)
  @Checks({THREE, LAW})
  void threePointsGiveTheLawBack(
      @ForAll("gammas") double gamma, @ForAll("factors") double a, @ForAll("floors") double b) {
    PowerLaw law = new PowerLaw(of(gamma), of(a), of(b));
    BigDecimal start = law.halfway();
    List<BigDecimal> r =
        List.of(
            start, start.multiply(new BigDecimal("1.5")), start.multiply(new BigDecimal("2.25")));
    PowerLaw again = PowerLaw.through(r, r.stream().map(law::at).toList());
    List<Double> found =
        List.of(again.gamma().doubleValue(), again.a().doubleValue(), again.b().doubleValue());
    List<Double> given = List.of(gamma, a, b);
    double ratio = StrictMath.pow(1.5, gamma);
    double otherGamma = StrictMath.log(ratio) / StrictMath.log(2.25);
    List<Double> wrong = List.of(otherGamma, a * (1 - 1 / ratio), b + 1);
    for (int i = 0; i < 3; i++) {
      for (String claim : List.of(THREE, LAW)) {
        Check.of(claim, List.of("γ", "a", "b").get(i) + " from three points")
            .part(claim.equals(LAW) ? "recovery" : "inversion")
            .by(Oracle.INVARIANT)
            .at("gamma", gamma, "a", a, "b", b)
            .expecting(
                given.get(i),
                new Tolerance.Ulp(1, "60 digits, of which cancellation takes at most 20, rounded"))
            .holds(found.get(i))
            .rejects("ln ρ², 1 − ρ^−γ forgotten, t₁ for b", wrong.get(i));
      }
    }
  }

  /** Falling and convex, above b; a unit c of r turns a into a c^γ and leaves γ and b. */
  @Property(tries = 40)
  @Checks(LAW)
  void shapeAndUnits(
      @ForAll("gammas") double gamma,
      @ForAll("factors") double a,
      @ForAll("floors") double b,
      @ForAll("percents") double r) {
    PowerLaw law = new PowerLaw(of(gamma), of(a), of(b));
    BigDecimal near = law.at(of(r));
    BigDecimal middle = law.at(of(r * 1.25));
    BigDecimal far = law.at(of(r * 1.5));
    boolean falling = near.compareTo(middle) > 0 && middle.compareTo(far) > 0;
    boolean convex = near.add(far).compareTo(middle.add(middle)) > 0;
    Check.of(LAW, "falling, convex, above b")
        .part("shape")
        .by(Oracle.INVARIANT)
        .at("gamma", gamma, "a", a, "b", b, "r", r)
        .expectingExactly(List.of(true, true, true))
        .holds(List.of(falling, convex, far.compareTo(of(b)) > 0));
    Check.of(LAW, "t₄ in the other unit")
        .part("unit")
        .by(Oracle.INVARIANT)
        .at("gamma", gamma, "a", a, "b", b, "r", r)
        .expecting(near.doubleValue(), ROUNDED)
        .holds(law.inFractions().at(of(r).movePointLeft(2)).doubleValue())
        .rejects("a unchanged", law.at(of(r).movePointLeft(2)).doubleValue());
  }

  @Property(tries = 1)
  @Infrastructure("messages for constants and points of no law")
  void refusals() {
    BigDecimal one = BigDecimal.ONE;
    refused("gamma: need", () -> new PowerLaw(BigDecimal.ZERO, one, one));
    refused("a: need", () -> new PowerLaw(one, one.negate(), one));
    refused("b: need", () -> new PowerLaw(one, one, one.negate()));
    refused("b: need", () -> new PowerLaw(one, one, BigDecimal.ZERO).halfway());
    refused("r: need", () -> new PowerLaw(one, one, one).at(BigDecimal.ZERO));
    refused("r, t: need", () -> PowerLaw.through(List.of(one), List.of(one)));
    refused("r: need rising", () -> through(2, 1, 1, 9, 3, 1));
    refused("r: need r[1]", () -> through(1, 2, 5, 9, 3, 1));
    refused("t: need", () -> through(1, 2, 4, 3, 2, 1));
    refused("r[0]: need", () -> through(0, 2, 4, 9, 3, 1));
  }

  private static PowerLaw through(int r1, int r2, int r3, int t1, int t2, int t3) {
    return PowerLaw.through(
        List.of(BigDecimal.valueOf(r1), BigDecimal.valueOf(r2), BigDecimal.valueOf(r3)),
        List.of(BigDecimal.valueOf(t1), BigDecimal.valueOf(t2), BigDecimal.valueOf(t3)));
  }

  private static void refused(String start, Executable call) {
    String message =
        String.valueOf(Assertions.assertThrows(IllegalArgumentException.class, call).getMessage());
    Assertions.assertTrue(message.startsWith(start), message);
  }

  /** What the paper prints is refuted there; an extension of this project only tells it apart. */
  private static void printed(Comparison comparison, String claim, String variant, double value) {
    if (claim.contains(".ext.")) {
      comparison.rejects(variant, value);
    } else {
      comparison.refutes(variant, value);
    }
  }
}
