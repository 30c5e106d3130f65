package org.grokcheck.omnigrok;

import java.util.Optional;
import org.grokcheck.math.exact.Rational;

/**
 * Expected risk and squared norm of least-norm or least-squares regression on an isotropic Gaussian
 * design (claim {@code omnigrok.sec2.dd-to-U}). For n &lt; d − 1: s²(1 − n/d) + σ²n/(d−n−1) and
 * s²n/d + σ²n/(d−n−1); for n &gt; d + 1: σ²d/(n−d−1) and s² more. In between both are infinite
 * unless σ = 0.
 *
 * @param samples n ≥ 1
 * @param dimension d ≥ 1
 * @param noise σ², the variance of the noise
 * @param signal s² = |w_s|²
 */
public record LeastSquaresRisk(int samples, int dimension, Rational noise, Rational signal) {
  /**
   * Checks the domain.
   *
   * @throws IllegalArgumentException if n or d is below 1, or a square is negative
   */
  public LeastSquaresRisk {
    Require.atLeast("n", samples, 1);
    Require.atLeast("d", dimension, 1);
    if (noise.signum() < 0 || signal.signum() < 0) {
      throw new IllegalArgumentException(
          "sigma^2, signal_norm^2: need numbers of at least 0, got " + noise + " and " + signal);
    }
  }

  /** Returns the expected risk E|w − w_s|²; empty where it is infinite. */
  public Optional<Rational> risk() {
    return spread().map(spread -> spread.plus(signal.minus(learned())));
  }

  /** Returns E|w|²; empty where it is infinite. */
  public Optional<Rational> squaredNorm() {
    return spread().map(spread -> spread.plus(learned()));
  }

  /** The share of the signal that the data fix. */
  private Rational learned() {
    return signal.times(Math.min(samples, dimension)).over(dimension);
  }

  /** What noise adds to both: σ² E tr (XX^T)⁻¹ over the smaller side. */
  private Optional<Rational> spread() {
    if (noise.signum() == 0) {
      return Optional.of(Rational.ZERO);
    }
    int gap = Math.abs(dimension - samples) - 1;
    return gap <= 0
        ? Optional.empty()
        : Optional.of(noise.times(Math.min(samples, dimension)).over(gap));
  }
}
