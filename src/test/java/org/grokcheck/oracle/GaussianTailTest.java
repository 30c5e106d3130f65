package org.grokcheck.oracle;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.apfloat.Apfloat;
import org.apfloat.ApfloatMath;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GaussianTailTest {
  @ParameterizedTest
  @ValueSource(doubles = {-37, -2, -0.7, 0, 1e-9, 1, 2, 5.5, 5.9999, 6, 37, 400})
  void agreesWithApfloatsErfcTo40Digits(double x) {
    Apfloat known = Precise.normalSf(Precise.of(x));
    Apfloat off = GaussianTail.upper(Precise.of(x)).divide(known).subtract(Precise.ONE);
    assertTrue(ApfloatMath.abs(off).doubleValue() < 1e-40, () -> "relative error " + off);
  }
}
