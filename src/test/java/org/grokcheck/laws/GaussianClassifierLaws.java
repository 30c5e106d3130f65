package org.grokcheck.laws;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.grokcheck.evidence.Check;
import org.grokcheck.evidence.Tolerance;
import org.grokcheck.harness.Arb;

/**
 * Laws of the share of a Gaussian population that a linear classifier puts on the negative side: it
 * depends on z = −b/s alone, s being the standard deviation of the projection, and has a complement
 * with digits of its own. The heir names its claim by a class-level {@code @Checks}.
 */
public interface GaussianClassifierLaws {
  /** Id of the claim that the heir checks. */
  String claim();

  /** Share with f &lt; 0. */
  double accuracy(double scaledNorm, double bias);

  /** One minus the accuracy, to full relative precision. */
  double error(double scaledNorm, double bias);

  @Provide
  default Arbitrary<Double> norms() {
    return Arb.logUniform(1e-6, 1e6);
  }

  /** z in units of s, far enough for A to round to 0 or 1, not so far that 1 − A underflows. */
  @Provide
  default Arbitrary<Double> thresholds() {
    return Arb.signedLogUniform(1e-6, 37);
  }

  @Property(tries = 500)
  default void turningTheBiasExchangesTheSides(
      @ForAll("norms") double s, @ForAll("thresholds") double z) {
    double b = -z * s;
    Check.of(claim(), "A(-b) = 1 - A(b)")
        .at("s", s, "b", b)
        .expecting(error(s, b), new Tolerance.Ulp(12, "one probability twice, each within 6 ulp"))
        .holds(accuracy(s, -b))
        .rejects("complement by subtraction from 1", 1 - accuracy(s, b))
        .rejects("bias not turned", accuracy(s, b));
  }

  @Property(tries = 500)
  default void fallsAsTheBiasGrows(
      @ForAll("norms") double s,
      @ForAll("thresholds") double z,
      @ForAll("thresholds") double step) {
    double b = -z * s;
    double larger = b + Math.abs(step) * s;
    double before = accuracy(s, b);
    Check.of(claim(), "A(b + |step|) <= A(b)")
        .at("s", s, "b", b, "larger", larger)
        .expectingAtMost(before, new Tolerance.Ulp(12, "two probabilities, each within 6 ulp"))
        .holds(accuracy(s, larger))
        .rejects("bias with the wrong sign", accuracy(s, -larger));
  }

  @Property(tries = 500)
  default void knowsNoScale(
      @ForAll("norms") double s, @ForAll("thresholds") double z, @ForAll("norms") double c) {
    double b = -z * s;
    double small = Math.min(accuracy(s, b), error(s, b));
    // φ(z)/(1 − Φ(z)) < z + 1 for z > 0: a relative error of z is multiplied by less than z² + z.
    double condition = z * z + Math.abs(z);
    Check.of(claim(), "A(c s, c b) = A(s, b), the smaller side")
        .at("s", s, "b", b, "c", c)
        .expecting(
            small,
            new Tolerance.Rounding(
                4, small * (4 + condition), "c s, c b and two quotients; 6 ulp each probability"))
        .holds(b < 0 ? error(c * s, c * b) : accuracy(c * s, c * b))
        .rejects("norm squared", b < 0 ? error(c * s * s, c * b) : accuracy(c * s * s, c * b));
  }

  @Property(tries = 100)
  default void decidesByTheBiasWhereTheWeightVanishes(
      @ForAll("norms") double b, @ForAll("thresholds") double z) {
    double bias = z < 0 ? b : -b;
    double s = Math.abs(z) > 1 ? 0 : b / 40;
    Check.of(claim(), "A as s -> 0")
        .at("s", s, "b", bias)
        .expecting(bias < 0 ? 1 : 0, new Tolerance.Exact())
        .holds(accuracy(s, bias))
        .rejects("chance level", 0.5);
  }
}
