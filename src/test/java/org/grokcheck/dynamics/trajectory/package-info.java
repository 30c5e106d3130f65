/** Threshold times, in plain and in awkward records. */
@NullMarked
package org.grokcheck.dynamics.trajectory;

import org.jspecify.annotations.NullMarked;
