package org.grokcheck.kumar;

import java.math.BigDecimal;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
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
import org.grokcheck.oracle.SpeciesExtrapolation;

/** The flow of two species in time: its solution in doubles, its closed case, its ends. */
class SpeciesFlowProperties {
  /** κ, the start, and τ' in units of the slowest initial rate, so that something happens. */
  record Case(double kappa, double along, double across, double time) {}

  @Provide
  Arbitrary<Case> cases() {
    return Combinators.combine(
            Arb.logUniform(1e-3, 30),
            Arb.logUniform(0.1, 10),
            Arb.logUniform(0.1, 10),
            Arb.logUniform(1e-4, 0.5))
        .as(Case::new);
  }

  private static Check check(String claim, String quantity, int d, Case c) {
    return Check.of(claim, quantity)
        .by(Oracle.TABLE)
        .at("D", d, "kappa", c.kappa(), "m1_0", c.along(), "m2_0", c.across(), "tau'", c.time());
  }

  /**
   * A step spans about 3 units of rate·τ'. It rounds a sum whose first term dominates, and whose
   * second term carries the 6 roundings of the field: 10 a step, doubled for what the flow makes of
   * earlier ones.
   */
  private static Tolerance accumulated(double size, Case c, int d) {
    double growth = 1 + c.time() * (3 * c.kappa() + d);
    return new Tolerance.Rounding(
        20 * growth, size, "20 roundings in each of at most 1 + rate·τ' steps");
  }

  @Property(tries = 12)
  @Checks("kumar.ext.lotka-volterra")
  void doublesFollowFortyDigits(
      @ForAll @IntRange(min = 1, max = 8) int d, @ForAll("cases") Case c) {
    for (boolean centred : new boolean[] {true, false}) {
      BigDecimal[] exact =
          new SpeciesExtrapolation(d, c.kappa(), centred).at(c.along(), c.across(), c.time());
      SpeciesFlow.Point point =
          new SpeciesFlow(d, c.kappa(), centred).at(c.along(), c.across(), c.time());
      SpeciesFlow.Point other =
          new SpeciesFlow(d, c.kappa(), !centred).at(c.along(), c.across(), c.time());
      double along = exact[0].doubleValue();
      double across = exact[1].doubleValue();
      check("kumar.ext.lotka-volterra", "m_1(τ')", d, c)
          .expecting(along, accumulated(along, c, d))
          .holds(point.along())
          .rejects("other centring", other.along());
      check("kumar.ext.lotka-volterra", "m_2(τ')", d, c)
          .expecting(across, accumulated(across, c, d))
          .holds(point.across())
          .rejects("other centring", other.across());
      double loss = loss(exact, d, c, centred).doubleValue();
      check("kumar.ext.lotka-volterra", "L(τ')/(αε)²", d, c)
          .expecting(loss, accumulated(loss + lossScale(c), c, d))
          .holds(point.loss())
          .rejects("other centring", other.loss());
    }
  }

  /** By the exact loss of exact decimals. */
  private static BigDecimal loss(BigDecimal[] m, int d, Case c, boolean centred) {
    TwoSpecies model = new TwoSpecies(d, Rational.of(c.kappa()), centred);
    return model
        .loss(new TwoSpecies.State(Rational.of(m[0]), Rational.of(m[1])))
        .toDecimal(Decimal.DIGITS);
  }

  /** Errors of a are at most those of m: a rounding of the start, carried along. */
  private static double lossScale(Case c) {
    double size = 1 + c.kappa() + c.along() + c.across();
    return size * size;
  }

  @Provide
  Arbitrary<Double> kappas() {
    return Arb.logUniform(1e-12, 1e12);
  }

  /** u = 3(1+κ)τ' from 1e-40 to 700. */
  @Provide
  Arbitrary<Double> exponents() {
    return Arb.logUniform(1e-40, 700);
  }

  @Property(tries = 300)
  @Checks("kumar.ext.d1-logistic")
  void logisticGrowthAgreesWithFiftyDigits(
      @ForAll("kappas") double kappa, @ForAll("exponents") double exponent) {
    double time = exponent / (3 * (1 + kappa));
    BigDecimal k = Decimal.of(kappa);
    BigDecimal u = Decimal.of(time).multiply(k.add(BigDecimal.ONE)).multiply(BigDecimal.valueOf(3));
    BigDecimal decay = Decimal.exp(u.negate());
    BigDecimal below = Decimal.plus(BigDecimal.ONE, Decimal.times(k, decay));
    double expected = Decimal.over(k.add(BigDecimal.ONE), below).doubleValue();
    BigDecimal lost = exponent < 1e-20 ? u : Decimal.minus(BigDecimal.ONE, decay);
    double growth = Decimal.over(Decimal.times(k, lost), below).doubleValue();
    LogisticGrowth actual = new LogisticGrowth(kappa, time);
    double condition = 1 + kappa / (kappa + StrictMath.exp(exponent)) * exponent;
    Check check =
        Check.of("kumar.ext.d1-logistic", "m(τ')")
            .by(Oracle.TABLE)
            .at("kappa", kappa, "tau'", time);
    check
        .expecting(
            expected,
            new Tolerance.Rounding(
                8, expected * condition, "three roundings of u, an exponential, four of the rest"))
        .holds(actual.value())
        .rejects("rate 1+κ without 3", new LogisticGrowth(kappa, time / 3).value());
    Check.of("kumar.ext.d1-logistic", "m(τ') - 1")
        .by(Oracle.TABLE)
        .at("kappa", kappa, "tau'", time)
        .expecting(
            growth,
            new Tolerance.Rounding(10, growth * condition, "as m, with 1 - e^{-u} to two ulps"))
        .holds(actual.growth())
        .rejects("difference of rounded numbers", actual.value() - 1);
  }

  /** With 1 − u/2 ≤ (1 − e^{-u})/u ≤ 1 and e^{-u} ≥ 1 − u, m − 1 is 3κτ' to u/(1 − u) of itself. */
  @Property(tries = 100)
  @Checks("kumar.ext.d1-logistic")
  void growthStartsLinearly(@ForAll("kappas") double kappa, @ForAll("early") double exponent) {
    double time = exponent / (3 * (1 + kappa));
    LogisticGrowth model = new LogisticGrowth(kappa, time);
    double growth = model.growth();
    Check.of("kumar.ext.d1-logistic", "3κτ' for small times")
        .by(Oracle.LIMIT)
        .at("kappa", kappa, "tau'", time)
        .expecting(
            growth,
            Tolerance.sum(
                Tolerance.remainder(1.02 * exponent * growth, "u/(1 − u) of m − 1 at u ≤ 0.01"),
                new Tolerance.Rounding(12, growth, "m − 1 to ten roundings, u to three")))
        .holds(model.leadingGrowth().doubleValue())
        .rejects("κτ'", kappa * time);
  }

  @Provide
  Arbitrary<Double> early() {
    return Arb.logUniform(1e-40, 0.01);
  }

  /** The closed case is the solution of the flow in one dimension. */
  @Property(tries = 6)
  @Checks("kumar.ext.d1-logistic")
  void logisticGrowthSolvesTheFlow(@ForAll("cases") Case c) {
    BigDecimal[] exact = new SpeciesExtrapolation(1, c.kappa(), true).at(1, 1, c.time());
    double expected = exact[0].doubleValue();
    Check.of("kumar.ext.d1-logistic", "m(τ') of the flow")
        .by(Oracle.TABLE)
        .at("kappa", c.kappa(), "tau'", c.time())
        .expecting(
            expected,
            new Tolerance.Rounding(
                8 + 6 * (1 + c.kappa()) * c.time(), expected, "as m, times the size of u"))
        .holds(new LogisticGrowth(c.kappa(), c.time()).value())
        .rejects("rate 1+κ without 3", new LogisticGrowth(c.kappa(), c.time() / 3).value());
  }

  /** Long after the errors have become too small for doubles. */
  @Property(tries = 10)
  @Checks("kumar.ext.lotka-volterra")
  void centredFlowRestsAtItsEnd(
      @ForAll @IntRange(min = 1, max = 8) int d, @ForAll("cases") Case c) {
    SpeciesFlow flow = new SpeciesFlow(d, c.kappa(), true);
    Check.of("kumar.ext.lotka-volterra", "L/(αε)² at τ' = 1e9")
        .part("end")
        .by(Oracle.LIMIT)
        .at("D", d, "kappa", c.kappa())
        .expecting(0, Tolerance.remainder(0, "e^{-1e9} is 0 in doubles"))
        .holds(flow.at(1, 1, 1e9).loss())
        .rejects("at the start", flow.at(1, 1, 0).loss());
  }
}
