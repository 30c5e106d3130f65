/** Grades of every special function against 30-digit tables, defining identities, refusals. */
@NullMarked
package org.grokcheck.math;

import org.jspecify.annotations.NullMarked;
