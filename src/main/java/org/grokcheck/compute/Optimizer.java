package org.grokcheck.compute;

import java.util.Map;

/** A method on its way: moves θ step by step and keeps what it remembers between steps. */
public interface Optimizer {
  /**
   * One step of {@link OptimizerSettings}.
   *
   * @param theta θ, overwritten
   * @param gradient g at θ, left as it is
   * @throws IllegalArgumentException if a vector has the wrong length or an entry that isn't finite
   */
  void step(double[] theta, double[] gradient);

  /** Number of steps taken. */
  long steps();

  /** Copies of everything that the next step depends on besides θ and g, by name. */
  Map<String, double[]> state();

  /**
   * Continues where {@link #state} was taken.
   *
   * @throws IllegalArgumentException if the state is that of another method or length
   */
  void restore(Map<String, double[]> saved);
}
