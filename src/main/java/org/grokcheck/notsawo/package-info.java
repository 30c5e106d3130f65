/**
 * Models and closed forms of <em>Predicting Grokking Long Before it Happens</em> (Notsawo, Zhou,
 * Pezeshki, Rish, Dumas).
 */
@NullMarked
package org.grokcheck.notsawo;

import org.jspecify.annotations.NullMarked;
