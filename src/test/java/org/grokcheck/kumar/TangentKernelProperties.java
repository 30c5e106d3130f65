package org.grokcheck.kumar;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.grokcheck.evidence.Check;
import org.grokcheck.evidence.Checks;
import org.grokcheck.evidence.Oracle;
import org.grokcheck.harness.ExactArb;
import org.grokcheck.math.exact.Elimination;
import org.grokcheck.math.exact.Polynomial;
import org.grokcheck.math.exact.Rational;
import org.grokcheck.math.exact.RationalMatrix;

/**
 * Eqs. (2), (5), (10), (18): the kernel of gradients, and the factor α²/N between the two forms.
 */
class TangentKernelProperties {
  @Provide
  Arbitrary<ExactCase> cases() {
    return ExactCase.upTo(4, 4);
  }

  /** Σ over w_ik of ∂f(x) ∂f(x'). */
  private static Rational ofGradients(ExactCase c) {
    return c.network().at(c.network().kernelAt(c.weights()), c.x(), c.other());
  }

  @Property(tries = 60)
  @Checks({"kumar.eq2", "kumar.eq5", "kumar.eq18"})
  void productOfGradientsIsTheClosedFormTimesItsFactor(@ForAll("cases") ExactCase c) {
    Rational expected = ofGradients(c);
    Rational printed = c.kernel().at(c.x(), c.other());
    Rational factor = TangentKernel.gradientFactor(c.alpha(), c.width());
    WeightMoments moments = c.moments();
    TangentKernel covariance =
        new TangentKernel(c.eps(), new WeightMoments(moments.mean(), moments.covariance()));
    for (String claim : new String[] {"kumar.eq5", "kumar.eq18"}) {
      c.check(claim, "K of eq. (2) = (α²/N) K of eq. (5)")
          .expectingExactly(expected)
          .holds(factor.times(printed))
          .refutes("without α²/N", printed)
          .rejects("covariance for M", factor.times(covariance.at(c.x(), c.other())))
          .rejects("α/N", printed.times(c.alpha()).over(c.width()));
    }
    c.check("kumar.eq2", "Σ ∂f(x) ∂f(x')")
        .expectingExactly(expected)
        .holds(new CommitteeMachine(c.alpha(), c.eps(), c.weights()).kernel(c.x(), c.other()))
        .rejects("α/N", printed.times(c.alpha()).over(c.width()))
        .rejects("at x, x", factor.times(c.kernel().at(c.x(), c.x())));
  }

  @Property(tries = 60)
  @Checks("kumar.eq5")
  void kernelIsSymmetricAndVanishesAtTheOrigin(@ForAll("cases") ExactCase c) {
    Rational value = c.kernel().at(c.x(), c.other());
    c.check("kumar.eq5", "K(x', x) = K(x, x')")
        .expectingExactly(value)
        .holds(c.kernel().at(c.other(), c.x()));
    c.check("kumar.eq5", "K(0, x')")
        .expectingExactly(Rational.ZERO)
        .holds(c.kernel().at(c.x().minus(c.x()), c.other()));
  }

  /** The mean over one neuron is the mean over infinitely many: K₅ is an average over neurons. */
  @Property(tries = 60)
  @Checks("kumar.eq10")
  void averageOverWeightsIsTheInitialKernel(@ForAll("cases") ExactCase c) {
    Polynomial mean = c.network().averageWeights(c.network().kernel());
    Rational expected = c.perGradientFactor(c.network().at(mean, c.x(), c.other()));
    Rational product = c.x().dot(c.other());
    c.check("kumar.eq10", "E K over w ~ N(0, I)")
        .expectingExactly(expected)
        .holds(TangentKernel.infiniteWidth(c.dimension(), c.eps()).at(c.x(), c.other()))
        .rejects("ε for ε²", product.plus(c.eps().times(product.square())));
  }

  /** Gram matrices of more points than P_c have the rank P_c; smaller ones are regular. */
  @Property(tries = 10)
  @Checks("kumar.eq10")
  void rankIsThatOfLinearAndQuadraticFunctions(@ForAll("samples") RationalMatrix x) {
    int d = x.width();
    TangentKernel kernel = TangentKernel.infiniteWidth(d, x.get(0, 0));
    int complete = d * (d + 3) / 2;
    int rank = Elimination.rank(kernel.gram(x));
    Check.of("kumar.eq10", "rank of the Gram matrix")
        .by(Oracle.EXACT)
        .at("D", d, "P", x.height(), "X", x)
        .expectingExactly(rank)
        .holds(Math.min(x.height(), complete))
        .rejects("constants counted too", Math.min(x.height(), complete + 1));
  }

  @Provide
  Arbitrary<RationalMatrix> samples() {
    return ExactArb.shapes(3, 11).flatMap(s -> ExactArb.matrix(s.get2(), s.get1()));
  }
}
