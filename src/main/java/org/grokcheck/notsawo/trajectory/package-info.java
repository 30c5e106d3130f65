/**
 * Paths through parameter space: principal components beside what featureless paths show, angles,
 * and update directions (App. G.3, Fig. 8).
 */
@NullMarked
package org.grokcheck.notsawo.trajectory;

import org.jspecify.annotations.NullMarked;
