package org.grokcheck.notsawo;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;

/**
 * Local minima of Rastrigin's function of one variable, x² + a(1 − cos 2πx), for a &gt; 0 (claim
 * {@code notsawo.ext.ras_count}). In n variables minima are the n-tuples of these.
 *
 * @param a a, positive
 */
public record RastriginMinima(BigDecimal a) {
  private static final MathContext DIGITS = new MathContext(50);
  private static final BigDecimal TWO = BigDecimal.valueOf(2);
  private static final BigDecimal FOUR_PI_SQUARED =
      new BigDecimal("39.478417604357434475337963999504604541254797628963162505653387");

  /** A bracket of half a turn shrinks below 10⁻⁴⁵. */
  private static final int BISECTIONS = 150;

  /** The map of {@link #tangentRoot} contracts by 1/(1 + y²) ≤ 1/18. */
  private static final int ITERATIONS = 16;

  /**
   * Checks the domain.
   *
   * @throws IllegalArgumentException if a isn't positive
   */
  public RastriginMinima {
    if (a.signum() <= 0) {
      throw new IllegalArgumentException("a: need a number above 0, got " + a);
    }
  }

  /**
   * The root y_m of tan y = y in ((2m + 1)π, (2m + 3/2)π), as the fixed point of (2m + 3/2)π −
   * arctan(1/y).
   *
   * @param m at least 0
   * @throws IllegalArgumentException if m is negative
   */
  public static double tangentRoot(long m) {
    if (m < 0) {
      throw new IllegalArgumentException("threshold_index: need at least 0, got " + m);
    }
    double asymptote = (2.0 * m + 1.5) * Math.PI;
    double y = asymptote;
    for (int k = 0; k < ITERATIONS; k++) {
      y = asymptote - StrictMath.atan(1 / y);
    }
    return y;
  }

  /** a_m = √(1 + y_m²)/(2π²), above which minima near ±(m + 1) exist. */
  public static double threshold(long m) {
    double y = tangentRoot(m);
    return StrictMath.hypot(1, y) / (2 * Math.PI * Math.PI);
  }

  /** 1 + 2 #{m ≥ 0: a &gt; a_m}. */
  public long count() {
    double size = a.doubleValue();
    // Thresholds are 1/π apart up to terms that fall, so this is off by one at most.
    long m = Math.max(0, (long) Math.floor(Math.PI * size - 0.75) - 1);
    while (size > threshold(m)) {
      m++;
    }
    return 1 + 2 * m;
  }

  /** Number of stationary points: one between neighbouring minima. */
  public long stationary() {
    return 2 * count() - 1;
  }

  /**
   * The minimum near the whole number k: the zero of x + πa sin 2πx between the inflection below k
   * and k, to 40 digits.
   *
   * @param k at least 0
   * @throws IllegalArgumentException if there is none near k
   */
  public BigDecimal near(int k) {
    if (k < 0 || 2L * k + 1 > count()) {
      throw new IllegalArgumentException(
          "k: need a number from 0 to %d, for there is no minimum near others, got %d"
              .formatted((count() - 1) / 2, k));
    }
    BigDecimal high = BigDecimal.valueOf(k);
    if (k == 0) {
      return high;
    }
    double inflection = StrictMath.acos(-1 / (2 * Math.PI * Math.PI * a.doubleValue()));
    BigDecimal low = high.subtract(new BigDecimal(inflection / (2 * Math.PI)));
    Rastrigin function = new Rastrigin(a);
    for (int step = 0; step < BISECTIONS; step++) {
      BigDecimal middle = low.add(high).divide(TWO, DIGITS);
      if (function.gradient(List.of(middle)).get(0).signum() > 0) {
        high = middle;
      } else {
        low = middle;
      }
    }
    return high;
  }

  /** g″ = 2 + 4π²a cos 2πx at a point. */
  public double curvature(BigDecimal x) {
    return FOUR_PI_SQUARED.multiply(a).multiply(cosine(x)).add(TWO).doubleValue();
  }

  /** cos 2πx = 1 − (g − x²)/a. */
  private BigDecimal cosine(BigDecimal x) {
    BigDecimal wave = new Rastrigin(a).value(List.of(x)).subtract(x.multiply(x));
    return BigDecimal.ONE.subtract(wave.divide(a, DIGITS));
  }
}
