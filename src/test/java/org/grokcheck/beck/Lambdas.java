package org.grokcheck.beck;

import java.math.BigDecimal;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Tuple;
import org.grokcheck.harness.Arb;

/** Exact decimals λ of the two-point model, dense where something changes: 0, ½ and 1. */
final class Lambdas {
  private static final BigDecimal HALF = new BigDecimal("0.5");

  private Lambdas() {}

  /** λ in [0, 1.5]. */
  static Arbitrary<BigDecimal> all() {
    Arbitrary<BigDecimal> edges =
        Arbitraries.of("0", "0.5", "1", "1.5", "0.3", "0.7").map(BigDecimal::new);
    return Arbitraries.frequencyOf(
        Tuple.of(1, edges),
        // The boundary alone tells strict from weak inequalities.
        Tuple.of(1, Arbitraries.just(HALF)),
        Tuple.of(3, Arb.uniform(0, 1.5).map(BigDecimal::new)),
        Tuple.of(2, near(HALF)),
        Tuple.of(1, near(BigDecimal.ONE)));
  }

  /** λ in [0, ½) by its gap x = 1 − 2λ, from 1e-300 to 1. */
  static Arbitrary<BigDecimal> inseparable() {
    Arbitrary<Double> gaps =
        Arbitraries.oneOf(
            Arb.logUniform(1e-300, 1),
            Arb.logUniform(1e-3, 1),
            Arb.uniform(0, 1).filter(g -> g > 0));
    Arbitrary<BigDecimal> fromGap =
        gaps.map(x -> BigDecimal.ONE.subtract(new BigDecimal(x)).multiply(HALF));
    return Arbitraries.oneOf(fromGap, Arb.logUniform(1e-18, 0.1).map(BigDecimal::new));
  }

  /** x = 1 − 2λ, exactly. */
  static BigDecimal gap(BigDecimal lambda) {
    return BigDecimal.ONE.subtract(lambda.add(lambda));
  }

  /** The points −1 and x. */
  static List<BigDecimal> points(BigDecimal lambda) {
    return List.of(BigDecimal.ONE.negate(), gap(lambda));
  }

  private static Arbitrary<BigDecimal> near(BigDecimal centre) {
    return Arb.signedLogUniform(1e-25, 0.1).map(e -> centre.add(new BigDecimal(e)));
  }
}
