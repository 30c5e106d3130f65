/** Draws figures that are given as data, and writes the data behind them. */
@NullMarked
package org.grokcheck.report.figure;

import org.jspecify.annotations.NullMarked;
