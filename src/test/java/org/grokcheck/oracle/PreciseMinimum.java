package org.grokcheck.oracle;

import static org.grokcheck.oracle.Decimal.minus;
import static org.grokcheck.oracle.Decimal.over;
import static org.grokcheck.oracle.Decimal.plus;
import static org.grokcheck.oracle.Decimal.times;

import java.math.BigDecimal;
import java.util.Arrays;

/**
 * The minimiser of Σ e^(xᵢ·S) in a few dimensions to 50 digits, by Newton's method in decimals from
 * the minimum in doubles.
 */
public final class PreciseMinimum {
  private static final int NEWTON_STEPS = 4;

  private final BigDecimal[][] points;
  private final BigDecimal[] minimiser;

  /**
   * Refines a minimum.
   *
   * @param points one a row
   * @param start the minimum in doubles
   */
  public PreciseMinimum(double[][] points, double[] start) {
    this.points =
        Arrays.stream(points)
            .map(p -> Arrays.stream(p).mapToObj(Decimal::of).toArray(BigDecimal[]::new))
            .toArray(BigDecimal[][]::new);
    minimiser = Arrays.stream(start).mapToObj(Decimal::of).toArray(BigDecimal[]::new);
    for (int k = 0; k < NEWTON_STEPS; k++) {
      step();
    }
  }

  /** S. */
  public BigDecimal[] minimiser() {
    return minimiser.clone();
  }

  /** log (1/N) Σ e^(xᵢ·S). */
  public BigDecimal logMean() {
    BigDecimal sum = BigDecimal.ZERO;
    for (BigDecimal[] x : points) {
      sum = plus(sum, exponential(x));
    }
    return Decimal.log(over(sum, BigDecimal.valueOf(points.length)));
  }

  private BigDecimal exponential(BigDecimal[] x) {
    BigDecimal z = BigDecimal.ZERO;
    for (int j = 0; j < x.length; j++) {
      z = plus(z, times(x[j], minimiser[j]));
    }
    return Decimal.exp(z);
  }

  private void step() {
    int d = minimiser.length;
    BigDecimal[][] system = new BigDecimal[d][d + 1];
    for (BigDecimal[] row : system) {
      Arrays.fill(row, BigDecimal.ZERO);
    }
    for (BigDecimal[] x : points) {
      BigDecimal e = exponential(x);
      for (int i = 0; i < d; i++) {
        BigDecimal weighted = times(e, x[i]);
        for (int j = 0; j < d; j++) {
          system[i][j] = plus(system[i][j], times(weighted, x[j]));
        }
        system[i][d] = plus(system[i][d], weighted);
      }
    }
    BigDecimal[] move = solve(system);
    for (int j = 0; j < d; j++) {
      minimiser[j] = minus(minimiser[j], move[j]);
    }
  }

  /** Gauss-Jordan elimination without pivoting, which a positive definite matrix allows. */
  private static BigDecimal[] solve(BigDecimal[][] a) {
    int n = a.length;
    for (int k = 0; k < n; k++) {
      for (int i = 0; i < n; i++) {
        BigDecimal factor = over(a[i][k], a[k][k]);
        for (int j = k; i != k && j <= n; j++) {
          a[i][j] = minus(a[i][j], times(factor, a[k][j]));
        }
      }
    }
    BigDecimal[] x = new BigDecimal[n];
    Arrays.setAll(x, k -> over(a[k][n], a[k][k]));
    return x;
  }
}
