package org.grokcheck.dynamics.margin;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.grokcheck.compute.linear.DataMatrix;
import org.grokcheck.dynamics.margin.BoundedProducts.Bounded;

/** Lower bounds of min xᵢ·w whose sign is exact. */
final class ExactMargins {
  private static final MathContext DOWN = new MathContext(17, RoundingMode.FLOOR);

  private ExactMargins() {}

  /**
   * A lower bound of min xᵢ·w which is positive if and only if the minimum is: from the error bound
   * of a product in twice the precision, or from exact decimals where that leaves the sign open.
   * May round to the least positive double.
   */
  static double least(DataMatrix x, double[] w) {
    Bounded z = BoundedProducts.margins(x, w);
    double least = Double.POSITIVE_INFINITY;
    double[] row = new double[x.columns()];
    for (int i = 0; i < x.rows(); i++) {
      double value = z.values()[i] - z.errors()[i];
      if (!(value > 0)) {
        x.row(i, row);
        value = below(exact(row, w));
      }
      least = Math.min(least, Math.nextDown(value) > 0 ? Math.nextDown(value) : value);
    }
    return least;
  }

  private static double below(BigDecimal value) {
    double rounded = value.round(DOWN).doubleValue();
    double down = new BigDecimal(rounded).compareTo(value) > 0 ? Math.nextDown(rounded) : rounded;
    return value.signum() > 0 ? Math.max(down, Double.MIN_VALUE) : down;
  }

  /** x·w without rounding. */
  static BigDecimal exact(double[] x, double[] w) {
    BigDecimal sum = BigDecimal.ZERO;
    for (int j = 0; j < x.length; j++) {
      if (x[j] != 0 && w[j] != 0) {
        sum = sum.add(new BigDecimal(x[j]).multiply(new BigDecimal(w[j])));
      }
    }
    return sum;
  }
}
