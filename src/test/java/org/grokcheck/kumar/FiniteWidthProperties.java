package org.grokcheck.kumar;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.grokcheck.evidence.Check;
import org.grokcheck.evidence.Checks;
import org.grokcheck.evidence.Oracle;
import org.grokcheck.harness.ExactArb;
import org.grokcheck.math.exact.Elimination;
import org.grokcheck.math.exact.Monomial;
import org.grokcheck.math.exact.Polynomial;
import org.grokcheck.math.exact.Rational;
import org.grokcheck.math.exact.RationalMatrix;
import org.grokcheck.math.exact.RationalVector;
import org.grokcheck.oracle.CommitteePolynomial;
import org.grokcheck.oracle.KernelOperator;

/** N random neurons: averages over weights as variables, and the rank of their gradients. */
class FiniteWidthProperties {
  @Provide
  Arbitrary<Rational> eps() {
    return ExactArb.nonzero();
  }

  private static Check check(String claim, String quantity, int d, int width) {
    return Check.of(claim, quantity).by(Oracle.EXACT).at("D", d, "N", width);
  }

  @Property(tries = 30)
  @Checks("kumar.sec5.init-moments")
  void momentsFluctuateLikeOneOverN(
      @ForAll @IntRange(min = 1, max = 4) int d, @ForAll @IntRange(min = 1, max = 4) int width) {
    CommitteePolynomial network =
        CommitteePolynomial.quadratic(d, width, Rational.ONE, Rational.ONE);
    FiniteWidth exact = new FiniteWidth(d, width);
    Polynomial square = Polynomial.ZERO;
    Polynomial trace = Polynomial.ZERO;
    Polynomial spread = Polynomial.ZERO;
    Polynomial mean = Polynomial.ZERO;
    for (int a = 0; a < d; a++) {
      mean = mean.plus(mean(network, width, a).square());
      trace = trace.plus(second(network, width, a, a));
      for (int b = 0; b < d; b++) {
        Polynomial entry = second(network, width, a, b);
        Polynomial identity = Polynomial.constant(Rational.of(a == b ? 1 : 0));
        square = square.plus(entry.square());
        spread = spread.plus(entry.minus(identity).square());
      }
    }
    check("kumar.sec5.init-moments", "E|wbar|²", d, width)
        .expectingExactly(network.averageWeights(mean).toConstant())
        .holds(exact.meanNormSquared())
        .refutes("wbar = 0 at this width", Rational.ZERO);
    check("kumar.sec5.init-moments", "E|M - I|²", d, width)
        .expectingExactly(network.averageWeights(spread).toConstant())
        .holds(exact.secondMomentSpread())
        .rejects("D²/N", Rational.of((long) d * d, width));
    check("kumar.sec5.init-moments", "E Tr M²", d, width)
        .expectingExactly(network.averageWeights(square).toConstant())
        .holds(exact.traceOfSquare())
        .rejects("D", Rational.of(d));
    check("kumar.sec5.init-moments", "E (Tr M)²", d, width)
        .expectingExactly(network.averageWeights(trace.square()).toConstant())
        .holds(exact.squareOfTrace())
        .rejects("D²", Rational.of((long) d * d));
  }

  private static Polynomial mean(CommitteePolynomial network, int width, int a) {
    return Polynomial.sum(width, i -> Polynomial.variable(network.weight(i, a)))
        .times(Rational.of(1, width));
  }

  private static Polynomial second(CommitteePolynomial network, int width, int a, int b) {
    return Polynomial.sum(
            width,
            i ->
                Polynomial.variable(network.weight(i, a))
                    .times(Polynomial.variable(network.weight(i, b))))
        .times(Rational.of(1, width));
  }

  @Provide
  Arbitrary<Integer> smallWidths() {
    return Arbitraries.integers().between(1, 3);
  }

  @Property(tries = 10)
  @Checks("kumar.ext.finite-width-K2")
  void kernelSquareIsCorrectedByOneOverN(
      @ForAll @IntRange(min = 1, max = 2) int d,
      @ForAll("smallWidths") int width,
      @ForAll("eps") Rational eps) {
    CommitteePolynomial network = CommitteePolynomial.quadratic(d, width, Rational.ONE, eps);
    Polynomial kernel = network.kernel().times(Rational.of(width));
    Polynomial square = network.averageOther(network.average(kernel.square()));
    FiniteWidth exact = new FiniteWidth(d, width);
    check("kumar.ext.finite-width-K2", "E <K²>", d, width)
        .expectingExactly(network.averageWeights(square).toConstant())
        .holds(exact.kernelSquare(eps))
        .rejects("infinite width", new InitialSpectrum(d, eps).sumOfSquares())
        .rejects("4D/N left out", withoutTrace(exact, eps));
    Polynomial overHere = network.average(kernel);
    Polynomial both = network.averageOther(overHere);
    Polynomial centred =
        kernel.minus(overHere).minus(network.averageOther(kernel)).plus(both).square();
    Polynomial centredSquare = network.averageOther(network.average(centred));
    check("kumar.ext.finite-width-K2", "E <K_c²>", d, width)
        .expectingExactly(network.averageWeights(centredSquare).toConstant())
        .holds(exact.centredKernelSquare(eps))
        .rejects("not centred", exact.kernelSquare(eps));
  }

  private static Rational withoutTrace(FiniteWidth exact, Rational eps) {
    Rational lost = Rational.of(4 * exact.dimension(), exact.width());
    return exact.kernelSquare(eps).minus(lost.times(eps.over(exact.dimension()).power(4)));
  }

  @Provide
  Arbitrary<RationalMatrix> networks() {
    return ExactArb.shapes(5, 7).flatMap(s -> ExactArb.matrix(s.get2(), s.get1()));
  }

  /** The gradients as vectors of coefficients: their rank is that of the kernel. */
  @Property(tries = 25)
  @Checks("kumar.ext.ntk-rank")
  void gradientsSpanTheStatedDimension(@ForAll("networks") RationalMatrix weights) {
    int width = weights.height();
    int d = weights.width();
    CommitteePolynomial network =
        CommitteePolynomial.quadratic(d, width, Rational.ONE, Rational.ONE);
    FiniteWidth exact = new FiniteWidth(d, width);
    check("kumar.ext.ntk-rank", "rank of the gradients", d, width)
        .expectingExactly((long) Elimination.rank(gradients(network, weights)))
        .holds(exact.rank())
        .rejects("min(ND, D(D+3)/2)", Math.min((long) width * d, exact.completeRank()))
        .rejects("number of weights", (long) width * d);
  }

  private static RationalMatrix gradients(CommitteePolynomial network, RationalMatrix weights) {
    int d = weights.width();
    Polynomial f = network.output(network.input());
    List<Monomial> features = KernelOperator.monomials(d);
    List<RationalVector> rows = new ArrayList<>();
    for (int i = 0; i < weights.height(); i++) {
      // ∂f/∂w_ik depends on the weights of neuron i alone, and on its readout, which is 1.
      int first = network.weight(i, 0);
      int readout = network.weight(weights.height(), i);
      for (int k = 0; k < d; k++) {
        Polynomial gradient =
            f.derivative(network.weight(i, k))
                .at(first, weights.row(i))
                .at(readout, RationalVector.of(Rational.ONE));
        rows.add(new RationalVector(features.stream().map(gradient::coefficient).toList()));
      }
    }
    return new RationalMatrix(rows);
  }
}
