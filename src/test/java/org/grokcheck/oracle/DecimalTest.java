package org.grokcheck.oracle;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import org.apfloat.Apfloat;
import org.apfloat.ApfloatMath;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalTest {
  @ParameterizedTest
  @ValueSource(doubles = {-700, -1.5, -1e-20, 0, 1e-300, 0.3, 0.35, 1, 20, 709, 123456.7})
  void exponentialAgreesWithApfloat(double x) {
    agree(Decimal.exp(Decimal.of(x)), ApfloatMath.exp(Precise.of(x)));
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-300, 1e-5, 0.5, 0.9999999, 1.0000001, 2, 10, 3e200})
  void logarithmAgreesWithApfloat(double y) {
    agree(Decimal.log(Decimal.of(y)), ApfloatMath.log(Precise.of(y)));
  }

  @ParameterizedTest
  @ValueSource(doubles = {-37, -2, -0.7, 0, 1e-9, 1, 2, 5.5, 5.9999, 6, 37, 400})
  void normalTailAgreesWithApfloatsErfc(double x) {
    agree(GaussianTail.upper(Decimal.of(x)), Precise.normalSf(Precise.of(x)));
  }

  private static void agree(BigDecimal own, Apfloat known) {
    Apfloat off = new Apfloat(own, Precise.DIGITS).subtract(known);
    Apfloat error = known.signum() == 0 ? off : off.divide(known);
    assertTrue(Math.abs(error.doubleValue()) < 1e-38, () -> "relative error " + error);
  }
}
