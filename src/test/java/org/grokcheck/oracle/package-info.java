/** Expected values from arithmetic that shares no code with the product: 50 digits, exact sums. */
@NullMarked
package org.grokcheck.oracle;

import org.jspecify.annotations.NullMarked;
