package org.grokcheck.beck.experiment;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.BinomialDistribution;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.TDistribution;
import org.grokcheck.beck.ProportionalMargin;
import org.grokcheck.beck.experiment.EdgeFigures.Law;
import org.grokcheck.compute.linear.PlainMatrix;
import org.grokcheck.data.GaussianPoints;
import org.grokcheck.dynamics.margin.LossMinimum;
import org.grokcheck.evidence.Check;
import org.grokcheck.evidence.Checks;
import org.grokcheck.evidence.Comparison;
import org.grokcheck.evidence.Oracle;
import org.grokcheck.evidence.Scale;
import org.grokcheck.evidence.Tolerance;
import org.grokcheck.experiment.FigureData;
import org.grokcheck.experiment.Recording;
import org.grokcheck.harness.Recordings;
import org.grokcheck.harness.RunSettings;
import org.grokcheck.math.Normal;
import org.grokcheck.oracle.GordonLaw;
import org.grokcheck.oracle.GordonLimit;
import org.junit.jupiter.api.Test;

/** Fig. 1 (right, top), Fig. 6 (left), Fig. 7, and App. H (1) and (2), from recorded draws. */
class EdgeReproduction {
  private static final double FALSE_ALARM = 1e-10;

  /** Of the one comparison that decides between two laws. */
  private static final double DECISIVE_FALSE_ALARM = 1e-7;

  private static final NormalDistribution NORMAL = new NormalDistribution();

  private static Recording minima() {
    return Recordings.of(new MinimumNorms(), Scale.DESK);
  }

  private static Recording margins() {
    return Recordings.of(new Margins(), Scale.DESK);
  }

  /** Each limit is a search in a search. */
  private static final Map<Double, GordonLimit> LIMITS = new HashMap<>();

  private static GordonLimit limit(double gap) {
    return LIMITS.computeIfAbsent(gap, g -> GordonLimit.atRatio((1 - g) / 2));
  }

  private static double exactNorm(Draws size) {
    return limit(size.gap()).norm();
  }

  /** The law linear in log(1 − 2λ) through the exact values at the two largest gaps. */
  private static double logarithm(double gap, List<Draws> sizes) {
    Draws first = sizes.get(0);
    Draws second = sizes.get(1);
    double slope =
        (exactNorm(second) - exactNorm(first))
            / (StrictMath.log(first.gap()) - StrictMath.log(second.gap()));
    return exactNorm(first) + slope * (StrictMath.log(first.gap()) - StrictMath.log(gap));
  }

  @Test
  @Checks(
      value = {"beck.fig1.right-top", "beck.apph.exp1", "beck.sec4.log-divergence-full"},
      scale = Scale.DESK)
  void mediansFollowTheScalarEquationsAndNoLogarithm() {
    Recording recording = minima();
    List<Draws> sizes = Draws.of(recording);
    for (Draws size : sizes) {
      compareMedian(medianOf("beck.fig1.right-top"), FALSE_ALARM, size, sizes);
      compareMedian(medianOf("beck.apph.exp1"), FALSE_ALARM, size, sizes);
      Check.of("beck.apph.exp1", "proved distance to the minimiser")
          .by(Oracle.REPRODUCTION)
          .at("N", size.points(), "d", size.dimension())
          .expectingAtMost(1e-8, new Tolerance.Exact())
          .holds(largest(size.values(MinimumNorms.DISTANCE)));
    }
    // Where the two laws are farthest apart.
    compareMedian(
        Check.of("beck.sec4.log-divergence-full", "median ‖S_∞‖ against the scalar equations")
            .part("full model at finite size")
            .by(Oracle.STATISTICAL),
        DECISIVE_FALSE_ALARM,
        sizes.get(sizes.size() - 1),
        sizes);
    double[] gaps = grid(0.03, 0.5);
    double confidence = 0.999;
    int draws = sizes.get(sizes.size() - 1).values(MinimumNorms.NORM).length;
    EdgeFigures.norm(
            recording,
            order(draws, 1 - confidence),
            confidence,
            law(gaps, g -> limit(g).norm()),
            law(gaps, g -> logarithm(g, sizes)))
        .write(RunSettings.evidenceFolder().resolve(FigureData.FOLDER));
  }

  private static Check medianOf(String claim) {
    return Check.of(claim, "median ‖S_∞‖ against the scalar equations").by(Oracle.REPRODUCTION);
  }

  /** The exact value lies between order statistics that hold the median whatever its law. */
  private static void compareMedian(Check check, double falseAlarm, Draws size, List<Draws> sizes) {
    int draws = size.values(MinimumNorms.NORM).length;
    int k = order(draws, falseAlarm);
    double[] interval = size.medianInterval(MinimumNorms.NORM, k);
    double z = NORMAL.inverseCumulativeProbability(1 - falseAlarm / 2);
    double exact = exactNorm(size);
    double rival = logarithm(size.gap(), sizes);
    double standardError = (interval[1] - interval[0]) / 2 / z;
    double blur = exact / Math.sqrt(size.points());
    double power =
        NORMAL.cumulativeProbability((Math.abs(exact - rival) - blur) / standardError - z);
    check
        .at("N", size.points(), "d", size.dimension(), "draws", draws)
        .expecting(
            (interval[0] + interval[1]) / 2,
            new Tolerance.Sum(
                List.of(
                    new Tolerance.Clt(
                        standardError,
                        falseAlarm,
                        z,
                        "half of the interval between order statistics " + k + " from both ends"),
                    new Tolerance.FiniteSize(
                        exact, size.points(), 0.5, "the edge is blurred over N^(−½) in λ"))))
        .power(power)
        .holds(exact)
        .rejects("linear in log(1 − 2λ), fitted at the two largest", rival);
  }

  /** The largest k with 2 P(Bin(n, ½) < k) at most the false-alarm rate. */
  private static int order(int n, double falseAlarm) {
    BinomialDistribution halves = new BinomialDistribution(n, 0.5);
    return (int)
        IntStream.rangeClosed(1, n / 2)
            .filter(k -> 2 * halves.cumulativeProbability(k - 1) <= falseAlarm)
            .count();
  }

  @Test
  @Checks(value = "beck.fig1.right-top", scale = Scale.DESK)
  void separableDrawsHaveNoMinimiser() {
    RandomGenerator random = RunSettings.seeds().stream("beck.fig1.right-top/separable");
    int draws = 20;
    long attained =
        IntStream.range(0, draws)
            .mapToObj(k -> PlainMatrix.of(GaussianPoints.draw(100, 80, 1, random)))
            .filter(x -> LossMinimum.of(x) instanceof LossMinimum.Attained)
            .count();
    Check.of("beck.fig1.right-top", "separable draws with a minimiser")
        .part("side of the edge")
        .by(Oracle.REPRODUCTION)
        .at("N", 100, "d", 80)
        .expectingExactly(0L)
        .holds(attained)
        .refutes("‖S_∞‖ belongs to the separable case", (long) draws);
  }

  @Test
  @Checks(value = "beck.fig6.left", scale = Scale.DESK)
  void positiveShareFollowsItsLaw() {
    Recording recording = minima();
    for (Draws size : Draws.of(recording)) {
      GordonLaw law = new GordonLaw(limit(size.gap()));
      mean("beck.fig6.left", "share of S_∞·x > 0", size, MinimumNorms.POSITIVE_SHARE)
          .holds(law.positiveShare())
          .rejects("P(x·S > 0) of fresh points", 0.5)
          .rejects("limit at the edge", 0.144645);
    }
    EdgeFigures.positiveShare(
            recording, law(grid(0.03, 0.5), g -> new GordonLaw(limit(g)).positiveShare()))
        .write(RunSettings.evidenceFolder().resolve(FigureData.FOLDER));
  }

  @Test
  @Checks(
      value = {"beck.fig7", "beck.apph.exp2"},
      scale = Scale.DESK)
  void projectionsVanishAsARootBelowAndMarginsLinearlyAbove() {
    Recording below = minima();
    Recording above = margins();
    for (Draws size : Draws.of(below)) {
      GordonLaw law = new GordonLaw(limit(size.gap()));
      mean("beck.fig7", "mean positive S_∞·x/‖S_∞‖", size, MinimumNorms.POSITIVE_MEAN)
          .holds(law.meanPositive())
          .rejects("half-normal, of fresh points", Math.sqrt(2 / Math.PI));
    }
    for (Draws size : Draws.of(above)) {
      double kappa = ProportionalMargin.ofLambda(new BigDecimal(size.lambda()));
      double slope = Math.sqrt(2 * Math.PI) / 4 * -size.gap();
      for (String claim : List.of("beck.fig7", "beck.apph.exp2")) {
        mean(claim, "M", size, Margins.MARGIN)
            .holds(kappa)
            .rejects("√(2λ − 1), as below the edge", Math.sqrt(-size.gap()))
            .rejects("twice the slope at the edge", 2 * slope);
      }
      mean("beck.apph.exp2", "share of support vectors", size, Margins.SUPPORT_SHARE)
          .holds(Normal.cdf(kappa))
          .rejects("d/N", size.lambda());
      Check.of("beck.apph.exp2", "residual of the optimality conditions")
          .by(Oracle.REPRODUCTION)
          .at("N", size.points(), "d", size.dimension())
          .expectingAtMost(1e-10, new Tolerance.Exact())
          .holds(largest(size.values(Margins.RESIDUAL)));
    }
    EdgeFigures.projections(
            below,
            law(grid(0.03, 0.5), g -> new GordonLaw(limit(g)).meanPositive()),
            above,
            law(grid(0.05, 0.7), g -> ProportionalMargin.ofLambda(new BigDecimal((1 + g) / 2))))
        .write(RunSettings.evidenceFolder().resolve(FigureData.FOLDER));
  }

  private static Comparison mean(String claim, String quantity, Draws size, String series) {
    int draws = size.values(series).length;
    double z = new TDistribution(draws - 1).inverseCumulativeProbability(1 - FALSE_ALARM / 2);
    return Check.of(claim, quantity)
        .by(Oracle.REPRODUCTION)
        .at("N", size.points(), "d", size.dimension(), "draws", draws)
        .expecting(
            size.mean(series),
            new Tolerance.Sum(
                List.of(
                    new Tolerance.Clt(size.standardError(series), FALSE_ALARM, z, "Student's law"),
                    new Tolerance.FiniteSize(
                        2,
                        size.points(),
                        1,
                        "a share changes by 1/N with a point, and a limit is 1/N away"))));
  }

  private static double largest(double[] sorted) {
    return sorted[sorted.length - 1];
  }

  private static Law law(double[] gaps, ToDoubleFunction<Double> value) {
    return new Law(
        gaps,
        IntStream.range(0, gaps.length).mapToDouble(i -> value.applyAsDouble(gaps[i])).toArray());
  }

  private static double[] grid(double lo, double hi) {
    int last = 12;
    return IntStream.rangeClosed(0, last)
        .mapToDouble(i -> lo * StrictMath.pow(hi / lo, (double) i / last))
        .toArray();
  }
}
