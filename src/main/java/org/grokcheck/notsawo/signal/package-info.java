/**
 * What is read off loss curves: energies, Hjorth parameters, filters, and how well they predict.
 */
@NullMarked
package org.grokcheck.notsawo.signal;

import org.jspecify.annotations.NullMarked;
