package org.grokcheck.report.figure;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** Values to label on a logarithmic axis that shows fewer than two powers of ten. */
final class NarrowTicks {
  /** Labels that tell a reader where the axis goes. */
  private static final int ENOUGH = 3;

  /** Steps in the width of the axis; the next round step is at most 2.5 times as long. */
  private static final int MOST = 5;

  private static final int[] STEPS = {1, 2, 5};

  private NarrowTicks() {}

  /**
   * 1, 2 and 5 times powers of ten between two positive values, ascending, or multiples of a round
   * step where these are fewer than three.
   */
  static List<Double> between(double low, double high) {
    int first = (int) Math.floor(StrictMath.log10(low));
    int last = (int) Math.floor(StrictMath.log10(high));
    List<Double> round =
        IntStream.rangeClosed(first, last)
            .boxed()
            .flatMapToDouble(k -> IntStream.of(STEPS).mapToDouble(s -> s * power(k)))
            .filter(v -> v >= low && v <= high)
            .boxed()
            .toList();
    return round.size() >= ENOUGH ? round : multiples(low, high);
  }

  private static List<Double> multiples(double low, double high) {
    double least = (high - low) / MOST;
    double power = power((int) Math.floor(StrictMath.log10(least)));
    double step =
        DoubleStream.of(1, 2, 5, 10)
            .map(s -> s * power)
            .filter(s -> s >= least)
            .findFirst()
            .orElseThrow();
    return LongStream.rangeClosed((long) Math.ceil(low / step), (long) Math.floor(high / step))
        .mapToObj(i -> i * step)
        .toList();
  }

  private static double power(int exponent) {
    return Double.parseDouble("1e" + exponent);
  }
}
