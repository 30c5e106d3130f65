package org.grokcheck.dynamics.margin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.grokcheck.compute.linear.PlainMatrix;
import org.grokcheck.dynamics.margin.BoundedProducts.Bounded;

/** Products with error bounds, on sums that cancel to any degree. */
class BoundedProductsProperties {
  /** Two rows (p, p′) and a vector (q, −q) whose products differ in the last digits only. */
  private static PlainMatrix cancelling(Random random, int half) {
    double[][] rows = new double[2][2 * half];
    for (double[] row : rows) {
      for (int j = 0; j < half; j++) {
        row[j] = random.nextGaussian() * Math.pow(10, random.nextInt(20) - 10);
        row[half + j] = row[j] * (1 + random.nextInt(3) * 0x1p-52);
      }
    }
    return PlainMatrix.of(rows);
  }

  @Property(tries = 300)
  void errorsAreWithinTheirBounds(
      @ForAll @IntRange(min = 1, max = 30) int half, @ForAll Random random) {
    PlainMatrix x = cancelling(random, half);
    double[] w = new double[2 * half];
    for (int j = 0; j < half; j++) {
      w[j] = random.nextGaussian();
      w[half + j] = -w[j];
    }
    Bounded z = BoundedProducts.margins(x, w);
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i < 2; i++) {
      BigDecimal exact = BigDecimal.ZERO;
      double size = 0;
      for (int j = 0; j < w.length; j++) {
        exact = exact.add(new BigDecimal(x.at(i, j)).multiply(new BigDecimal(w[j])));
        size += Math.abs(x.at(i, j) * w[j]);
      }
      assertWithin(exact, z, i, size, w.length);
      least = Math.min(least, exact.signum());
    }
    assertEquals(least, Math.signum(ExactMargins.least(x, w)));
  }

  @Property(tries = 200)
  void combinationsAreWithinTheirBounds(
      @ForAll @IntRange(min = 1, max = 10) int half, @ForAll Random random) {
    PlainMatrix x = cancelling(random, half);
    double[] a = {1, -1 + random.nextInt(3) * 0x1p-50};
    Bounded sum = BoundedProducts.combination(x, a);
    double square = 0;
    for (int j = 0; j < 2 * half; j++) {
      BigDecimal exact =
          new BigDecimal(x.at(0, j)).add(new BigDecimal(x.at(1, j)).multiply(new BigDecimal(a[1])));
      assertWithin(exact, sum, j, Math.abs(x.at(0, j)) + Math.abs(x.at(1, j)), 2);
      square += exact.doubleValue() * exact.doubleValue();
    }
    assertTrue(sum.normBound() >= Math.sqrt(square) * (1 - 0x1p-50));
  }

  /**
   * The bound holds, and is not a lazy one: a rounding of the result and of twice the precision.
   */
  private static void assertWithin(
      BigDecimal exact, Bounded actual, int k, double size, int terms) {
    BigDecimal error = exact.subtract(new BigDecimal(actual.values()[k])).abs();
    assertTrue(
        error.compareTo(new BigDecimal(actual.errors()[k])) <= 0,
        error + " > " + actual.errors()[k]);
    double lazy =
        3 * 0x1p-53 * Math.abs(actual.values()[k]) + 9 * terms * terms * 0x1p-106 * size + 1e-300;
    assertTrue(actual.errors()[k] <= lazy, actual.errors()[k] + " > " + lazy);
  }
}
