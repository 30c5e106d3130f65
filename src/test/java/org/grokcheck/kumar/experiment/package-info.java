/** The figures of the polynomial task, of modular addition and of students, from recorded runs. */
@NullMarked
package org.grokcheck.kumar.experiment;

import org.jspecify.annotations.NullMarked;
