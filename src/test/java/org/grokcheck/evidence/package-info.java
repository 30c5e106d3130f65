/** Tests of the comparisons, the recorder, the plan and the rule of verdicts. */
@NullMarked
package org.grokcheck.evidence;

import org.jspecify.annotations.NullMarked;
