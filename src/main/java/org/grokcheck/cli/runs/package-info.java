/** Users' own runs: tables of steps, losses and accuracies, and what is read off them. */
@NullMarked
package org.grokcheck.cli.runs;

import org.jspecify.annotations.NullMarked;
