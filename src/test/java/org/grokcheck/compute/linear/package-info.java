/** Products of the data matrix against their definition, in exact arithmetic. */
@NullMarked
package org.grokcheck.compute.linear;

import org.jspecify.annotations.NullMarked;
