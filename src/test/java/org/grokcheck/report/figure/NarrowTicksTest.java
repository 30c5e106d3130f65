package org.grokcheck.report.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class NarrowTicksTest {
  @Test
  void oneTwoAndFiveWhereThereAreThree() {
    assertEquals(List.of(0.2, 0.5, 1.0, 2.0, 5.0), NarrowTicks.between(0.11, 9));
    assertEquals(List.of(1000.0, 2000.0, 5000.0), NarrowTicks.between(990, 5500));
  }

  @Test
  void multiplesOfARoundStepElsewhere() {
    assertEquals(List.of(1.5, 2.0), NarrowTicks.between(1.1, 2.4));
    assertEquals(List.of(0.0038, 0.004, 0.0042), rounded(NarrowTicks.between(0.00365, 0.0043)));
  }

  private static List<Double> rounded(List<Double> values) {
    return values.stream().map(v -> Math.rint(v * 1e6) / 1e6).toList();
  }

  @Property
  void atLeastTwoInside(
      @ForAll @DoubleRange(min = -12, max = 12) double exponent,
      @ForAll @DoubleRange(min = 1.01, max = 90) double ratio) {
    double low = StrictMath.pow(10, exponent);
    double high = low * ratio;
    List<Double> ticks = NarrowTicks.between(low, high);
    assertTrue(ticks.size() >= 2 && ticks.size() <= 8, () -> ticks + " in " + low + ", " + high);
    for (int i = 0; i < ticks.size(); i++) {
      assertTrue(ticks.get(i) >= low * (1 - 1e-12) && ticks.get(i) <= high * (1 + 1e-12));
      assertTrue(i == 0 || ticks.get(i) > ticks.get(i - 1));
    }
  }
}
