package org.grokcheck.compute;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Arrays;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.grokcheck.math.Seeds;

/** Every epoch meets every sample once, and a step's batch depends on nothing but its number. */
class BatchesProperties {
  @Property(tries = 200)
  void anEpochIsAPermutation(
      @ForAll @IntRange(min = 1, max = 40) int samples,
      @ForAll @IntRange(min = 1, max = 50) int size,
      @ForAll @IntRange(max = 3) int epoch,
      @ForAll long root) {
    Batches batches = new Batches.Shuffled(size, new Seeds(root), "batches");
    int steps = (samples + size - 1) / size;
    int[] met =
        IntStream.range(0, steps)
            .flatMap(s -> Arrays.stream(batches.rows(samples, (long) epoch * steps + s)))
            .sorted()
            .toArray();
    assertArrayEquals(IntStream.range(0, samples).toArray(), met);
    for (int s = 0; s + 1 < steps; s++) {
      assertEquals(size, batches.rows(samples, s).length);
    }
  }

  @Example
  void epochsAndNamesDiffer() {
    Batches batches = new Batches.Shuffled(30, new Seeds(1), "a");
    int[] first = batches.rows(30, 0);
    assertFalse(Arrays.equals(first, batches.rows(30, 1)));
    assertFalse(Arrays.equals(first, new Batches.Shuffled(30, new Seeds(1), "b").rows(30, 0)));
    assertArrayEquals(first, new Batches.Shuffled(30, new Seeds(1), "a").rows(30, 0));
  }
}
