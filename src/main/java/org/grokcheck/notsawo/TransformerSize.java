package org.grokcheck.notsawo;

/**
 * How many parameters the decoder of App. D has besides its embeddings and its read-out (claim
 * {@code notsawo.appd.architecture}).
 */
public final class TransformerSize {
  private TransformerSize() {}

  /**
   * 12 L d²: query, key, value and merge (d × d each) and the two of a feed-forward branch of width
   * 4d.
   *
   * @param layers L ≥ 1
   * @param width d ≥ 1
   * @throws IllegalArgumentException if an argument is below 1, or the count above 2⁶³ − 1
   */
  public static long weights(int layers, int width) {
    return count(layers, width, 12L * width);
  }

  /** L (12 d² + 13 d): besides, biases (4d + 4d + d) and two norms (2d each) a layer. */
  public static long withBiasesAndNorms(int layers, int width) {
    return count(layers, width, 12L * width + 13);
  }

  /** The same and the norm before the output, 2d. */
  public static long withFinalNorm(int layers, int width) {
    return Math.addExact(withBiasesAndNorms(layers, width), 2L * width);
  }

  private static long count(int layers, int width, long perColumn) {
    if (layers < 1 || width < 1) {
      throw new IllegalArgumentException(
          "layers and d: need at least 1 each, got " + layers + " and " + width);
    }
    long perLayer = Math.multiplyHigh(perColumn, width) == 0 ? perColumn * width : -1;
    if (perLayer < 0 || Math.multiplyHigh(perLayer, layers) != 0 || perLayer * layers < 0) {
      throw new IllegalArgumentException(
          "layers = %d, d = %d: need a count below 2^63".formatted(layers, width));
    }
    return perLayer * layers;
  }
}
