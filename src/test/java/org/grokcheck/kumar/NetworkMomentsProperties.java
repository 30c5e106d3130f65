package org.grokcheck.kumar;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.grokcheck.evidence.Checks;
import org.grokcheck.math.exact.Elimination;
import org.grokcheck.math.exact.Polynomial;
import org.grokcheck.math.exact.Rational;
import org.grokcheck.math.exact.RationalMatrix;
import org.grokcheck.math.exact.RationalVector;

/** Eqs. (3), (4), (7), (21), (22): the network is a function of two moments of its weights. */
class NetworkMomentsProperties {
  @Provide
  Arbitrary<ExactCase> cases() {
    return ExactCase.upTo(4, 5);
  }

  private static Rational output(ExactCase c) {
    return c.network().outputAt(c.weights()).at(0, c.x()).toConstant();
  }

  @Property(tries = 100)
  @Checks("kumar.sec5.f-moments")
  void sumOverNeuronsIsAFunctionOfTwoMoments(@ForAll("cases") ExactCase c) {
    WeightMoments moments = c.moments();
    Rational expected = output(c);
    c.check("kumar.sec5.f-moments", "f(x)")
        .expectingExactly(expected)
        .holds(moments.output(c.alpha(), c.eps(), c.x()))
        .rejects("ε for ε/2", moments.output(c.alpha(), c.eps().times(2), c.x()))
        .rejects(
            "covariance for M",
            new WeightMoments(moments.mean(), moments.covariance())
                .output(c.alpha(), c.eps(), c.x()));
  }

  /** Swapping neurons, or turning them among themselves about (1, ..., 1), changes nothing. */
  @Property(tries = 100)
  @Checks("kumar.eq3")
  void outputIsThatOfAnyNetworkWithTheSameMoments(@ForAll("cases") ExactCase c) {
    // Householder reflection at a vector orthogonal to (1, ..., 1): it keeps Σ wᵢ and Σ wᵢwᵢᵀ.
    RationalVector normal = c.readouts().minus(mean(c.readouts()));
    if (normal.normSquared().signum() == 0) {
      return;
    }
    RationalMatrix turned =
        c.weights()
            .minus(
                normal
                    .outer(c.weights().transpose().times(normal))
                    .times(Rational.TWO.over(normal.normSquared())));
    RationalMatrix mirrored = c.weights().times(Rational.of(-1));
    c.check("kumar.eq3", "f(x) after a turn of the neurons")
        .expectingExactly(output(c))
        .holds(c.network().outputAt(turned).at(0, c.x()).toConstant())
        .rejects("all weights mirrored", c.network().outputAt(mirrored).at(0, c.x()).toConstant());
    c.check("kumar.eq3", "f(x) of the model")
        .expectingExactly(output(c))
        .holds(new CommitteeMachine(c.alpha(), c.eps(), c.weights()).output(c.x()))
        .rejects(
            "h + εh²",
            new CommitteeMachine(c.alpha(), c.eps().times(2), c.weights()).output(c.x()));
    c.check("kumar.eq3", "y(x)")
        .expectingExactly(c.network().target(c.beta()).at(0, c.x()).toConstant())
        .holds(CommitteeMachine.target(c.beta(), c.x()))
        .rejects("without 1/2", c.beta().dot(c.x()).square());
  }

  private static RationalVector mean(RationalVector v) {
    Rational mean = v.entries().stream().reduce(Rational.ZERO, Rational::plus).over(v.size());
    return RationalVector.of(v.size(), i -> mean);
  }

  /** w̄ and M from f itself: first and second derivatives at 0. */
  @Property(tries = 50)
  @Checks("kumar.eq4")
  void momentsAreTheTaylorCoefficientsOfTheNetwork(@ForAll("cases") ExactCase c) {
    Polynomial raw = c.network().outputAt(c.weights()).times(Rational.ONE.over(c.alpha()));
    RationalVector origin = RationalVector.zero(c.dimension());
    int d = c.dimension();
    WeightMoments moments = c.moments();
    RationalMatrix hessian =
        RationalMatrix.of(
            d, d, (i, j) -> raw.derivative(i).derivative(j).at(0, origin).toConstant());
    c.check("kumar.eq4", "gradient of f/α at 0")
        .expectingExactly(RationalVector.of(d, i -> raw.derivative(i).at(0, origin).toConstant()))
        .holds(moments.mean())
        .rejects("sum for mean", moments.mean().times(Rational.of(c.width() + 1L)));
    c.check("kumar.eq4", "Hessian of f/α at 0, over ε")
        .expectingExactly(hessian.times(Rational.ONE.over(c.eps())))
        .holds(moments.second())
        .rejects("covariance for M", moments.covariance());
    boolean low =
        Elimination.rank(moments.second()) <= Math.min(c.width(), d)
            && Elimination.rank(moments.covariance()) <= Math.min(c.width() - 1, d);
    c.check("kumar.eq4", "rank M <= N, rank C <= N-1").expectingExactly(true).holds(low);
  }

  @Property(tries = 100)
  @Checks("kumar.sec5.3.variance-term")
  void traceOfMIsTheMeanSquaredWeight(@ForAll("cases") ExactCase c) {
    Rational sum = c.weights().frobeniusSquared();
    Rational perDimension = c.moments().second().trace().over(c.dimension());
    c.check("kumar.sec5.3.variance-term", "(1/DN) Σ|w_i|² = Tr M/D")
        .expectingExactly(sum.over(c.dimension()).over(c.width()))
        .holds(perDimension)
        .rejects("covariance for M", c.moments().covariance().trace().over(c.dimension()));
  }

  @Property(tries = 100)
  @Checks({"kumar.eq21", "kumar.eq22"})
  void readoutsOnlyWeightTheMoments(@ForAll("cases") ExactCase c) {
    Polynomial f = c.network().outputAt(c.weights(), c.readouts());
    WeightMoments moments = c.weightedMoments();
    c.check("kumar.eq21", "f(x)")
        .expectingExactly(f.at(0, c.x()).toConstant())
        .holds(moments.output(c.alpha(), c.eps(), c.x()))
        .rejects("readouts left out of M", mixed(c).output(c.alpha(), c.eps(), c.x()));
    Polynomial raw = f.times(Rational.ONE.over(c.alpha()));
    RationalVector origin = RationalVector.zero(c.dimension());
    RationalVector gradient =
        RationalVector.of(c.dimension(), i -> raw.derivative(i).at(0, origin).toConstant());
    c.check("kumar.eq22", "gradient of f/α at 0")
        .expectingExactly(gradient)
        .holds(moments.mean())
        .rejects("eq. (4)", c.moments().mean());
    Rational trace = c.eps().times(moments.second().trace());
    c.check("kumar.eq22", "Laplacian of f/α")
        .expectingExactly(
            Polynomial.sum(c.dimension(), i -> raw.derivative(i).derivative(i)).toConstant())
        .holds(trace)
        .rejects("eq. (4)", c.eps().times(c.moments().second().trace()));
  }

  private static WeightMoments mixed(ExactCase c) {
    return new WeightMoments(c.weightedMoments().mean(), c.moments().second());
  }

  /** f carries α already, so that eq. (7) taken literally has α². */
  @Property(tries = 100)
  @Checks("kumar.eq7")
  void centredOutputIsThatOfDifferencesOfMoments(@ForAll("cases") ExactCase c) {
    RationalMatrix moved = c.weights().plus(c.readouts().outer(c.beta()));
    WeightMoments now = WeightMoments.of(moved);
    Rational raw =
        c.network()
            .outputAt(moved)
            .minus(c.network().outputAt(c.weights()))
            .at(0, c.x())
            .toConstant()
            .over(c.alpha());
    Rational centred = now.minus(c.moments()).output(c.alpha(), c.eps(), c.x());
    c.check("kumar.eq7", "α(g − g₀)")
        .expectingExactly(c.alpha().times(raw))
        .holds(centred)
        .refutes("f with its own α inserted", c.alpha().times(centred))
        .rejects("not centred", now.output(c.alpha(), c.eps(), c.x()));
    c.check("kumar.eq7", "centred output at the start")
        .expectingExactly(Rational.ZERO)
        .holds(c.moments().minus(c.moments()).output(c.alpha(), c.eps(), c.x()));
  }
}
