/** Tests of the comparison of evaluations. */
@NullMarked
package org.grokcheck.compute.agreement;

import org.jspecify.annotations.NullMarked;
