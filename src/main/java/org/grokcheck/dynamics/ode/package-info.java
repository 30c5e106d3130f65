/**
 * Initial value problems y′ = f(t, y) with error control.
 *
 * <p>A {@link org.grokcheck.dynamics.ode.Method} makes steps: the stabilised explicit {@link
 * org.grokcheck.dynamics.ode.RungeKuttaChebyshev} for large mildly stiff systems, the implicit
 * {@link org.grokcheck.dynamics.ode.RadauIIA} for small stiff ones with an analytic Jacobian, the
 * classical {@link org.grokcheck.dynamics.ode.RungeKutta4}. {@link
 * org.grokcheck.dynamics.ode.AdaptiveSolver} and {@link org.grokcheck.dynamics.ode.FixedStepSolver}
 * choose their lengths; {@link org.grokcheck.dynamics.ode.DormandPrince} does both, by
 * commons-math.
 */
@NullMarked
package org.grokcheck.dynamics.ode;

import org.jspecify.annotations.NullMarked;
