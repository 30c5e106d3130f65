/** Tests of the rounding analysis. */
@NullMarked
package org.grokcheck.compute.rounding;

import org.jspecify.annotations.NullMarked;
