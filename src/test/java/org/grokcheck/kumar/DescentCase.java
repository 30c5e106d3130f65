package org.grokcheck.kumar;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.grokcheck.evidence.Check;
import org.grokcheck.evidence.Oracle;
import org.grokcheck.harness.ExactArb;
import org.grokcheck.math.exact.Polynomial;
import org.grokcheck.math.exact.Rational;
import org.grokcheck.math.exact.RationalMatrix;
import org.grokcheck.math.exact.RationalVector;
import org.grokcheck.oracle.CommitteePolynomial;

/** A network on P samples with any labels, and its descent neuron by neuron from the loss. */
record DescentCase(
    Rational alpha,
    Rational eps,
    Rational eta,
    RationalMatrix weights,
    RationalMatrix samples,
    RationalVector targets) {

  /** Up to 2 dimensions, 3 neurons and 2 samples. */
  static Arbitrary<DescentCase> small() {
    return ExactArb.shapes(2, 3)
        .flatMap(s -> Arbitraries.integers().between(1, 2).flatMap(p -> of(s.get1(), s.get2(), p)));
  }

  static Arbitrary<DescentCase> of(int dimension, int width, int count) {
    return Combinators.combine(
            ExactArb.coarse(),
            ExactArb.coarse(),
            ExactArb.coarse(),
            matrix(width, dimension),
            matrix(count, dimension),
            vector(count))
        .as(DescentCase::new);
  }

  private static Arbitrary<RationalVector> vector(int size) {
    return ExactArb.coarse().list().ofSize(size).map(RationalVector::new);
  }

  private static Arbitrary<RationalMatrix> matrix(int height, int width) {
    return vector(width).list().ofSize(height).map(RationalMatrix::new);
  }

  int width() {
    return weights.height();
  }

  int dimension() {
    return weights.width();
  }

  WeightMoments moments() {
    return WeightMoments.of(weights);
  }

  MomentDescent centred() {
    return new MomentDescent(alpha, eps, samples, targets, moments());
  }

  MomentDescent uncentred() {
    return new MomentDescent(alpha, eps, samples, targets, MomentDescent.nothing(dimension()));
  }

  CommitteePolynomial network() {
    return CommitteePolynomial.quadratic(dimension(), width(), alpha, eps);
  }

  /** (1/P) Σ (y_μ − f(x_μ) + subtracted)², as a polynomial in the weights. */
  Polynomial loss(boolean centred) {
    CommitteePolynomial network = network();
    Polynomial f = network.output(network.input());
    Polynomial start = network.outputAt(weights);
    return Polynomial.sum(
            samples.height(),
            i -> {
              RationalVector x = samples.row(i);
              Polynomial label = Polynomial.constant(targets.get(i));
              Polynomial residual = label.minus(f.at(0, x));
              return (centred ? residual.plus(start.at(0, x)) : residual).square();
            })
        .times(Rational.of(1, samples.height()));
  }

  /** W − η∇L(W), by formal derivatives. */
  RationalMatrix descended(Polynomial loss, RationalMatrix from, Rational rate) {
    return from.minus(network().gradient(loss, from).times(rate));
  }

  Check check(String claim, String quantity) {
    return Check.of(claim, quantity)
        .by(Oracle.EXACT)
        .at(
            "D",
            dimension(),
            "N",
            width(),
            "P",
            samples.height(),
            "alpha",
            alpha,
            "eps",
            eps,
            "eta",
            eta,
            "W",
            weights,
            "X",
            samples,
            "y",
            targets);
  }
}
