package org.grokcheck.kumar;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.grokcheck.math.exact.Rational;
import org.grokcheck.math.exact.RationalVector;

/**
 * The eigenvalues of K₅ on quadratic functions at w̄ = 0 and any M with eigenvalues m_a ≥ 0 (claim
 * {@code kumar.ext.ntk-spectrum-anyM}): ε²(m_a + m_b)/D² for a &lt; b, on products of two different
 * eigencoordinates, and ε²/D² times the D eigenvalues μ of √m√mᵀ + 2 diag(m), on sums of squares. A
 * μ that isn't 2m_a is a root of the secular equation Σ m_a/(μ − 2m_a) = 1.
 *
 * @param eps ε
 * @param moments m_1, ..., m_D, each at least 0
 */
public record QuadraticSector(Rational eps, RationalVector moments) {
  /**
   * Checks the domain.
   *
   * @throws IllegalArgumentException if an m_a is negative
   */
  public QuadraticSector {
    moments.entries().forEach(m -> Require.notNegative("M_eigenvalues", m));
  }

  /** Returns ε²(m_a + m_b)/D² over a &lt; b, in the order of the indices. */
  public List<Rational> products() {
    List<Rational> values = new ArrayList<>();
    for (int a = 0; a < moments.size(); a++) {
      for (int b = a + 1; b < moments.size(); b++) {
        values.add(moments.get(a).plus(moments.get(b)).times(unit()));
      }
    }
    return values;
  }

  /** Returns the D eigenvalues on sums of squares, descending, each to one ulp or so. */
  public List<Double> squares() {
    List<Double> values = new ArrayList<>();
    Map<Rational, Integer> counts = new TreeMap<>();
    moments.entries().forEach(m -> counts.merge(m, 1, Integer::sum));
    List<Map.Entry<Rational, Integer>> poles = List.copyOf(counts.entrySet());
    for (int i = 0; i < poles.size(); i++) {
      Rational pole = poles.get(i).getKey().times(2);
      // k equal m leave k − 1 eigenvalues at their pole; all of them do at m = 0.
      int atPole = poles.get(i).getValue() - (pole.signum() == 0 ? 0 : 1);
      for (int k = 0; k < atPole; k++) {
        values.add(pole.times(unit()).toDouble());
      }
      if (pole.signum() > 0) {
        Rational end =
            i + 1 < poles.size() ? poles.get(i + 1).getKey().times(2) : pole.plus(trace());
        values.add(rootBetween(pole, end).times(unit()).toDouble());
      }
    }
    values.sort(Comparator.reverseOrder());
    return values;
  }

  /** Returns all D(D+1)/2 eigenvalues on quadratic functions, descending. */
  public List<Double> descending() {
    List<Double> values = new ArrayList<>(squares());
    products().forEach(value -> values.add(value.toDouble()));
    values.sort(Comparator.reverseOrder());
    return values;
  }

  /**
   * Returns det(√m√mᵀ + 2 diag(m) − μI) = Π(2m_a − μ) + Σ_a m_a Π_{b≠a}(2m_b − μ).
   *
   * @param mu μ
   */
  public Rational characteristic(Rational mu) {
    Rational all = Rational.ONE;
    Rational sum = Rational.ZERO;
    for (Rational m : moments.entries()) {
      Rational factor = m.times(2).minus(mu);
      sum = sum.times(factor).plus(all.times(m));
      all = all.times(factor);
    }
    return all.plus(sum);
  }

  /** Returns ε²/D². */
  public Rational unit() {
    return eps.over(moments.size()).square();
  }

  /**
   * The only root of the secular equation in (low, high), where its left side falls from ∞. The gap
   * μ − low is halved until it is known to 70 bits.
   */
  private Rational rootBetween(Rational low, Rational high) {
    Rational above = high.minus(low);
    // First the binary magnitude of the gap, then its digits.
    while (secular(low, above.over(2)).compareTo(Rational.ONE) <= 0) {
      above = above.over(2);
    }
    Rational below = above.over(2);
    for (int bit = 0; bit < 70; bit++) {
      Rational middle = below.plus(above).over(2);
      if (secular(low, middle).compareTo(Rational.ONE) >= 0) {
        below = middle;
      } else {
        above = middle;
      }
    }
    return low.plus(below.plus(above).over(2));
  }

  private Rational secular(Rational low, Rational gap) {
    return RationalVector.sum(
        moments.size(),
        a -> {
          Rational m = moments.get(a);
          return m.over(low.minus(m.times(2)).plus(gap));
        });
  }

  private Rational trace() {
    return moments.entries().stream().reduce(Rational.ZERO, Rational::plus);
  }
}
