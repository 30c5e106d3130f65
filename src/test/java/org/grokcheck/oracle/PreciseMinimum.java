package org.grokcheck.oracle;

import static org.grokcheck.oracle.Decimal.minus;
import static org.grokcheck.oracle.Decimal.over;
import static org.grokcheck.oracle.Decimal.plus;
import static org.grokcheck.oracle.Decimal.times;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * The minimum of Σ ℓ(S·xᵢ) for exact points, ℓ = e^f or ℓ = log(1 + e^f), by Newton's method: with
 * halved steps in doubles, and whole steps at 60 digits. The points must span the space and
 * surround the origin.
 */
public final class PreciseMinimum {
  private static final int MOST_STEPS = 40;
  private static final BigDecimal SMALL = new BigDecimal("1e-90");
  private final List<List<BigDecimal>> points;
  private final boolean logistic;
  private final BigDecimal[] minimiser;

  private PreciseMinimum(List<List<BigDecimal>> points, boolean logistic, BigDecimal[] start) {
    this.points = points;
    this.logistic = logistic;
    minimiser = descend(start);
  }

  /** The minimum with the exponential loss. */
  public static PreciseMinimum exponential(List<List<BigDecimal>> points) {
    return new PreciseMinimum(points, false, zeros(points.get(0).size()));
  }

  /** The minimum with the exponential loss, searched from another start. */
  public static PreciseMinimum exponentialFrom(
      List<List<BigDecimal>> points, List<BigDecimal> start) {
    return new PreciseMinimum(points, false, start.toArray(BigDecimal[]::new));
  }

  /** The minimum with the logistic loss. */
  public static PreciseMinimum logistic(List<List<BigDecimal>> points) {
    return new PreciseMinimum(points, true, zeros(points.get(0).size()));
  }

  /** S. */
  public List<BigDecimal> minimiser() {
    return List.of(minimiser);
  }

  /** ‖S‖. */
  public BigDecimal norm() {
    BigDecimal sum = BigDecimal.ZERO;
    for (BigDecimal s : minimiser) {
      sum = plus(sum, times(s, s));
    }
    return Decimal.sqrt(sum);
  }

  /** S·xᵢ. */
  public List<BigDecimal> outputs() {
    return points.stream().map(x -> output(minimiser, x)).toList();
  }

  /** ℓ′(S·xᵢ) over their sum. */
  public List<BigDecimal> weights() {
    List<BigDecimal> slopes = outputs().stream().map(this::slope).toList();
    BigDecimal sum = slopes.stream().reduce(BigDecimal.ZERO, Decimal::plus);
    return slopes.stream().map(slope -> over(slope, sum)).toList();
  }

  /** (1/N) Σ ℓ(S·xᵢ). */
  public BigDecimal mean() {
    return over(value(minimiser), BigDecimal.valueOf(points.size()));
  }

  private static BigDecimal[] zeros(int size) {
    BigDecimal[] zeros = new BigDecimal[size];
    Arrays.fill(zeros, BigDecimal.ZERO);
    return zeros;
  }

  private static BigDecimal output(BigDecimal[] s, List<BigDecimal> x) {
    BigDecimal sum = BigDecimal.ZERO;
    for (int j = 0; j < s.length; j++) {
      sum = plus(sum, times(s[j], x.get(j)));
    }
    return sum;
  }

  private BigDecimal value(BigDecimal[] s) {
    BigDecimal sum = BigDecimal.ZERO;
    for (List<BigDecimal> x : points) {
      BigDecimal power = Decimal.exp(output(s, x));
      sum = plus(sum, logistic ? Decimal.log(plus(BigDecimal.ONE, power)) : power);
    }
    return sum;
  }

  private BigDecimal slope(BigDecimal output) {
    BigDecimal power = Decimal.exp(output);
    return logistic ? over(power, plus(BigDecimal.ONE, power)) : power;
  }

  private BigDecimal curvature(BigDecimal slope) {
    return logistic ? times(slope, minus(BigDecimal.ONE, slope)) : slope;
  }

  private BigDecimal[] descend(BigDecimal[] start) {
    BigDecimal[] s = new RoughMinimum(points, logistic).from(start);
    for (int k = 0; k < MOST_STEPS; k++) {
      Step step = step(s);
      s = moved(s, step.direction);
      if (step.decrement.compareTo(SMALL) < 0) {
        return s;
      }
    }
    throw new IllegalStateException("no minimum after " + MOST_STEPS + " steps: " + points);
  }

  private static BigDecimal[] moved(BigDecimal[] s, BigDecimal[] step) {
    BigDecimal[] next = new BigDecimal[s.length];
    for (int j = 0; j < s.length; j++) {
      next[j] = minus(s[j], step[j]);
    }
    return next;
  }

  private record Step(BigDecimal[] direction, BigDecimal decrement) {}

  private Step step(BigDecimal[] s) {
    int d = s.length;
    BigDecimal[][] rows = new BigDecimal[d][d + 1];
    for (BigDecimal[] row : rows) {
      Arrays.fill(row, BigDecimal.ZERO);
    }
    for (List<BigDecimal> x : points) {
      BigDecimal slope = slope(output(s, x));
      BigDecimal curvature = curvature(slope);
      for (int i = 0; i < d; i++) {
        rows[i][d] = plus(rows[i][d], times(slope, x.get(i)));
        for (int j = 0; j < d; j++) {
          rows[i][j] = plus(rows[i][j], times(curvature, times(x.get(i), x.get(j))));
        }
      }
    }
    BigDecimal[] gradient = new BigDecimal[d];
    for (int i = 0; i < d; i++) {
      gradient[i] = rows[i][d];
    }
    BigDecimal[] direction = solve(rows);
    BigDecimal decrement = BigDecimal.ZERO;
    for (int i = 0; i < d; i++) {
      decrement = plus(decrement, times(gradient[i], direction[i]));
    }
    return new Step(direction, decrement);
  }

  /** Gauss without pivots, the matrix being positive definite. */
  private static BigDecimal[] solve(BigDecimal[][] rows) {
    int n = rows.length;
    for (int c = 0; c < n; c++) {
      for (int i = c + 1; i < n; i++) {
        BigDecimal factor = over(rows[i][c], rows[c][c]);
        for (int j = c; j <= n; j++) {
          rows[i][j] = minus(rows[i][j], times(factor, rows[c][j]));
        }
      }
    }
    List<BigDecimal> solution = new ArrayList<>();
    for (int i = n - 1; i >= 0; i--) {
      BigDecimal rest = rows[i][n];
      for (int j = i + 1; j < n; j++) {
        rest = minus(rest, times(rows[i][j], solution.get(n - 1 - j)));
      }
      solution.add(over(rest, rows[i][i]));
    }
    Collections.reverse(solution);
    return solution.toArray(BigDecimal[]::new);
  }
}
