/** What is learned: tables of binary operations, their splits, and what symmetry alone answers. */
@NullMarked
package org.grokcheck.notsawo.task;

import org.jspecify.annotations.NullMarked;
