package org.grokcheck.dynamics.trajectory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.grokcheck.harness.Arb;

/** Threshold times by what defines them, in records of any length and spacing. */
class EventTimesProperties {
  /** A record, values in eighths so that plateaus and exact hits are common. */
  record Run(double[] logTimes, double[] values) {
    Series series() {
      return Series.of("v", logTimes, values);
    }

    Run turned() {
      return new Run(logTimes, Arrays.stream(values).map(v -> -v).toArray());
    }

    @Override
    public String toString() {
      return Arrays.toString(logTimes) + " " + Arrays.toString(values);
    }
  }

  @Provide
  Arbitrary<Run> runs() {
    Arbitrary<Double> gaps = Arb.logUniform(1e-3, 100);
    Arbitrary<Double> values = Arb.uniform(-1, 1).map(v -> Math.rint(8 * v) / 8);
    Arbitrary<double[]> point =
        Combinators.combine(gaps, values).as((gap, v) -> new double[] {gap, v});
    return point.list().ofMinSize(1).ofMaxSize(12).map(EventTimesProperties::run);
  }

  private static Run run(List<double[]> points) {
    double[] logTimes = new double[points.size()];
    double[] values = new double[points.size()];
    double time = -20;
    for (int k = 0; k < logTimes.length; k++) {
      time += points.get(k)[0];
      logTimes[k] = time;
      values[k] = points.get(k)[1];
    }
    return new Run(logTimes, values);
  }

  @Provide
  Arbitrary<Double> levels() {
    return Arb.uniform(-1, 1).map(v -> Math.rint(16 * v) / 16);
  }

  /** Nothing before the first crossing is there yet; at it, the interpolated value is the level. */
  @Property
  void firstIsWhereNoneWasBefore(@ForAll("runs") Run run, @ForAll("levels") double level) {
    Series series = run.series();
    Crossing crossing = new EventTimes(series).first(Threshold.atLeast(level));
    OptionalDouble when = crossing.logTime();
    for (int k = 0; k < series.size(); k++) {
      boolean before = when.isEmpty() || series.logTime(k) < when.getAsDouble();
      assertTrue(!before || series.value(k) < level, "reached before " + crossing);
    }
    assertOnTheLevel(run, level, crossing);
  }

  /** Nothing after the last crossing fails the threshold. */
  @Property
  void sustainedIsWhereNoneFailsAfter(@ForAll("runs") Run run, @ForAll("levels") double level) {
    Series series = run.series();
    EventTimes times = new EventTimes(series);
    Crossing crossing = times.sustained(Threshold.atLeast(level));
    OptionalDouble when = crossing.logTime();
    for (int k = 0; k < series.size(); k++) {
      boolean after = when.isPresent() && series.logTime(k) >= when.getAsDouble();
      assertTrue(!after || series.value(k) >= level, "left after " + crossing);
    }
    assertEquals(when.isPresent(), series.last() >= level);
    assertOnTheLevel(run, level, crossing);
    if (when.isPresent()) {
      double first = times.first(Threshold.atLeast(level)).logTime().orElseThrow();
      assertTrue(first <= when.getAsDouble());
    }
  }

  private static void assertOnTheLevel(Run run, double level, Crossing crossing) {
    if (crossing instanceof Crossing.Reached reached) {
      double log = reached.log();
      int k = 0;
      while (run.logTimes[k + 1] < log) {
        k++;
      }
      double part = (log - run.logTimes[k]) / (run.logTimes[k + 1] - run.logTimes[k]);
      double value = run.values[k] + part * (run.values[k + 1] - run.values[k]);
      // The time is rounded to an ulp of at most 2⁻⁴³; the steepest slope is 2 in 10⁻³.
      assertEquals(level, value, 2000 * 0x1p-42);
    }
  }

  /** Turning values and level over changes nothing, to the last bit. */
  @Property
  void fallingMirrorsRising(@ForAll("runs") Run run, @ForAll("levels") double level) {
    EventTimes rising = new EventTimes(run.series());
    EventTimes falling = new EventTimes(run.turned().series());
    assertEquals(rising.first(Threshold.atLeast(level)), falling.first(Threshold.atMost(-level)));
    assertEquals(
        rising.sustained(Threshold.atLeast(level)), falling.sustained(Threshold.atMost(-level)));
  }

  /** A higher level is not reached earlier. */
  @Property
  void levelsAreReachedInTheirOrder(
      @ForAll("runs") Run run, @ForAll("levels") double one, @ForAll("levels") double two) {
    List<Threshold> both =
        List.of(Threshold.atLeast(Math.min(one, two)), Threshold.atLeast(Math.max(one, two)));
    EventTimes times = new EventTimes(run.series());
    for (List<Crossing> crossings : List.of(times.first(both), times.sustained(both))) {
      double lower = crossings.get(0).logTime().orElse(Double.POSITIVE_INFINITY);
      double higher = crossings.get(1).logTime().orElse(Double.POSITIVE_INFINITY);
      assertTrue(lower <= higher, crossings.toString());
    }
  }

  /** v = log t crosses θ at t = e^θ, however the record is spaced. */
  @Property
  void logarithmsAreInterpolatedExactly(@ForAll("runs") Run run, @ForAll("levels") double level) {
    Run logarithm = new Run(run.logTimes, run.logTimes);
    double part = (1 + level) / 2;
    double wanted = Math.min(last(run), (1 - part) * run.logTimes[0] + part * last(run));
    double found =
        new EventTimes(logarithm.series()).first(Threshold.atLeast(wanted)).logTime().orElseThrow();
    assertEquals(wanted, found, 4 * Math.ulp(Math.max(20, Math.abs(last(run)))));
  }

  private static double last(Run run) {
    return run.logTimes[run.logTimes.length - 1];
  }
}
