/**
 * What a linear classifier makes of a data set in the end, found without following its training:
 * whether the points are separable from the origin, where the exponential loss has its minimum, and
 * which direction has the largest margin.
 *
 * <p>One class throughout: points xᵢ, margins zᵢ = xᵢ·w, separable if some w has all zᵢ &gt; 0. The
 * iterations here are only trusted to propose; what is returned has been checked by arithmetic with
 * a proved error bound, and says so where the check doesn't pass.
 */
@NullMarked
package org.grokcheck.dynamics.margin;

import org.jspecify.annotations.NullMarked;
