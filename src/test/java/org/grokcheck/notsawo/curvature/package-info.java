/** What curvature does to descent: exact rationals, second algorithms, dense Hessians. */
@NullMarked
package org.grokcheck.notsawo.curvature;

import org.jspecify.annotations.NullMarked;
