@NullMarked
package org.grokcheck.experiment;

import org.jspecify.annotations.NullMarked;
