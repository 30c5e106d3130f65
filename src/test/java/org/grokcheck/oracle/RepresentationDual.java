package org.grokcheck.oracle;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.fraction.BigFraction;

/**
 * The largest total weight of some points in a representation Σ qᵢxᵢ = 0, qᵢ ≥ 0, Σ qᵢ = 1, by the
 * dual programme: the least u for which some y has u + y·xᵢ ≥ 1 on those points and ≥ 0 on the
 * others. It is attained where d + 1 of the inequalities are equations, for points that span.
 */
public final class RepresentationDual {
  private final List<List<BigFraction>> rows = new ArrayList<>();
  private final int inside;

  /** The programme for the points beyond the first {@code inside}. */
  public RepresentationDual(List<List<BigDecimal>> points, int inside) {
    for (List<BigDecimal> x : points) {
      List<BigFraction> row = new ArrayList<>(ExactSupports.exact(x));
      row.add(BigFraction.ONE);
      rows.add(row);
    }
    this.inside = inside;
  }

  /** The optimum. */
  public BigFraction optimum() {
    return search(0, new ArrayList<>()).orElseThrow();
  }

  private Optional<BigFraction> search(int from, List<Integer> active) {
    int size = rows.get(0).size();
    if (active.size() == size) {
      return solution(active);
    }
    Optional<BigFraction> least = Optional.empty();
    for (int i = from; i < rows.size(); i++) {
      active.add(i);
      Optional<BigFraction> found = search(i + 1, active);
      active.remove(active.size() - 1);
      if (found.isPresent() && (least.isEmpty() || found.get().compareTo(least.get()) < 0)) {
        least = found;
      }
    }
    return least;
  }

  private BigFraction demand(int i) {
    return i < inside ? BigFraction.ZERO : BigFraction.ONE;
  }

  private Optional<BigFraction> solution(List<Integer> active) {
    int size = active.size();
    BigFraction[][] system = new BigFraction[size][size + 1];
    for (int k = 0; k < size; k++) {
      for (int j = 0; j < size; j++) {
        system[k][j] = rows.get(active.get(k)).get(j);
      }
      system[k][size] = demand(active.get(k));
    }
    return ExactSupports.solve(system)
        .filter(
            y -> {
              for (int i = 0; i < rows.size(); i++) {
                if (ExactSupports.dot(y, rows.get(i)).compareTo(demand(i)) < 0) {
                  return false;
                }
              }
              return true;
            })
        .map(y -> y.get(size - 1));
  }
}
