package org.grokcheck.data;

import java.util.Arrays;

/**
 * Images with their classes; arrays are not copied.
 *
 * @param pixels an image a row, in [0, 1]
 * @param labels class of each image
 */
public record LabelledImages(double[][] pixels, int[] labels) {
  /** Number of images. */
  public int size() {
    return labels.length;
  }

  /** Number of images of each class. */
  public int[] counts(int classes) {
    int[] counts = new int[classes];
    Arrays.stream(labels).forEach(label -> counts[label]++);
    return counts;
  }
}
