package org.grokcheck.omnigrok;

import java.util.Optional;
import org.grokcheck.math.Real;

/**
 * Escape from the saddle at zero weights of f = ab with a = b = s (footnote 4; claim {@code
 * omnigrok.fn4.w-small}): ds/dt = s(y − γ − s²) takes (1/(2(y−γ))) ln[s₁²(y−γ−s₀²)/(s₀²(y−γ−s₁²))]
 * from s₀ to s₁.
 *
 * @param start s₀ ≥ 0
 * @param end s₁ ≥ s₀
 * @param target y
 * @param gamma γ ≥ 0
 */
public record SaddleEscape(Real start, Real end, Real target, Real gamma) {
  /**
   * Checks the domain.
   *
   * @throws IllegalArgumentException if a number is out of its range
   */
  public SaddleEscape {
    Require.notNegative("s0", start);
    Require.atLeast("s1", end, "s0", start);
    Require.notNegative("gamma", gamma);
  }

  /** Returns the time; empty where s₁ is never reached: s₀ = 0, or s₁² ≥ y − γ. */
  public Optional<Real> time() {
    Real limit = target.minus(gamma);
    if (start.equals(end)) {
      return Optional.of(Real.ZERO);
    }
    if (start.signum() == 0 || end.square().compareTo(limit) >= 0) {
      return Optional.empty();
    }
    Real growth = end.minus(start).times(end.plus(start)).times(limit);
    Real from = start.square().times(limit.minus(end.square()));
    return Optional.of(growth.over(from).log1p().over(limit.times(2)));
  }
}
