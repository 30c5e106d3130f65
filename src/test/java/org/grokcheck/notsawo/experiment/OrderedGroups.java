package org.grokcheck.notsawo.experiment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.StatUtils;

/**
 * Measured numbers in groups that have an order, such as of a threshold. The numbers at one place
 * of each group belong to one seed: they share a split and first weights, so that chance may only
 * exchange numbers of the same seed.
 *
 * @param groups from the first to the last, all of the same length
 */
record OrderedGroups(List<double[]> groups) {
  /** Exchanges drawn for a chance, whose standard error is then at most 0.004. */
  static final int PERMUTATIONS = 20_000;

  /** Returns the numbers of the first group. */
  double[] first() {
    return groups.get(0);
  }

  /** Returns the numbers of the last group. */
  double[] last() {
    return groups.get(groups.size() - 1);
  }

  /** Returns the groups from the last to the first. */
  OrderedGroups reversed() {
    List<double[]> reversed = new ArrayList<>(groups);
    Collections.reverse(reversed);
    return new OrderedGroups(reversed);
  }

  /** Returns the medians of the groups, to be read. */
  String medians() {
    return Arrays.toString(groups.stream().mapToDouble(g -> StatUtils.percentile(g, 50)).toArray());
  }

  /**
   * Jonckheere's statistic: pairs that are larger in the later group, ties as half.
   *
   * @param oneSeed whether only the pairs of the same seed count
   */
  private double increases(boolean oneSeed) {
    double sum = 0;
    for (int i = 0; i < groups.size(); i++) {
      for (int j = i + 1; j < groups.size(); j++) {
        for (int k = 0; k < first().length; k++) {
          for (int l = 0; l < first().length; l++) {
            if (!oneSeed || k == l) {
              sum += Math.signum(groups.get(j)[l] - groups.get(i)[k]) / 2 + 0.5;
            }
          }
        }
      }
    }
    return sum;
  }

  /** Chance of as large a statistic where the groups are random within each seed. */
  double chanceOfRise(boolean oneSeed, Random random) {
    double seen = increases(oneSeed);
    int asLarge = 1;
    for (int k = 0; k < PERMUTATIONS; k++) {
      asLarge += shuffled(random).increases(oneSeed) >= seen ? 1 : 0;
    }
    return asLarge / (PERMUTATIONS + 1.0);
  }

  private OrderedGroups shuffled(Random random) {
    List<double[]> shuffled = new ArrayList<>(groups.stream().map(double[]::clone).toList());
    for (int seed = 0; seed < first().length; seed++) {
      List<Integer> order = new ArrayList<>(IntStream.range(0, groups.size()).boxed().toList());
      Collections.shuffle(order, random);
      for (int i = 0; i < order.size(); i++) {
        shuffled.get(i)[seed] = groups.get(order.get(i))[seed];
      }
    }
    return new OrderedGroups(shuffled);
  }
}
