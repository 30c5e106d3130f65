package org.grokcheck.omnigrok;

import org.grokcheck.math.Real;

/**
 * Networks of equal function: (W₁, b₁) → c(W₁, b₁), W₂ → W₂/c around units that are homogeneous of
 * degree one gives |W|² = c²A + B/c² + C (claims {@code omnigrok.ext.relu-rescaling}, {@code
 * omnigrok.fig1a}).
 *
 * @param incoming A = |W₁|² + |b₁|² &gt; 0
 * @param outgoing B = |W₂|² ≥ 0
 * @param rest C ≥ 0, the square of all other parameters
 */
public record ReluOrbit(Real incoming, Real outgoing, Real rest) {
  /**
   * Checks the domain.
   *
   * @throws IllegalArgumentException if a number is out of its range
   */
  public ReluOrbit {
    if (incoming.signum() <= 0) {
      throw new IllegalArgumentException(
          "A: need a number above 0, got "
              + incoming
              + "; without incoming weights set them freely, the outgoing ones being 0");
    }
    Require.notNegative("B", outgoing);
    Require.notNegative("C", rest);
  }

  /** Returns √(2√(AB) + C), the least norm on the orbit; for B = 0 its greatest lower bound. */
  public Real leastNorm() {
    return incoming.times(outgoing).sqrt().times(2).plus(rest).sqrt();
  }

  /** Returns √(c²A + B/c² + C). */
  public Real norm(Real factor) {
    Real square = factor.square();
    return incoming.times(square).plus(outgoing.over(square)).plus(rest).sqrt();
  }

  /**
   * Returns the larger c with norm R: c² = [(R²−C) + √((R²−C)² − 4AB)]/(2A).
   *
   * @throws IllegalArgumentException if no network of the orbit has this norm
   */
  public Real factor(Real norm) {
    Real free = norm.square().minus(rest);
    Real radicand = free.square().minus(incoming.times(outgoing).times(4));
    if (free.signum() <= 0 || radicand.signum() < 0) {
      throw new IllegalArgumentException(
          "target_norm: need "
              + (outgoing.signum() == 0 ? "more than " : "at least ")
              + leastNorm()
              + ", the least norm of the orbit, got "
              + norm);
    }
    return free.plus(radicand.sqrt()).over(incoming.times(2)).sqrt();
  }
}
