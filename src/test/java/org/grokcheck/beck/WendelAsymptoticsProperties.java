package org.grokcheck.beck;

import java.math.BigInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.grokcheck.evidence.Check;
import org.grokcheck.evidence.Checks;
import org.grokcheck.evidence.Oracle;

/** Eqs. (18) and (19) with the next order and the tail bound. */
class WendelAsymptoticsProperties {
  @Property(tries = 200)
  @Checks("beck.ext.wendel-tail")
  void symmetry(@ForAll @IntRange(min = 2, max = 200) int n, @ForAll @IntRange(max = 1000) int k) {
    int d = 1 + k % (n - 1);
    Check.of("beck.ext.wendel-tail", "2^{N−1}(p(N, d) + p(N, N−d))")
        .by(Oracle.EXACT)
        .part("symmetry")
        .at("N", n, "d", d)
        .expectingExactly(BigInteger.ONE.shiftLeft(n - 1))
        .holds(Wendel.of(n, d).favourable().add(Wendel.of(n, n - d).favourable()))
        .rejects(
            "N − d + 1", Wendel.of(n, d).favourable().add(Wendel.of(n, n - d + 1).favourable()));
  }
}
