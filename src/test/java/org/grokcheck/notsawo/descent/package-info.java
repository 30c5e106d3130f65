@NullMarked
package org.grokcheck.notsawo.descent;

import org.jspecify.annotations.NullMarked;
