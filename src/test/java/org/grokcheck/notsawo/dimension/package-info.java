/** Estimates of intrinsic dimension against fifty digits, exact moments and random points. */
@NullMarked
package org.grokcheck.notsawo.dimension;

import org.jspecify.annotations.NullMarked;
