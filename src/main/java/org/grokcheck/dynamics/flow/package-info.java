/**
 * Gradient flow and gradient descent of a linear classifier f(x) = S·x + b all of whose points
 * belong to the class of negative f: L(S, b) = (1/N) Σ ℓ(S·xᵢ + b) with ℓ(f) = log(1 + e^f) or e^f.
 *
 * <p>Time is that of dS/dt = −∂L/∂S, db/dt = −∂L/∂b: learning rate times steps. {@link
 * org.grokcheck.dynamics.flow.ConformalFlow} integrates the exponential loss in τ = ∫ e^b dt, where
 * S moves as if there were no bias; {@link org.grokcheck.dynamics.flow.LogTimeFlow} integrates
 * either loss in log t; {@link org.grokcheck.dynamics.flow.GradientDescent} makes the steps.
 */
@NullMarked
package org.grokcheck.dynamics.flow;

import org.jspecify.annotations.NullMarked;
