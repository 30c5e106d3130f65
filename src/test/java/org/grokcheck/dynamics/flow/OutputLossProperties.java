package org.grokcheck.dynamics.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.grokcheck.harness.Arb;
import org.grokcheck.oracle.Decimal;

class OutputLossProperties {
  @Provide
  Arbitrary<Double> outputs() {
    return Arb.signedLogUniform(1e-6, 80);
  }

  /** log log(1 + e^f), log 1/(1 + e^{−f}) and log of that times its complement, to 50 digits. */
  @Property(tries = 200)
  void logisticAgreesWithFiftyDigits(@ForAll("outputs") double f) {
    BigDecimal grown = Decimal.exp(Decimal.of(f));
    BigDecimal sum = grown.add(BigDecimal.ONE);
    double value = Decimal.log(Decimal.log(sum)).doubleValue();
    double slope = Decimal.log(Decimal.over(grown, sum)).doubleValue();
    double rest = -Decimal.log(sum).doubleValue();
    // A few roundings, of numbers that may cancel where ℓ is near 1.
    double bound = 8 * 0x1p-53;
    assertEquals(value, OutputLoss.LOGISTIC.logValue(f), bound * (1 + Math.abs(value)));
    assertEquals(slope, OutputLoss.LOGISTIC.logSlope(f), bound * Math.abs(slope));
    assertEquals(slope + rest, OutputLoss.LOGISTIC.logCurvature(f), bound * Math.abs(slope + rest));
  }

  @Property(tries = 100)
  void exponentialIsItsOwnDerivative(@ForAll("outputs") double f) {
    assertEquals(f, OutputLoss.EXPONENTIAL.logValue(f));
    assertEquals(f, OutputLoss.EXPONENTIAL.logSlope(f));
    assertEquals(f, OutputLoss.EXPONENTIAL.logCurvature(f));
  }

  @Example
  void farOutputsKeepTheirLogarithm() {
    assertEquals(-1e6, OutputLoss.LOGISTIC.logValue(-1e6));
    assertEquals(-1e6, OutputLoss.LOGISTIC.logSlope(-1e6));
    assertEquals(-1e6, OutputLoss.LOGISTIC.logCurvature(-1e6));
    assertEquals(StrictMath.log(1e6), OutputLoss.LOGISTIC.logValue(1e6));
    assertEquals(0, Math.abs(OutputLoss.LOGISTIC.logSlope(1e6)));
    assertEquals(-1e6, OutputLoss.LOGISTIC.logCurvature(1e6));
  }
}
