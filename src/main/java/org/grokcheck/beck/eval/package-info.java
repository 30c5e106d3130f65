/**
 * Makes the claims about the closed forms callable: names as the ledger and the vectors have them.
 */
@NullMarked
package org.grokcheck.beck.eval;

import org.jspecify.annotations.NullMarked;
