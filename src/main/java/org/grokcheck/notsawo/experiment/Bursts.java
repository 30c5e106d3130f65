package org.grokcheck.notsawo.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.StatUtils;

/** Where a series of positive numbers bursts above what it was before (Sec. 5, App. G.3). */
final class Bursts {
  /** Steps over which a median tells what is usual before a burst. */
  static final int WINDOW = 50;

  /** Steps within which two bursts coincide. */
  static final int NEAR = 10;

  /** Steps before a peak that belong to no burst. */
  static final int BEFORE = 30;

  private Bursts() {}

  /**
   * Steps at which a series bursts: the largest value of each group of steps, at most {@link #NEAR}
   * apart, that exceed a multiple of the median of the {@link #WINDOW} values before them.
   *
   * @param factor the multiple
   */
  static List<Integer> of(double[] values, double factor) {
    List<Integer> peaks = new ArrayList<>();
    int latest = -1;
    for (int t = WINDOW; t < values.length; t++) {
      if (!exceeds(values, t, factor)) {
        continue;
      }
      if (latest < 0 || t - latest > NEAR) {
        peaks.add(t);
      } else if (values[t] > values[peaks.get(peaks.size() - 1)]) {
        peaks.set(peaks.size() - 1, t);
      }
      latest = t;
    }
    return peaks;
  }

  /** Whether a value exceeds a multiple of the median before it; the first ones don't. */
  static boolean exceeds(double[] values, int t, double factor) {
    return t >= WINDOW && values[t] > factor * StatUtils.percentile(values, t - WINDOW, WINDOW, 50);
  }

  /** log10 of the largest value at some steps, over the median of all. */
  static double logHeight(double[] values, IntStream steps) {
    double largest = steps.mapToDouble(t -> values[t]).max().orElse(Double.NaN);
    return Math.log10(largest / StatUtils.percentile(values, 50));
  }
}
