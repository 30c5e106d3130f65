/** Intrinsic dimension from nearest neighbours, and the exact laws of its estimates (App. H). */
@NullMarked
package org.grokcheck.notsawo.dimension;

import org.jspecify.annotations.NullMarked;
