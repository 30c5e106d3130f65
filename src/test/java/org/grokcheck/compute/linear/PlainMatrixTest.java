package org.grokcheck.compute.linear;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class PlainMatrixTest {
  private static final PlainMatrix SMALL = PlainMatrix.of(new double[][] {{1, 2, 3}, {4, 5, 6}});

  @Test
  void entriesAndRows() {
    assertEquals(2, SMALL.rows());
    assertEquals(3, SMALL.columns());
    assertEquals(6, SMALL.at(1, 2));
    double[] row = new double[3];
    SMALL.row(1, row);
    assertArrayEquals(new double[] {4, 5, 6}, row);
  }

  @Test
  void pointsAreCopied() {
    double[][] points = {{1, 2}};
    PlainMatrix x = PlainMatrix.of(points);
    points[0][0] = 7;
    assertEquals(1, x.at(0, 0));
    assertEquals(2, PlainMatrix.copyOf(x).at(0, 1));
  }

  @Test
  void refusesWhatIsNoMatrix() {
    assertRefused("points: need at least one row", () -> PlainMatrix.of(new double[0][]));
    assertRefused("points: need at least one row", () -> PlainMatrix.of(new double[1][0]));
    assertRefused(
        "points: row 1 has length 1, row 0 has 2",
        () -> PlainMatrix.of(new double[][] {{1, 2}, {3}}));
    assertRefused(
        "data: row 1, column 0 is NaN",
        () -> PlainMatrix.wrap(2, 2, new double[] {1, 2, 0.0 / 0, 4}));
    assertRefused(
        "data: row 0, column 1 is Infinity",
        () -> PlainMatrix.of(new double[][] {{1, Double.POSITIVE_INFINITY}}));
    assertRefused("data: need length 6, got 5", () -> PlainMatrix.wrap(2, 3, new double[5]));
    assertRefused("rows, columns: need", () -> PlainMatrix.wrap(0, 3, new double[0]));
  }

  @Test
  void refusesWrongLengthsAndNumbers() {
    assertRefused("s: need length 3, got 2", () -> SMALL.times(new double[2], new double[2]));
    assertRefused("out: need length 2", () -> SMALL.times(new double[3], new double[3]));
    assertRefused(
        "weights: need length 2", () -> SMALL.transposeTimes(new double[3], new double[3]));
    assertRefused("out: need length 9", () -> SMALL.weightedGram(new double[2], new double[3]));
    assertRefused("i (row): need a number from 0 to 1, got 2", () -> SMALL.at(2, 0));
    assertRefused("j (column): need a number from 0 to 2", () -> SMALL.at(0, -1));
    assertRefused("i (row)", () -> SMALL.gramOf(new int[] {5}));
    assertRefused(
        "margins: need length 2",
        () -> SMALL.weightedSum(new double[3], (i, z) -> 1, new double[1], new double[3]));
  }

  private static void assertRefused(String start, Executable call) {
    String message = assertThrows(IllegalArgumentException.class, call).getMessage();
    assertTrue(message.startsWith(start), message);
  }
}
