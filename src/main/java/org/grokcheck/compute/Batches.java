package org.grokcheck.compute;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.grokcheck.math.Seeds;

/** Which samples each step of training looks at. */
public sealed interface Batches {
  /** All samples at every step. */
  record Full() implements Batches {
    @Override
    public int[] rows(int samples, long step) {
      return new int[0];
    }
  }

  /**
   * Every epoch runs through a fresh permutation of the samples in batches of one size; the last
   * one of an epoch may be smaller. The permutation depends on the stream's name and the epoch
   * alone, so that a resumed run meets the same batches.
   *
   * @param size samples a batch, at least 1
   * @param seeds root of the streams
   * @param name of the stream
   */
  record Shuffled(int size, Seeds seeds, String name) implements Batches {
    public Shuffled {
      Require.atLeast("size", size, 1);
    }

    @Override
    public int[] rows(int samples, long step) {
      int batches = (samples + size - 1) / size;
      long epoch = step / batches;
      int first = (int) (step % batches) * size;
      int[] order = permutation(samples, seeds.stream(name + "/epoch" + epoch));
      return Arrays.copyOfRange(order, first, Math.min(samples, first + size));
    }

    private static int[] permutation(int n, RandomGenerator random) {
      int[] order = new int[n];
      for (int i = 0; i < n; i++) {
        int j = random.nextInt(i + 1);
        order[i] = order[j];
        order[j] = i;
      }
      return order;
    }
  }

  /**
   * The samples of a step.
   *
   * @param samples how many there are
   * @param step from 0
   * @return their indices; empty for all
   */
  int[] rows(int samples, long step);
}
