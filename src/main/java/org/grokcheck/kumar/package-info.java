/**
 * T. Kumar, B. Bordelon, S. J. Gershman, C. Pehlevan, "Grokking as the Transition from Lazy to Rich
 * Training Dynamics": a committee machine f(x) = (α/N) Σ φ(wᵢ·x) with φ(h) = h + ½εh² learns y =
 * ½(β·x)² from inputs x ~ N(0, I/D).
 *
 * <p>Everything that the paper states about it without training is a polynomial in Gaussian
 * variables. Such formulas are evaluated over the rationals, so that they can be compared without
 * tolerance and be rounded once.
 *
 * <p>Conventions where the paper is silent (claim {@code kumar.conventions}): losses are means over
 * samples of (y − f)² without ½; rows of a data matrix are samples; rows of a weight matrix are
 * neurons; K₂ is the kernel of eq. (2), the inner product of gradients, and K₅ = (N/α²) K₂ the
 * expression of eq. (5).
 */
@NullMarked
package org.grokcheck.kumar;

import org.jspecify.annotations.NullMarked;
