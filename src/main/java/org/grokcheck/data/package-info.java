/** Data sets: drawn, computed or read, each with its checks. */
@NullMarked
package org.grokcheck.data;

import org.jspecify.annotations.NullMarked;
