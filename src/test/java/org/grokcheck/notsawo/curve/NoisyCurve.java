package org.grokcheck.notsawo.curve;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.RandomDistribution;

/**
 * A pair of noisy curves on the same rising steps, in twentieths so that thresholds are met
 * exactly.
 */
record NoisyCurve(List<Long> steps, List<Integer> training, List<Integer> validation) {
  static final int UNIT = 20;

  static Arbitrary<NoisyCurve> any() {
    return Arbitraries.integers()
        .between(1, 25)
        .flatMap(
            n ->
                Combinators.combine(
                        Arbitraries.longs().between(1, 50).list().ofSize(n),
                        accuracies(n),
                        accuracies(n))
                    .as((gaps, a, b) -> new NoisyCurve(sums(gaps), a, b)));
  }

  private static Arbitrary<List<Integer>> accuracies(int size) {
    return Arbitraries.integers()
        .between(0, UNIT)
        .withDistribution(RandomDistribution.uniform())
        .list()
        .ofSize(size);
  }

  private static List<Long> sums(List<Long> gaps) {
    List<Long> sums = new ArrayList<>();
    long sum = -1;
    for (long gap : gaps) {
      sum += gap;
      sums.add(sum);
    }
    return sums;
  }

  AccuracyCurve trainingCurve() {
    return curve(steps, training);
  }

  AccuracyCurve validationCurve() {
    return curve(steps, validation);
  }

  /** Every second record. */
  AccuracyCurve coarseValidation() {
    List<Long> fewerSteps = new ArrayList<>();
    List<Integer> fewer = new ArrayList<>();
    for (int i = 0; i < steps.size(); i += 2) {
      fewerSteps.add(steps.get(i));
      fewer.add(validation.get(i));
    }
    return curve(fewerSteps, fewer);
  }

  private static AccuracyCurve curve(List<Long> steps, List<Integer> twentieths) {
    return new AccuracyCurve(
        steps.stream().mapToLong(Long::longValue).toArray(),
        twentieths.stream().mapToDouble(k -> (double) k / UNIT).toArray());
  }

  /** The least of the steps at which so many twentieths are reached, by filtering all of them. */
  static double least(List<Long> steps, List<Integer> twentieths, int threshold) {
    double least = Double.POSITIVE_INFINITY;
    for (int i = steps.size() - 1; i >= 0; i--) {
      if (twentieths.get(i) >= threshold) {
        least = Math.min(least, steps.get(i));
      }
    }
    return least;
  }
}
