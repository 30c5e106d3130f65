package org.grokcheck.dynamics.ode;

/** The size of a local error in units of what is tolerated: a step is accepted up to 1. */
@FunctionalInterface
public interface ErrorNorm {
  /**
   * Measures an error; homogeneous of degree one in it.
   *
   * @param error estimated local error of each component
   * @param before state at the start of the step
   * @param after state at its end
   */
  double of(double[] error, double[] before, double[] after);

  /**
   * The root mean square of eᵢ / (absolute + relative · max(|yᵢ|, |yᵢ′|)), y and y′ being the
   * states at both ends.
   *
   * @param relative at least 0
   * @param absolute at least 0, and above 0 for components that pass 0
   * @throws IllegalArgumentException if one is negative or not finite, or both are 0
   */
  static ErrorNorm rootMeanSquare(double relative, double absolute) {
    if (!(relative >= 0 && absolute >= 0 && relative + absolute > 0)
        || Double.isInfinite(relative + absolute)) {
      throw new IllegalArgumentException(
          "relative, absolute: need finite tolerances of at least 0 and not both 0, got "
              + relative
              + " and "
              + absolute);
    }
    return (error, before, after) -> {
      double sum = 0;
      for (int i = 0; i < error.length; i++) {
        double size = Math.max(Math.abs(before[i]), Math.abs(after[i]));
        double scaled = error[i] / (absolute + relative * size);
        sum += scaled * scaled;
      }
      return Math.sqrt(sum / error.length);
    };
  }
}
