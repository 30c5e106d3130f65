package org.grokcheck.compute;

import java.util.Arrays;

/** Whether vectors have their length and hold finite numbers; the same for every engine. */
public final class Finite {
  private Finite() {}

  /**
   * Refuses a vector of the wrong length, or with an entry that is not finite.
   *
   * @return the vector itself
   */
  public static double[] vector(String name, double[] values, int length) {
    Require.that(
        values.length == length,
        "%s has %d entries; the model has %d parameters".formatted(name, values.length, length));
    for (int i = 0; i < length; i++) {
      if (!Double.isFinite(values[i])) {
        throw new IllegalArgumentException(name + "[" + i + "] = " + values[i] + " must be finite");
      }
    }
    return values;
  }

  /**
   * Refuses a loss that is not finite.
   *
   * @return the loss itself
   * @throws ArithmeticException with the largest parameter
   */
  public static double loss(double value, double[] theta) {
    if (!Double.isFinite(value)) {
      throw new ArithmeticException("the loss is " + value + where(theta));
    }
    return value;
  }

  /**
   * Refuses a result with an entry that is not finite.
   *
   * @return the result itself
   * @throws ArithmeticException with the first such entry and the largest parameter
   */
  public static double[] result(String name, double[] result, double[] theta) {
    for (int i = 0; i < result.length; i++) {
      if (!Double.isFinite(result[i])) {
        throw new ArithmeticException(name + "[" + i + "] is " + result[i] + where(theta));
      }
    }
    return result;
  }

  private static String where(double[] theta) {
    double largest = Arrays.stream(theta).map(Math::abs).max().orElse(0);
    return " where the largest parameter is " + largest + "; the parameters have grown too large";
  }
}
