package org.grokcheck.compute.linear;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** The matrix with an appended constant against a plain one that holds it; exact for integers. */
class WithConstantProperties {
  @Property(tries = 60)
  void constantComponentIsAppended(
      @ForAll @IntRange(min = 1, max = 12) int n,
      @ForAll @IntRange(min = 1, max = 6) int d,
      @ForAll Random random) {
    double[][] points = new double[n][d + 1];
    double[][] plain = new double[n][d];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < d; j++) {
        points[i][j] = random.nextInt(9) - 4;
        plain[i][j] = points[i][j];
      }
      points[i][d] = 1;
    }
    DataMatrix expected = PlainMatrix.of(points);
    DataMatrix actual = WithConstant.of(PlainMatrix.of(plain));
    double[] s = random.ints(d + 1, -5, 6).asDoubleStream().toArray();
    double[] a = random.ints(n, -5, 6).asDoubleStream().toArray();
    assertArrayEquals(all(expected, s, a), all(actual, s, a));
  }

  /** All products, one after another. */
  private static double[] all(DataMatrix x, double[] s, double[] a) {
    int n = x.rows();
    int d = x.columns();
    double[] z = new double[n];
    double[] pull = new double[d];
    double[] margins = new double[n];
    double[] weighted = new double[d];
    double[] gram = new double[d * d];
    x.times(s, z);
    x.transposeTimes(a, pull);
    x.weightedSum(s, (i, margin) -> margin + i, margins, weighted);
    x.weightedGram(a, gram);
    return Stream.of(z, pull, margins, weighted, gram, x.gramOf(new int[] {0}))
        .flatMapToDouble(Arrays::stream)
        .toArray();
  }
}
