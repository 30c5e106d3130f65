/** Figures of <em>Grokking at the Edge of Linear Separability</em>, made again and judged. */
@NullMarked
package org.grokcheck.beck.experiment;

import org.jspecify.annotations.NullMarked;
