/** Claims of the third paper. */
@NullMarked
package org.grokcheck.notsawo;

import org.jspecify.annotations.NullMarked;
