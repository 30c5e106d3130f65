@NullMarked
package org.grokcheck.compute;

import org.jspecify.annotations.NullMarked;
