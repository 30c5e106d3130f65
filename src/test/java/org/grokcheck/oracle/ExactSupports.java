package org.grokcheck.oracle;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.fraction.BigFraction;

/**
 * argmin{‖w‖² : w·aᵢ ≤ −1} in exact rationals by trying every set of support vectors: w = −Σ λᵢaᵢ
 * over linearly independent aᵢ with w·aᵢ = −1 is the minimiser iff λ ≥ 0 and w is feasible. Some
 * set succeeds iff there is a feasible vector (Kuhn, Tucker and Carathéodory).
 */
public final class ExactSupports {
  private final List<List<BigFraction>> constraints;

  private ExactSupports(List<List<BigFraction>> constraints) {
    this.constraints = constraints;
  }

  /** The problem without a bias: aᵢ = xᵢ. */
  public static ExactSupports plain(List<List<BigDecimal>> points) {
    return new ExactSupports(points.stream().map(ExactSupports::exact).toList());
  }

  /** The problem with the bias as a weight: aᵢ = (xᵢ, 1). */
  public static ExactSupports extended(List<List<BigDecimal>> points) {
    List<List<BigFraction>> rows = new ArrayList<>();
    for (List<BigDecimal> point : points) {
      List<BigFraction> row = new ArrayList<>(exact(point));
      row.add(BigFraction.ONE);
      rows.add(row);
    }
    return new ExactSupports(rows);
  }

  /** Exact values. */
  public static List<BigFraction> exact(List<BigDecimal> values) {
    return values.stream().map(ExactSupports::exact).toList();
  }

  /** The exact value of a decimal. */
  public static BigFraction exact(BigDecimal value) {
    BigDecimal whole = value.scale() > 0 ? value : value.setScale(0);
    return new BigFraction(whole.unscaledValue(), BigInteger.TEN.pow(whole.scale()));
  }

  /** A fraction to 60 digits. */
  public static BigDecimal decimal(BigFraction value) {
    return new BigDecimal(value.getNumerator())
        .divide(new BigDecimal(value.getDenominator()), new MathContext(60));
  }

  /** a·b. */
  public static BigFraction dot(List<BigFraction> a, List<BigFraction> b) {
    BigFraction sum = BigFraction.ZERO;
    for (int j = 0; j < a.size(); j++) {
      sum = sum.add(a.get(j).multiply(b.get(j)));
    }
    return sum;
  }

  /** The minimiser; empty if no vector is feasible. */
  public Optional<List<BigFraction>> minimiser() {
    return search(0, new ArrayList<>());
  }

  private Optional<List<BigFraction>> search(int from, List<List<BigFraction>> support) {
    if (!support.isEmpty()) {
      Optional<List<BigFraction>> found = ofSupport(support);
      if (found.isPresent()) {
        return found;
      }
    }
    if (support.size() == constraints.get(0).size()) {
      return Optional.empty();
    }
    for (int i = from; i < constraints.size(); i++) {
      support.add(constraints.get(i));
      Optional<List<BigFraction>> found = search(i + 1, support);
      if (found.isPresent()) {
        return found;
      }
      support.remove(support.size() - 1);
    }
    return Optional.empty();
  }

  private Optional<List<BigFraction>> ofSupport(List<List<BigFraction>> support) {
    int n = support.size();
    BigFraction[][] rows = new BigFraction[n][n + 1];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        rows[i][j] = dot(support.get(i), support.get(j));
      }
      rows[i][n] = BigFraction.ONE;
    }
    return solve(rows)
        .filter(lambda -> lambda.stream().allMatch(l -> l.compareTo(BigFraction.ZERO) >= 0))
        .map(lambda -> vector(support, lambda))
        .filter(this::isFeasible);
  }

  private static List<BigFraction> vector(
      List<List<BigFraction>> support, List<BigFraction> lambda) {
    List<BigFraction> w = new ArrayList<>();
    for (int j = 0; j < support.get(0).size(); j++) {
      BigFraction sum = BigFraction.ZERO;
      for (int i = 0; i < lambda.size(); i++) {
        sum = sum.subtract(lambda.get(i).multiply(support.get(i).get(j)));
      }
      w.add(sum);
    }
    return w;
  }

  private boolean isFeasible(List<BigFraction> w) {
    return constraints.stream().allMatch(a -> dot(w, a).compareTo(BigFraction.MINUS_ONE) <= 0);
  }

  /** Gauss and Jordan on an augmented matrix; empty if it is singular. */
  public static Optional<List<BigFraction>> solve(BigFraction[][] rows) {
    int n = rows.length;
    for (int c = 0; c < n; c++) {
      int pivot = c;
      while (pivot < n && rows[pivot][c].equals(BigFraction.ZERO)) {
        pivot++;
      }
      if (pivot == n) {
        return Optional.empty();
      }
      BigFraction[] top = rows[pivot];
      rows[pivot] = rows[c];
      rows[c] = top;
      for (int i = 0; i < n; i++) {
        if (i != c && !rows[i][c].equals(BigFraction.ZERO)) {
          BigFraction factor = rows[i][c].divide(top[c]);
          for (int j = c; j <= n; j++) {
            rows[i][j] = rows[i][j].subtract(factor.multiply(top[j]));
          }
        }
      }
    }
    List<BigFraction> solution = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      solution.add(rows[i][n].divide(rows[i][i]));
    }
    return Optional.of(solution);
  }
}
