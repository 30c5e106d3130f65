package org.grokcheck.harness;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.RandomDistribution;

/**
 * Generators for physical parameters, which live on logarithmic scales and near critical points.
 */
public final class Arb {
  private static final long STEPS = 1L << 40;

  private Arb() {}

  /** Log-uniform in [lo, hi] with lo > 0; the endpoints are edge cases. */
  public static Arbitrary<Double> logUniform(double lo, double hi) {
    double from = StrictMath.log(lo);
    double to = StrictMath.log(hi);
    return fraction()
        .map(f -> f == 0 ? lo : f == 1 ? hi : clamp(StrictMath.exp(from + (to - from) * f), lo, hi))
        .edgeCases(c -> c.includeOnly(lo, hi));
  }

  /** Uniform in [lo, hi] at full resolution; the endpoints are edge cases. */
  public static Arbitrary<Double> uniform(double lo, double hi) {
    return fraction()
        .map(f -> clamp(lo + (hi - lo) * f, lo, hi))
        .edgeCases(c -> c.includeOnly(lo, hi));
  }

  /** {@code critical · (1 ± ε)} with ε log-uniform in [epsLo, epsHi]. */
  public static Arbitrary<Double> nearCritical(double critical, double epsLo, double epsHi) {
    return Combinators.combine(logUniform(epsLo, epsHi), sign())
        .as((e, s) -> critical * (1 + s * e));
  }

  /** {@code ±m} with m log-uniform in [lo, hi], and 0 as an edge case. */
  public static Arbitrary<Double> signedLogUniform(double lo, double hi) {
    return Combinators.combine(logUniform(lo, hi), sign())
        .as((m, s) -> s * m)
        .edgeCases(c -> c.includeOnly(0.0, lo, -lo, hi, -hi));
  }

  /** Every finite positive double equally likely by bit pattern: subnormals to the largest. */
  public static Arbitrary<Double> anyPositiveBits() {
    return Arbitraries.longs()
        .between(1, Double.doubleToLongBits(Double.MAX_VALUE))
        .withDistribution(RandomDistribution.uniform())
        .map(Double::longBitsToDouble);
  }

  private static Arbitrary<Double> fraction() {
    return Arbitraries.longs()
        .between(0, STEPS)
        .withDistribution(RandomDistribution.uniform())
        .shrinkTowards(STEPS / 2)
        .map(k -> k / (double) STEPS);
  }

  private static Arbitrary<Integer> sign() {
    return Arbitraries.of(1, -1);
  }

  private static double clamp(double x, double lo, double hi) {
    return Math.min(hi, Math.max(lo, x));
  }
}
