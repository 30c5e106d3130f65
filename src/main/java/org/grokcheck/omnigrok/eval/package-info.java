/**
 * Makes the formulas of {@link org.grokcheck.omnigrok} callable by claim id; the names of
 * parameters and of record components are those of the contract. Inputs are taken as the decimals
 * that they are.
 */
@NullMarked
package org.grokcheck.omnigrok.eval;

import org.jspecify.annotations.NullMarked;
