@NullMarked
package org.grokcheck.notsawo.curve;

import org.jspecify.annotations.NullMarked;
