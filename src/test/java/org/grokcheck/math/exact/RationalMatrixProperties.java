package org.grokcheck.math.exact;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Linear algebra over the rationals, by its laws and on small cases worked by hand. */
class RationalMatrixProperties {
  private static final RationalVector PAIR = RationalVector.of(Rational.ONE, Rational.TWO);
  private static final RationalVector TRIPLE = RationalVector.zero(3);

  @Provide
  Arbitrary<RationalMatrix> squares() {
    return entry().list().ofSize(9).map(e -> RationalMatrix.of(3, 3, (i, j) -> e.get(3 * i + j)));
  }

  @Provide
  Arbitrary<RationalVector> vectors() {
    return entry().list().ofSize(3).map(RationalVector::new);
  }

  private static Arbitrary<Rational> entry() {
    return Arbitraries.integers().between(-9, 9).map(k -> Rational.of(k, 7));
  }

  @Property(tries = 100)
  void productsAreCompositions(
      @ForAll("squares") RationalMatrix a,
      @ForAll("squares") RationalMatrix b,
      @ForAll("vectors") RationalVector v) {
    assertEquals(a.times(b.times(v)), a.times(b).times(v));
    assertEquals(a.times(v).plus(b.times(v)), a.plus(b).times(v));
    assertEquals(a.times(v).minus(b.times(v)), a.minus(b).times(v));
    assertEquals(b.transpose().times(a.transpose()), a.times(b).transpose());
    assertEquals(a.times(b).trace(), b.times(a).trace());
    assertEquals(a.transpose().times(a).trace(), a.frobeniusSquared());
    assertEquals(v.dot(a.times(v)), a.bilinear(v, v));
    assertTrue(a.plus(a.transpose()).isSymmetric());
    assertEquals(v.normSquared(), v.outer(v).trace());
  }

  @Property(tries = 50)
  void diagonalMatricesScale(
      @ForAll("vectors") RationalVector d, @ForAll("vectors") RationalVector v) {
    RationalVector scaled = RationalMatrix.diagonal(d).times(v);
    for (int i = 0; i < 3; i++) {
      assertEquals(d.get(i).times(v.get(i)), scaled.get(i));
      assertEquals(v.get(i), RationalVector.unit(3, i).dot(v));
      assertEquals(v.get(i), RationalMatrix.identity(3).times(v).get(i));
    }
  }

  @Example
  void decimalsAreTakenAsTheyAreWritten() {
    BigDecimal tenth = new BigDecimal("0.1");
    RationalMatrix matrix = RationalMatrix.ofDecimals(List.of(List.of(tenth, BigDecimal.TEN)));
    assertEquals(Rational.of(1, 10), matrix.get(0, 0));
    assertEquals(Rational.of(10), matrix.get(0, 1));
    assertArrayEquals(new double[] {0.1, 10}, matrix.row(0).toDoubles());
    assertEquals("[(1/10, 10)]", matrix.toString());
  }

  @Example
  void shapesMustFit() {
    String size = "vector: need 2 components, as the other one has, got 3";
    String other = "vector: need 3 components, as the other one has, got 2";
    refuses(size, () -> PAIR.plus(TRIPLE));
    refuses(size, () -> PAIR.minus(TRIPLE));
    refuses(size, () -> PAIR.dot(TRIPLE));
    refuses(other, () -> TRIPLE.dot(PAIR));
    RationalMatrix wide = RationalMatrix.zero(2, 3);
    refuses(
        "matrix: need the shape 2 x 3 of the other one, got 3 x 2",
        () -> wide.plus(wide.transpose()));
    refuses("matrix: need as many rows as columns, got 2 x 3", wide::trace);
    assertFalse(wide.isSymmetric());
  }

  @Example
  void polynomialsArePrintedAsTheyAreWritten() {
    Polynomial x = Polynomial.variable(0);
    Polynomial z = Polynomial.variable(2);
    assertEquals("0", Polynomial.ZERO.toString());
    assertEquals("3 1", Polynomial.constant(Rational.of(3)).toString());
    assertEquals("1 x0", x.toString());
    assertEquals("-1 x2 + 1 x0^2 x2", x.square().times(z).minus(z).toString());
    assertNotEquals(x, z);
    assertEquals(x.plus(z).hashCode(), z.plus(x).hashCode());
    assertNotEquals(x.hashCode(), x.times(z).plus(x.square()).hashCode());
  }

  private static void refuses(String message, Runnable call) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, call::run).getMessage());
  }
}
