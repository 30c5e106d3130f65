/** Formulas of the ledger, LaTeX in and MathML out, which browsers render by themselves. */
@NullMarked
package org.grokcheck.report.formula;

import org.jspecify.annotations.NullMarked;
