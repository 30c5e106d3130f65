package org.grokcheck.compute;

/**
 * A loss L(θ) of one model on one set of samples, as plain arrays. Every engine gives one; what is
 * built on it (Lanczos, landscapes, checks against differences) runs on any of them.
 */
public interface Objective {
  /** Length of θ. */
  int parameters();

  /**
   * f̃(θ, x) of all samples, n × K.
   *
   * @throws IllegalArgumentException if θ has the wrong length
   */
  double[][] outputs(double[] theta);

  /** L(θ). */
  double loss(double[] theta);

  /** ∇L(θ), a new array. */
  double[] gradient(double[] theta);

  /** ∇²L(θ) v, a new array. */
  double[] hessianTimes(double[] theta, double[] v);
}
