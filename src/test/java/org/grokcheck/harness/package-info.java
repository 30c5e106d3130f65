/** Ties the test engines to the evidence: seeds, recording, labels, and the choice of claims. */
@NullMarked
package org.grokcheck.harness;

import org.jspecify.annotations.NullMarked;
