package org.grokcheck.beck;

import java.math.BigDecimal;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.grokcheck.evidence.Check;
import org.grokcheck.evidence.Checks;
import org.grokcheck.evidence.Oracle;
import org.grokcheck.evidence.Tolerance;
import org.grokcheck.harness.Arb;
import org.grokcheck.laws.GaussianClassifierLaws;
import org.grokcheck.oracle.Decimal;
import org.grokcheck.oracle.GaussianTail;

/** Eq. (6): A_gen = Φ(−b/(σ‖S‖)), its complement and their logarithms. */
@Checks("beck.eq6")
class PopulationAccuracyProperties implements GaussianClassifierLaws {

  record State(double normS, double sigma, double bias) {
    GaussianClassifier classifier() {
      return GaussianClassifier.of(normS, sigma, bias);
    }

    /** z = −b/(σ‖S‖) of the exact doubles. */
    BigDecimal threshold() {
      return Decimal.over(Decimal.of(-bias), Decimal.of(sigma).multiply(Decimal.of(normS)));
    }
  }

  @Override
  public String claim() {
    return "beck.eq6";
  }

  @Override
  public double accuracy(double scaledNorm, double bias) {
    return new GaussianClassifier(scaledNorm, bias).accuracy();
  }

  @Override
  public double error(double scaledNorm, double bias) {
    return new GaussianClassifier(scaledNorm, bias).error();
  }

  @Provide
  Arbitrary<State> states() {
    return states(Arb.signedLogUniform(1e-4, 37));
  }

  @Provide
  Arbitrary<State> farStates() {
    return states(Arb.signedLogUniform(30, 1e7));
  }

  private static Arbitrary<State> states(Arbitrary<Double> thresholds) {
    return Combinators.combine(Arb.logUniform(1e-6, 1e4), Arb.logUniform(0.05, 1000), thresholds)
        .as((norm, sigma, z) -> new State(norm, sigma, -z * sigma * norm));
  }

  @Property(tries = 500)
  @Checks("beck.eq6")
  void bothSharesAgreeWithFiftyDigits(@ForAll("states") State state) {
    BigDecimal z = state.threshold();
    compare("A", state, z.negate(), state.classifier().accuracy(), -1);
    compare("1 - A", state, z, state.classifier().error(), 1);
  }

  private static void compare(String name, State state, BigDecimal z, double actual, int side) {
    double expected = GaussianTail.upper(z).doubleValue();
    double root = side * state.classifier().threshold() * Math.sqrt(2);
    check(name, state)
        .expecting(
            expected,
            new Tolerance.Rounding(
                3,
                expected * (4 + condition(z)),
                "z has 2 roundings, times its condition; 6 ulp for Φ"))
        .holds(actual)
        .rejects("erf without sqrt(2)", GaussianTail.upper(root))
        .rejects("σ² for σ", share(state.normS(), state.sigma() * state.sigma(), state, side))
        .rejects("‖S‖² for ‖S‖", share(state.normS() * state.normS(), state.sigma(), state, side));
  }

  private static double share(double normS, double sigma, State state, int side) {
    GaussianClassifier other = GaussianClassifier.of(normS, sigma, state.bias());
    return side > 0 ? other.error() : other.accuracy();
  }

  /** log(1 − Φ(z)), by log(1 − q) = −q − q²/2 where q is lost in 1 − q. */
  private static double logUpper(BigDecimal z) {
    if (z.doubleValue() > -8) {
      return Decimal.log(GaussianTail.upper(z)).doubleValue();
    }
    double q = GaussianTail.upper(z.negate()).doubleValue();
    return -q - q * q / 2;
  }

  /** |d log(1 − Φ(z))/d log z|. */
  private static double condition(BigDecimal z) {
    double value = z.doubleValue();
    return Math.abs(value) * GaussianTail.hazard(value);
  }

  @Property(tries = 500)
  @Checks("beck.eq6")
  void logarithmsAgreeWithFiftyDigits(@ForAll("states") State state) {
    BigDecimal z = state.threshold();
    double expected = logUpper(z);
    // log p where p is a small tail, −(1 − p) where p is close to 1: different conditioning.
    double scale =
        z.signum() > 0
            ? 4 + 2 * condition(z)
            : 2 * Math.abs(expected) * (4 + condition(z.negate()));
    check("log(1 - A)", state)
        .expecting(
            expected,
            new Tolerance.Rounding(
                3, scale, "z has 2 roundings and its square 2; 6 ulp for the share and its log"))
        .holds(state.classifier().logError())
        .rejects(
            "logarithm of the rounded complement",
            StrictMath.log(1 - state.classifier().accuracy()));
  }

  @Property(tries = 100)
  @Checks("beck.eq6")
  void logarithmReachesWhereSharesUnderflow(@ForAll("farStates") State state) {
    BigDecimal z = state.threshold();
    if (z.signum() < 0) {
      z = z.negate();
      state = new State(state.normS(), state.sigma(), -state.bias());
    }
    BigDecimal square = Decimal.times(z, z);
    BigDecimal asymptote = Decimal.over(square, BigDecimal.valueOf(-2));
    double y = square.doubleValue();
    double expected =
        asymptote.doubleValue()
            - StrictMath.log(z.doubleValue() * Math.sqrt(2 * Math.PI))
            - 1 / y
            + 2.5 / (y * y);
    check("log(1 - A), far tail", state)
        .by(Oracle.LIMIT)
        .expecting(
            expected,
            Tolerance.sum(
                new Tolerance.Truncation(
                    37 / 3.0, 1 / y, 3, "next term of an alternating asymptotic series in 1/z²"),
                Tolerance.remainder(8 * 0x1p-53 * Math.abs(expected), "z twice rounded, squared")))
        .holds(state.classifier().logError())
        .rejects("without the logarithm of z", asymptote.doubleValue());
  }

  private static Check check(String name, State state) {
    return Check.of("beck.eq6", name)
        .by(Oracle.TABLE)
        .at("normS", state.normS(), "sigma", state.sigma(), "b", state.bias());
  }
}
