package org.grokcheck.compute.linear;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/**
 * Products of small integers are exact in doubles whatever the order of summation, so that every
 * product must equal the sum of its definition to the last digit.
 */
class PlainMatrixProperties {
  private static final int LARGEST = 9;

  private static double[] integers(Random random, int count) {
    return random.doubles(count).map(u -> Math.rint((2 * u - 1) * LARGEST)).toArray();
  }

  private static int[] someRows(Random random, int rows) {
    return random.ints(1 + random.nextInt(rows), 0, rows).toArray();
  }

  @Property(tries = 200)
  void productsEqualTheirDefinition(
      @ForAll @IntRange(min = 1, max = 40) int rows,
      @ForAll @IntRange(min = 1, max = 40) int columns,
      @ForAll Random random) {
    double[] data = integers(random, rows * columns);
    PlainMatrix x = PlainMatrix.wrap(rows, columns, data);
    double[] s = integers(random, columns);
    double[] a = integers(random, rows);
    double[] z = new double[rows];
    double[] weighted = new double[columns];
    double[] pulled = new double[columns];
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        z[i] += data[i * columns + j] * s[j];
        weighted[j] += a[i] * data[i * columns + j];
      }
      for (int j = 0; j < columns; j++) {
        pulled[j] += (z[i] + i) * data[i * columns + j];
      }
    }
    double[] byRows = new double[rows];
    double[] byColumns = new double[columns];
    x.times(s, byRows);
    x.transposeTimes(a, byColumns);
    assertArrayEquals(z, byRows);
    assertArrayEquals(weighted, byColumns);
    double[] margins = new double[rows];
    x.weightedSum(s, (i, margin) -> margin + i, margins, byColumns);
    assertArrayEquals(z, margins);
    assertArrayEquals(pulled, byColumns);
  }

  @Property(tries = 60)
  void gramMatricesEqualTheirDefinition(
      @ForAll @IntRange(min = 1, max = 300) int rows,
      @ForAll @IntRange(min = 1, max = 20) int columns,
      @ForAll Random random) {
    PlainMatrix x = PlainMatrix.wrap(rows, columns, integers(random, rows * columns));
    double[] a = integers(random, rows);
    double[] actual = new double[columns * columns];
    x.weightedGram(a, actual);
    for (int i = 0; i < columns; i++) {
      for (int j = 0; j < columns; j++) {
        double sum = 0;
        for (int r = 0; r < rows; r++) {
          sum += a[r] * x.at(r, i) * x.at(r, j);
        }
        assertEquals(sum, actual[i * columns + j]);
      }
    }
  }

  @Property(tries = 60)
  void innerProductsOfSomeRows(
      @ForAll @IntRange(min = 1, max = 90) int rows,
      @ForAll @IntRange(min = 1, max = 9) int columns,
      @ForAll Random random) {
    PlainMatrix x = PlainMatrix.wrap(rows, columns, integers(random, rows * columns));
    int[] chosen = someRows(random, rows);
    double[] gram = x.gramOf(chosen);
    for (int p = 0; p < chosen.length; p++) {
      for (int q = 0; q < chosen.length; q++) {
        double sum = 0;
        for (int j = 0; j < columns; j++) {
          sum += x.at(chosen[p], j) * x.at(chosen[q], j);
        }
        assertEquals(sum, gram[p * chosen.length + q]);
      }
    }
  }
}
