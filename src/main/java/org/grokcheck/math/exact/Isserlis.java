package org.grokcheck.math.exact;

import java.util.Arrays;

/**
 * Averages of polynomials over centred Gaussian variables: by Isserlis' theorem E x₁x₂⋯x_{2k} is
 * the sum over all pairings of the products of covariances, and odd moments vanish.
 */
public final class Isserlis {
  private Isserlis() {}

  /**
   * Averages over x_first, ..., x_{first + count − 1}, independent and of equal variance; what
   * remains is a polynomial in the other variables. E x^{2k} = (2k−1)!! s^k is the number of
   * pairings of 2k equal factors.
   *
   * @param polynomial what is averaged
   * @param first index of the first Gaussian variable
   * @param count how many there are
   * @param variance s ≥ 0 of each
   */
  public static Polynomial average(Polynomial polynomial, int first, int count, Rational variance) {
    requireVariance(variance);
    return polynomial.mapTerms(
        (m, c) -> {
          Rational coefficient = c;
          Monomial rest = m;
          for (int i = first; i < first + count; i++) {
            int k = m.exponent(i);
            if (k > 0) {
              coefficient = coefficient.times(moment(k, variance));
              rest = rest.with(i, 0);
            }
          }
          return new Polynomial.Term(rest, coefficient);
        });
  }

  /**
   * Returns E x^k of one variable, (k−1)!! s^{k/2} for even k and 0 for odd k.
   *
   * @param k at least 0
   * @param variance s ≥ 0
   */
  public static Rational moment(int k, Rational variance) {
    if (k % 2 == 1) {
      return Rational.ZERO;
    }
    Rational product = Rational.ONE;
    for (int odd = 1; odd < k; odd += 2) {
      product = product.times(variance).times(odd);
    }
    return product;
  }

  /**
   * Returns E x_{i₁} x_{i₂} ⋯ for variables with any covariance, the first factor paired with each
   * other one in turn.
   *
   * @param covariance C, symmetric
   * @param indices of the factors, with repetition; the empty product has the average 1
   */
  public static Rational moment(RationalMatrix covariance, int... indices) {
    if (indices.length % 2 == 1) {
      return Rational.ZERO;
    }
    if (indices.length == 0) {
      return Rational.ONE;
    }
    return RationalVector.sum(
        indices.length - 1,
        k ->
            covariance
                .get(indices[0], indices[k + 1])
                .times(moment(covariance, without(indices, k + 1))));
  }

  /** The indices but the first and the one at a position. */
  private static int[] without(int[] indices, int position) {
    int[] rest = Arrays.copyOfRange(indices, 1, indices.length - 1);
    System.arraycopy(indices, position + 1, rest, position - 1, indices.length - 1 - position);
    return rest;
  }

  private static void requireVariance(Rational variance) {
    if (variance.signum() < 0) {
      throw new IllegalArgumentException("variance: need a number of at least 0, got " + variance);
    }
  }
}
