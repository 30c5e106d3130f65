package org.grokcheck.harness;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.Tuple;
import org.grokcheck.math.exact.Rational;
import org.grokcheck.math.exact.RationalMatrix;
import org.grokcheck.math.exact.RationalVector;

/**
 * Generators of rationals for identities between polynomials.
 *
 * <p>Schwartz and Zippel: a polynomial of degree d that isn't zero vanishes with probability at
 * most d/|S| at a point whose coordinates are drawn from a set S. Here |S| = {@link #CHOICES}
 * (2³²), all equally likely, so that one try of an identity of degree 20 lets a false one pass with
 * probability below 5·10⁻⁹.
 */
public final class ExactArb {
  /** Size of the set from which each number is drawn, 2³². */
  public static final long CHOICES = 1L << 32;

  private static final long DENOMINATOR = 3L << 29;

  private ExactArb() {}

  /** k/(3·2²⁹) with |k| ≤ 2³¹, about −4/3 to 4/3. */
  public static Arbitrary<Rational> rational() {
    return Arbitraries.longs()
        .between(-CHOICES / 2, CHOICES / 2 - 1)
        .withDistribution(RandomDistribution.uniform())
        .withoutEdgeCases()
        .map(k -> Rational.of(k, DENOMINATOR));
  }

  /**
   * k/64 with |k| ≤ 2¹¹ and k ≠ 0, for what is iterated: digits multiply at every step. With |S| =
   * 2¹², ten tries of an identity of degree 100 let a false one pass with probability below 10⁻¹⁶.
   */
  public static Arbitrary<Rational> coarse() {
    return Arbitraries.longs()
        .between(-2048, 2048)
        .withDistribution(RandomDistribution.uniform())
        .withoutEdgeCases()
        .filter(k -> k != 0)
        .map(k -> Rational.of(k, 64));
  }

  /** As {@link #rational}, without 0. */
  public static Arbitrary<Rational> nonzero() {
    return rational().filter(r -> r.signum() != 0);
  }

  /** Vectors of a given size. */
  public static Arbitrary<RationalVector> vector(int size) {
    return rational().list().ofSize(size).map(RationalVector::new);
  }

  /** Matrices of a given shape. */
  public static Arbitrary<RationalMatrix> matrix(int height, int width) {
    return vector(width).list().ofSize(height).map(RationalMatrix::new);
  }

  /** Symmetric matrices. */
  public static Arbitrary<RationalMatrix> symmetric(int size) {
    return matrix(size, size).map(a -> a.plus(a.transpose()));
  }

  /** Pairs (D, N) of an input dimension and a width, both from 1. */
  public static Arbitrary<Tuple.Tuple2<Integer, Integer>> shapes(int maxDimension, int maxWidth) {
    return Arbitraries.integers()
        .between(1, maxDimension)
        .flatMap(d -> Arbitraries.integers().between(1, maxWidth).map(n -> Tuple.of(d, n)));
  }
}
