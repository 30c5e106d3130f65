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
import org.grokcheck.math.LogDomain;
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

  @Property(tries = 150)
  void distanceOfAnyPointIsBoundedSharply(
      @ForAll @IntRange(min = 1, max = 12) int more,
      @ForAll @IntRange(min = 2, max = 9) int digits,
      @ForAll Random random) {
    double[][] points = gaussian(random, 1 + more, 1, 1);
    LossMinimum result = LossMinimum.of(PlainMatrix.of(points));
    Assume.that(result instanceof Attained);
    double[] s = ((Attained) result).minimiser().clone();
    double off = Math.pow(10, -digits);
    s[0] += off;
    Attained judged = LossMinimum.judge(PlainMatrix.of(points), s).orElse((Attained) result);
    Assume.that(judged != result);
    // Seen from S, the second derivative changes by e^(2R·off) at most, and 0.9 of it is proved.
    double radius = Arrays.stream(points).mapToDouble(p -> Math.abs(p[0])).max().orElseThrow();
    double most = off * Math.exp(3 * radius * off) / 0.9 * 1.001;
    double stated = judged.certificate().distance();
    assertTrue(stated >= off && stated <= most, stated + " for " + off + ", at most " + most);
    double gap = judged.logMean() - ((Attained) result).logMean();
    double rounding = ((Attained) result).certificate().logMeanError();
    assertTrue(judged.certificate().logMeanError() + rounding >= gap);
    // The gap is half the curvature times the distance squared; the bound takes the whole.
    assertTrue(judged.certificate().logMeanError() <= 3 * gap * most / off + 4 * rounding);
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
      assertMinimum(points, assertInstanceOf(Attained.class, result), random);
    } else {
      AtInfinity infinite = assertInstanceOf(AtInfinity.class, result);
      assertEquals(
          origin == Origin.OUTSIDE ? Separable.class : OnBoundary.class,
          infinite.reason().getClass());
    }
  }

  /** No other point has a lower value, near or far. */
  private static void assertMinimum(long[][] points, Attained minimum, Random random) {
    for (int k = 0; k < 8; k++) {
      double[] s = minimum.minimiser().clone();
      double size = Math.pow(10, -k);
      for (int j = 0; j < s.length; j++) {
        s[j] += size * random.nextGaussian();
      }
      double[] terms = new double[points.length];
      for (int i = 0; i < terms.length; i++) {
        for (int j = 0; j < s.length; j++) {
          terms[i] -= points[i][j] * s[j];
        }
      }
      double value = LogDomain.logSumExp(terms) - StrictMath.log(terms.length);
      double rounding = 1e-13 * (1 + Math.abs(value));
      assertTrue(
          value >= minimum.logMean() - minimum.certificate().logMeanError() - rounding,
          value + " below " + minimum);
    }
  }

  @Property(tries = 60)
  void infimumOnTheBoundaryIsTheMinimumOnTheFace(
      @ForAll @IntRange(min = 1, max = 3) int d,
      @ForAll @IntRange(min = 1, max = 4) int outside,
      @ForAll Random random) {
    double[][] face = gaussian(random, 3 * d + 2, d, 1);
    LossMinimum onFace = LossMinimum.of(PlainMatrix.of(face));
    Assume.that(onFace instanceof Attained);
    double[][] points = new double[face.length + outside][d + 1];
    for (int i = 0; i < points.length; i++) {
      for (int j = 0; j < d; j++) {
        points[i][j] = i < face.length ? face[i][j] : random.nextGaussian();
      }
      points[i][d] = i < face.length ? 0 : 1 + random.nextDouble();
    }
    AtInfinity result = assertInstanceOf(AtInfinity.class, LossMinimum.of(PlainMatrix.of(points)));
    assertEquals(face.length, ((OnBoundary) result.reason()).face().length);
    Attained found = (Attained) onFace;
    double precise = Decimal.log(PreciseMinimum.exponential(exact(face)).mean()).doubleValue();
    double expected = precise + Math.log((double) face.length / points.length);
    // The stated error, and a few roundings of the two logarithms.
    double bound = 2 * found.certificate().logMeanError() + 8 * Math.ulp(1 + Math.abs(precise));
    assertEquals(expected, result.logInfimum(), bound);
  }

  @Property(tries = 40)
  void pointsOfASubspaceHaveTheMinimumOfTheirSpan(
      @ForAll @IntRange(min = 1, max = 3) int d, @ForAll Random random) {
    double[][] within = gaussian(random, 3 * d + 2, d, 1);
    LossMinimum plain = LossMinimum.of(PlainMatrix.of(within));
    Assume.that(plain instanceof Attained);
    double[][] points = new double[within.length][d + 2];
    for (int i = 0; i < points.length; i++) {
      System.arraycopy(within[i], 0, points[i], 0, d);
      points[i][d] = 2 * within[i][0];
    }
    Attained result = assertInstanceOf(Attained.class, LossMinimum.of(PlainMatrix.of(points)));
    assertTrue(((Attained) plain).unique() && !result.unique());
    double bound =
        2 * (result.certificate().logMeanError() + ((Attained) plain).certificate().logMeanError());
    assertEquals(((Attained) plain).logMean(), result.logMean(), bound);
  }
}
