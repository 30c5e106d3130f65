/** Tests of the formulas' rendering. */
@NullMarked
package org.grokcheck.report.formula;

import org.jspecify.annotations.NullMarked;
