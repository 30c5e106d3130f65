package org.grokcheck.experiment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class MeasurementsTest {
  private static final Measurements SOME =
      Measurements.none().with("t", 1, 2, Double.NaN).with("x", 4);

  @Test
  void seriesAndScalarsComeBack() {
    assertArrayEquals(new double[] {1, 2, Double.NaN}, SOME.values("t"));
    assertEquals(4, SOME.value("x"));
  }

  @Test
  void whatWasNotMeasuredIsNamed() {
    assertEquals(
        "no series 'y' was measured, only [t, x]",
        assertThrows(IllegalArgumentException.class, () -> SOME.values("y")).getMessage());
    assertEquals(
        "series 't' has 3 values, not one",
        assertThrows(IllegalArgumentException.class, () -> SOME.value("t")).getMessage());
  }

  @Test
  void distanceIsTheLargestRelativeDifference() {
    assertEquals(0, SOME.distance(SOME));
    assertEquals(0.25, SOME.distance(Measurements.none().with("t", 1, 2, Double.NaN).with("x", 3)));
    assertEquals(2, Measurements.none().with("x", 1).distance(Measurements.none().with("x", -1)));
    assertEquals(0, Measurements.none().with("x", 0).distance(Measurements.none().with("x", -0.0)));
  }

  @Test
  void distanceIsInfiniteWhereShapesOrNonNumbersDiffer() {
    double never = Double.POSITIVE_INFINITY;
    assertEquals(never, SOME.distance(Measurements.none().with("t", 1, 2, Double.NaN)));
    assertEquals(never, SOME.distance(Measurements.none().with("t", 1, 2).with("x", 4)));
    assertEquals(never, SOME.distance(Measurements.none().with("t", 1, 2, 3).with("x", 4)));
    assertEquals(
        never, Measurements.none().with("x", never).distance(Measurements.none().with("x", 1)));
  }
}
