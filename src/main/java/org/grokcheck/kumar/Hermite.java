package org.grokcheck.kumar;

import org.grokcheck.math.exact.Isserlis;
import org.grokcheck.math.exact.Rational;
import org.grokcheck.math.exact.RationalVector;

/**
 * Probabilists' Hermite polynomials He_k, orthogonal under N(0, 1) (claims {@code
 * kumar.sec15.2.hermite}, {@code kumar.sec15.2.information-exponent}).
 */
public final class Hermite {
  private Hermite() {}

  /**
   * Returns He_k(z) = Σ_j (−1)^j k!/(j! (k−2j)! 2^j) z^{k−2j}.
   *
   * @param degree k ≥ 0
   * @param z where
   */
  public static Rational value(int degree, Rational z) {
    Rational sum = Rational.ZERO;
    for (int j = 0; 2 * j <= degree; j++) {
      Rational coefficient =
          factorial(degree)
              .over(factorial(j))
              .over(factorial(degree - 2 * j))
              .over(Rational.TWO.power(j));
      Rational term = coefficient.times(z.power(degree - 2 * j));
      sum = j % 2 == 0 ? sum.plus(term) : sum.minus(term);
    }
    return sum;
  }

  /**
   * Returns ⟨He_k²⟩ = k!.
   *
   * @param degree k ≥ 0
   */
  public static Rational norm(int degree) {
    return factorial(degree);
  }

  /**
   * Returns the information exponent of a target g(β·x) with |β|² = D: the lowest k ≥ 1 with ⟨g
   * He_k⟩ ≠ 0, 0 if g is constant. ⟨g He_k⟩ is the mean of the k-th derivative of g, for which only
   * moments of N(0, 1) are needed.
   *
   * @param coefficients g_0, g_1, ... of g(z) = Σ g_n zⁿ
   */
  public static int informationExponent(RationalVector coefficients) {
    for (int k = 1; k < coefficients.size(); k++) {
      if (meanDerivative(coefficients, k).signum() != 0) {
        return k;
      }
    }
    return 0;
  }

  private static Rational meanDerivative(RationalVector coefficients, int order) {
    return RationalVector.sum(
        coefficients.size() - order,
        n ->
            coefficients
                .get(n + order)
                .times(factorial(n + order))
                .over(factorial(n))
                .times(Isserlis.moment(n, Rational.ONE)));
  }

  private static Rational factorial(int n) {
    Rational product = Rational.ONE;
    for (int k = 2; k <= n; k++) {
      product = product.times(k);
    }
    return product;
  }
}
