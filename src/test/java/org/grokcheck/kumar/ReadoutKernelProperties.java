package org.grokcheck.kumar;

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
import org.grokcheck.math.exact.Polynomial;
import org.grokcheck.math.exact.Rational;
import org.grokcheck.math.exact.RationalMatrix;
import org.grokcheck.oracle.CommitteePolynomial;
import org.grokcheck.oracle.KernelOperator;

/**
 * Eq. (23): the kernel when readouts are trained too. K is a mean over neurons, so that its limit
 * at infinite width is its average over one neuron.
 */
class ReadoutKernelProperties {
  @Provide
  Arbitrary<ExactCase> cases() {
    return ExactCase.upTo(4, 1);
  }

  @Provide
  Arbitrary<Rational> eps() {
    return ExactArb.nonzero();
  }

  /** (1/α²) Σ ∂f(x) ∂f(x') over one neuron, averaged over w ~ N(0, I) and ⟨v²⟩ = s. */
  private static Polynomial averaged(int dimension, Rational eps, Rational power) {
    CommitteePolynomial network = CommitteePolynomial.quadratic(dimension, 1, Rational.ONE, eps);
    return network.averageReadouts(network.averageWeights(network.trainedKernel()), power);
  }

  private static KernelOperator operator(int dimension, Rational eps) {
    return new KernelOperator(dimension, averaged(dimension, eps, Rational.ONE));
  }

  private static Check check(String claim, String quantity, int dimension, Rational eps) {
    return Check.of(claim, quantity).by(Oracle.EXACT).at("D", dimension, "eps", eps);
  }

  @Property(tries = 60)
  @Checks("kumar.eq23")
  void averageOverANeuronIsTheClosedForm(@ForAll("cases") ExactCase c) {
    Rational power = c.readouts().get(0).square();
    CommitteePolynomial network = c.network();
    Rational general = network.at(averaged(c.dimension(), c.eps(), power), c.x(), c.other());
    Rational unit = network.at(averaged(c.dimension(), c.eps(), Rational.ONE), c.x(), c.other());
    c.check("kumar.eq23", "E K at any <v²>")
        .expectingExactly(general)
        .holds(new ReadoutKernel(c.eps(), power).at(c.x(), c.other()))
        .refutes("printed form, which needs <v²> = 1", printed(c));
    c.check("kumar.eq23", "E K at <v²> = 1")
        .expectingExactly(unit)
        .holds(ReadoutKernel.printed(c.eps()).at(c.x(), c.other()))
        .holds(printed(c))
        .rejects(
            "readouts not trained",
            TangentKernel.infiniteWidth(c.dimension(), c.eps()).at(c.x(), c.other()));
  }

  /** 2 x·x' + (3ε²/2)(x·x')² + (ε²/4)|x|²|x'|². */
  private static Rational printed(ExactCase c) {
    Rational inner = c.x().dot(c.other());
    Rational square = c.eps().square();
    return inner
        .times(2)
        .plus(square.times(3).over(2).times(inner.square()))
        .plus(square.over(4).times(c.x().normSquared()).times(c.other().normSquared()));
  }

  @Property(tries = 12)
  @Checks({"kumar.ext.readout-spectrum", "kumar.sec12.eigenvalues"})
  void eigenspacesAreLinearTracelessAndNorm(
      @ForAll @IntRange(min = 2, max = 4) int d, @ForAll("eps") Rational eps) {
    RationalMatrix matrix = operator(d, eps).matrix();
    ReadoutKernel kernel = ReadoutKernel.printed(eps);
    long traceless = (d - 1L) * (d + 2) / 2;
    for (String claim : new String[] {"kumar.ext.readout-spectrum", "kumar.sec12.eigenvalues"}) {
      check(claim, "multiplicity of 3ε²/D²", d, eps)
          .expectingExactly(traceless)
          .holds(multiplicity(matrix, kernel.traceless(d)))
          .rejects("2ε²/D²", multiplicity(matrix, new InitialSpectrum(d, eps).traceless()));
      check(claim, "multiplicity of ε²(D+2)(D+6)/(4D²)", d, eps)
          .expectingExactly(1L)
          .holds(multiplicity(matrix, kernel.normSquared(d)))
          .rejects("ε²(D+2)/D²", multiplicity(matrix, new InitialSpectrum(d, eps).normSquared()));
    }
    check("kumar.ext.readout-spectrum", "multiplicity of 2/D", d, eps)
        .expectingExactly((long) d)
        .holds(multiplicity(matrix, kernel.linear(d)))
        .rejects("1/D", multiplicity(matrix, Rational.of(1, d)));
  }

  private static long multiplicity(RationalMatrix matrix, Rational eigenvalue) {
    RationalMatrix shifted =
        matrix.minus(RationalMatrix.identity(matrix.height()).times(eigenvalue));
    return (long) matrix.height() - Elimination.rank(shifted);
  }

  /** Were they O(ε D⁻²), then λD²/ε would stay bounded as D grows and be the same at every ε. */
  @Property(tries = 20)
  @Checks("kumar.sec12.eigenvalues")
  void eigenvaluesScaleWithEpsSquaredAndTheNormNotWithD(
      @ForAll @IntRange(min = 2, max = 4) int d, @ForAll("eps") Rational eps) {
    Polynomial product = Polynomial.variable(0).times(Polynomial.variable(1));
    Rational growth =
        rayleigh(operator(d, eps.times(2)), product).over(rayleigh(operator(d, eps), product));
    check("kumar.sec12.eigenvalues", "λ(2ε)/λ(ε) on x_0 x_1", d, eps)
        .expectingExactly(growth)
        .holds(Rational.of(4))
        .refutes("λ ~ ε", Rational.TWO);
    KernelOperator small = operator(d, eps);
    Rational norm = rayleigh(small, small.normSquaredHere()).times((long) d * d);
    KernelOperator single = operator(1, eps);
    Rational one = rayleigh(single, single.normSquaredHere());
    check("kumar.sec12.eigenvalues", "D²λ on |x|² over its value at D = 1", d, eps)
        .expectingExactly(norm.over(one))
        .holds(Rational.of((d + 2L) * (d + 6L), 21))
        .refutes("λ ~ D⁻²", Rational.ONE);
  }

  private static Rational rayleigh(KernelOperator k, Polynomial g) {
    return k.form(g).over(k.inner(g, g));
  }

  @Property(tries = 40)
  @Checks({"kumar.sec12.bias", "kumar.ext.readout-spectrum"})
  void normIsTheTopModeAboveACrossing(
      @ForAll @IntRange(min = 1, max = 4) int d, @ForAll("eps") Rational eps) {
    KernelOperator k = operator(d, eps);
    boolean onTop =
        rayleigh(k, k.normSquaredHere()).compareTo(rayleigh(k, Polynomial.variable(0))) > 0;
    Rational crossing = ReadoutKernel.printed(eps).crossingSquared(d);
    check("kumar.sec12.bias", "|x|² has the largest eigenvalue", d, eps)
        .expectingExactly(onTop)
        .holds(eps.square().compareTo(crossing) > 0)
        .refutes("linear functions always on top", false);
    KernelOperator unit = operator(d, Rational.ONE);
    Rational balance =
        rayleigh(unit, Polynomial.variable(0)).over(rayleigh(unit, unit.normSquaredHere()));
    check("kumar.ext.readout-spectrum", "ε² at the crossing", d, eps)
        .expectingExactly(balance)
        .holds(crossing)
        .rejects("crossing of the kernel without readouts", Rational.of(d, d + 2L));
    check("kumar.ext.readout-spectrum", "Σλ = <K(x, x)>", d, eps)
        .expectingExactly(k.meanDiagonal())
        .holds(sum(ReadoutKernel.printed(eps), d));
  }

  private static Rational sum(ReadoutKernel kernel, int d) {
    return kernel
        .linear(d)
        .times(d)
        .plus(kernel.traceless(d).times((d - 1L) * (d + 2) / 2))
        .plus(kernel.normSquared(d));
  }

  /** wᵢ·∂f/∂wᵢ = 2vᵢ ∂f/∂vᵢ: then |w|²/2 − v² is constant under the flow of any loss of f. */
  @Property(tries = 20)
  @Checks("kumar.ext.readout-conserved")
  void eulersRelationConservesTheBalanceWithoutALinearPart(
      @ForAll @IntRange(min = 1, max = 4) int d,
      @ForAll @IntRange(min = 1, max = 4) int width,
      @ForAll("eps") Rational eps) {
    CommitteePolynomial pure =
        new CommitteePolynomial(d, width, eps, h -> h.square().times(eps.over(2)));
    CommitteePolynomial mixed = CommitteePolynomial.quadratic(d, width, eps, eps);
    for (int i = 0; i < width; i++) {
      check("kumar.ext.readout-conserved", "d/dt (|w_i|²/2 - v_i²) per unit of dL/df", d, eps)
          .expectingExactly(Polynomial.ZERO)
          .holds(drift(pure, d, width, i, Rational.TWO))
          .rejects("with the linear term", drift(mixed, d, width, i, Rational.TWO))
          .rejects("|w_i|² - v_i²", drift(pure, d, width, i, Rational.ONE));
    }
  }

  private static Polynomial drift(
      CommitteePolynomial network, int d, int width, int i, Rational factor) {
    Polynomial f = network.output(network.input());
    Polynomial ofWeights =
        Polynomial.sum(
            d,
            k ->
                Polynomial.variable(network.weight(i, k))
                    .times(f.derivative(network.weight(i, k))));
    int readout = network.weight(width, i);
    Polynomial ofReadout = Polynomial.variable(readout).times(f.derivative(readout));
    return ofWeights.minus(ofReadout.times(factor));
  }
}
