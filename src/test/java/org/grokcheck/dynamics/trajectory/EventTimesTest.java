package org.grokcheck.dynamics.trajectory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class EventTimesTest {
  private static final double INF = Double.POSITIVE_INFINITY;

  /** Values at log t = 0, 1, 2, … */
  private static EventTimes of(double... values) {
    return new EventTimes(series(values));
  }

  private static Series series(double... values) {
    double[] logTimes = new double[values.length];
    Arrays.setAll(logTimes, k -> k);
    return Series.of("accuracy", logTimes, values);
  }

  private static Crossing reached(double log) {
    return new Crossing.Reached(log);
  }

  @Test
  void risingAndFallingOnce() {
    Threshold half = Threshold.atLeast(0.5);
    assertEquals(reached(1.5), of(0, 0.25, 0.75, 1).first(half));
    assertEquals(reached(1.5), of(0, 0.25, 0.75, 1).sustained(half));
    assertEquals(reached(0.25), of(1, -1).first(Threshold.atMost(0.5)));
  }

  @Test
  void firstIsNotForGood() {
    EventTimes times = of(0, 1, 0, 0.5, 0.25, 0.75);
    assertEquals(reached(0.5), times.first(Threshold.atLeast(0.5)));
    assertEquals(reached(4.5), times.sustained(Threshold.atLeast(0.5)));
    assertEquals(new Crossing.Never(5), times.sustained(Threshold.atMost(0.5)));
  }

  @Test
  void thresholdsNeverReached() {
    assertEquals(new Crossing.Never(2), of(0, 0.4, 0.49).first(Threshold.atLeast(0.5)));
    assertEquals(new Crossing.Never(2), of(0, 0.4, 0.49).sustained(Threshold.atLeast(0.5)));
    assertEquals(OptionalDouble.empty(), of(0).first(Threshold.atLeast(1)).logTime());
  }

  @Test
  void reachedFromTheStart() {
    assertEquals(new Crossing.FromStart(0), of(0.5, 0, 1).first(Threshold.atLeast(0.5)));
    assertEquals(reached(1.5), of(0.5, 0, 1).sustained(Threshold.atLeast(0.5)));
    assertEquals(new Crossing.FromStart(0), of(0.5, 0.5).sustained(Threshold.atLeast(0.5)));
    assertEquals(OptionalDouble.of(0), of(1).first(Threshold.atLeast(1)).logTime());
  }

  /** A plateau exactly on the level counts, from where it begins. */
  @Test
  void plateausOnTheLevelCount() {
    EventTimes rise = of(0, 0.5, 0.5, 0.5, 1);
    assertEquals(reached(1), rise.first(Threshold.atLeast(0.5)));
    assertEquals(reached(1), rise.sustained(Threshold.atLeast(0.5)));
    EventTimes fallBack = of(0, 0.5, 0.5, 0.25);
    assertEquals(reached(1), fallBack.first(Threshold.atLeast(0.5)));
    assertEquals(new Crossing.Never(3), fallBack.sustained(Threshold.atLeast(0.5)));
  }

  @Test
  void fromTimeZeroLinearInTime() {
    Series loss = Series.of("loss", new double[] {-INF, StrictMath.log(8)}, new double[] {1, 0});
    Crossing crossing = new EventTimes(loss).first(Threshold.atMost(0.75));
    assertEquals(StrictMath.log(2), crossing.logTime().orElseThrow(), 1e-15);
    assertEquals(new Crossing.FromStart(-INF), new EventTimes(loss).first(Threshold.atMost(1)));
  }

  @Test
  void infiniteValuesCountAtTheirTime() {
    assertEquals(reached(1), of(-INF, 0, 1).first(Threshold.atLeast(-5)));
    assertEquals(reached(2), of(0, 1, INF).first(Threshold.atLeast(5)));
    assertEquals(reached(1.5), of(-INF, 0, 1, INF).first(Threshold.atLeast(0.5)));
  }

  @Test
  void severalThresholdsAtOnce() {
    List<Threshold> three =
        List.of(Threshold.atLeast(0.25), Threshold.atLeast(0.5), Threshold.atLeast(2));
    List<Crossing> expected = List.of(reached(0.5), reached(1), new Crossing.Never(2));
    assertEquals(expected, of(0, 0.5, 1).first(three));
    assertEquals(expected, of(0, 0.5, 1).sustained(three));
  }

  @Test
  void delaysBetweenTwoSeries() {
    List<Delay> delays =
        EventTimes.delays(
            series(0, 1, 1, 1, 1),
            series(0, 0, 0, 1, 0.75),
            Threshold.atLeast(0.5),
            Threshold.atLeast(0.75),
            Threshold.atLeast(0.9));
    assertEquals(OptionalDouble.of(2), delays.get(0).logRatio());
    assertEquals(OptionalDouble.of(2), delays.get(1).logRatio());
    assertEquals(OptionalDouble.empty(), delays.get(2).logRatio());
    double expected = StrictMath.log(StrictMath.exp(2.5) - StrictMath.exp(0.5));
    assertEquals(expected, delays.get(0).logDifference().orElseThrow(), 1e-15);
    assertEquals(OptionalDouble.empty(), delays.get(2).logDifference());
  }

  @Test
  void delaysAtTheEdges() {
    Crossing one = reached(700);
    Crossing two = reached(900);
    assertEquals(OptionalDouble.of(-200), new Delay(two, one).logRatio());
    assertEquals(OptionalDouble.empty(), new Delay(two, one).logDifference());
    assertEquals(OptionalDouble.of(900), new Delay(one, two).logDifference());
    assertEquals(OptionalDouble.of(-INF), new Delay(one, one).logDifference());
    Crossing zero = new Crossing.FromStart(-INF);
    assertEquals(OptionalDouble.empty(), new Delay(zero, zero).logRatio());
    assertEquals(OptionalDouble.of(INF), new Delay(zero, one).logRatio());
    assertEquals(OptionalDouble.of(700), new Delay(zero, one).logDifference());
  }

  @Test
  void refusesRecordsThatAreNone() {
    assertRefused(
        "logTimes: need at least one", () -> Series.of("a", new double[0], new double[0]));
    assertRefused("logTimes: need increasing", () -> pair(2, 1));
    assertRefused("logTimes: need increasing", () -> pair(1, 1));
    assertRefused("logTimes: need finite", () -> pair(0, INF));
    assertRefused("logTimes: need finite", () -> pair(Double.NaN, 1));
    assertRefused("logTimes: need increasing", () -> pair(0, -INF));
    assertRefused("values of \"a\": need 1", () -> Series.of("a", new double[1], new double[2]));
    assertRefused("name: need a name", () -> Series.of(" ", new double[1], new double[1]));
    assertRefused("series \"accuracy\": value 1, at log t = 1.0, is NaN", () -> of(0, Double.NaN));
    assertRefused("level", () -> Threshold.atLeast(Double.NaN));
    assertRefused("level", () -> Threshold.atMost(INF));
  }

  private static Series pair(double first, double second) {
    return Series.of("a", new double[] {first, second}, new double[2]);
  }

  @Test
  void trajectoriesHoldNamedSeries() {
    Trajectory run =
        new Trajectory(new double[] {-INF, 0, 1000}, Map.of("norm", new double[] {0, 1, 2}));
    assertEquals(3, run.size());
    assertEquals(0, run.time(0));
    assertEquals(INF, run.time(2));
    assertTrue(run.names().contains("norm"));
    assertEquals(2, run.series("norm").last());
    assertEquals(1000, run.series("norm").logTime(2));
    assertRefused("name: need one of [norm], got \"bias\"", () -> run.series("bias"));
    assertRefused(
        "values of \"x\"", () -> new Trajectory(new double[1], Map.of("x", new double[2])));
  }

  private static void assertRefused(String start, Executable call) {
    String message = assertThrows(IllegalArgumentException.class, call).getMessage();
    assertTrue(message.startsWith(start), message);
  }
}
