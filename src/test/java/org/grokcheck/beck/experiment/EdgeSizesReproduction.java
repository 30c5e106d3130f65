package org.grokcheck.beck.experiment;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.grokcheck.beck.Wendel;
import org.grokcheck.evidence.Check;
import org.grokcheck.evidence.Checks;
import org.grokcheck.evidence.Comparison;
import org.grokcheck.evidence.Oracle;
import org.grokcheck.evidence.Scale;
import org.grokcheck.evidence.Tolerance;
import org.grokcheck.harness.Recordings;
import org.grokcheck.oracle.GordonLimit;
import org.junit.jupiter.api.Test;

/** Fig. 6 (right), App. E.1 and finite-size scaling, from recorded draws at N = 64 to 576. */
class EdgeSizesReproduction {
  private static final double FALSE_ALARM = 1e-8;
  private static final NormalDistribution NORMAL = new NormalDistribution();
  private static final double Z = NORMAL.inverseCumulativeProbability(1 - FALSE_ALARM / 2);

  private static Draws size(int points, int dimension) {
    return Draws.of(Recordings.of(new EdgeSizes(), Scale.DESK)).stream()
        .filter(s -> s.points() == points && s.dimension() == dimension)
        .findFirst()
        .orElseThrow();
  }

  @Test
  @Checks(value = "beck.fig6.right", scale = Scale.DESK)
  void separableDrawsAreAsManyAsCoversCountSays() {
    for (Draws size : Draws.of(Recordings.of(new EdgeSizes(), Scale.DESK))) {
      double p = Wendel.of(size.points(), size.dimension()).probability();
      int draws = size.values(EdgeSizes.SEPARABLE).length;
      Check.of("beck.fig6.right", "share of separable draws")
          .by(Oracle.REPRODUCTION)
          .at("N", size.points(), "d", size.dimension(), "draws", draws)
          .expecting(
              p,
              new Tolerance.Sum(
                  List.of(
                      new Tolerance.Clt(Math.sqrt(p * (1 - p) / draws), FALSE_ALARM, Z, "binomial"),
                      new Tolerance.Truncation(
                          3.0, 1.0 / draws, 1, "a binomial near 0 is no normal"))))
          .holds(size.mean(EdgeSizes.SEPARABLE))
          .rejects("none below λ = ½", 0)
          .rejects("half of them", 0.5);
    }
  }

  /** Logarithm of the ratio of the upper quartile to the lower: a width that has no scale. */
  private static double width(Draws size) {
    double[] values = size.values(EdgeSizes.NORM);
    return StrictMath.log(values[3 * values.length / 4] / values[values.length / 4]);
  }

  /**
   * Standard error of the logarithm of {@link #width}: that of a quartile is √(3/16n)/f, and for a
   * normal law with its density f at the quartiles the two, correlated by 1/3, leave 1.17/√n.
   */
  private static double widthError(Draws size) {
    return 1.17 / Math.sqrt(size.values(EdgeSizes.NORM).length);
  }

  @Test
  @Checks(value = "beck.appe1.self-averaging", scale = Scale.DESK)
  void theSpreadNarrowsAwayFromTheEdgeOnly() {
    narrowing("away from the edge", size(64, 16), size(256, 64), StrictMath.log(0.5))
        .rejects("stays as it is", 0);
    // At (1 − 2λ)√N = 1 the law of ‖S_∞‖/N^¼ has a limit, and with it the ratio of its quartiles.
    double typical = StrictMath.log(64.0 / 576) / 2;
    narrowing("near the edge", size(64, 28), size(576, 276), 0)
        .refutes("large systems are typical: as N^(−½)", typical);
  }

  private static Comparison narrowing(String part, Draws small, Draws large, double law) {
    double error = Math.hypot(widthError(small), widthError(large));
    double rival = law == 0 ? StrictMath.log(64.0 / 576) / 2 : 0;
    return Check.of(
            "beck.appe1.self-averaging",
            "log of the factor by which the spread of ‖S_∞‖ narrows from one N to another")
        .part(part)
        .by(Oracle.REPRODUCTION)
        .at("N", small.points(), "larger N", large.points(), "lambda", large.lambda())
        .expecting(
            StrictMath.log(width(large) / width(small)),
            new Tolerance.Sum(
                List.of(
                    new Tolerance.Clt(error, FALSE_ALARM, Z, "order statistics"),
                    new Tolerance.FiniteSize(
                        1, small.points(), 0.5, "relative change of a law that has a limit"))))
        .power(NORMAL.cumulativeProbability((Math.abs(law - rival) - 0.125) / error - Z))
        .holds(law);
  }

  @Test
  @Checks(value = "beck.ext.finite-size", scale = Scale.DESK)
  void mediansGrowAsTheFourthRootOfTheSize() {
    Draws small = size(64, 28);
    Draws large = size(576, 276);
    double error = Math.hypot(medianError(small), medianError(large));
    double law = StrictMath.log(576.0 / 64) / 4;
    double exact = StrictMath.log(norm(large) / norm(small));
    Check.of("beck.ext.finite-size", "log of the median ‖S_∞‖ at N = 576 over that at 64")
        .part("growth with N")
        .by(Oracle.STATISTICAL)
        .at("(1 − 2λ)√N", 1, "N → ∞ at these λ", exact)
        .expecting(
            StrictMath.log(large.median(EdgeSizes.NORM) / small.median(EdgeSizes.NORM)),
            new Tolerance.Sum(
                List.of(
                    new Tolerance.Clt(error, FALSE_ALARM, Z, "order statistics"),
                    new Tolerance.Truncation(
                        Math.abs(exact - law),
                        1,
                        1,
                        "what the scalar equations add to their leading power at these λ"))))
        .power(NORMAL.cumulativeProbability((law - Math.abs(exact - law)) / error - Z))
        .holds(law)
        .rejects("bounded", 0)
        .rejects("as √N", 2 * law);
  }

  private static double norm(Draws size) {
    return GordonLimit.atRatio(size.lambda()).norm();
  }

  /** Of the logarithm of a median: 1.2533 standard deviations, these from the quartiles. */
  private static double medianError(Draws size) {
    return 1.2533 * width(size) / 1.349 / Math.sqrt(size.values(EdgeSizes.NORM).length);
  }

  @Test
  @Checks(value = "beck.ext.finite-size", scale = Scale.DESK)
  void tailFallsAsTheSquare() {
    double from = 8;
    double[] beyond =
        Arrays.stream(size(64, 28).values(EdgeSizes.NORM)).filter(s -> s > from).toArray();
    double sum = Arrays.stream(beyond).map(s -> StrictMath.log(s / from)).sum();
    double inverse = sum / beyond.length;
    double error = inverse / Math.sqrt(beyond.length);
    Check.of("beck.ext.finite-size", "1/power of the tail of ‖S_∞‖ beyond 8, Hill's estimate")
        .part("tail")
        .by(Oracle.STATISTICAL)
        .at("N", 64, "d", 28, "draws beyond", beyond.length)
        .expecting(
            inverse,
            new Tolerance.Sum(
                List.of(
                    new Tolerance.Clt(error, FALSE_ALARM, Z, "exponential logarithms"),
                    new Tolerance.FiniteSize(
                        1, from * from, 1, "the next power of 1/s² in the tail"))))
        .power(NORMAL.cumulativeProbability((0.5 - 1 / (from * from)) / error - Z))
        .holds(0.5)
        .rejects("s^(−1)", 1)
        .rejects("s^(−8), as good as no tail", 0.125);
  }
}
