/**
 * What is trained, free of any engine: architectures over one flat parameter vector θ, inputs,
 * targets, losses, optimiser settings, devices. {@code compute.reference} evaluates them in plain
 * doubles, {@code compute.engine} on the native library.
 */
@NullMarked
package org.grokcheck.compute;

import org.jspecify.annotations.NullMarked;
