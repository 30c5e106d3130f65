/**
 * Dense data matrices for linear models: products with one pass over the data, Gram matrices,
 * Cholesky factors.
 */
@NullMarked
package org.grokcheck.compute.linear;

import org.jspecify.annotations.NullMarked;
