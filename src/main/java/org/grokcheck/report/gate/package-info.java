/**
 * The gate: compares the verdicts of a run with a recorded baseline, and says what got worse and
 * why. One class a rule.
 */
@NullMarked
package org.grokcheck.report.gate;

import org.jspecify.annotations.NullMarked;
