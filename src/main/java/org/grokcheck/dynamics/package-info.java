/**
 * From equations of motion to trajectories: solvers with a stated order ({@code ode}), gradient
 * descent and gradient flow of linear classifiers ({@code flow}), and what is asked of the result
 * ({@code trajectory}).
 *
 * <p>Times grow beyond 10⁵⁰, so that log t is carried everywhere and t nowhere.
 */
@NullMarked
package org.grokcheck.dynamics;

import org.jspecify.annotations.NullMarked;
