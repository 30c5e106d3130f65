package org.grokcheck.compute;

/**
 * A method and what surrounds it. In this order at step t: g ← g min(1, c/(‖g‖ + 10⁻⁶)) where
 * clipped; the step with rate η min(1, t/w) during a warm-up of w steps; θ ← θ r/‖θ‖ where the norm
 * is held.
 *
 * @param method the update
 * @param clip c > 0, or infinity for none
 * @param warmUp w ≥ 0 steps; 0 and 1 for none
 * @param norm r > 0, or 0 for a free norm
 */
public record OptimizerSettings(OptimizerSpec method, double clip, int warmUp, double norm) {
  public OptimizerSettings {
    Require.that(clip > 0, "clip = " + clip + " must be > 0; infinity for no clipping");
    Require.atLeast("warmUp", warmUp, 0);
    Require.notNegative("norm", norm);
  }

  /** The bare method. */
  public static OptimizerSettings of(OptimizerSpec method) {
    return new OptimizerSettings(method, Double.POSITIVE_INFINITY, 0, 0);
  }

  /** Share of the rate at step t ≥ 1. */
  public double warmth(long t) {
    return t >= warmUp ? 1 : (double) t / warmUp;
  }
}
