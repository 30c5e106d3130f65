/**
 * Curvature along training: what a step of descent does to the loss, stability limits, catapults,
 * clipping, slices of the landscape, and extreme eigenvalues of Hessians (Sec. 4, App. G).
 */
@NullMarked
package org.grokcheck.notsawo.curvature;

import org.jspecify.annotations.NullMarked;
