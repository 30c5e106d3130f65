package org.grokcheck.compute.linear;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.apache.commons.math3.fraction.BigFraction;

/** Factors of matrices whose factor or spectrum is known. */
class CholeskyFactorProperties {
  /** RᵀR of a unit upper triangular R with entries −1, 0, 1, in exact arithmetic. */
  private static double[] product(double[] r, int n) {
    double[] a = new double[n * n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        for (int k = 0; k <= Math.min(i, j); k++) {
          a[i * n + j] += r[k * n + i] * r[k * n + j];
        }
      }
    }
    return a;
  }

  private static double[] unitTriangular(Random random, int n) {
    double[] r = new double[n * n];
    for (int i = 0; i < n; i++) {
      r[i * n + i] = 1;
      for (int j = i + 1; j < n; j++) {
        r[i * n + j] = random.nextInt(3) - 1;
      }
    }
    return r;
  }

  @Property(tries = 60)
  void integerSystemsAreSolvedExactly(
      @ForAll @IntRange(min = 1, max = 150) int n, @ForAll Random random) {
    // A banded factor keeps the integers of the solution small, so that no step rounds.
    double[] r = unitTriangular(random, n);
    for (int i = 0; i < n; i++) {
      for (int j = i + 2; j < n; j++) {
        r[i * n + j] = 0;
      }
    }
    double[] a = product(r, n);
    double[] x = random.doubles(n).map(u -> (int) (20 * u - 10)).toArray();
    double[] b = new double[n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        b[i] += a[i * n + j] * x[j];
      }
    }
    assertArrayEquals(x, CholeskyFactor.of(a, n).orElseThrow().solve(b));
  }

  @Property(tries = 40)
  void indefiniteMatricesAreRefused(
      @ForAll @IntRange(min = 1, max = 100) int n, @ForAll Random random) {
    double[] a = product(unitTriangular(random, n), n);
    int i = random.nextInt(n);
    // The factor of the rows before i is exact, so the pivot of row i becomes 0 or less.
    a[i * n + i] -= 1 + random.nextInt(2);
    assertTrue(CholeskyFactor.of(a, n).isEmpty());
  }

  @Property(tries = 40)
  void leastEigenvalueOfASpring(@ForAll @IntRange(min = 2, max = 130) int n) {
    double[] a = new double[n * n];
    for (int i = 0; i < n; i++) {
      a[i * n + i] = 2;
      if (i > 0) {
        a[i * n + i - 1] = -1;
        a[(i - 1) * n + i] = -1;
      }
    }
    double exact = 4 * Math.pow(StrictMath.sin(Math.PI / (2 * (n + 1))), 2);
    double below = EigenvalueBound.below(a, n, 0);
    assertTrue(below <= exact && below >= 0.4 * exact, below + " for " + exact);
    assertTrue(EigenvalueBound.below(a, n, 0.3 * exact) <= 0.7 * exact);
    assertEquals(0, EigenvalueBound.below(a, n, exact));
  }

  @Property(tries = 200)
  void boundsAreBelowAllEigenvaluesInExactArithmetic(
      @ForAll @IntRange(min = 1, max = 5) int n, @ForAll Random random) {
    double[] a = product(unitTriangular(random, n), n);
    double below = EigenvalueBound.below(a, n, 0);
    assertTrue(below > 0);
    assertTrue(isPositive(a, n, below));
  }

  /** Whether A − shift·I has positive pivots in rationals. */
  private static boolean isPositive(double[] a, int n, double shift) {
    BigFraction[][] m = new BigFraction[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        m[i][j] = new BigFraction(a[i * n + j]);
        m[i][j] = i == j ? m[i][j].subtract(new BigFraction(shift)) : m[i][j];
      }
    }
    for (int k = 0; k < n; k++) {
      if (m[k][k].compareTo(BigFraction.ZERO) <= 0) {
        return false;
      }
      for (int i = k + 1; i < n; i++) {
        BigFraction factor = m[i][k].divide(m[k][k]);
        for (int j = k; j < n; j++) {
          m[i][j] = m[i][j].subtract(factor.multiply(m[k][j]));
        }
      }
    }
    return true;
  }
}
