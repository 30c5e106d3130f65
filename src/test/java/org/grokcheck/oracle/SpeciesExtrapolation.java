package org.grokcheck.oracle;

import java.math.BigDecimal;

/**
 * Population flow of two species to 40 digits and more: dm₁/dτ = m₁(3κ − 3(m₁−e) − (D−1)(m₂−e)),
 * dm₂/dτ = m₂(κ − (m₁−e) − (D+1)(m₂−e)), by midpoint rules with twice as many steps each time,
 * extrapolated in the square of the step (Gragg, Bulirsch and Stoer) over equal stretches of time.
 */
public final class SpeciesExtrapolation {
  private static final int LEVELS = 22;

  private final BigDecimal dimension;
  private final BigDecimal kappa;
  private final BigDecimal identity;

  /** A flow; e is 1 when centred and 0 otherwise. */
  public SpeciesExtrapolation(long dimension, double kappa, boolean centred) {
    this.dimension = BigDecimal.valueOf(dimension);
    this.kappa = Decimal.of(kappa);
    this.identity = centred ? BigDecimal.ONE : BigDecimal.ZERO;
  }

  /** m₁ and m₂ after a time, in a number of stretches that keeps rate times stretch below 2. */
  public BigDecimal[] at(double along, double across, double time) {
    double rate =
        (3 * (kappa.doubleValue() + along) + (dimension.doubleValue() + 1) * (across + 1));
    int stretches = 1 + (int) (rate * time / 2);
    BigDecimal stretch = Decimal.over(Decimal.of(time), BigDecimal.valueOf(stretches));
    BigDecimal[] state = {Decimal.of(along), Decimal.of(across)};
    for (int k = 0; k < stretches; k++) {
      state = extrapolated(state, stretch);
    }
    return state;
  }

  /** Aitken and Neville: each column removes one more power of the squared step. */
  private BigDecimal[] extrapolated(BigDecimal[] from, BigDecimal stretch) {
    BigDecimal[][] above = new BigDecimal[0][];
    for (int level = 1; level <= LEVELS; level++) {
      BigDecimal[][] row = new BigDecimal[level][];
      row[0] = midpoint(from, stretch, 2 * level);
      for (int k = 1; k < level; k++) {
        long base = (long) (level - k) * (level - k);
        BigDecimal ratio =
            Decimal.over(BigDecimal.valueOf((long) level * level - base), BigDecimal.valueOf(base));
        row[k] = improved(row[k - 1], above[k - 1], ratio);
      }
      above = row;
    }
    return above[LEVELS - 1];
  }

  private static BigDecimal[] improved(BigDecimal[] fine, BigDecimal[] coarse, BigDecimal ratio) {
    BigDecimal[] better = new BigDecimal[2];
    for (int i = 0; i < 2; i++) {
      better[i] = Decimal.plus(fine[i], Decimal.over(Decimal.minus(fine[i], coarse[i]), ratio));
    }
    return better;
  }

  private BigDecimal[] midpoint(BigDecimal[] from, BigDecimal stretch, int steps) {
    BigDecimal h = Decimal.over(stretch, BigDecimal.valueOf(steps));
    BigDecimal[] before = from;
    BigDecimal[] now = moved(from, rate(from), h);
    BigDecimal twice = h.add(h);
    for (int k = 1; k < steps; k++) {
      BigDecimal[] next = moved(before, rate(now), twice);
      before = now;
      now = next;
    }
    return now;
  }

  private static BigDecimal[] moved(BigDecimal[] from, BigDecimal[] rate, BigDecimal h) {
    return new BigDecimal[] {
      Decimal.plus(from[0], Decimal.times(rate[0], h)),
      Decimal.plus(from[1], Decimal.times(rate[1], h))
    };
  }

  private BigDecimal[] rate(BigDecimal[] m) {
    BigDecimal first = Decimal.minus(m[0], identity);
    BigDecimal second = Decimal.minus(m[1], identity);
    BigDecimal three = BigDecimal.valueOf(3);
    BigDecimal along =
        three
            .multiply(kappa)
            .subtract(three.multiply(first))
            .subtract(dimension.subtract(BigDecimal.ONE).multiply(second));
    BigDecimal across =
        kappa.subtract(first).subtract(dimension.add(BigDecimal.ONE).multiply(second));
    return new BigDecimal[] {Decimal.times(m[0], along), Decimal.times(m[1], across)};
  }
}
