package org.grokcheck.notsawo.task;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * A random partition into items for training and for validation (claim {@code notsawo.sec2.split}).
 * The paper doesn't say how r|D| is rounded; here to the nearest whole number, half up.
 *
 * @param training at least one
 * @param validation at least one
 */
public record Split<T>(List<T> training, List<T> validation) {
  /** Copies the lists. */
  public Split {
    training = List.copyOf(training);
    validation = List.copyOf(validation);
  }

  /**
   * Returns the size of the part for training.
   *
   * @param items |D|, at least 2
   * @param fraction r, in (0, 1)
   * @throws IllegalArgumentException if r is out of range or one part would be empty
   */
  public static int trainingSize(int items, double fraction) {
    if (!(fraction > 0 && fraction < 1)) {
      throw new IllegalArgumentException("r: need a fraction above 0 and below 1, got " + fraction);
    }
    Require.between("items", items, 2, Integer.MAX_VALUE);
    int size = (int) Math.round(fraction * items);
    if (size < 1 || size > items - 1) {
      throw new IllegalArgumentException(
          "r: %s of %d items leaves one part empty; take r from %s to %s"
              .formatted(fraction, items, 1.0 / items, (items - 1.0) / items));
    }
    return size;
  }

  /**
   * Draws a split, all of its size equally likely.
   *
   * @param items D
   * @param fraction r, in (0, 1)
   * @param random where the draw comes from
   */
  public static <T> Split<T> draw(List<T> items, double fraction, RandomGenerator random) {
    int size = trainingSize(items.size(), fraction);
    List<T> shuffled = new ArrayList<>(items);
    for (int last = shuffled.size() - 1; last > 0; last--) {
      Collections.swap(shuffled, last, random.nextInt(last + 1));
    }
    return new Split<>(shuffled.subList(0, size), shuffled.subList(size, shuffled.size()));
  }
}
