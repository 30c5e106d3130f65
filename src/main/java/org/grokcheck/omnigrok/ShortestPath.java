package org.grokcheck.omnigrok;

import java.util.Optional;
import org.grokcheck.math.Real;

/**
 * Least printed time over the angles at which D lies between C and E (claim {@code
 * omnigrok.path.monotone}): t grows with θ, so it is least at tan θ = h/L, where D = C.
 *
 * @param length L ≥ 0
 * @param height h ≥ 0, not 0 together with L
 * @param drift v = η_D γ &gt; 0
 */
public record ShortestPath(Real length, Real height, Real drift) {
  /**
   * Checks the domain.
   *
   * @throws IllegalArgumentException if a number is out of its range
   */
  public ShortestPath {
    Require.notNegative("L", length);
    Require.notNegative("h", height);
    Require.positive("eta_D*gamma", drift);
    if (length.signum() == 0 && height.signum() == 0) {
      throw new IllegalArgumentException("L, h: need one of them above 0, got 0 and 0");
    }
  }

  /** Returns arctan(h/L), π/2 for L = 0. */
  public Real theta() {
    return length.signum() == 0 ? Real.pi().over(2) : height.over(length).atan();
  }

  /** Returns (L + h²/L)/v; empty for L = 0, where no path arrives. */
  public Optional<Real> time() {
    return length.signum() == 0
        ? Optional.empty()
        : Optional.of(length.plus(height.square().over(length)).over(drift));
  }
}
