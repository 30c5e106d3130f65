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
import org.grokcheck.math.exact.RationalVector;
import org.grokcheck.oracle.KernelOperator;

/**
 * Eqs. (10) to (17): eigenfunctions of the initial kernel as polynomials in x', with ε a random
 * rational; the operator is the Isserlis average of K(x, x') g(x).
 */
class InitialSpectrumProperties {
  private static final int MAX_DIMENSION = 6;

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

  @Property(tries = 40)
  @Checks({"kumar.eq12", "kumar.sec5.lambda-lin"})
  void linearFunctionsHaveOneOverD(
      @ForAll @IntRange(min = 1, max = MAX_DIMENSION) int d, @ForAll("eps") Rational eps) {
    KernelOperator k = operator(d, eps);
    for (int i = 0; i < d; i++) {
      Polynomial expected = k.apply(Polynomial.variable(i));
      Rational eigenvalue = new InitialSpectrum(d, eps).linear();
      check("kumar.eq12", "<K x_i>", d, eps)
          .expectingExactly(expected)
          .holds(product(k, eps, QuadraticFunction.linear(RationalVector.unit(d, i))))
          .rejects("eigenvalue 1/D²", k.variable(i).times(eigenvalue.square()))
          .rejects("eigenvalue 1", k.variable(i));
      check("kumar.sec5.lambda-lin", "<K x_i> = λ x'_i", d, eps)
          .expectingExactly(expected)
          .holds(k.variable(i).times(eigenvalue))
          .rejects("eigenvalue 1/D²", k.variable(i).times(eigenvalue.square()));
    }
  }

  @Property(tries = 40)
  @Checks("kumar.eq13")
  void squaresMixWithTheNorm(
      @ForAll @IntRange(min = 1, max = MAX_DIMENSION) int d, @ForAll("eps") Rational eps) {
    KernelOperator k = operator(d, eps);
    Rational unit = eps.square().over(d).over(d);
    Polynomial norm = k.normSquared();
    for (int i = 0; i < d; i++) {
      Polynomial unprimed = Polynomial.variable(i).square();
      check("kumar.eq13", "<K x_i²>", d, eps)
          .expectingExactly(k.apply(unprimed))
          .holds(product(k, eps, QuadraticFunction.product(d, i, i)))
          .refutes("x_i² for (x'_i)²", unprimed.times(unit.times(2)).plus(norm.times(unit)))
          .rejects("ε for ε²", k.variable(i).square().times(unit.times(3).over(eps)));
    }
    check("kumar.eq13", "<K |x|²>", d, eps)
        .expectingExactly(k.apply(k.normSquaredHere()))
        .holds(product(k, eps, QuadraticFunction.normSquared(d)))
        .rejects("without 2/D", norm.times(unit.times(d)));
  }

  @Provide
  Arbitrary<Rational> mixing() {
    return ExactArb.rational();
  }

  @Property(tries = 40)
  @Checks("kumar.eq14")
  void differencesAreEigenfunctionsAtOneCOnly(
      @ForAll @IntRange(min = 2, max = MAX_DIMENSION) int d,
      @ForAll("eps") Rational eps,
      @ForAll("mixing") Rational c) {
    KernelOperator k = operator(d, eps);
    Rational eigenvalue = new InitialSpectrum(d, eps).traceless();
    Rational bracket = Rational.HALF.minus(c.over(2).times(d + 2L));
    Polynomial printed =
        k.variable(0).square().plus(k.normSquared().times(bracket)).times(eigenvalue);
    check("kumar.eq14", "<K [x_i² - c|x|²]>", d, eps)
        .expectingExactly(k.apply(difference(k, c)))
        .holds(printed)
        .holds(
            product(
                k,
                eps,
                QuadraticFunction.product(d, 0, 0)
                    .plus(QuadraticFunction.normSquared(d).times(c.negate()))))
        .rejects("D for D+2", printed.plus(k.normSquared().times(c.times(eigenvalue))));
    check("kumar.eq14", "eigenfunction at c = 1/D", d, eps)
        .expectingExactly(k.apply(difference(k, Rational.of(1, d))))
        .holds(k.there(difference(k, Rational.of(1, d))).times(eigenvalue));
    check("kumar.eq14", "eigenfunction at another c", d, eps)
        .expectingExactly(k.apply(difference(k, c)))
        .rejects("random c", k.there(difference(k, c)).times(eigenvalue));
  }

  private static Polynomial difference(KernelOperator k, Rational c) {
    return Polynomial.variable(0).square().minus(k.normSquaredHere().times(c));
  }

  @Property(tries = 40)
  @Checks({"kumar.eq15", "kumar.sec5.lambda-quadr"})
  void productsHaveTwiceEpsSquared(
      @ForAll @IntRange(min = 2, max = MAX_DIMENSION) int d,
      @ForAll("eps") Rational eps,
      @ForAll("mixing") Rational c) {
    KernelOperator k = operator(d, eps);
    Rational eigenvalue = new InitialSpectrum(d, eps).traceless();
    Rational printed = eps.times(2).over(d).over(d);
    for (int i = 0; i < d; i++) {
      for (int j = 0; j < i; j++) {
        Polynomial here = Polynomial.variable(i).times(Polynomial.variable(j));
        Polynomial shifted = here.minus(k.normSquaredHere().times(c));
        check("kumar.eq15", "<K x_i x_j>", d, eps)
            .expectingExactly(k.apply(here))
            .holds(product(k, eps, QuadraticFunction.product(d, i, j)))
            .rejects("eigenvalue ε²/D²", k.there(here).times(eigenvalue.over(2)));
        check("kumar.eq15", "<K [x_i x_j - c|x|²]>", d, eps)
            .expectingExactly(k.apply(shifted))
            .rejects("x_i x_j - c|x|² at c != 0", k.there(shifted).times(eigenvalue));
        check("kumar.sec5.lambda-quadr", "<K x_i x_j> = λ x'_i x'_j", d, eps)
            .expectingExactly(k.apply(here))
            .holds(k.there(here).times(eigenvalue))
            .refutes("λ = 2ε/D²", k.there(here).times(printed));
      }
    }
  }

  @Property(tries = 40)
  @Checks("kumar.eq16")
  void normHasEpsSquaredToo(
      @ForAll @IntRange(min = 1, max = MAX_DIMENSION) int d, @ForAll("eps") Rational eps) {
    KernelOperator k = operator(d, eps);
    Rational printed = Rational.of(1, d).times(Rational.ONE.plus(Rational.of(2, d)));
    check("kumar.eq16", "<K |x|²> = λ |x'|²", d, eps)
        .expectingExactly(k.apply(k.normSquaredHere()))
        .holds(k.normSquared().times(new InitialSpectrum(d, eps).normSquared()))
        .refutes("λ = (1/D)(1 + 2/D)", k.normSquared().times(printed));
  }

  /** g is an eigenfunction: the operator of eq. (11), for a general g of degree 2. */
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

  @Property(tries = 40)
  @Checks("kumar.ext.null-space")
  void constantsAreNotRepresented(
      @ForAll @IntRange(min = 1, max = MAX_DIMENSION) int d, @ForAll("eps") Rational eps) {
    KernelOperator k = operator(d, eps);
    QuadraticFunction one = QuadraticFunction.constant(d, Rational.ONE);
    Polynomial constant = Polynomial.constant(Rational.ONE);
    Rational share = Rational.of(d, d + 2L);
    check("kumar.ext.null-space", "<K 1>", d, eps)
        .expectingExactly(k.apply(constant))
        .holds(product(k, eps, one))
        .rejects("ε² |x'|²", k.normSquared().times(eps.square().times(2)));
    check("kumar.ext.null-space", "<K [1 - D|x|²/(D+2)]>", d, eps)
        .expectingExactly(k.apply(constant.minus(k.normSquaredHere().times(share))))
        .holds(Polynomial.ZERO)
        .holds(product(k, eps, one.plus(QuadraticFunction.normSquared(d).times(share.negate()))))
        .rejects("1 - |x|²", k.apply(constant.minus(k.normSquaredHere())));
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
