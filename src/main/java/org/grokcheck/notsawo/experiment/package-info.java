/** Small runs that grok in seconds, as experiments, and their figures. */
@NullMarked
package org.grokcheck.notsawo.experiment;

import org.jspecify.annotations.NullMarked;
