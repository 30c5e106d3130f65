/** Certificates of separability, minima and margins against exact arithmetic. */
@NullMarked
package org.grokcheck.dynamics.margin;

import org.jspecify.annotations.NullMarked;
