package org.grokcheck.kumar;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
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
import org.grokcheck.oracle.KernelOperator;

/**
 * Eqs. (10), (11): the spectrum of the initial kernel, with functions as polynomials in x', with ε
 * a random rational; the operator is the Isserlis average of K(x, x') g(x).
 */
class InitialSpectrumProperties {
  @Provide
  Arbitrary<Rational> eps() {
    return ExactArb.nonzero();
  }

  private static KernelOperator operator(int dimension, Rational eps) {
    return KernelOperator.initial(dimension, eps);
  }

  private static Check check(String claim, String quantity, int dimension, Rational eps) {
    return Check.of(claim, quantity).by(Oracle.EXACT).at("D", dimension, "eps", eps);
  }

  /** What the product says of g, as a polynomial. */
  private static Polynomial product(KernelOperator k, Rational eps, QuadraticFunction g) {
    QuadraticFunction image = TangentKernel.infiniteWidth(g.dimension(), eps).apply(g);
    return k.polynomial(image.constant(), image.linear(), image.quadratic());
  }

  private static Polynomial difference(KernelOperator k, Rational c) {
    return Polynomial.variable(0).square().minus(k.normSquaredHere().times(c));
  }

  /** The operator of eq. (11), for a general g of degree 2. */
  @Property(tries = 20)
  @Checks("kumar.eq11")
  void operatorActsOnEveryQuadraticFunction(
      @ForAll("functions") QuadraticFunction g, @ForAll("eps") Rational eps) {
    int d = g.dimension();
    KernelOperator k = operator(d, eps);
    Polynomial here = k.polynomialHere(g.constant(), g.linear(), g.quadratic());
    check("kumar.eq11", "x' -> <K(x, x') g(x)>", d, eps)
        .expectingExactly(k.apply(here))
        .holds(product(k, eps, g))
        .rejects("x ~ N(0, I)", product(k, eps, g).times(Rational.of(d + 1L)))
        .rejects("trace left out", k.there(here).times(new InitialSpectrum(d, eps).linear()));
  }

  @Provide
  Arbitrary<QuadraticFunction> functions() {
    return Arbitraries.integers()
        .between(1, 5)
        .flatMap(
            d ->
                Combinators.combine(ExactArb.rational(), ExactArb.vector(d), ExactArb.symmetric(d))
                    .as(QuadraticFunction::new));
  }

  /** The functions x_i² − |x|²/D sum to zero. */
  @Property(tries = 10)
  @Checks("kumar.app11.count")
  void thereAreOneFewerDifferencesThanDimensions(@ForAll @IntRange(min = 2, max = 9) int d) {
    RationalMatrix coefficients =
        RationalMatrix.of(d, d, (i, j) -> Rational.of(i == j ? 1 : 0).minus(Rational.of(1, d)));
    Check.of("kumar.app11.count", "independent x_i² - |x|²/D")
        .by(Oracle.EXACT)
        .at("D", d)
        .expectingExactly((long) Elimination.rank(coefficients))
        .holds(new InitialSpectrum(d, Rational.ONE).tracelessCount() - d * (d - 1L) / 2)
        .refutes("D", (long) d);
  }

  /**
   * The operator as a matrix on linear and quadratic monomials, the span of K: its eigenspaces are
   * counted by rank, so that the list is complete.
   */
  @Property(tries = 15)
  @Checks({"kumar.app11.spectrum", "kumar.sec11.eq17-eigenvalues"})
  void eigenspacesHaveTheStatedSizes(
      @ForAll @IntRange(min = 1, max = 4) int d, @ForAll("eps") Rational eps) {
    RationalMatrix matrix = operator(d, eps).matrix();
    InitialSpectrum s = new InitialSpectrum(d, eps);
    Rational norm = s.normSquared();
    check("kumar.app11.spectrum", "multiplicity of 1/D", d, eps)
        .expectingExactly(multiplicity(matrix, s.linear()))
        .holds(s.linearCount());
    check("kumar.app11.spectrum", "multiplicity of 2ε²/D²", d, eps)
        .expectingExactly(multiplicity(matrix, s.traceless()))
        .holds(s.tracelessCount())
        .refutes("D for D-1", s.tracelessCount() + 1);
    check("kumar.app11.spectrum", "multiplicity of ε²(D+2)/D²", d, eps)
        .expectingExactly(multiplicity(matrix, norm))
        .holds(1L)
        .refutes("λ = (1/D)(1 + 2/D)", multiplicity(matrix, norm.over(eps.square())))
        .rejects("λ = ε²/D", multiplicity(matrix, eps.square().over(d)));
    check("kumar.app11.spectrum", "rank", d, eps)
        .expectingExactly((long) matrix.height())
        .holds(s.rank());
    check("kumar.sec11.eq17-eigenvalues", "first part: 2ε²/D² is an eigenvalue", d, eps)
        .expectingExactly(s.tracelessCount())
        .holds(multiplicity(matrix, s.traceless()))
        .refutes("2ε/D²", multiplicity(matrix, eps.times(2).over(d).over(d)));
    check("kumar.sec11.eq17-eigenvalues", "second part: (ε²/D)(1 + 2/D)", d, eps)
        .expectingExactly(1L)
        .holds(multiplicity(matrix, norm))
        .refutes("(1/D)(1 + 2/D)", multiplicity(matrix, norm.over(eps.square())));
  }

  private static long multiplicity(RationalMatrix matrix, Rational eigenvalue) {
    RationalMatrix shifted =
        matrix.minus(RationalMatrix.identity(matrix.height()).times(eigenvalue));
    return (long) matrix.height() - Elimination.rank(shifted);
  }

  @Property(tries = 15)
  @Checks("kumar.app11.spectrum")
  void sumsOfEigenvaluesAreMomentsOfTheKernel(
      @ForAll @IntRange(min = 1, max = 4) int d, @ForAll("eps") Rational eps) {
    KernelOperator k = operator(d, eps);
    InitialSpectrum s = new InitialSpectrum(d, eps);
    check("kumar.app11.spectrum", "Σλ = <K(x, x)>", d, eps)
        .expectingExactly(k.meanDiagonal())
        .holds(s.sum())
        .refutes("D for D-1", s.sum().plus(s.traceless()));
    check("kumar.app11.spectrum", "Σλ² = <K²>", d, eps)
        .expectingExactly(k.meanSquare())
        .holds(s.sumOfSquares())
        .refutes("D for D-1", s.sumOfSquares().plus(s.traceless().square()));
    check("kumar.app11.spectrum", "|x|² is on top iff ε² > D/(D+2)", d, eps)
        .expectingExactly(s.normSquared().compareTo(s.linear()) > 0)
        .holds(eps.square().compareTo(Rational.of(d, d + 2L)) > 0);
  }

  @Property(tries = 10)
  @Checks("kumar.app11.spectrum")
  void eigenfunctionsOfDifferentEigenvaluesAreOrthogonal(
      @ForAll @IntRange(min = 2, max = 5) int d, @ForAll("eps") Rational eps) {
    KernelOperator k = operator(d, eps);
    List<Polynomial> traceless =
        List.of(
            difference(k, Rational.of(1, d)), Polynomial.variable(0).times(Polynomial.variable(1)));
    for (Polynomial g : traceless) {
      check("kumar.app11.spectrum", "<g |x|²> of a traceless g", d, eps)
          .expectingExactly(Rational.ZERO)
          .holds(k.inner(g, k.normSquaredHere()))
          .rejects("x_0²", k.inner(Polynomial.variable(0).square(), k.normSquaredHere()));
    }
  }
}
