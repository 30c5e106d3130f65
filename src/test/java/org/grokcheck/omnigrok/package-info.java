/**
 * Tests of the claims of <em>Omnigrok: Grokking Beyond Algorithmic Data</em>: closed forms against
 * iterations in exact or fifty-digit arithmetic, against integrated flows, and against draws.
 */
@NullMarked
package org.grokcheck.omnigrok;

import org.jspecify.annotations.NullMarked;
