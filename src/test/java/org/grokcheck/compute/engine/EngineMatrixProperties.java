package org.grokcheck.compute.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.grokcheck.compute.Precision;
import org.grokcheck.compute.linear.DataMatrix;
import org.grokcheck.compute.linear.PlainMatrix;

/** The native matrix against the plain one: exactly on integers, within rounding on reals. */
class EngineMatrixProperties {
  /** Sums of products of such integers stay below 2²⁴, which single precision holds. */
  private static final int LARGEST = 5;

  private static double[] integers(Random random, int count) {
    return random.doubles(count).map(u -> Math.rint((2 * u - 1) * LARGEST)).toArray();
  }

  private static double[] reals(Random random, int count) {
    return random.doubles(count).map(u -> (float) (2 * u - 1)).toArray();
  }

  private record Products(
      double[] times, double[] transposed, double[] margins, double[] sum, double[] gram) {
    static Products of(DataMatrix x, double[] s, double[] a) {
      Products p =
          new Products(
              new double[x.rows()],
              new double[x.columns()],
              new double[x.rows()],
              new double[x.columns()],
              new double[x.columns() * x.columns()]);
      x.times(s, p.times);
      x.transposeTimes(a, p.transposed);
      x.weightedSum(s, (i, z) -> z + a[i], p.margins, p.sum);
      x.weightedGram(a, p.gram);
      return p;
    }

    void assertExactly(Products other) {
      assertArrayEquals(times, other.times);
      assertArrayEquals(transposed, other.transposed);
      assertArrayEquals(margins, other.margins);
      assertArrayEquals(sum, other.sum);
      assertArrayEquals(gram, other.gram);
    }
  }

  @Property(tries = 25)
  void productsOfIntegersAreExact(
      @ForAll @IntRange(min = 1, max = 120) int rows,
      @ForAll @IntRange(min = 1, max = 40) int columns,
      @ForAll Random random) {
    PlainMatrix plain = PlainMatrix.wrap(rows, columns, integers(random, rows * columns));
    double[] s = integers(random, columns);
    double[] a = integers(random, rows);
    int[] chosen = random.ints(1 + random.nextInt(rows), 0, rows).toArray();
    Products expected = Products.of(plain, s, a);
    for (Precision precision : Precision.values()) {
      try (EngineMatrix matrix = Parties.CPU.matrix(plain, precision)) {
        expected.assertExactly(Products.of(matrix, s, a));
        assertArrayEquals(plain.gramOf(chosen), matrix.gramOf(chosen));
        double[] row = new double[columns];
        double[] same = new double[columns];
        plain.row(rows - 1, row);
        matrix.row(rows - 1, same);
        assertArrayEquals(row, same);
      }
    }
  }

  /**
   * Each side is off by γ_n Σ|terms| with its own u; weights pass the error of the margin on. With
   * blocks of rows the sum over rows has a rounding more a block.
   */
  @Property(tries = 40)
  void productsOfRealsAgreeWithinRounding(
      @ForAll @IntRange(min = 1, max = 3000) int rows,
      @ForAll @IntRange(min = 1, max = 90) int columns,
      @ForAll Random random) {
    PlainMatrix plain = PlainMatrix.wrap(rows, columns, reals(random, rows * columns));
    double[] s = reals(random, columns);
    double[] a = reals(random, rows);
    Bounds bounds = Bounds.of(plain, s, a);
    for (Precision precision : Precision.values()) {
      double u = precision.unitRoundoff() + Precision.FLOAT64.unitRoundoff();
      try (EngineMatrix matrix = Parties.CPU.matrix(plain, precision)) {
        double[] z = new double[rows];
        double[] expectedZ = new double[rows];
        double[] sum = new double[columns];
        double[] expected = new double[columns];
        matrix.weightedSum(s, (i, m) -> m + a[i], z, sum);
        plain.weightedSum(s, (i, m) -> m + a[i], expectedZ, expected);
        for (int i = 0; i < rows; i++) {
          assertEquals(expectedZ[i], z[i], u * bounds.margin()[i]);
        }
        for (int j = 0; j < columns; j++) {
          assertEquals(expected[j], sum[j], u * bounds.sum()[j]);
        }
      }
    }
  }

  /** Errors in units of u: of the margins, and of the weighted sum. */
  private record Bounds(double[] margin, double[] sum) {
    static Bounds of(PlainMatrix x, double[] s, double[] a) {
      double[] margin = new double[x.rows()];
      double[] sum = new double[x.columns()];
      double roundings = 1.001 * (x.rows() + 2);
      for (int i = 0; i < x.rows(); i++) {
        double size = 0;
        for (int j = 0; j < x.columns(); j++) {
          size += Math.abs(x.at(i, j) * s[j]);
        }
        margin[i] = 1.001 * (x.columns() + 1) * size;
        double weight = size + Math.abs(a[i]);
        for (int j = 0; j < x.columns(); j++) {
          sum[j] += Math.abs(x.at(i, j)) * (margin[i] + (roundings + 2) * weight);
        }
      }
      return new Bounds(margin, sum);
    }
  }

  /** With two threads sums may be split elsewhere; the count is for the whole process, so reset. */
  @Property(tries = 5)
  void twoThreadsAgreeWithOne(@ForAll Random random) {
    int rows = 600;
    int columns = 500;
    PlainMatrix plain = PlainMatrix.wrap(rows, columns, reals(random, rows * columns));
    double[] s = reals(random, columns);
    double[] a = reals(random, rows);
    Bounds bounds = Bounds.of(plain, s, a);
    try (EngineMatrix matrix = Parties.CPU.matrix(plain, Precision.FLOAT64)) {
      Products one = Products.of(matrix, s, a);
      Engine.threads(2);
      Products two = Products.of(matrix, s, a);
      for (int i = 0; i < rows; i++) {
        assertEquals(one.times[i], two.times[i], 0x1p-52 * bounds.margin()[i]);
      }
      for (int j = 0; j < columns; j++) {
        assertEquals(one.sum[j], two.sum[j], 0x1p-52 * bounds.sum()[j]);
      }
      Products.of(matrix, s, a).assertExactly(two);
    } finally {
      Engine.threads(1);
    }
  }
}
