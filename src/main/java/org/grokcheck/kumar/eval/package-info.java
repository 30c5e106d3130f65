/**
 * Makes the formulas of {@link org.grokcheck.kumar} callable by claim id; the names of parameters
 * and of record components are those of the contract. Inputs are taken as the decimals that they
 * are; what is rational is computed exactly and rounded once.
 */
@NullMarked
package org.grokcheck.kumar.eval;

import org.jspecify.annotations.NullMarked;
