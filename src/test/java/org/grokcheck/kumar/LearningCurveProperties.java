package org.grokcheck.kumar;

import java.math.BigDecimal;
import net.jqwik.api.Arbitraries;
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
import org.grokcheck.math.exact.Rational;
import org.junit.jupiter.api.Test;

/** The self-consistent equation, put to the test in exact arithmetic as it is written. */
class LearningCurveProperties {
  private static final String CLAIM = "kumar.ext.learning-curve";
  private static final Rational WIDTH = Rational.of(1, 10).power(45);

  /** A point of a curve, with the printed formulas as rational functions of κ'. */
  record Case(long dimension, long samples, Rational eps, Rational ridge) {
    LearningCurve curve() {
      return new LearningCurve(new InitialSpectrum(dimension, eps), Rational.ONE, ridge);
    }

    long complete() {
      return dimension * (dimension + 3) / 2;
    }

    Rational[] counts() {
      return new Rational[] {
        Rational.of(dimension), Rational.of((dimension - 1) * (dimension + 2)).over(2), Rational.ONE
      };
    }

    Rational[] values() {
      Rational unit = eps.over(dimension).square();
      return new Rational[] {Rational.of(1, dimension), unit.times(2), unit.times(dimension + 2)};
    }

    Rational[] powers() {
      Rational cube = Rational.of(1, dimension).power(3);
      return new Rational[] {
        Rational.ZERO, cube.times(dimension - 1).over(2), cube.times(dimension + 2).over(4)
      };
    }

    /** Σ m q + δ/κ' − P with given eigenvalues. */
    Rational excess(Rational kappa, Rational[] values) {
      Rational sum = ridge.over(kappa).minus(Rational.of(samples));
      for (int k = 0; k < 3; k++) {
        sum = sum.plus(counts()[k].times(values[k]).over(values[k].plus(kappa)));
      }
      return sum;
    }

    boolean encloses(Rational kappa, Rational[] values) {
      Rational low = kappa.times(Rational.ONE.minus(WIDTH));
      Rational high = kappa.times(Rational.ONE.plus(WIDTH));
      return excess(low, values).signum() > 0 && excess(high, values).signum() < 0;
    }

    /** Σ m q²/P. */
    Rational gamma(Rational kappa) {
      Rational sum = Rational.ZERO;
      for (int k = 0; k < 3; k++) {
        Rational q = values()[k].over(values()[k].plus(kappa));
        sum = sum.plus(counts()[k].times(q.square()));
      }
      return sum.over(samples);
    }

    /** Σ v (1 − q)². */
    Rational missed(Rational kappa) {
      Rational sum = Rational.ZERO;
      for (int k = 0; k < 3; k++) {
        sum = sum.plus(powers()[k].times(kappa.over(values()[k].plus(kappa)).square()));
      }
      return sum;
    }

    Check check(String quantity) {
      return Check.of(CLAIM, quantity)
          .part("equation")
          .by(Oracle.EXACT)
          .at("D", dimension, "P", samples, "eps", eps.toDouble(), "ridge", ridge.toDouble());
    }
  }

  /** P from 1 to P_c − 1 without a ridge, to 2P_c with one; ε and the ridge over many decades. */
  @Provide
  Arbitrary<Case> cases() {
    return Combinators.combine(
            Arbitraries.longs().between(1, 400),
            Arb.uniform(0, 1),
            Arb.logUniform(1e-6, 1e3),
            Arbitraries.oneOf(Arbitraries.just(0.0), Arb.logUniform(1e-20, 1e3)))
        .as(
            (d, share, eps, ridge) -> {
              long complete = d * (d + 3) / 2;
              long most = ridge == 0 ? complete - 1 : 2 * complete;
              long samples = 1 + (long) (share * (most - 1));
              return new Case(d, samples, Rational.of(eps), Rational.of(ridge));
            });
  }

  @Property(tries = 150)
  @Checks(CLAIM)
  void pointsSolveTheEquation(@ForAll("cases") Case c) {
    LearningCurve.Point point = c.curve().at(c.samples());
    Rational kappa = Rational.of(point.kappa());
    c.check("Σ mλ/(λ+κ') + δ/κ' = P within 1e-45 of κ'")
        .expectingExactly(true)
        .holds(c.encloses(kappa, c.values()))
        .rejects("2ε/D² for 2ε²/D²", c.encloses(kappa, misprinted(c)))
        .rejects("half of κ'", c.encloses(kappa.over(2), c.values()));
    Rational gamma = c.gamma(kappa);
    Tolerance ulp = new Tolerance.Ulp(1, "rational functions of κ', rounded to a double");
    c.check("γ")
        .expecting(gamma.toDouble(), ulp)
        .holds(point.gamma().doubleValue())
        .rejects("Σ m q/P", Rational.ONE.minus(c.ridge().over(kappa).over(c.samples())).toDouble());
    Rational risk = c.missed(kappa).over(Rational.ONE.minus(gamma));
    c.check("E/|β|⁴")
        .expecting(risk.toDouble(), ulp)
        .holds(point.risk().doubleValue())
        .rejects("without 1 − γ", c.missed(kappa).toDouble());
    c.check("P at κ'")
        .expectingExactly(c.excess(kappa, c.values()).plus(Rational.of(c.samples())))
        .holds(c.curve().samplesAt(kappa))
        .rejects("without the ridge", withoutRidge(c, kappa));
  }

  private static Rational[] misprinted(Case c) {
    Rational[] values = c.values();
    values[1] = values[1].over(c.eps());
    return values;
  }

  private static Rational withoutRidge(Case c, Rational kappa) {
    return c.curve().samplesAt(kappa).minus(c.ridge().over(kappa));
  }

  /** dκ'/dδ of the equation is 1/(P(1 − γ)): E is the missed power times the growth of κ'. */
  @Property(tries = 60)
  @Checks(CLAIM)
  void denominatorIsTheResponseToTheRidge(@ForAll("cases") Case c) {
    LearningCurve.Point point = c.curve().at(c.samples());
    Rational kappa = Rational.of(point.kappa());
    // The equation is linear in δ: at κ'(1 + h) it asks for another δ, exactly.
    Rational step = Rational.of(1, 10).power(30);
    Rational moved = kappa.times(Rational.ONE.plus(step));
    Rational change = c.excess(moved, c.values()).negate().times(moved);
    Rational response = kappa.times(step).over(change);
    double unused = Rational.of(point.gamma().negate().add(BigDecimal.ONE)).toDouble();
    c.check("1/(1 − γ) = P dκ'/dδ")
        .expecting(
            response.times(c.samples()).toDouble() * unused,
            new Tolerance.Rounding(4, 1, "difference quotient at a step of 1e-30, two roundings"))
        .holds(1)
        .rejects("γ for 1 − γ", response.times(c.samples()).toDouble() * (1 - unused));
  }

  @Provide
  Arbitrary<Case> complete() {
    return cases().map(c -> new Case(c.dimension(), c.complete(), c.eps(), Rational.ZERO));
  }

  /** One sample before P_c there is an error, at P_c none; it goes to 0 on the way. */
  @Property(tries = 40)
  @Checks(CLAIM)
  void riskEndsAtTheThreshold(@ForAll("complete") Case c) {
    LearningCurve.Point end = c.curve().at(c.samples());
    LearningCurve.Point later = c.curve().at(2 * c.samples());
    c.check("κ' and E at P_c and 2P_c")
        .expectingExactly(0)
        .holds(end.kappa().signum() + end.risk().signum())
        .holds(later.kappa().signum() + later.risk().signum())
        .rejects("at P_c − 1", c.samples() < 2 ? 0 : c.curve().at(c.samples() - 1).risk().signum());
    c.check("γ at 2P_c")
        .expectingExactly(BigDecimal.ONE)
        .holds(later.gamma().multiply(BigDecimal.valueOf(2)).stripTrailingZeros())
        .rejects("γ at P_c", end.gamma().multiply(BigDecimal.valueOf(2)).stripTrailingZeros());
  }

  @Test
  @Checks(CLAIM)
  void moreRidgeHelpsAtThePeak() {
    // At P = D and a small ε, the linear modes interpolate and amplify the unlearned rest.
    Case c = new Case(50, 50, Rational.of(1, 100), Rational.ZERO);
    BigDecimal before = c.curve().at(50).risk();
    for (int k = 6; k >= 1; k--) {
      Case next = new Case(50, 50, c.eps(), Rational.of(1, 10).power(k));
      BigDecimal risk = next.curve().at(50).risk();
      next.check("E falls with the ridge at P = D")
          .expectingExactly(true)
          .holds(risk.compareTo(before) < 0)
          .rejects("rises", risk.compareTo(before) > 0);
      before = risk;
    }
  }
}
