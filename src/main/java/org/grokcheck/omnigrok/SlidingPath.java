package org.grokcheck.omnigrok;

import org.grokcheck.math.Real;

/**
 * The path C–D–E of Fig. 6f: the norm drifts left in region II until it meets the boundary at D,
 * then slides along it to the generalising solution E (Sec. 5.1 and footnote 6; claims {@code
 * omnigrok.path.*}, {@code omnigrok.ext.path-general}). Coordinates are (ln w, m).
 *
 * @param length L, horizontal distance of C and E
 * @param height h, vertical distance of E and the line C–D
 * @param theta θ, angle of the boundary with the axis of ln w
 * @param norm w_E &gt; 0, the norm at E
 * @param rates learning rates and weight decay
 */
public record SlidingPath(Real length, Real height, Real theta, Real norm, Rates rates) {

  /**
   * Learning rates and weight decay.
   *
   * @param decoder η_D &gt; 0
   * @param representation η_R &gt; 0, the rate of m itself
   * @param gamma weight decay γ &gt; 0
   */
  public record Rates(Real decoder, Real representation, Real gamma) {
    /**
     * Checks the domain.
     *
     * @throws IllegalArgumentException if one of the three isn't positive
     */
    public Rates {
      Require.positive("eta_D", decoder);
      Require.positive("eta_R", representation);
      Require.positive("gamma", gamma);
    }

    /** Returns v = η_D γ, the speed of −ln w in region II. */
    public Real drift() {
      return decoder.times(gamma);
    }
  }

  /**
   * Checks what the formulas need; whether a path has the drawn shape is {@link #isInDomain}.
   *
   * @throws IllegalArgumentException if θ = 0 or w_E isn't positive
   */
  public SlidingPath {
    Require.notZero("theta", theta);
    Require.positive("w_E", norm);
  }

  /** Whether 0 &lt; θ &lt; π/2, h ≥ 0 and D lies between C and E: L ≥ h cot θ. */
  public boolean isInDomain() {
    return theta.signum() > 0
        && theta.compareTo(Real.pi().over(2)) < 0
        && height.signum() >= 0
        && drifting().signum() >= 0;
  }

  /** Returns L₁ = L − h cot θ, from C to D. */
  public Real drifting() {
    return length.minus(offset());
  }

  /** Returns L₂ = h/sin θ, from D to E. */
  public Real sliding() {
    return height.over(theta.sin());
  }

  /** Returns v' = v cos θ, the printed speed along the boundary. */
  public Real printedSpeed() {
    return rates.drift().times(cos());
  }

  /** Returns v' = v cos θ/(cos²θ + ρ sin²θ), the speed along the boundary at E under eq. (6). */
  public Real speed() {
    return printedSpeed().over(cos().square().plus(ratio().times(theta.sin().square())));
  }

  /** Returns ρ = η_D/(η_R w_E²). */
  public Real ratio() {
    return rates.decoder().over(rates.representation().times(norm.square()));
  }

  /** Returns (L + h tan θ)/(η_D γ), the printed time. */
  public Real printedTime() {
    return length.plus(height.times(tan())).over(rates.drift());
  }

  /** Returns (L + ρ h tan θ)/(η_D γ): w² = w_E² all along the boundary. */
  public Real frozenTime() {
    return length.plus(ratio().times(height).times(tan())).over(rates.drift());
  }

  /**
   * Returns the time of the sliding flow of eq. (6) for a boundary that is straight in (ln w, m):
   * L/(η_D γ) + tan²θ (1 − e^{−2h cot θ})/(2 η_R γ w_E²).
   */
  public Real time() {
    Real fall = offset().times(-2).expm1().negate();
    Real sliding =
        tan().square().times(fall).over(representationDrift().times(norm.square()).times(2));
    return length.over(rates.drift()).plus(sliding);
  }

  private Real representationDrift() {
    return rates.representation().times(rates.gamma());
  }

  /** Returns dt/dθ = h/(η_D γ cos²θ) of the printed time at fixed L and h. */
  public Real printedTimeSlope() {
    return height.over(rates.drift().times(cos().square()));
  }

  private Real offset() {
    return height.times(cos()).over(theta.sin());
  }

  private Real cos() {
    return theta.cos();
  }

  private Real tan() {
    return theta.sin().over(cos());
  }
}
