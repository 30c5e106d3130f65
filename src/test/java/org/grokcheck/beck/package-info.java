/** Tests of the claims of <em>Grokking at the Edge of Linear Separability</em>. */
@NullMarked
package org.grokcheck.beck;

import org.jspecify.annotations.NullMarked;
