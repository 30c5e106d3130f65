package org.grokcheck.math.exact;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.grokcheck.harness.ExactArb;

/** Two algorithms for Gaussian moments against each other, and Stein's identity. */
class IsserlisProperties {
  private static final int VARIABLES = 3;

  @Provide
  Arbitrary<RationalMatrix> mixings() {
    return ExactArb.matrix(VARIABLES, VARIABLES);
  }

  @Provide
  Arbitrary<List<Integer>> factors() {
    return Arbitraries.integers().between(0, VARIABLES - 1).list().ofMaxSize(6);
  }

  /** x = Lz with independent z has the covariance LLᵀ: pairings against powers of z. */
  @Property(tries = 100)
  void pairingsAgreeWithPowersOfIndependentVariables(
      @ForAll("mixings") RationalMatrix mixing, @ForAll("factors") List<Integer> factors) {
    Polynomial product =
        factors.stream()
            .map(i -> linear(mixing.row(i)))
            .reduce(Polynomial.constant(Rational.ONE), Polynomial::times);
    Rational byPowers = Isserlis.average(product, 0, VARIABLES, Rational.ONE).toConstant();
    RationalMatrix covariance = mixing.times(mixing.transpose());
    int[] indices = factors.stream().mapToInt(i -> i).toArray();
    assertEquals(byPowers, Isserlis.moment(covariance, indices));
  }

  /** Stein: E z₀ g(z) = s E ∂g/∂z₀; variables that aren't averaged stay. */
  @Property(tries = 100)
  void averagesObeySteinsIdentity(
      @ForAll("mixings") RationalMatrix a, @ForAll("factors") List<Integer> factors) {
    Rational variance = a.get(0, 0).square();
    Polynomial g =
        factors.stream()
            .map(i -> linear(a.row(i)).plus(Polynomial.variable(VARIABLES)))
            .reduce(Polynomial.constant(Rational.ONE), Polynomial::times);
    Polynomial left = Isserlis.average(Polynomial.variable(0).times(g), 0, VARIABLES, variance);
    Polynomial right = Isserlis.average(g.derivative(0), 0, VARIABLES, variance).times(variance);
    assertEquals(left, right);
  }

  private static Polynomial linear(RationalVector coefficients) {
    return Polynomial.sum(
        coefficients.size(), i -> Polynomial.variable(i).times(coefficients.get(i)));
  }
}
