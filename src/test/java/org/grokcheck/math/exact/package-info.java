/** Tests of exact arithmetic: laws, and agreement with other exact algorithms. */
@NullMarked
package org.grokcheck.math.exact;

import org.jspecify.annotations.NullMarked;
