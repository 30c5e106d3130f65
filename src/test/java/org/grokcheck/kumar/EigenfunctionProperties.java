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
import org.grokcheck.math.exact.Polynomial;
import org.grokcheck.math.exact.Rational;
import org.grokcheck.math.exact.RationalVector;
import org.grokcheck.oracle.KernelOperator;

/**
 * Eqs. (12) to (16): eigenfunctions of the initial kernel as polynomials in x', with ε a random
 * rational; the operator is the Isserlis average of K(x, x') g(x).
 */
class EigenfunctionProperties {
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
}
