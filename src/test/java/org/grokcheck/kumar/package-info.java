/**
 * Tests of the claims of <em>Grokking as the Transition from Lazy to Rich Training Dynamics</em>.
 *
 * <p>Identities are compared over the rationals, at random points of {@link
 * org.grokcheck.harness.ExactArb}: their oracle averages and differentiates the network's
 * definition as a polynomial and uses none of the paper's formulas.
 */
@NullMarked
package org.grokcheck.kumar;

import org.jspecify.annotations.NullMarked;
