/**
 * The figures of <em>Grokking at the Edge of Linear Separability</em>, made again: what is
 * measured, on which flows, and how it is shown. Measurements come from numerical integration,
 * never from the closed forms that they are compared with.
 */
@NullMarked
package org.grokcheck.beck.experiment;

import org.jspecify.annotations.NullMarked;
