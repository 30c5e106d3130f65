package org.grokcheck.dynamics.flow;

/**
 * A classifier at a conformal time.
 *
 * @param tau τ = ∫₀ᵗ e^b dt′
 * @param timed the state and its log t
 */
public record ConformalState(double tau, TimedState timed) {}
