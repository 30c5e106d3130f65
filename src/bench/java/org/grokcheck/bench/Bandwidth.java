package org.grokcheck.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;

/**
 * How fast one thread reads memory, by its own processor time, which other programs disturb less.
 */
final class Bandwidth {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final int WORDS = 1 << 25;
  private static final int ROUNDS = 12;

  private Bandwidth() {}

  /** Bytes a second: the best of some sums of an array larger than the caches. */
  static double read() {
    long[] words = new long[WORDS];
    Arrays.setAll(words, i -> i);
    double best = 0;
    for (int round = 0; round < ROUNDS; round++) {
      long begun = THREADS.getCurrentThreadCpuTime();
      long sum = 0;
      for (long word : words) {
        sum += word;
      }
      double seconds = (THREADS.getCurrentThreadCpuTime() - begun) / 1e9;
      if (sum != (long) WORDS * (WORDS - 1) / 2) {
        throw new AssertionError("the sum is " + sum);
      }
      best = Math.max(best, 8.0 * WORDS / seconds);
    }
    return best;
  }
}
