/**
 * What the tests saw and what follows from it: tolerances with their derivations, observations,
 * test records, and the rule that turns them into a verdict per claim. Knows no test engine.
 */
@NullMarked
package org.grokcheck.evidence;

import org.jspecify.annotations.NullMarked;
