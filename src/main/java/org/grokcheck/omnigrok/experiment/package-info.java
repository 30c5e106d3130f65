/** Experiments of <em>Omnigrok: Grokking Beyond Algorithmic Data</em>. */
@NullMarked
package org.grokcheck.omnigrok.experiment;

import org.jspecify.annotations.NullMarked;
