package org.grokcheck.dynamics.flow;

import java.util.Arrays;

/** A linear classifier f(x) = S·x + b. */
public final class ClassifierState {
  private final double[] weight;
  private final double bias;

  /**
   * A classifier.
   *
   * @param weight S, d finite components; not copied, so not to be changed
   * @param bias b, finite
   * @throws IllegalArgumentException if a number isn't finite
   */
  public ClassifierState(double[] weight, double bias) {
    for (int j = 0; j < weight.length; j++) {
      if (!Double.isFinite(weight[j])) {
        throw new IllegalArgumentException(
            "weight: need finite components, got %s at index %d".formatted(weight[j], j));
      }
    }
    if (!Double.isFinite(bias)) {
      throw new IllegalArgumentException("bias: need a finite number, got " + bias);
    }
    this.weight = weight;
    this.bias = bias;
  }

  /** Returns S, not to be changed. */
  public double[] weight() {
    return weight;
  }

  /** Returns b. */
  public double bias() {
    return bias;
  }

  /** Returns S = 0, b = 0 in d dimensions. */
  public static ClassifierState zero(int dimension) {
    return new ClassifierState(new double[dimension], 0);
  }

  /** Returns ‖S‖. */
  public double norm() {
    double largest = 0;
    for (double component : weight) {
      largest = Math.max(largest, Math.abs(component));
    }
    if (largest == 0) {
      return 0;
    }
    double sum = 0;
    for (double component : weight) {
      double scaled = component / largest;
      sum += scaled * scaled;
    }
    return largest * Math.sqrt(sum);
  }

  /** Returns ‖(S, b)‖. */
  public double size() {
    return Math.hypot(norm(), bias);
  }

  /**
   * Returns ‖(S, b) − (S', b')‖.
   *
   * @param other S', b', in as many dimensions
   * @throws IllegalArgumentException if the dimensions differ
   */
  public double distance(ClassifierState other) {
    if (other.weight.length != weight.length) {
      throw new IllegalArgumentException(
          "other: need %d dimensions, got %d".formatted(weight.length, other.weight.length));
    }
    double[] difference = weight.clone();
    for (int j = 0; j < difference.length; j++) {
      difference[j] -= other.weight[j];
    }
    return new ClassifierState(difference, bias - other.bias).size();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ClassifierState state
        && bias == state.bias
        && Arrays.equals(weight, state.weight);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(weight) + Double.hashCode(bias);
  }

  @Override
  public String toString() {
    return "|S| = %s, b = %s".formatted(norm(), bias);
  }
}
