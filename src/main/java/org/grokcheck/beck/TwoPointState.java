package org.grokcheck.beck;

/**
 * A state of the two-point flow on its trajectory.
 *
 * @param pull the trajectory's own coordinate, k = ½ησ² ∫ e^{xS̃} dτ
 * @param weight S̃ = σS
 * @param bias b
 */
public record TwoPointState(double pull, double weight, double bias) {}
