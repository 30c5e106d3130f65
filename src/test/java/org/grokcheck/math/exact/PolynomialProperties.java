package org.grokcheck.math.exact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.grokcheck.harness.ExactArb;

/** Laws of the ring, of substitution and of the derivative. */
class PolynomialProperties {
  private static final int VARIABLES = 3;

  @Provide
  Arbitrary<Polynomial> polynomials() {
    return terms().list().ofMaxSize(5).map(t -> Polynomial.sum(t.size(), t::get));
  }

  private static Arbitrary<Polynomial> terms() {
    Arbitrary<List<Integer>> factors =
        Arbitraries.integers().between(0, VARIABLES - 1).list().ofMaxSize(4);
    return Combinators.combine(ExactArb.rational(), factors)
        .as(
            (c, indices) ->
                indices.stream()
                    .map(Polynomial::variable)
                    .reduce(Polynomial.constant(c), Polynomial::times));
  }

  @Provide
  Arbitrary<RationalVector> points() {
    return ExactArb.vector(VARIABLES);
  }

  @Property(tries = 200)
  void valuesFollowTheOperations(
      @ForAll("polynomials") Polynomial p,
      @ForAll("polynomials") Polynomial q,
      @ForAll("points") RationalVector x) {
    assertEquals(value(p, x).plus(value(q, x)), value(p.plus(q), x));
    assertEquals(value(p, x).minus(value(q, x)), value(p.minus(q), x));
    assertEquals(value(p, x).times(value(q, x)), value(p.times(q), x));
    assertEquals(value(p, x).square(), value(p.square(), x));
  }

  @Property(tries = 200)
  void equalPolynomialsAreEquals(
      @ForAll("polynomials") Polynomial p, @ForAll("polynomials") Polynomial q) {
    Polynomial left = p.plus(q).square();
    Polynomial right = p.square().plus(p.times(q).times(Rational.TWO)).plus(q.square());
    assertEquals(left, right);
    assertEquals(left.hashCode(), right.hashCode());
    assertEquals(left.toString(), right.toString());
    assertEquals(Polynomial.ZERO, p.minus(p));
    assertNotEquals(left, right.plus(Polynomial.variable(0)));
  }

  @Property(tries = 200)
  void derivativeObeysTheProductRule(
      @ForAll("polynomials") Polynomial p, @ForAll("polynomials") Polynomial q) {
    Polynomial expected = p.derivative(1).times(q).plus(p.times(q.derivative(1)));
    assertEquals(expected, p.times(q).derivative(1));
    assertEquals(Polynomial.constant(Rational.ONE), Polynomial.variable(1).derivative(1));
    assertEquals(Polynomial.ZERO, Polynomial.variable(0).derivative(1));
  }

  @Property(tries = 200)
  void substitutionInStepsAndAfterAShift(
      @ForAll("polynomials") Polynomial p, @ForAll("points") RationalVector x) {
    RationalVector first = RationalVector.of(x.get(0));
    RationalVector rest = RationalVector.of(x.get(1), x.get(2));
    assertEquals(value(p, x), p.at(1, rest).at(0, first).toConstant());
    assertEquals(value(p, x), p.shifted(5).at(5, x).toConstant());
  }

  private static Rational value(Polynomial p, RationalVector x) {
    return p.at(0, x).toConstant();
  }
}
