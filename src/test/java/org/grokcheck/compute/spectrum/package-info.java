/** Spectra against dense decompositions and closed forms. */
@NullMarked
package org.grokcheck.compute.spectrum;

import org.jspecify.annotations.NullMarked;
