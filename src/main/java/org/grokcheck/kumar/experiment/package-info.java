/**
 * The figures of <em>Grokking as the Transition from Lazy to Rich Training Dynamics</em>, made
 * again: what is trained, what is measured on it, and how it is shown. Committee machines with
 * fixed readouts are trained by the recursion of their moments, which is gradient descent on the
 * weights at a cost that doesn't depend on the width; all other networks by the engine.
 */
@NullMarked
package org.grokcheck.kumar.experiment;

import org.jspecify.annotations.NullMarked;
