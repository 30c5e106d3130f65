/**
 * Experiments as data: a specification, a run, a criterion that turns measurements into
 * observations, and the figures that come out.
 */
@NullMarked
package org.grokcheck.experiment;

import org.jspecify.annotations.NullMarked;
