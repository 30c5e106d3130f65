package org.grokcheck.math;

import static org.grokcheck.math.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.MathContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tabulated constants to 59 places, exact powers, and the functional equations. */
class DecimalFunctionsTest {
  private static final BigDecimal E =
      new BigDecimal("2.71828182845904523536028747135266249775724709369995957496697");
  private static final BigDecimal PI =
      new BigDecimal("3.14159265358979323846264338327950288419716939937510582097494");
  private static final BigDecimal LN2 =
      new BigDecimal("0.69314718055994530941723212145817656807550013436025525412068");
  private static final BigDecimal LN10 =
      new BigDecimal("2.30258509299404568401799145468436420760110148862877297603333");
  private static final DecimalFunctions FIFTY = new DecimalFunctions(50);

  /**
   * The relative error that the class promises for exponentials, and the absolute one elsewhere.
   */
  private static BigDecimal promised(int digits) {
    return BigDecimal.ONE.movePointLeft(digits - 2);
  }

  private static void near(BigDecimal expected, BigDecimal actual, BigDecimal bound) {
    BigDecimal error = expected.subtract(actual).abs();
    assertTrue(
        error.compareTo(bound) <= 0, () -> actual + " is " + error + " away from " + expected);
  }

  private static void relative(BigDecimal expected, BigDecimal actual) {
    near(expected, actual, expected.abs().multiply(promised(50)));
  }

  @Test
  void constants() {
    relative(E, FIFTY.exp(BigDecimal.ONE));
    relative(PI, FIFTY.pi());
    relative(LN2, FIFTY.log(new BigDecimal("2")));
    relative(LN10, FIFTY.log(BigDecimal.TEN));
    relative(LN10.multiply(new BigDecimal("-40")), FIFTY.log(new BigDecimal("1e-40")));
    relative(LN10.multiply(new BigDecimal("300")), FIFTY.log(new BigDecimal("1e300")));
    near(BigDecimal.ZERO, FIFTY.log(BigDecimal.ONE), promised(50));
    assertEquals(50, FIFTY.exp(BigDecimal.ONE).precision());
    assertEquals(20, new DecimalFunctions(20).pi().precision());
  }

  @Test
  void powers() {
    BigDecimal two = new BigDecimal("2");
    relative(two.pow(1000), FIFTY.pow(two, new BigDecimal("1000")));
    relative(BigDecimal.TEN.pow(7), FIFTY.pow(new BigDecimal("1e14"), new BigDecimal("0.5")));
    BigDecimal root = FIFTY.pow(two, new BigDecimal("0.5"));
    relative(two, root.multiply(root));
    // The digits of the exponent before the point are not taken from those behind it.
    BigDecimal far = new BigDecimal("1e8");
    relative(
        new DecimalFunctions(90).exp(far.multiply(new DecimalFunctions(90).log(two))),
        FIFTY.pow(two, far));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "1e-30", "-0.3", "1.5", "-7", "123.456", "-2e4", "1e30", "3.0e-9"})
  void functionalEquations(String text) {
    BigDecimal x = new BigDecimal(text);
    BigDecimal bound = promised(50).multiply(new BigDecimal("3"));
    BigDecimal cos = FIFTY.cos(x);
    BigDecimal sin = FIFTY.sin(x);
    near(BigDecimal.ONE, cos.multiply(cos).add(sin.multiply(sin)), bound);
    BigDecimal twice = x.add(x);
    near(
        BigDecimal.ONE.subtract(FIFTY.cos(twice)),
        sin.multiply(sin).multiply(new BigDecimal("2")),
        bound);
    near(FIFTY.sin(twice), sin.multiply(cos).multiply(new BigDecimal("2")), bound);
    DecimalFunctions wider = new DecimalFunctions(110);
    near(wider.sin(x), sin, promised(50));
    near(wider.cos(x), cos, promised(50));
    if (x.abs().compareTo(BigDecimal.TEN.pow(6)) < 0) {
      BigDecimal exp = FIFTY.exp(x);
      near(BigDecimal.ONE, exp.multiply(FIFTY.exp(x.negate())), bound);
      relative(wider.exp(x), exp);
      near(x, wider.log(exp), promised(49));
    }
  }

  @Test
  void quarterTurns() {
    BigDecimal sixth = FIFTY.pi().divide(new BigDecimal("6"), new MathContext(60));
    near(new BigDecimal("0.5"), FIFTY.sin(sixth), promised(50));
    BigDecimal third = sixth.add(sixth);
    near(new BigDecimal("0.5"), FIFTY.cos(third), promised(50));
    near(new BigDecimal("-1"), FIFTY.cos(FIFTY.pi()), promised(50));
  }

  @Test
  void domains() {
    for (int bad : new int[] {19, 20_001}) {
      assertRefused("digits: need a number from 20 to 20000", () -> new DecimalFunctions(bad));
    }
    assertEquals(20_000, new DecimalFunctions(20_000).context().getPrecision());
    DecimalFunctions few = new DecimalFunctions(20);
    BigDecimal most = new BigDecimal("2000000000");
    assertEquals(20, few.exp(most).precision());
    assertEquals(20, few.exp(most.negate()).precision());
    BigDecimal above = most.add(BigDecimal.ONE);
    assertRefused("x: need at most 2e9 in size", () -> few.exp(above));
    assertRefused("x: need at most 2e9 in size", () -> few.exp(above.negate()));
    assertRefused("x: need a number above 0", () -> few.log(BigDecimal.ZERO));
    assertRefused("x: need a number above 0", () -> few.log(most.negate()));
  }
}
