/** Benchmarks against peers, in alternating blocks of one run. */
@NullMarked
package org.grokcheck.bench;

import org.jspecify.annotations.NullMarked;
