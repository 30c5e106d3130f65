package org.grokcheck.compute.spectrum;

/**
 * An approximate eigenpair. Some eigenvalue λ of A lies within the residual: |λ − θ| ≤ ‖A y − θ y‖,
 * up to the rounding of A y.
 *
 * @param value θ
 * @param vector y, of norm 1
 * @param residual ‖A y − θ y‖, from a product with y itself
 */
public record RitzPair(double value, double[] vector, double residual) {}
