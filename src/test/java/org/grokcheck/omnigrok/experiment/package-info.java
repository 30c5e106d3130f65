/** Figures of <em>Omnigrok: Grokking Beyond Algorithmic Data</em>, made again and judged. */
@NullMarked
package org.grokcheck.omnigrok.experiment;

import org.jspecify.annotations.NullMarked;
