@NullMarked
package org.grokcheck.notsawo.task;

import org.jspecify.annotations.NullMarked;
