/** Makes the claims callable: names as the ledger and the vectors have them. */
@NullMarked
package org.grokcheck.notsawo.eval;

import org.jspecify.annotations.NullMarked;
