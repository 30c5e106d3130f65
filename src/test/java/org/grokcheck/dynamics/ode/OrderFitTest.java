package org.grokcheck.dynamics.ode;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.grokcheck.laws.OrderFit;
import org.junit.jupiter.api.Test;

class OrderFitTest {
  private static double[] errors(double a, double b, int p) {
    double[] errors = new double[4];
    for (int k = 0; k < errors.length; k++) {
      double h = 0.25 / (1 << k);
      errors[k] = StrictMath.pow(h, p) * (1 + a * h + b * h * h);
    }
    return errors;
  }

  @Test
  void tellsOrdersApart() {
    OrderFit fit = OrderFit.of(errors(1, -2, 3), 0);
    assertTrue(fit.tells() && fit.allows(3));
    assertFalse(fit.allows(2) || fit.allows(4));
  }

  @Test
  void saysNothingOfRounding() {
    assertFalse(OrderFit.of(errors(0, 0, 5), 1e-7).tells());
  }
}
