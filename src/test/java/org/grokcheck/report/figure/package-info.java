/** Tests of the drawing of figures. */
@NullMarked
package org.grokcheck.report.figure;

import org.jspecify.annotations.NullMarked;
