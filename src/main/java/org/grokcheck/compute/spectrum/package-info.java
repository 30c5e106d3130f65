/**
 * Spectra of Hessians and tangent kernels, from products with vectors alone where they are large.
 */
@NullMarked
package org.grokcheck.compute.spectrum;

import org.jspecify.annotations.NullMarked;
