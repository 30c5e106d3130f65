package org.grokcheck.omnigrok;

import java.util.List;
import java.util.stream.IntStream;
import org.grokcheck.math.exact.Rational;

/**
 * The default draw of a fully connected network: weights and biases of a layer uniform within
 * ±1/√n_in (footnote 1; claims {@code omnigrok.fn1.std-init}, {@code omnigrok.ext.init-norm}).
 *
 * @param sizes widths of the layers, from inputs to outputs, at least two
 */
public record DefaultInitialization(List<Integer> sizes) {
  /**
   * Checks the widths.
   *
   * @throws IllegalArgumentException if there are fewer than two, or one is below 1
   */
  public DefaultInitialization {
    if (sizes.size() < 2) {
      throw new IllegalArgumentException(
          "sizes: need at least 2 widths, inputs and outputs, got " + sizes.size());
    }
    for (int k = 0; k < sizes.size(); k++) {
      Require.atLeast("sizes[" + k + "]", sizes.get(k), 1);
    }
    sizes = List.copyOf(sizes);
  }

  /** Returns P = Σ n_out(n_in + 1), biases included. */
  public long parameters() {
    return layers().mapToLong(k -> count(k)).sum();
  }

  /** Returns E|W₀|² = Σ n_out(n_in + 1)/(3 n_in). */
  public Rational meanSquaredNorm() {
    return layers()
        .mapToObj(k -> Rational.of(count(k), 3L * sizes.get(k)))
        .reduce(Rational.ZERO, Rational::plus);
  }

  /** Returns Var|W₀|² = Σ 4 n_out(n_in + 1)/(45 n_in²). */
  public Rational varianceOfSquaredNorm() {
    return layers()
        .mapToObj(
            k -> Rational.of(count(k)).times(4).over(45).over(sizes.get(k)).over(sizes.get(k)))
        .reduce(Rational.ZERO, Rational::plus);
  }

  /** Returns (γ/2) α² E|W₀|², the penalty at relative norm α. */
  public Rational penalty(Rational alpha, Rational gamma) {
    return gamma.times(alpha.square()).times(meanSquaredNorm()).over(2);
  }

  /** Returns γ α² C² with C² = E|W₀|²/P: the printed penalty, C read as a parameter's size. */
  public Rational printedPenalty(Rational alpha, Rational gamma) {
    return gamma.times(alpha.square()).times(meanSquaredNorm()).over(parameters());
  }

  private IntStream layers() {
    return IntStream.range(0, sizes.size() - 1);
  }

  private long count(int layer) {
    return Math.multiplyExact(sizes.get(layer + 1).longValue(), sizes.get(layer) + 1L);
  }
}
