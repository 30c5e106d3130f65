/** The map of the packages, enforced. */
@NullMarked
package org.grokcheck.architecture;

import org.jspecify.annotations.NullMarked;
