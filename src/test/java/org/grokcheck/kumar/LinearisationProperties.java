package org.grokcheck.kumar;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.grokcheck.evidence.Check;
import org.grokcheck.evidence.Checks;
import org.grokcheck.evidence.Oracle;
import org.grokcheck.math.exact.Polynomial;
import org.grokcheck.math.exact.Rational;
import org.grokcheck.math.exact.RationalMatrix;
import org.grokcheck.math.exact.RationalVector;
import org.grokcheck.oracle.CommitteePolynomial;

/** Eq. (1) and what it leaves out. */
class LinearisationProperties {
  @Provide
  Arbitrary<ExactCase> cases() {
    return ExactCase.upTo(3, 4);
  }

  private static RationalMatrix moved(ExactCase c) {
    return c.weights().plus(c.readouts().outer(c.beta()));
  }

  /** f(w₀) + ∇f(w₀)·(w − w₀), from formal derivatives. */
  private static Rational byGradient(ExactCase c) {
    Polynomial f = c.network().output(c.network().input()).at(0, c.x());
    RationalMatrix gradient = c.network().gradient(f, c.weights());
    RationalMatrix step = moved(c).minus(c.weights());
    Rational slope = gradient.times(step.transpose()).trace();
    return output(c, c.weights()).plus(slope);
  }

  private static Rational output(ExactCase c, RationalMatrix weights) {
    return c.network().outputAt(weights).at(0, c.x()).toConstant();
  }

  @Property(tries = 100)
  @Checks("kumar.eq1")
  void linearModelIsTheFirstOrderExpansion(@ForAll("cases") ExactCase c) {
    CommitteeMachine start = new CommitteeMachine(c.alpha(), c.eps(), c.weights());
    c.check("kumar.eq1", "f_lin(w, x)")
        .expectingExactly(byGradient(c))
        .holds(start.linearised(moved(c), c.x()))
        .rejects("the network itself", output(c, moved(c)))
        .rejects("gradient at the end", twin(c).linearised(c.weights(), c.x()));
  }

  private static CommitteeMachine twin(ExactCase c) {
    return new CommitteeMachine(c.alpha(), c.eps(), moved(c));
  }

  @Property(tries = 100)
  @Checks("kumar.ext.remainder")
  void remainderIsAMeanOfSquares(@ForAll("cases") ExactCase c) {
    CommitteeMachine start = new CommitteeMachine(c.alpha(), c.eps(), c.weights());
    Rational remainder = start.remainder(moved(c), c.x());
    c.check("kumar.ext.remainder", "f - f_lin")
        .expectingExactly(output(c, moved(c)).minus(byGradient(c)))
        .holds(remainder)
        .rejects("without 1/2", remainder.times(2))
        .rejects("sum for mean", remainder.times(c.width() + 1L));
    Rational sign = c.alpha().times(c.eps());
    Rational bound =
        sign.abs()
            .times(c.x().normSquared())
            .times(moved(c).minus(c.weights()).frobeniusSquared())
            .over(2L * c.width());
    boolean within =
        remainder.signum() * sign.signum() >= 0 && remainder.abs().compareTo(bound) <= 0;
    c.check("kumar.ext.remainder", "sign, and Cauchy's bound").expectingExactly(true).holds(within);
  }

  /**
   * Population gradients of an even error are E[g x xᵀ] wᵢ, so that the lazy solution has wᵢ − w₀ᵢ
   * = B w₀ᵢ with symmetric B. Rows ± of a Hadamard matrix have w̄ = 0 and M = I exactly.
   */
  @Property(tries = 25)
  @Checks("kumar.ext.remainder")
  void relativeErrorAtTheLazySolutionIsAQuarterOfKappa(@ForAll("cases") ExactCase c) {
    for (int dimension : new int[] {1, 2, 4}) {
      RationalVector beta =
          RationalVector.of(dimension, i -> c.beta().get(i % c.dimension()).plus(c.eps()));
      RationalVector x = RationalVector.of(dimension, i -> c.x().get(0).plus(Rational.of(i)));
      RationalMatrix start = isotropic(dimension);
      Rational product = c.alpha().times(c.eps());
      RationalMatrix step = start.times(beta.outer(beta).times(Rational.HALF.over(product)));
      CommitteeMachine machine = new CommitteeMachine(c.alpha(), c.eps(), start);
      CommitteePolynomial network =
          CommitteePolynomial.quadratic(dimension, start.height(), c.alpha(), c.eps());
      RationalMatrix end = start.plus(step);
      Rational target = network.target(beta).at(0, x).toConstant();
      Rational centredLinear =
          machine.linearised(end, x).minus(network.outputAt(start).at(0, x).toConstant());
      check("centred f_lin = y at infinite data", dimension, c)
          .expectingExactly(target)
          .holds(centredLinear)
          .rejects("twice the step", centredLinear.times(2));
      Rational kappa = beta.normSquared().over(product);
      Rational truth =
          network.outputAt(end).minus(network.outputAt(start)).at(0, x).toConstant().minus(target);
      check("f - f_lin = κ y/4", dimension, c)
          .expectingExactly(truth)
          .holds(kappa.over(4).times(target))
          .rejects("κ/2", kappa.over(2).times(target));
    }
  }

  private static Check check(String quantity, int dimension, ExactCase c) {
    return Check.of("kumar.ext.remainder", quantity)
        .by(Oracle.EXACT)
        .at("D", dimension, "alpha", c.alpha(), "eps", c.eps(), "beta", c.beta());
  }

  /** ± the rows of the Hadamard matrix of Sylvester. */
  private static RationalMatrix isotropic(int dimension) {
    return RationalMatrix.of(
        2 * dimension,
        dimension,
        (i, j) -> {
          int parity = Integer.bitCount((i % dimension) & j) + i / dimension;
          return Rational.of(parity % 2 == 0 ? 1 : -1);
        });
  }
}
