/** Orders, stability functions, failures and error control of the solvers. */
@NullMarked
package org.grokcheck.dynamics.ode;

import org.jspecify.annotations.NullMarked;
