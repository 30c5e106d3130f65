package org.grokcheck.notsawo.descent;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * Gradient descent on log x², x ← x − 2ε/x (claim {@code notsawo.ext.log_gd}): y = x/√(2ε) follows
 * Boole's map y ← y − 1/y, which preserves Lebesgue measure, so that the iterate never settles.
 *
 * @param rate ε > 0
 */
public record LogDescent(BigDecimal rate) {
  /** The largest number of steps. */
  public static final int MAX_STEPS = 10_000;

  /** Digits kept at the end. */
  private static final int DIGITS = 40;

  private static final BigDecimal TWO = BigDecimal.valueOf(2);

  /**
   * Checks the rate.
   *
   * @throws IllegalArgumentException if it isn't positive
   */
  public LogDescent {
    Require.positive("eps (learning rate)", rate);
  }

  /**
   * Returns x after so many steps to 40 digits or so. Errors double a step on the average and more
   * near 0: the working precision grows by two digits a step.
   *
   * @param start x at step 0, not 0
   * @param steps from 0 to {@value #MAX_STEPS}
   * @throws IllegalArgumentException if the iterate meets 0, where the gradient has a pole
   */
  public BigDecimal after(BigDecimal start, int steps) {
    Require.between("steps", steps, 0, MAX_STEPS);
    MathContext context = new MathContext(DIGITS + 2 * steps);
    BigDecimal x = start;
    for (int k = 0; k < steps; k++) {
      Require.that(x.signum() != 0, "x0: meets 0, where log x^2 has a pole, at step " + k);
      x = x.subtract(TWO.multiply(rate).divide(x, context), context);
    }
    return x.round(new MathContext(DIGITS));
  }

  /** Returns y = x/√(2ε). */
  public BigDecimal booleCoordinate(BigDecimal x) {
    MathContext context = new MathContext(DIGITS);
    return x.divide(TWO.multiply(rate).sqrt(context), context);
  }

  /** Returns y − 1/y for y ≠ 0. */
  public static double boole(double y) {
    return y - 1 / y;
  }
}
