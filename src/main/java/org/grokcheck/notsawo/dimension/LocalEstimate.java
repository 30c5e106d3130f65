package org.grokcheck.notsawo.dimension;

import java.math.BigDecimal;
import java.util.List;
import org.grokcheck.math.Decimals;

/**
 * The estimate of the dimension at one point from the distances T_1 ≤ ... ≤ T_k to its nearest
 * neighbours, App. H.1 (claims {@code notsawo.apph.mle_local} and, for k = 2, {@code
 * notsawo.apph.k2}). Scales of distances cancel.
 *
 * @param distances T_1, ..., T_k, positive and ascending, k ≥ 2
 */
public record LocalEstimate(List<BigDecimal> distances) {

  /**
   * Checks the domain.
   *
   * @throws IllegalArgumentException if there are less than two distances, if one isn't positive,
   *     or if they aren't ascending
   */
  public LocalEstimate {
    distances = List.copyOf(distances);
    if (distances.size() < 2) {
      throw new IllegalArgumentException(
          "distances: need at least 2, got " + distances.size() + "; k counts the neighbours");
    }
    if (distances.get(0).signum() <= 0) {
      throw new IllegalArgumentException(
          "distances[0]: need a positive distance, got "
              + distances.get(0)
              + "; merge points that coincide");
    }
    for (int j = 1; j < distances.size(); j++) {
      if (distances.get(j).compareTo(distances.get(j - 1)) < 0) {
        throw new IllegalArgumentException(
            "distances[%d] = %s is below its predecessor; sort them"
                .formatted(j, distances.get(j)));
      }
    }
  }

  /** Σ_{j&lt;k} log(T_k/T_j). */
  public double sumOfLogs() {
    BigDecimal farthest = distances.get(distances.size() - 1);
    return distances.stream().mapToDouble(t -> Decimals.logRatio(farthest, t)).sum();
  }

  /** m_k = (k − 1)/Σ log(T_k/T_j), the estimate of largest likelihood; infinite where all agree. */
  public double mostLikely() {
    return (distances.size() - 1) / sumOfLogs();
  }

  /** (k − 2)/Σ log(T_k/T_j), without bias for k ≥ 3; 0 for k = 2. */
  public double unbiased() {
    return (distances.size() - 2) / sumOfLogs();
  }
}
