package org.grokcheck.dynamics.margin;

/** Stub. */
public final class HardMargin {}
