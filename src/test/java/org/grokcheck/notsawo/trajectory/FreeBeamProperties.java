package org.grokcheck.notsawo.trajectory;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.apfloat.Apfloat;
import org.apfloat.ApfloatMath;
import org.grokcheck.evidence.Check;
import org.grokcheck.evidence.Checks;
import org.grokcheck.evidence.Oracle;
import org.grokcheck.evidence.Tolerance;
import org.grokcheck.oracle.Precise;

/** App. G.3: the roots of the free beam, which set the shares of an integrated walk. */
class FreeBeamProperties {
  private static final String INTEGRATED = "notsawo.ext.pca_integrated_walk";

  /** tan κ + tanh κ = 0 in fifty digits, at roots in ((k − ¼)π, kπ). */
  @Property(tries = 12)
  @Checks(INTEGRATED)
  void rootsOfTheFreeBeam(@ForAll @IntRange(min = 1, max = 12) int k) {
    double kappa = IntegratedWalk.root(k);
    Apfloat exact = Precise.of(kappa);
    Apfloat residual = ApfloatMath.tan(exact).add(ApfloatMath.tanh(exact));
    // The derivative is 1 + tan² + 1 − tanh², about 2 here.
    double error = Precise.toDouble(residual) / 2;
    Check.of(INTEGRATED, "error of κ_k")
        .part("limit")
        .by(Oracle.TABLE)
        .at("k", k)
        .expecting(0, new Tolerance.Rounding(4, kappa, "the root, rounded"))
        .holds(error)
        .rejects("(k − ¼)π", (k - 0.25) * Math.PI - kappa);
  }

  /** Σ 30/κ_k⁴ = 1; from k = 400 on κ_k = (k − ¼)π, whose tail is ∫ to order 1/k⁵. */
  @Property(tries = 1)
  @Checks(INTEGRATED)
  void sharesAddUp() {
    int terms = 400;
    double sum = 0;
    for (int k = terms; k >= 1; k--) {
      sum += IntegratedWalk.share(k);
    }
    double next = terms + 0.25;
    double pi = Math.PI;
    double tail = 10 / (pi * pi * pi * pi * next * next * next);
    Check.of(INTEGRATED, "Σ 30/κ_k⁴")
        .part("limit")
        .by(Oracle.INVARIANT)
        .expecting(1, Tolerance.remainder(2e-10 / 100, "midpoint rule for the tail: 1/k⁵"))
        .holds(sum + tail)
        .rejects("without the tail", sum)
        .rejects("31 for 30", sum * 31 / 30);
    Check.of(INTEGRATED, "first two shares")
        .part("limit")
        .by(Oracle.TABLE)
        .expecting(0.9918, Tolerance.remainder(5e-5, "half a unit of the last digit"))
        .holds(IntegratedWalk.share(1) + IntegratedWalk.share(2))
        .rejects("a random walk", new RandomWalk(1_000_000).centredShare(1));
  }

  /** The sum of sums of noise: the top two shares at T and 2T, extrapolated in 1/T. */
  @Property(tries = 1)
  @Checks(INTEGRATED)
  void sumsOfSumsApproachTheLimit() {
    double coarse = GramShares.centred(NullPaths.integrated(100)).firstTwo();
    double fine = GramShares.centred(NullPaths.integrated(200)).firstTwo();
    double change = Math.abs(fine - coarse);
    Check.of(INTEGRATED, "first two shares, extrapolated from 100 and 200 points")
        .part("approach")
        .by(Oracle.LIMIT)
        .at("T", 200)
        .expecting(
            IntegratedWalk.share(1) + IntegratedWalk.share(2),
            Tolerance.remainder(change, "the correction by extrapolation itself"))
        .holds(2 * fine - coarse)
        .rejects("a random walk", new RandomWalk(200).centredShare(1))
        .rejects("98 percent", 0.98);
  }
}
