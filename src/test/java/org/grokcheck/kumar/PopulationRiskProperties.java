package org.grokcheck.kumar;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.grokcheck.evidence.Checks;
import org.grokcheck.math.exact.Polynomial;
import org.grokcheck.math.exact.Rational;
import org.grokcheck.math.exact.RationalMatrix;
import org.grokcheck.math.exact.RationalVector;
import org.grokcheck.oracle.CommitteePolynomial;

/** Eq. (6): the test risk, against the Isserlis average of (y − f)² of the network itself. */
class PopulationRiskProperties {
  @Provide
  Arbitrary<ExactCase> cases() {
    return ExactCase.upTo(4, 4);
  }

  private static Polynomial error(ExactCase c, Polynomial f) {
    return c.network().target(c.beta()).minus(f);
  }

  private static Rational power(ExactCase c, Polynomial p) {
    return c.network().average(p.square()).toConstant();
  }

  private static PopulationRisk risk(ExactCase c, WeightMoments moments) {
    return PopulationRisk.of(c.alpha(), c.eps(), moments, c.beta());
  }

  @Property(tries = 60)
  @Checks("kumar.eq6")
  void threeTermsAreTheRisk(@ForAll("cases") ExactCase c) {
    PopulationRisk risk = risk(c, c.moments());
    int d = c.dimension();
    c.check("kumar.eq6", "<(y - f)²>")
        .expectingExactly(power(c, error(c, c.network().outputAt(c.weights()))))
        .holds(risk.total())
        .rejects("1/D² for 1/(2D²)", risk.total().plus(risk.misalignment()))
        .rejects("variance without 1/4", risk.total().plus(risk.variance().times(3)))
        .rejects("linear power without 1/D", risk.total().plus(risk.linearPower().times(d)));
  }

  /** The mean of the error's quadratic part, its odd part, and the rest of the even part. */
  @Property(tries = 60)
  @Checks("kumar.eq6")
  void eachTermIsWhatItIsCalled(@ForAll("cases") ExactCase c) {
    PopulationRisk risk = risk(c, c.moments());
    Polynomial error = error(c, c.network().outputAt(c.weights()));
    Rational mean = c.network().average(error).toConstant();
    c.check("kumar.eq6", "variance error = <y - f>²")
        .expectingExactly(mean.square())
        .holds(risk.variance())
        .rejects("normalised by D", risk.variance().times(c.dimension() + 1L));
    Polynomial mirrored = error(c, c.network().outputAt(c.weights().times(Rational.of(-1))));
    Polynomial even = error.plus(mirrored).times(Rational.HALF);
    c.check("kumar.eq6", "misalignment error = variance of the even part")
        .expectingExactly(power(c, even.minus(Polynomial.constant(mean))))
        .holds(risk.misalignment());
    c.check("kumar.eq6", "power in linear modes = power of the odd part")
        .expectingExactly(power(c, error.minus(even)))
        .holds(risk.linearPower());
  }

  @Property(tries = 40)
  @Checks("kumar.eq6")
  void centredRiskHasDifferencesOfMoments(@ForAll("cases") ExactCase c) {
    RationalMatrix moved = c.weights().plus(c.readouts().outer(c.beta()));
    Polynomial centred = c.network().outputAt(moved).minus(c.network().outputAt(c.weights()));
    WeightMoments now = WeightMoments.of(moved);
    c.check("kumar.eq6", "<(y - f~)²>, centred")
        .expectingExactly(power(c, error(c, centred)))
        .holds(risk(c, now.minus(c.moments())).total())
        .rejects("not centred", risk(c, now).total());
  }

  @Property(tries = 40)
  @Checks("kumar.sec12.decomposition")
  void readoutsEnterByTheirMoments(@ForAll("cases") ExactCase c) {
    Polynomial f = c.network().outputAt(c.weights(), c.readouts());
    c.check("kumar.sec12.decomposition", "<(y - f)²> with readouts")
        .expectingExactly(power(c, error(c, f)))
        .holds(risk(c, c.weightedMoments()).total())
        .rejects("moments of eq. (4)", risk(c, c.moments()).total());
  }

  /** Projections on |x|², on traceless quadratics and on linear functions, by averages. */
  @Property(tries = 40)
  @Checks("kumar.ext.orthogonal-loss")
  void modesArePowersOfProjections(@ForAll("cases") ExactCase c) {
    PopulationRisk risk = risk(c, c.moments());
    CommitteePolynomial network = c.network();
    Polynomial error = error(c, network.outputAt(c.weights()));
    Polynomial norm =
        CommitteePolynomial.quadratic(RationalMatrix.identity(c.dimension()), network.input());
    Rational along = network.average(error.times(norm)).toConstant();
    Rational ofNorm = along.square().over(power(c, norm));
    c.check("kumar.ext.orthogonal-loss", "power along |x|²")
        .expectingExactly(ofNorm)
        .holds(risk.normMode())
        .rejects("first term of eq. (6)", risk.variance());
    Rational total = power(c, error);
    Rational linear =
        RationalVector.sum(
                c.dimension(),
                i -> network.average(error.times(Polynomial.variable(i))).toConstant().square())
            .times(c.dimension());
    c.check("kumar.ext.orthogonal-loss", "power along traceless quadratics")
        .expectingExactly(total.minus(ofNorm).minus(linear))
        .holds(risk.tracelessModes())
        .rejects("second term of eq. (6)", risk.misalignment());
    c.check("kumar.ext.orthogonal-loss", "sum of the three")
        .expectingExactly(total)
        .holds(risk.normMode().plus(risk.tracelessModes()).plus(risk.linearPower()));
  }
}
