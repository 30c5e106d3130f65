package org.grokcheck.beck;

/**
 * The two parameters of a one-dimensional classifier.
 *
 * @param weight S, at σ = 1 the same as S̃
 * @param bias b
 */
public record WeightAndBias(double weight, double bias) {}
