package org.grokcheck.notsawo.experiment;

import java.util.Arrays;
import java.util.stream.IntStream;

/** What a function on evenly spaced points looks like: its minima, maxima and barriers. */
final class SliceShape {
  private SliceShape() {}

  /** Interior points below both neighbours. */
  static int[] minima(double[] values) {
    return IntStream.range(1, values.length - 1)
        .filter(i -> values[i] < values[i - 1] && values[i] < values[i + 1])
        .toArray();
  }

  /** Interior points above both neighbours. */
  static int[] maxima(double[] values) {
    return minima(Arrays.stream(values).map(v -> -v).toArray());
  }

  /** The same without values that repeat the one before: a flat top is one point. */
  static double[] withoutRepeats(double[] values) {
    return IntStream.range(0, values.length)
        .filter(i -> i == 0 || values[i] != values[i - 1])
        .mapToDouble(i -> values[i])
        .toArray();
  }

  /** How far the largest value is above the larger end. */
  static double barrier(double[] values) {
    double ends = Math.max(values[0], values[values.length - 1]);
    return Arrays.stream(values).max().orElseThrow() - ends;
  }

  /** Every so-and-so-many-th value, from the first on. */
  static double[] coarser(double[] values, int every) {
    return IntStream.rangeClosed(0, (values.length - 1) / every)
        .mapToDouble(i -> values[i * every])
        .toArray();
  }

  /** How often a function turns from rising to falling or back; level stretches don't count. */
  static int turns(double[] values) {
    double[] signs =
        IntStream.range(1, values.length)
            .mapToDouble(i -> Math.signum(values[i] - values[i - 1]))
            .filter(s -> s != 0)
            .toArray();
    return (int) IntStream.range(1, signs.length).filter(i -> signs[i] != signs[i - 1]).count();
  }
}
