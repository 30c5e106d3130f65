/**
 * Exact arithmetic over the rationals: numbers, vectors and matrices, polynomials in many
 * variables, and Gaussian averages of polynomials by Isserlis' theorem.
 *
 * <p>An identity between polynomials that holds in it holds without tolerance. Every object is
 * immutable, and two that are mathematically equal are {@code equals}.
 */
@NullMarked
package org.grokcheck.math.exact;

import org.jspecify.annotations.NullMarked;
