package org.grokcheck.beck;

import java.math.BigDecimal;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.grokcheck.evidence.Check;
import org.grokcheck.evidence.Checks;
import org.grokcheck.evidence.Oracle;
import org.grokcheck.evidence.Tolerance;

/** Arbitrary points on the line: stationary weight, exponents and flows. */
class OneDimensionalDataProperties {
  @Property(tries = 200)
  @Checks("beck.ext.d1-arbitrary")
  void twoPoints(
      @ForAll @DoubleRange(min = 0.1, max = 10) double a,
      @ForAll @DoubleRange(min = 0.1, max = 10) double b) {
    double root = StrictMath.log(a / b) / (a + b);
    OneDimensionalData data = OneDimensionalData.of(List.of(new BigDecimal(-a), new BigDecimal(b)));
    // At the root the pulls ±ae^{−aS} = be^{bS} have the condition numbers 1 + |S|a and 1 + |S|b;
    // over the slope a²e^{−aS} + b²e^{bS} they leave (2 + |S|(a+b))/(a+b).
    double condition = (2 + (a + b) * Math.abs(root)) / (a + b);
    Check.of("beck.ext.d1-arbitrary", "S_∞ of {−a, b}")
        .by(Oracle.SECOND_ALGORITHM)
        .part("S_∞")
        .at("a", a, "b", b)
        .expecting(root, new Tolerance.Rounding(8, condition, "pull over slope at the root"))
        .holds(data.minimiser())
        .rejects("sign", -root);
  }
}
