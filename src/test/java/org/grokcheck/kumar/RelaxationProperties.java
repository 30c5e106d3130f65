package org.grokcheck.kumar;

import java.math.BigDecimal;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.grokcheck.evidence.Check;
import org.grokcheck.evidence.Checks;
import org.grokcheck.evidence.Oracle;
import org.grokcheck.evidence.Tolerance;
import org.grokcheck.harness.Arb;
import org.grokcheck.harness.ExactArb;
import org.grokcheck.math.exact.Rational;
import org.grokcheck.oracle.Decimal;

/** Rates at the end of the population flow, its lazy limit, and its power law without centring. */
class RelaxationProperties {
  private static final int SQUARINGS = 10;
  private static final int TERMS = 40;

  @Provide
  Arbitrary<Rational> kappas() {
    return ExactArb.nonzero().map(k -> k.abs().power(3));
  }

  /** The field is quadratic, so that central differences are its derivative exactly. */
  private static Rational[][] jacobian(TwoSpecies model, TwoSpecies.State at, Rational h) {
    Rational[][] columns = new Rational[2][];
    for (int j = 0; j < 2; j++) {
      Rational first = j == 0 ? h : Rational.ZERO;
      Rational second = j == 0 ? Rational.ZERO : h;
      TwoSpecies.State up =
          model.rate(new TwoSpecies.State(at.along().plus(first), at.across().plus(second)));
      TwoSpecies.State down =
          model.rate(new TwoSpecies.State(at.along().minus(first), at.across().minus(second)));
      columns[j] =
          new Rational[] {
            up.along().minus(down.along()).over(h.times(2)),
            up.across().minus(down.across()).over(h.times(2))
          };
    }
    return columns;
  }

  @Property(tries = 100)
  @Checks("kumar.ext.lv-rates")
  void ratesAreEigenvaluesOfTheJacobian(
      @ForAll @LongRange(min = 1, max = 1000) long d,
      @ForAll("kappas") Rational kappa,
      @ForAll("kappas") Rational h) {
    TwoSpecies model = new TwoSpecies(d, kappa, true);
    TwoSpecies.State end = new TwoSpecies.State(Rational.ONE.plus(kappa), Rational.ONE);
    Rational[][] j = jacobian(model, end, h);
    Rational trace = j[0][0].plus(j[1][1]).negate();
    Rational determinant = j[0][0].times(j[1][1]).minus(j[0][1].times(j[1][0]));
    RelaxationRates rates = new RelaxationRates(d, kappa);
    check("rate at the end", d, kappa)
        .expectingExactly(new TwoSpecies.State(Rational.ZERO, Rational.ZERO))
        .holds(model.rate(end));
    check("sum of the rates", d, kappa)
        .expectingExactly(trace)
        .holds(rates.sum())
        .rejects("kernel rates, κ = 0", new RelaxationRates(d, Rational.ZERO).sum());
    check("product of the rates", d, kappa)
        .expectingExactly(determinant)
        .holds(rates.product())
        .rejects("D+4", rates.product().over(2));
    for (BigDecimal rate : new BigDecimal[] {rates.fast(), rates.slow()}) {
      check("λ² - sum λ + product changes sign within 1e-36 of a rate", d, kappa)
          .expectingExactly(true)
          .holds(encloses(rate, trace, determinant))
          .rejects("half the rate", encloses(rate.divide(Decimal.TWO), trace, determinant));
    }
  }

  private static boolean encloses(BigDecimal rate, Rational trace, Rational determinant) {
    Rational width = Rational.of(1, 10).power(36);
    Rational low = Rational.of(rate).times(Rational.ONE.minus(width));
    Rational high = Rational.of(rate).times(Rational.ONE.plus(width));
    return characteristic(low, trace, determinant).signum()
            * characteristic(high, trace, determinant).signum()
        <= 0;
  }

  private static Rational characteristic(Rational x, Rational trace, Rational determinant) {
    return x.square().minus(trace.times(x)).plus(determinant);
  }

  private static Check check(String quantity, long d, Rational kappa) {
    return Check.of("kumar.ext.lv-rates", quantity).by(Oracle.EXACT).at("D", d, "kappa", kappa);
  }

  @Provide
  Arbitrary<Double> times() {
    return Arb.logUniform(1e-6, 20);
  }

  /** α → ∞: a' = −B a with B = [[3, D−1], [1, D+1]] from (κ, 0); e^{−Bτ} by its series. */
  @Property(tries = 100)
  @Checks("kumar.ext.lazy-pop-loss")
  void lazyLossIsThatOfTheLinearFlow(
      @ForAll @IntRange(min = 1, max = 6) int d, @ForAll("times") double time) {
    BigDecimal[][] flow = exponential(d, time);
    // a₁ = κ + 1 − m₁ and a₂ = 1 − m₂ start from (κ, 0), here in units of κ = |β|²/(αε).
    TwoSpecies unit = new TwoSpecies(d, Rational.ZERO, false);
    TwoSpecies.State errors =
        new TwoSpecies.State(Rational.of(flow[0][0].negate()), Rational.of(flow[1][0].negate()));
    double expected = unit.loss(errors).toDouble();
    Rational tau = Rational.of(time);
    LazyRisk risk = new LazyRisk(new TargetDecomposition(d, Rational.ONE));
    Check.of("kumar.ext.lazy-pop-loss", "L(τ')/|β|⁴")
        .by(Oracle.TABLE)
        .at("D", d, "tau'", time)
        .expecting(
            expected,
            new Tolerance.Rounding(
                6, expected, "an exponential to an ulp and its decimal, twice, all positive"))
        .holds(risk.at(tau).doubleValue())
        .rejects("half the rates", risk.at(tau.over(2)).doubleValue())
        .rejects("one rate for all", 0.75 / d / d * StrictMath.exp(-4 * time));
  }

  /** e^{−Bτ}: its series at τ/2¹⁰, squared ten times. */
  private static BigDecimal[][] exponential(int d, double time) {
    BigDecimal step = Decimal.over(Decimal.of(-time), BigDecimal.valueOf(1 << SQUARINGS));
    BigDecimal[][] field = {
      {Decimal.times(step, BigDecimal.valueOf(3)), Decimal.times(step, BigDecimal.valueOf(d - 1))},
      {step, Decimal.times(step, BigDecimal.valueOf(d + 1))}
    };
    BigDecimal[][] one = {{BigDecimal.ONE, BigDecimal.ZERO}, {BigDecimal.ZERO, BigDecimal.ONE}};
    BigDecimal[][] sum = one;
    for (int k = TERMS; k >= 1; k--) {
      sum = combined(one, product(field, sum), BigDecimal.valueOf(k));
    }
    for (int k = 0; k < SQUARINGS; k++) {
      sum = product(sum, sum);
    }
    return sum;
  }

  /** A + B/k. */
  private static BigDecimal[][] combined(BigDecimal[][] a, BigDecimal[][] b, BigDecimal k) {
    BigDecimal[][] c = new BigDecimal[2][2];
    for (int i = 0; i < 2; i++) {
      for (int j = 0; j < 2; j++) {
        c[i][j] = Decimal.plus(a[i][j], Decimal.over(b[i][j], k));
      }
    }
    return c;
  }

  private static BigDecimal[][] product(BigDecimal[][] a, BigDecimal[][] b) {
    BigDecimal[][] c = new BigDecimal[2][2];
    for (int i = 0; i < 2; i++) {
      for (int j = 0; j < 2; j++) {
        c[i][j] = Decimal.plus(Decimal.times(a[i][0], b[0][j]), Decimal.times(a[i][1], b[1][j]));
      }
    }
    return c;
  }

  /**
   * m₁ follows m₂ adiabatically, 3(κ − m₁) = (D−1)m₂: put into the field, dm₂/dτ' = −(2D+4)m₂²/3,
   * with a remainder that is exactly what the m₁-equation leaves.
   */
  @Property(tries = 100)
  @Checks("kumar.ext.uncentred-power-law")
  void powerLawSolvesTheSlowEquation(
      @ForAll @LongRange(min = 2, max = 1000) long d,
      @ForAll("kappas") Rational kappa,
      @ForAll("kappas") Rational time) {
    TwoSpecies model = new TwoSpecies(d, kappa, false);
    UncentredDecay decay = new UncentredDecay(d);
    Rational across = decay.across(time);
    TwoSpecies.State slow = new TwoSpecies.State(kappa.minus(across.times(d - 1).over(3)), across);
    Check.of("kumar.ext.uncentred-power-law", "m_1 is stationary")
        .by(Oracle.EXACT)
        .at("D", d, "kappa", kappa, "tau'", time)
        .expectingExactly(Rational.ZERO)
        .holds(model.rate(slow).along());
    Check.of("kumar.ext.uncentred-power-law", "dm_2/dτ' = -m_2/τ' on the slow manifold")
        .by(Oracle.EXACT)
        .at("D", d, "kappa", kappa, "tau'", time)
        .expectingExactly(model.rate(slow).across())
        .holds(across.over(time).negate())
        .rejects("3/(2D τ')", across.over(time).times(d + 2).over(d).negate());
    Check.of("kumar.ext.uncentred-power-law", "L on the slow manifold")
        .by(Oracle.EXACT)
        .at("D", d, "kappa", kappa, "tau'", time)
        .expectingExactly(model.loss(slow))
        .holds(decay.loss(Rational.ONE, time))
        .rejects("m_1 = κ exactly", withoutLag(model, kappa, across));
  }

  private static Rational withoutLag(TwoSpecies model, Rational kappa, Rational across) {
    return model.loss(new TwoSpecies.State(kappa, across));
  }
}
