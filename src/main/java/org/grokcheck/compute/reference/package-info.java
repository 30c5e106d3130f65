/**
 * Objectives and optimisers in plain doubles, one sample, head and token at a time: what every
 * engine is held against. Only {@link StrictMath} and arithmetic, so that results are the same to
 * the last bit on every machine.
 */
@NullMarked
package org.grokcheck.compute.reference;

import org.jspecify.annotations.NullMarked;
