/**
 * Z. Liu, E. J. Michaud, M. Tegmark, "Omnigrok: Grokking Beyond Algorithmic Data": the training
 * loss reduced to the norm w of the weights falls (L), the test loss is U-shaped, and weight decay
 * takes the norm slowly from one to the other.
 *
 * <p>Conventions where the paper is silent: time t = η · steps; decay γ is decoupled, W ← (1 − ηγ)W
 * − …, and stands for the penalty γ|W|²/2; a time that never comes is an empty {@link
 * java.util.Optional}. Closed forms are evaluated in {@link org.grokcheck.math.Real}, so that what
 * cancels in them doesn't show, and rounded once.
 */
@NullMarked
package org.grokcheck.omnigrok;

import org.jspecify.annotations.NullMarked;
