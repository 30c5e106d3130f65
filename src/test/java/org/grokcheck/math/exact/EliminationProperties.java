package org.grokcheck.math.exact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.grokcheck.harness.ExactArb;

/** Rank and linear systems of matrices of known rank. */
class EliminationProperties {
  private static final int SIZE = 4;

  @Provide
  Arbitrary<RationalMatrix> squares() {
    return ExactArb.matrix(SIZE, SIZE);
  }

  @Provide
  Arbitrary<RationalVector> vectors() {
    return ExactArb.vector(SIZE);
  }

  /** A product of a tall and a wide factor has their common rank unless a minor vanishes. */
  @Property(tries = 100)
  void rankIsThatOfTheFactors(
      @ForAll("squares") RationalMatrix a,
      @ForAll("squares") RationalMatrix b,
      @ForAll @IntRange(min = 0, max = SIZE) int rank) {
    RationalMatrix cut =
        RationalMatrix.of(SIZE, SIZE, (i, j) -> i == j && i < rank ? Rational.ONE : Rational.ZERO);
    RationalMatrix product = a.times(cut).times(b);
    assertEquals(rank, Elimination.rank(product));
    assertEquals(rank, Elimination.rank(product.transpose()));
    assertEquals(product.transpose(), b.transpose().times(cut).times(a.transpose()));
  }

  @Property(tries = 100)
  void solvesWhatHasASolution(
      @ForAll("squares") RationalMatrix a, @ForAll("vectors") RationalVector z) {
    RationalMatrix singular = a.times(z.outer(z)).plus(a.row(0).outer(a.row(1)));
    RationalVector right = singular.times(z);
    assertEquals(right, singular.times(Elimination.solve(singular, right).orElseThrow()));
    assertEquals(Optional.of(z), Elimination.solve(a, a.times(z)));
  }

  @Property(tries = 100)
  void findsNoSolutionWhereThereIsNone(
      @ForAll("vectors") RationalVector u, @ForAll("vectors") RationalVector v) {
    assertTrue(Elimination.solve(u.outer(v), v).isEmpty());
    assertEquals(u, u.outer(v).times(Elimination.solve(u.outer(v), u).orElseThrow()));
  }

  /** Multiplicative, 0 for singular matrices, and the permutation's sign for a permutation. */
  @Property(tries = 100)
  void determinantIsMultiplicative(
      @ForAll("squares") RationalMatrix a, @ForAll("squares") RationalMatrix b) {
    Rational product = Elimination.determinant(a).times(Elimination.determinant(b));
    assertEquals(product, Elimination.determinant(a.times(b)));
    assertEquals(Rational.ZERO, Elimination.determinant(a.row(0).outer(b.row(0))));
    RationalMatrix cycle =
        RationalMatrix.of(SIZE, SIZE, (i, j) -> (i + 1) % SIZE == j ? Rational.ONE : Rational.ZERO);
    assertEquals(Rational.of(-1), Elimination.determinant(cycle));
  }

  @Property(tries = 100)
  void matrixProductsAssociate(
      @ForAll("squares") RationalMatrix a,
      @ForAll("squares") RationalMatrix b,
      @ForAll("vectors") RationalVector z) {
    assertEquals(a.times(b).times(z), a.times(b.times(z)));
    assertEquals(a.times(b).trace(), b.times(a).trace());
    assertEquals(a.times(a.transpose()).trace(), a.frobeniusSquared());
    assertEquals(a.bilinear(z, z), z.dot(a.transpose().times(z)));
  }
}
