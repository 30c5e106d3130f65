package org.grokcheck.dynamics.margin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.ejml.data.DMatrixRMaj;
import org.grokcheck.compute.linear.PlainMatrix;
import org.grokcheck.dynamics.margin.LossMinimum.AtInfinity;
import org.grokcheck.dynamics.margin.LossMinimum.Attained;
import org.grokcheck.dynamics.margin.Separability.OnBoundary;
import org.grokcheck.dynamics.margin.Separability.Separable;
import org.grokcheck.oracle.DataMinimum;
import org.grokcheck.oracle.Decimal;
import org.grokcheck.oracle.FourierMotzkin;
import org.grokcheck.oracle.FourierMotzkin.Origin;
import org.grokcheck.oracle.PreciseMinimum;

/** The minimum of the exponential loss against fifty digits, and its stated errors. */
class LossMinimumProperties {
  private static double[][] gaussian(Random random, int n, int d, double sigma) {
    double[][] points = new double[n][d];
    for (double[] point : points) {
      for (int j = 0; j < d; j++) {
        point[j] = sigma * random.nextGaussian();
      }
    }
    return points;
  }

  private static List<List<BigDecimal>> exact(double[][] points) {
    return Arrays.stream(points).map(p -> Arrays.stream(p).mapToObj(Decimal::of).toList()).toList();
  }

  @Property(tries = 150)
  void minimumLiesWithinTheStatedDistance(
      @ForAll @IntRange(min = 1, max = 3) int d,
      @ForAll @IntRange(min = 0, max = 5) int more,
      @ForAll @IntRange(min = -40, max = 40) int exponent,
      @ForAll Random random) {
    double[][] points = gaussian(random, d + 1 + more, d, Math.scalb(1.0, exponent));
    LossMinimum result = LossMinimum.of(PlainMatrix.of(points));
    Assume.that(result instanceof Attained);
    Attained minimum = (Attained) result;
    PreciseMinimum precise = PreciseMinimum.exponential(exact(points));
    double square = 0;
    for (int j = 0; j < d; j++) {
      double error =
          precise.minimiser().get(j).add(new BigDecimal(minimum.minimiser()[j])).doubleValue();
      square += error * error;
    }
    assertTrue(
        Math.sqrt(square) <= minimum.certificate().distance(),
        Math.sqrt(square) + " away, stated " + minimum.certificate());
    BigDecimal error = Decimal.log(precise.mean()).subtract(new BigDecimal(minimum.logMean()));
    assertTrue(
        error.abs().doubleValue() <= minimum.certificate().logMeanError(),
        error + ", stated " + minimum.certificate());
  }

  @Property(tries = 40)
  void secondAlgorithmAgrees(@ForAll @IntRange(min = 4, max = 20) int d, @ForAll Random random) {
    int n = 3 * d;
    double[][] points = gaussian(random, n, d, 1);
    LossMinimum result = LossMinimum.of(PlainMatrix.of(points));
    Assume.that(result instanceof Attained);
    Attained minimum = (Attained) result;
    DataMinimum other = DataMinimum.of(new DMatrixRMaj(points)).orElseThrow();
    double[] s = other.minimiser();
    double square = 0;
    for (int j = 0; j < d; j++) {
      square += Math.pow(s[j] + minimum.minimiser()[j], 2);
    }
    // Its decrement is below 1e-13: within that over the root of the least eigenvalue, and
    // rounding.
    double bound =
        4e-13 / Math.sqrt(minimum.certificate().leastEigenvalue())
            + 20 * minimum.certificate().distance();
    assertTrue(Math.sqrt(square) <= bound, Math.sqrt(square) + " > " + bound);
    assertEquals(1, Arrays.stream(minimum.weights()).sum(), 1e-14 * n);
  }

  @Property(tries = 150)
  void noMinimumWhereTheOriginIsNotInside(
      @ForAll @IntRange(min = 1, max = 8) int n,
      @ForAll @IntRange(min = 1, max = 3) int d,
      @ForAll Random random) {
    long[][] points = SeparabilityProperties.lattice(random, n, d, 2);
    Origin origin = FourierMotzkin.locate(points);
    LossMinimum result = LossMinimum.of(SeparabilityProperties.matrix(points));
    if (origin == Origin.INSIDE) {
      assertTrue(!(result instanceof AtInfinity), "minimum at infinity");
    } else {
      AtInfinity infinite = assertInstanceOf(AtInfinity.class, result);
      assertEquals(
          origin == Origin.OUTSIDE ? Separable.class : OnBoundary.class,
          infinite.reason().getClass());
    }
  }
}
