/**
 * Numerics that the libraries in use lack or have only to fewer digits: log-domain arithmetic,
 * Gaussian tails, Lambert W, one family of hypergeometric functions, binomial tails, adaptive
 * quadrature of positive integrands, roots to the last ulp, exact decimals and named random
 * streams.
 *
 * <p>Everything is in double precision and uses {@link java.lang.StrictMath} for transcendental
 * functions, so that results are the same on every machine. {@code reference-data/math} holds the
 * tables of 30 and more digits which grade each function.
 */
@NullMarked
package org.grokcheck.math;

import org.jspecify.annotations.NullMarked;
