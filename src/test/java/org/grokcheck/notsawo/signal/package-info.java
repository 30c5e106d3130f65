@NullMarked
package org.grokcheck.notsawo.signal;

import org.jspecify.annotations.NullMarked;
