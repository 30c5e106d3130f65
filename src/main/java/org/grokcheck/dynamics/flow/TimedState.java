package org.grokcheck.dynamics.flow;

/**
 * A classifier at a time of its training.
 *
 * @param logTime log t (natural), −∞ for t = 0
 * @param state S and b at t
 */
public record TimedState(double logTime, ClassifierState state) {}
