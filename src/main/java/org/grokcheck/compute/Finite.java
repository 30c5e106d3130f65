package org.grokcheck.compute;

import java.util.Arrays;
import org.grokcheck.compute.Layout.Block;

/** Whether vectors have their length and hold finite numbers; the same for every engine. */
public final class Finite {
  private Finite() {}

  /**
   * Refuses a vector of the wrong length, or with an entry that is not finite.
   *
   * @return the vector itself
   */
  public static double[] vector(String name, double[] values, Layout layout) {
    Require.that(
        values.length == layout.size(),
        "%s has %d entries; the model has %d parameters"
            .formatted(name, values.length, layout.size()));
    for (int i = 0; i < values.length; i++) {
      if (!Double.isFinite(values[i])) {
        throw new IllegalArgumentException(
            "%s[%d] = %s (%s); all entries must be finite"
                .formatted(name, i, values[i], place(layout, i)));
      }
    }
    return values;
  }

  private static String place(Layout layout, int index) {
    Block block =
        layout.blocks().stream()
            .filter(b -> index < b.offset() + b.size())
            .findFirst()
            .orElseThrow();
    int within = index - block.offset();
    return "block %s, row %d, column %d"
        .formatted(block.name(), within / block.columns(), within % block.columns());
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
