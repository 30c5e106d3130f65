package org.grokcheck.notsawo.signal;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.RandomDistribution;
import org.grokcheck.math.exact.Rational;

/** Samples that doubles hold exactly, k/64 with |k| ≤ 2¹², and exact sums over them. */
record SampledSignal(List<Integer> sixtyFourths) {
  static Arbitrary<SampledSignal> ofSize(int least, int most) {
    return Arbitraries.integers()
        .between(-4096, 4096)
        .withDistribution(RandomDistribution.uniform())
        .list()
        .ofMinSize(least)
        .ofMaxSize(most)
        .map(SampledSignal::new);
  }

  double[] samples() {
    return sixtyFourths.stream().mapToDouble(k -> k / 64.0).toArray();
  }

  Rational[] exact() {
    return sixtyFourths.stream().map(k -> Rational.of(k, 64)).toArray(Rational[]::new);
  }

  int size() {
    return sixtyFourths.size();
  }

  static Rational sum(Rational[] values) {
    return Arrays.stream(values).reduce(Rational.ZERO, Rational::plus);
  }

  static Rational sumOfSquares(Rational[] values) {
    return Arrays.stream(values).map(Rational::square).reduce(Rational.ZERO, Rational::plus);
  }

  /** The mean square about the mean by all pairs, Σ_{i<j} (x_i − x_j)²/n². */
  static Rational variance(Rational[] values) {
    Rational sum = Rational.ZERO;
    for (int i = 0; i < values.length; i++) {
      for (int j = 0; j < i; j++) {
        sum = sum.plus(values[i].minus(values[j]).square());
      }
    }
    return sum.over(values.length).over(values.length);
  }

  /** Differences of neighbours; with {@code cyclic} the first follows the last. */
  static Rational[] differences(Rational[] values, boolean cyclic) {
    Rational[] differences = new Rational[cyclic ? values.length : values.length - 1];
    for (int t = 0; t < differences.length; t++) {
      differences[t] = values[(t + 1) % values.length].minus(values[t]);
    }
    return differences;
  }
}
