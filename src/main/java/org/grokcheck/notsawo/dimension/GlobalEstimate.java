package org.grokcheck.notsawo.dimension;

import java.util.List;

/**
 * Two ways to make one estimate of many local ones, App. H.1 (claims {@code
 * notsawo.apph.levina_bickel} and {@code notsawo.apph.mackay}).
 *
 * @param local m_k(x_i), positive; one may be infinite
 */
public record GlobalEstimate(List<Double> local) {

  /**
   * Checks the domain.
   *
   * @throws IllegalArgumentException if there is none, or one isn't positive
   */
  public GlobalEstimate {
    local = List.copyOf(local);
    if (local.isEmpty()) {
      throw new IllegalArgumentException("local_estimates: need at least 1, got none");
    }
    for (double estimate : local) {
      if (!(estimate > 0)) {
        throw new IllegalArgumentException(
            "local_estimates: need positive numbers, got " + estimate);
      }
    }
  }

  /** (1/n) Σ m_k(x_i), by Levina and Bickel. */
  public double levinaBickel() {
    return local.stream().mapToDouble(m -> m).sum() / local.size();
  }

  /** [(1/n) Σ 1/m_k(x_i)]⁻¹, by MacKay and Ghahramani; an infinite estimate counts as 1/m = 0. */
  public double mackay() {
    return local.size() / local.stream().mapToDouble(m -> 1 / m).sum();
  }
}
