/** Contracts: laws that every implementation of a concept inherits as tests. */
@NullMarked
package org.grokcheck.laws;

import org.jspecify.annotations.NullMarked;
