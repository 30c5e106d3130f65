/**
 * What rounding can do to a loss, its gradient and its Hessian products: running error analysis of
 * every architecture, scalar by scalar, which gives each result a radius that any evaluation at the
 * given precision stays within.
 */
@NullMarked
package org.grokcheck.compute.rounding;

import org.jspecify.annotations.NullMarked;
