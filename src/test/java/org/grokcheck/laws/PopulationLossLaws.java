package org.grokcheck.laws;

import java.math.BigDecimal;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.grokcheck.evidence.Check;
import org.grokcheck.evidence.Tolerance;
import org.grokcheck.harness.Arb;
import org.grokcheck.oracle.Decimal;
import org.grokcheck.oracle.GaussianTail;

/**
 * Laws of L(s, b) = E log(1 + e^{sy+b}), y standard normal: increasing in both arguments, convex in
 * b with a slope between 0 and 1, and tied to its mirror image by L(s, b) − L(s, −b) = b.
 *
 * <p>An implementation may err by {@code γ_16 (6 + b⁻)} relatively, b⁻ being |b| for negative b:
 * the integrand's exponent there is of size |b|, and a sum over panels adds under a hundred
 * roundings.
 */
public interface PopulationLossLaws {
  /** Id of the claim that the heir checks. */
  String claim();

  /** L(s, b), s ≥ 0. */
  double loss(double scaledNorm, double bias);

  @Provide
  default Arbitrary<Double> spreads() {
    return Arb.logUniform(1e-6, 1000);
  }

  @Provide
  default Arbitrary<Double> biases() {
    return Arb.signedLogUniform(1e-6, 300);
  }

  @Property(tries = 200)
  default void differsFromItsMirrorImageByTheBias(
      @ForAll("spreads") double s, @ForAll("biases") double b) {
    double here = loss(s, b);
    double mirrored = loss(s, -b);
    Check.of(claim(), "L(s, b) - L(s, -b) = b")
        .at("s", s, "b", b)
        .expecting(b, rounding(error(here, b) + error(mirrored, -b)))
        .holds(here - mirrored)
        .rejects("exponential loss", 2 * StrictMath.exp(s * s / 2) * StrictMath.sinh(b));
  }

  @Property(tries = 200)
  default void growsWithTheBiasAtMostAsFast(
      @ForAll("spreads") double s, @ForAll("biases") double b, @ForAll("spreads") double step) {
    double here = loss(s, b);
    double there = loss(s, b + step);
    double rise = there - here;
    Tolerance rounding = rounding(error(here, b) + error(there, b + step) + Math.abs(b) + step);
    Check.of(claim(), "L(s, b + step) - L(s, b) <= step")
        .at("s", s, "b", b, "step", step)
        .expectingAtMost(step, rounding)
        .holds(rise)
        .rejects("exponential loss", exponential(s, b + step) - exponential(s, b));
    Check.of(claim(), "L(s, b) <= L(s, b + step)")
        .at("s", s, "b", b, "step", step)
        .expectingAtMost(0, rounding)
        .holds(-rise)
        .rejects("bias with the wrong sign", rise);
  }

  @Property(tries = 200)
  default void growsWithTheSpread(
      @ForAll("spreads") double s, @ForAll("biases") double b, @ForAll("spreads") double step) {
    double here = loss(s, b);
    Check.of(claim(), "L(s, b) <= L(s + step, b)")
        .at("s", s, "b", b, "step", step)
        .expectingAtMost(loss(s + step, b), rounding(2 * error(here, b)))
        .holds(here)
        .rejects("spread mirrored about the larger one", loss(s + 2 * step, b));
  }

  @Property(tries = 200)
  default void isConvexInTheBias(
      @ForAll("spreads") double s, @ForAll("biases") double b, @ForAll("biases") double c) {
    double chord = 0.5 * (loss(s, b) + loss(s, c));
    double least = Math.min(b, c);
    Check.of(claim(), "L at the middle is at most the mean of L at the ends")
        .at("s", s, "b", b, "c", c)
        .expectingAtMost(chord, rounding(2 * error(chord, least)))
        .holds(loss(s, 0.5 * (b + c)))
        .rejects("loss at the larger bias", loss(s, Math.max(b, c)));
  }

  @Property(tries = 150)
  default void liesBetweenTheHingeAndTheHingePlusLogTwo(
      @ForAll("spreads") double s, @ForAll("biases") double b) {
    double hinge = hinge(s, b);
    double loss = loss(s, b);
    Tolerance rounding = rounding(error(loss, b) + hinge);
    Check.of(claim(), "E max(f, 0) <= L")
        .at("s", s, "b", b)
        .expectingAtMost(-hinge, rounding)
        .holds(-loss)
        .rejects("loss of the mean output, without spread", -softplus(b));
    Check.of(claim(), "L <= E max(f, 0) + log 2")
        .at("s", s, "b", b)
        .expectingAtMost(hinge + StrictMath.log(2), rounding)
        .holds(loss)
        .rejects("twice the spread", loss(2 * s, b));
  }

  @Property(tries = 150)
  default void liesBetweenJensensBoundAndTheExponentialLoss(
      @ForAll("spreads") double s, @ForAll("biases") double b) {
    double loss = loss(s, b);
    Tolerance rounding = rounding(2 * error(loss, b));
    Check.of(claim(), "log(1 + e^b) <= L")
        .at("s", s, "b", b)
        .expectingAtMost(-softplus(b), rounding)
        .holds(-loss)
        .rejects("bias shifted by the spread", -softplus(b - s));
    Check.of(claim(), "L <= e^{b + s²/2}")
        .at("s", s, "b", b)
        .expectingAtMost(exponential(s, b), rounding)
        .holds(loss)
        .rejects("twice the spread", loss(2 * s, b));
  }

  @Property(tries = 150)
  default void tendsToTheLossOfTheBiasAlone(
      @ForAll("spreads") double s, @ForAll("biases") double b) {
    double small = s / 1e4;
    double plain = softplus(b);
    double slope = 1 / (1 + StrictMath.exp(-b));
    double expected = plain + 0.5 * small * small * slope * (1 - slope);
    double fourth = small * small * small * small / 64;
    Check.of(claim(), "L(s, b) - log(1 + e^b) as s -> 0")
        .at("s", small, "b", b)
        .expecting(
            expected,
            Tolerance.sum(
                Tolerance.remainder(
                    fourth, "s⁴/64 from E y⁴/4! = 1/8 and a fourth derivative below 1/8"),
                Tolerance.remainder(
                    2e-15 * (8 * plain + error(plain, b)), "rounding of both losses")))
        .holds(loss(small, b))
        .rejects("spread not squared", plain + 0.5 * small * slope * (1 - slope))
        .rejects("without the spread", plain);
  }

  /** E max(f, 0) = s φ(b/s) + b Φ(b/s). */
  private static double hinge(double s, double b) {
    BigDecimal ratio = Decimal.over(Decimal.of(b), Decimal.of(s));
    BigDecimal spread = Decimal.times(Decimal.of(s), GaussianTail.density(ratio));
    BigDecimal mean = Decimal.times(Decimal.of(b), GaussianTail.upper(ratio.negate()));
    return Decimal.plus(spread, mean).doubleValue();
  }

  private static double exponential(double s, double b) {
    return StrictMath.exp(b + s * s / 2);
  }

  private static double softplus(double b) {
    return Math.max(b, 0) + StrictMath.log1p(StrictMath.exp(-Math.abs(b)));
  }

  /** What γ_16 multiplies in the error of a loss at a bias. */
  private static double error(double loss, double b) {
    return loss * (6 + Math.max(0, -b));
  }

  private static Tolerance rounding(double scale) {
    return new Tolerance.Rounding(16, scale, "exponents of size |b| for b < 0, sum over panels");
  }
}
