@NullMarked
package org.grokcheck.notsawo.experiment;

import org.jspecify.annotations.NullMarked;
