/** Null models of trajectories against exact eigenvalues, and angles against fifty digits. */
@NullMarked
package org.grokcheck.notsawo.trajectory;

import org.jspecify.annotations.NullMarked;
