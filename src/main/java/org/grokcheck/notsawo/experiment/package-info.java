/** Small runs that grok in seconds and the paper's own, as experiments, and their figures. */
@NullMarked
package org.grokcheck.notsawo.experiment;

import org.jspecify.annotations.NullMarked;
