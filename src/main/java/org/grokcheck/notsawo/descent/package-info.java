/** Exact answers about descent on quadratics and about the size of an update. */
@NullMarked
package org.grokcheck.notsawo.descent;

import org.jspecify.annotations.NullMarked;
