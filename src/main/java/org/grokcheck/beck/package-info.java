/**
 * Models and closed forms of <em>Grokking at the Edge of Linear Separability</em> (Beck, Levi,
 * Bar-Sinai).
 *
 * <p>Everything that a formula could round away (a gap 1 − 2λ, a tail 1 − A, a time of 1e300) is
 * carried as an exact gap, a complement or a logarithm. {@code S̃ = σS} is the scaled weight.
 */
@NullMarked
package org.grokcheck.beck;

import org.jspecify.annotations.NullMarked;
