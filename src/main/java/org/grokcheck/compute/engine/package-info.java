/**
 * The native engine: libtorch through its Java bindings, on the CPU or on CUDA. Nothing outside
 * this package sees a native object; arrays and plain records go in and out.
 */
@NullMarked
package org.grokcheck.compute.engine;

import org.jspecify.annotations.NullMarked;
