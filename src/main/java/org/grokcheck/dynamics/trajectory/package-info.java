/**
 * Quantities along a run, at times of which only the logarithm need be representable, and the times
 * at which they cross thresholds.
 */
@NullMarked
package org.grokcheck.dynamics.trajectory;

import org.jspecify.annotations.NullMarked;
