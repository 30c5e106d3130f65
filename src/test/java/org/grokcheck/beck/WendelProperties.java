package org.grokcheck.beck;

import java.math.BigInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.grokcheck.evidence.Check;
import org.grokcheck.evidence.Checks;
import org.grokcheck.evidence.Oracle;

/** Eq. (17), Wendel's probability, in exact integers. */
class WendelProperties {
  @Property(tries = 200)
  @Checks({"beck.eq17", "beck.eq19"})
  void halfOfTheSignsAtTwiceTheDimension(@ForAll @IntRange(min = 1, max = 500) int d) {
    BigInteger half = BigInteger.ONE.shiftLeft(2 * d - 2);
    Check.of("beck.eq17", "2^{N−1}p(2d, d)")
        .by(Oracle.EXACT)
        .part("formula")
        .at("d", d)
        .expectingExactly(half)
        .holds(Wendel.of(2 * d, d).favourable())
        .rejects("k ≤ d", Wendel.of(2 * d, d + 1).favourable());
    Check.of("beck.eq19", "p(2d, d)")
        .by(Oracle.EXACT)
        .part("at λ = ½")
        .at("d", d)
        .expectingExactly(half)
        .holds(Wendel.of(2 * d, d).favourable())
        .rejects("d + 1", Wendel.of(2 * d, d + 1).favourable());
  }
}
