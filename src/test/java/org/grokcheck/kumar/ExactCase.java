package org.grokcheck.kumar;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.grokcheck.evidence.Check;
import org.grokcheck.evidence.Oracle;
import org.grokcheck.harness.ExactArb;
import org.grokcheck.math.exact.Rational;
import org.grokcheck.math.exact.RationalMatrix;
import org.grokcheck.math.exact.RationalVector;
import org.grokcheck.oracle.CommitteePolynomial;

/**
 * A network, a target and two inputs, all rational. The identities compared at such a point are
 * polynomials of degree 20 at most in its coordinates, so that a false one passes a try with
 * probability below 20·2⁻³².
 */
record ExactCase(
    Rational alpha,
    Rational eps,
    RationalMatrix weights,
    RationalVector readouts,
    RationalVector beta,
    RationalVector x,
    RationalVector other) {

  /** Cases with D and N up to the given ones, both from 1. */
  static Arbitrary<ExactCase> upTo(int maxDimension, int maxWidth) {
    return ExactArb.shapes(maxDimension, maxWidth).flatMap(shape -> of(shape.get1(), shape.get2()));
  }

  private static Arbitrary<ExactCase> of(int dimension, int width) {
    return Combinators.combine(
            ExactArb.nonzero(),
            ExactArb.nonzero(),
            ExactArb.matrix(width, dimension),
            ExactArb.vector(width),
            ExactArb.vector(dimension),
            ExactArb.vector(dimension),
            ExactArb.vector(dimension))
        .as(ExactCase::new);
  }

  int dimension() {
    return beta.size();
  }

  int width() {
    return weights.height();
  }

  WeightMoments moments() {
    return WeightMoments.of(weights);
  }

  WeightMoments weightedMoments() {
    return WeightMoments.weighted(readouts, weights);
  }

  TangentKernel kernel() {
    return new TangentKernel(eps, moments());
  }

  /** The same network from its definition. */
  CommitteePolynomial network() {
    return CommitteePolynomial.quadratic(dimension(), width(), alpha, eps);
  }

  /** K₅ = (N/α²) Σ ∂f(x) ∂f(x'), from gradients. */
  Rational perGradientFactor(Rational kernelOfGradients) {
    return kernelOfGradients.times(width()).over(alpha.square());
  }

  /** A comparison in exact arithmetic. */
  Check check(String claim, String quantity) {
    return Check.of(claim, quantity)
        .by(Oracle.EXACT)
        .at(
            "D",
            dimension(),
            "N",
            width(),
            "alpha",
            alpha,
            "eps",
            eps,
            "W",
            weights,
            "v",
            readouts,
            "beta",
            beta,
            "x",
            x,
            "x'",
            other);
  }
}
