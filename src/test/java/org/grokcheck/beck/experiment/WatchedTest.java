package org.grokcheck.beck.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.grokcheck.compute.linear.PlainMatrix;
import org.grokcheck.evidence.Infrastructure;
import org.junit.jupiter.api.Test;

/** A cut of a job makes the products that it is charged for, or one more. */
@Infrastructure("ends of trials, which no claim is about")
class WatchedTest {
  private final double[] one = {1};

  private Watched watched(long most) {
    return new Watched(PlainMatrix.of(new double[][] {{1}}), share -> {}, most);
  }

  private void gradient(Watched matrix) {
    matrix.weightedSum(one, (i, m) -> 1, new double[1], new double[1]);
  }

  @Test
  void aGradientIsMadeWhereAProductIsLeft() {
    Watched three = watched(3);
    gradient(three);
    gradient(three);
    assertEquals(4, three.products());
    assertThrows(Watched.UsedUp.class, () -> gradient(three));
    assertEquals(4, three.products());
  }

  @Test
  void singleProductsEndAtTheirNumber() {
    Watched single = watched(1);
    single.times(one, new double[1]);
    assertThrows(Watched.UsedUp.class, () -> single.transposeTimes(one, new double[1]));
    assertEquals(1, single.products());
  }
}
