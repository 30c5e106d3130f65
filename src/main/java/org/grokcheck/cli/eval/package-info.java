/**
 * Evaluates claims by id: finds the annotated methods in the build-time index, reads their inputs
 * from JSON without losing a digit, and writes what they return.
 */
@NullMarked
package org.grokcheck.cli.eval;

import org.jspecify.annotations.NullMarked;
