/** What is read off accuracy curves: transition steps, and how they depend on the data size. */
@NullMarked
package org.grokcheck.notsawo.curve;

import org.jspecify.annotations.NullMarked;
