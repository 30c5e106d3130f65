package org.grokcheck.math;

import static org.grokcheck.math.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.apache.commons.numbers.gamma.RegularizedBeta;

/** Quantiles against the incomplete beta function, and closed forms of one and two degrees. */
class StudentQuantileProperties {
  @Property(tries = 20)
  void probabilityBelowIsTheGivenOne(
      @ForAll @IntRange(min = 1, max = 40) int freedom,
      @ForAll @IntRange(min = 501, max = 999) int perMille) {
    double t = StudentQuantile.of(freedom).at(Real.of(perMille).over(1000)).toDouble();
    double central = RegularizedBeta.value(t * t / (freedom + t * t), 0.5, freedom / 2.0);
    // The library promises about 1e-14; the argument's few ulp count half, being under a root.
    assertEquals((2 * perMille - 1000) / 1000.0, central, 2e-14);
  }

  @Example
  void closedForms() {
    // Cauchy's law: tan(π(p − ½)); two degrees: x√2/√(1 − x²) with x = 2p − 1.
    assertEquals(1, StudentQuantile.of(1).at(Real.of(3).over(4)).toDouble(), 1e-16);
    assertEquals(
        Math.sqrt(2.0 / 3), StudentQuantile.of(2).at(Real.of(3).over(4)).toDouble(), 2e-16);
    assertEquals(0, StudentQuantile.of(5).at(Real.ONE.over(2)).toDouble());
  }

  @Example
  void refusesWhatHasNoQuantile() {
    assertRefused("freedom: need a whole number of at least 1, got 0", () -> StudentQuantile.of(0));
    StudentQuantile law = StudentQuantile.of(3);
    assertRefused("p: need at least 0.5 and less than 1, got 1", () -> law.at(Real.ONE));
    assertRefused("p: need at least 0.5", () -> law.at(Real.of(4).over(10)));
  }
}
