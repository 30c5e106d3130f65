package org.grokcheck.notsawo.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Random;
import org.grokcheck.evidence.Infrastructure;
import org.grokcheck.harness.RunSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Chances of trends over ordered groups, where the exact ones are known. */
@Infrastructure("the permutation test that checks of trends share")
class OrderedGroupsTest {
  /** Five standard deviations of a share of draws. */
  private static double bound(double share) {
    return 5 * Math.sqrt(share * (1 - share) / OrderedGroups.PERMUTATIONS);
  }

  private static Random random() {
    return new Random(RunSettings.seeds().seed("notsawo.ordered"));
  }

  /** Seeds far apart: only the order within each counts, and each rises with chance one half. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void threeSeedsThatRiseAllHaveAnEighth(boolean oneSeed) {
    OrderedGroups groups =
        new OrderedGroups(List.of(new double[] {0, 10, 20}, new double[] {1, 11, 21}));
    assertEquals(1 / 8.0, groups.chanceOfRise(oneSeed, random()), bound(1 / 8.0));
    assertEquals(1, groups.reversed().chanceOfRise(oneSeed, random()));
  }

  /** One seed in four groups: one order of 24 rises throughout; where all tie, every one does. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void oneSeedHasTheChanceOfItsOrder(boolean oneSeed) {
    OrderedGroups rising =
        new OrderedGroups(
            List.of(new double[] {1}, new double[] {2}, new double[] {3}, new double[] {4}));
    assertEquals(1 / 24.0, rising.chanceOfRise(oneSeed, random()), bound(1 / 24.0));
    OrderedGroups tied = new OrderedGroups(List.of(new double[] {3}, new double[] {3}));
    assertEquals(1, tied.chanceOfRise(oneSeed, random()));
  }

  /**
   * Seeds (1, 4) and (3, 2). Of the four exchanges one gives more pairs of all seeds, 4 for 3, and
   * two fewer; of those of one seed one gives more, 2 for 1, one as many and one fewer.
   */
  @Test
  void pairsOfSeveralSeedsCountOnlyWhereAsked() {
    OrderedGroups groups = new OrderedGroups(List.of(new double[] {1, 3}, new double[] {4, 2}));
    assertEquals(1 / 2.0, groups.chanceOfRise(false, random()), bound(1 / 2.0));
    assertEquals(3 / 4.0, groups.chanceOfRise(true, random()), bound(3 / 4.0));
  }
}
