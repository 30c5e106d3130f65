package org.grokcheck.notsawo.task;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.grokcheck.evidence.Infrastructure;
import org.grokcheck.math.Seeds;
import org.grokcheck.math.exact.Rational;
import org.grokcheck.notsawo.task.Pairs.Pair;
import org.junit.jupiter.api.Test;

/** Small tables, groups and splits, which can be counted. */
@Infrastructure("plain values at which each count is known without it; its claims have their own")
class TableValuesTest {

  /** A rotation r takes corner i to r + i, the reflection m + r takes it to r − i. */
  private static int corner(int element, int i, int m) {
    return Math.floorMod(element < m ? element + i : element - i, m);
  }

  @Test
  void symmetriesOfPolygons() {
    for (int m = 3; m <= 6; m++) {
      FiniteGroup group = FiniteGroup.dihedral(2 * m);
      assertEquals(2 * m, group.order());
      assertEquals(2 * m, group.operands());
      assertEquals(2 * m, group.classes());
      for (int a = 0; a < 2 * m; a++) {
        for (int b = 0; b < 2 * m; b++) {
          int product = group.answer(a, b);
          assertEquals(a < m == b < m, product < m);
          for (int i = 0; i < m; i++) {
            assertEquals(corner(a, corner(b, i, m), m), corner(product, i, m));
          }
        }
      }
      assertEquals(m % 2 == 0 ? m / 2 + 3 : (m + 3) / 2, group.conjugacyClasses());
      assertEquals(2L * m * group.conjugacyClasses(), group.commutingPairs());
      assertFalse(group.symmetric());
    }
    assertTrue(FiniteGroup.dihedral(4).symmetric());
    assertEquals(4, FiniteGroup.dihedral(4).conjugacyClasses());
  }

  /** Permutations of 3 letters in order: 012, 021, 102, 120, 201, 210. */
  @Test
  void permutationsOfThree() {
    int[][] table = {
      {0, 1, 2, 3, 4, 5},
      {1, 0, 4, 5, 2, 3},
      {2, 3, 0, 1, 5, 4},
      {3, 2, 5, 4, 0, 1},
      {4, 5, 1, 0, 3, 2},
      {5, 4, 3, 2, 1, 0}
    };
    FiniteGroup group = FiniteGroup.symmetric(3);
    for (int a = 0; a < 6; a++) {
      for (int b = 0; b < 6; b++) {
        assertEquals(table[a][b], group.answer(a, b), a + " after " + b);
      }
    }
    assertEquals(3, group.conjugacyClasses());
    assertEquals(18, group.commutingPairs());
  }

  @Test
  void sums() {
    ModularSum sum = new ModularSum(5, 3);
    assertEquals(2, sum.answer(4, 4));
    assertEquals(0, sum.answer(1, 2));
    assertTrue(sum.symmetric());
    assertEquals(7, ModularSum.of(7).classes());
  }

  @Test
  void pairs() {
    assertEquals(25, Pairs.ORDERED.count(5));
    assertEquals(15, Pairs.UNORDERED.count(5));
    assertEquals(21, Pairs.UNORDERED.count(6));
    List<Pair> two = List.of(new Pair(0, 0), new Pair(0, 1), new Pair(1, 1));
    assertEquals(two, Pairs.UNORDERED.of(2));
    assertEquals(4, Pairs.ORDERED.of(2).size());
    assertEquals(new Pair(1, 0), new Pair(0, 1).mirror());
  }

  @Test
  void splits() {
    assertEquals(3, Split.trainingSize(10, 0.25));
    assertEquals(2, Split.trainingSize(10, 0.24));
    assertEquals(1, Split.trainingSize(2, 0.5));
    List<Integer> items = IntStream.range(0, 50).boxed().toList();
    Split<Integer> split = Split.draw(items, 0.3, new Seeds(1).stream("split"));
    assertEquals(15, split.training().size());
    List<Integer> all = new ArrayList<>(split.training());
    all.addAll(split.validation());
    // Left as they are in one of 50! draws.
    assertFalse(all.equals(items));
    Collections.sort(all);
    assertEquals(items, all);
  }

  @Test
  void guessesAndCosts() {
    ConstantGuess guess = new ConstantGuess(10, 2);
    assertEquals(0.2, guess.accuracy());
    assertEquals(StrictMath.log(5), guess.loss());
    double[] noHit = {
      1, 4 / 5.0, 28 / 45.0, 7 / 15.0, 1 / 3.0, 2 / 9.0, 2 / 15.0, 1 / 15.0, 1 / 45.0, 0, 0
    };
    for (int n = 0; n < noHit.length; n++) {
      assertEquals(noHit[n], guess.probabilityOfNoHit(n).doubleValue(), 1e-16);
    }
    assertEquals(Rational.ONE.over(3), MirrorPlateau.ofSymmetric(3, 4));
    assertEquals(Rational.of(4).over(35), MirrorPlateau.ofGroup(6, 3, 12));
    // 24 for the weights, 4 for the products, 2 for the read-out, thrice.
    assertEquals(90, new TrainingCost(1, 1, 1, 1).ofStep(1));
    assertEquals(2 * (90 + 3 * 28), new TrainingCost(2, 1, 1, 1).ofStep(2));
    assertEquals(3 * (2 * 32 + 2), new TrainingCost(1, 1, 2, 1).ofStep(1));
    assertEquals(3 * (96 + 8 + 4 * 5), new TrainingCost(1, 2, 1, 5).ofStep(1));
  }
}
