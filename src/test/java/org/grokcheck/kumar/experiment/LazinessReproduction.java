package org.grokcheck.kumar.experiment;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.BinomialDistribution;
import org.grokcheck.evidence.Check;
import org.grokcheck.evidence.Checks;
import org.grokcheck.evidence.Comparison;
import org.grokcheck.evidence.Oracle;
import org.grokcheck.evidence.Scale;
import org.grokcheck.evidence.Tolerance;
import org.grokcheck.experiment.FigureData;
import org.grokcheck.experiment.JobResult;
import org.grokcheck.experiment.Recording;
import org.grokcheck.harness.Recordings;
import org.grokcheck.harness.RunSettings;
import org.junit.jupiter.api.Test;

/** Fig. 3 and Secs. 5.1 and 5.2, from recorded sweeps over α and ε. */
class LazinessReproduction {
  private static final Tolerance CRITERION = new Tolerance.Exact();
  private static final double SIGNIFICANCE = 0.01;

  /** Index of the level 1/5, at which Sec. 5 is judged where one level is enough. */
  private static final int FIFTH = 1;

  private static Recording recording() {
    return Recordings.of(new LazinessSweep(), Scale.DESK);
  }

  private static Check count(String claim, String quantity, int level) {
    return Check.of(claim, quantity)
        .by(Oracle.REPRODUCTION)
        .at("level", CommitteeCurves.LEVELS.get(level));
  }

  private static double minus(List<Sweep> sweeps, Predicate<Sweep> has) {
    return -sweeps.stream().filter(has).count();
  }

  @Test
  @Checks(
      value = {"kumar.sec5.1.alpha-delay", "kumar.fig3a", "kumar.fig7a"},
      scale = Scale.DESK)
  void delayGrowsWithTheOutputScaleAtEveryLevel() {
    Recording recording = recording();
    List<Sweep> sweeps = Sweep.of(recording, LazinessSweep.ALPHA, "alpha");
    for (String claim : List.of("kumar.sec5.1.alpha-delay", "kumar.fig3a", "kumar.fig7a")) {
      for (int k = 0; k < CommitteeCurves.LEVELS.size(); k++) {
        int level = k;
        count(claim, "draws of 10 in which the delay grows with α, times −1", level)
            .part("delay")
            .expectingAtMost(-9, CRITERION)
            .holds(minus(sweeps, s -> Sweep.increases(s.differences(level))))
            .rejects(
                "falls", minus(sweeps, s -> Sweep.increases(Sweep.reversed(s.differences(level)))));
      }
      count(claim, "draws of 10 in which the final test loss grows with α, times −1", FIFTH)
          .part("final test loss")
          .expectingAtMost(-10, CRITERION)
          .holds(minus(sweeps, s -> Sweep.increases(s.values(CommitteeCurves.FINAL_TEST))));
    }
    LazinessFigures.curves(recording)
        .write(RunSettings.evidenceFolder().resolve(FigureData.FOLDER));
  }

  @Test
  @Checks(value = "kumar.fig3a", scale = Scale.DESK)
  void earlyTrainingIsThatOfTheLinearModel() {
    for (Sweep sweep : Sweep.of(recording(), LazinessSweep.EARLY, "alpha")) {
      JobResult linear = sweep.at(1000);
      for (double alpha : new double[] {3, 10, 100}) {
        sweep
            .check(
                "kumar.fig3a", "distance to the training loss at α = 1000 until 7/10 of the start")
            .part("early collapse")
            .expectingAtMost(0.05, CRITERION)
            .holds(LazinessFigures.distance(sweep.at(alpha), linear, 0.7))
            .rejects(
                "α = 1 until 3/10 of the start",
                LazinessFigures.distance(sweep.at(1), linear, 0.3));
      }
    }
  }

  @Test
  @Checks(value = "kumar.sec5.1.final-loss-alpha", scale = Scale.DESK)
  void finalTestLossGrowsWithTheOutputScale() {
    for (Sweep sweep : Sweep.of(recording(), LazinessSweep.ALPHA, "alpha")) {
      double rank = Sweep.rank(sweep.values(CommitteeCurves.FINAL_TEST));
      sweep
          .check("kumar.sec5.1.final-loss-alpha", "rank correlation of the final test loss with α")
          .expecting(1, CRITERION)
          .holds(rank)
          .refutes("falls as α grows", -rank);
    }
  }

  @Test
  @Checks(
      value = {"kumar.sec5.2.eps-delay", "kumar.fig3b"},
      scale = Scale.DESK)
  void delayInEpochsFallsWithEpsAndTheRatioGrows() {
    List<Sweep> sweeps = Sweep.of(recording(), LazinessSweep.EPS, "eps");
    for (String claim : List.of("kumar.sec5.2.eps-delay", "kumar.fig3b")) {
      // At the level 1/10 the largest ε, whose test loss ends above it, has no delay at all.
      for (int level = 0; level <= FIFTH; level++) {
        count(claim, "median rank correlation of the delay with ε", level)
            .part("delay")
            .expectingAtMost(-0.9, CRITERION)
            .holds(medianRank(sweeps, level))
            .rejects("at the level 1/10", medianRank(sweeps, 2));
      }
    }
    double[] ratios = sweeps.stream().mapToDouble(s -> Sweep.rank(s.ratios(FIFTH))).toArray();
    count(
            "kumar.sec5.2.eps-delay",
            "median rank correlation of t_test/t_train with ε, times −1",
            FIFTH)
        .part("ratio")
        .expectingAtMost(-0.9, CRITERION)
        .holds(-Sweep.median(ratios))
        .rejects("the ratio falls as the delay does", Sweep.median(ratios));
  }

  private static double medianRank(List<Sweep> sweeps, int level) {
    return Sweep.median(
        sweeps.stream().mapToDouble(s -> Sweep.rank(s.differences(level))).toArray());
  }

  @Test
  @Checks(value = "kumar.fig3b", scale = Scale.DESK)
  void riseOfTheTestLossFallsWithEps() {
    for (Sweep sweep : Sweep.of(recording(), LazinessSweep.EPS, "eps")) {
      double[] peaks = sweep.values(CommitteeCurves.PEAK);
      sweep
          .check("kumar.fig3b", "whether the largest test loss never grows with ε")
          .part("rise")
          .expectingExactly(true)
          .holds(Sweep.neverRises(peaks) && peaks[0] > peaks[peaks.length - 1])
          .rejects("never falls", Sweep.neverRises(Sweep.reversed(peaks)));
      sweep
          .check("kumar.fig3b", "final test loss at the smallest ε over that at the largest")
          .part("final test loss")
          .expectingAtMost(1, CRITERION)
          .holds(
              sweep.values(CommitteeCurves.FINAL_TEST)[0]
                  / sweep.values(CommitteeCurves.FINAL_TEST)[peaks.length - 1]);
    }
  }

  @Test
  @Checks(
      value = {"kumar.sec5.2.eps-final-loss", "kumar.ext.alpha-eps-confound"},
      scale = Scale.DESK)
  void betterAlignmentHurtsOnlyWhereItMakesTheNetworkLazier() {
    Recording recording = recording();
    List<Sweep> fixedAlpha = Sweep.of(recording, LazinessSweep.EPS_LONG, "eps");
    List<Sweep> fixedProduct = Sweep.of(recording, LazinessSweep.PRODUCT, "eps");
    for (String claim : List.of("kumar.sec5.2.eps-final-loss", "kumar.ext.alpha-eps-confound")) {
      double smallWins = signTest(fixedAlpha, true);
      sign(claim, "fixed α", fixedAlpha.size())
          .holds(smallWins)
          .rejects("large ε ends lower", signTest(fixedAlpha, false));
      double largeWins = signTest(fixedProduct, false);
      double printed = signTest(fixedProduct, true);
      if (claim.equals("kumar.ext.alpha-eps-confound")) {
        sign(claim, "fixed αε", fixedProduct.size())
            .holds(largeWins)
            .rejects("small ε ends lower", printed);
      } else {
        sign(claim, "fixed αε", fixedProduct.size())
            .holds(largeWins)
            .refutes("small ε ends lower", printed);
      }
    }
  }

  private static Comparison sign(String claim, String part, int draws) {
    return Check.of(claim, "chance of such signs of the difference between ε = 2 and 1/5")
        .part(part)
        .by(Oracle.REPRODUCTION)
        .at("draws", draws)
        .expectingAtMost(SIGNIFICANCE, CRITERION);
  }

  /** One-sided: how likely as many draws as seen would favour the smallest or largest ε by luck. */
  private static double signTest(List<Sweep> sweeps, boolean smallest) {
    int wins =
        (int)
            sweeps.stream()
                .map(s -> s.values(CommitteeCurves.FINAL_TEST))
                .filter(v -> v[0] < v[v.length - 1] == smallest)
                .count();
    return 1 - new BinomialDistribution(null, sweeps.size(), 0.5).cumulativeProbability(wins - 1);
  }

  @Test
  @Checks(value = "kumar.fig3e", scale = Scale.DESK)
  void mapOfTheDelayIsMonotoneAndCollapses() {
    Recording recording = recording();
    for (int draw = 0; draw < 3; draw++) {
      for (int level = 0; level < CommitteeCurves.LEVELS.size(); level++) {
        DelayMap map = DelayMap.of(recording, draw, level);
        count("kumar.fig3e", "share of neighbours out of order", level)
            .part("order")
            .expectingAtMost(0.1, CRITERION)
            .holds(1 - map.concordance(true, false))
            .rejects("grows with both", 1 - map.concordance(true, true))
            .rejects("falls with both", 1 - map.concordance(false, false));
      }
    }
    List<Sweep> product = Sweep.of(recording, LazinessSweep.PRODUCT, "eps");
    count(
            "kumar.fig3e",
            "largest over smallest median delay in units of ε⁻², ε from 1/5 to 1",
            FIFTH)
        .part("collapse at fixed αε")
        .expectingAtMost(2, CRITERION)
        .holds(spread(product, 2))
        .rejects("in epochs", spread(product, 0))
        .rejects("in units of 1/ε", spread(product, 1));
    LazinessFigures.map(DelayMap.of(recording, 0, FIFTH))
        .write(RunSettings.evidenceFolder().resolve(FigureData.FOLDER));
  }

  private static double spread(List<Sweep> sweeps, int power) {
    double[] medians =
        IntStream.range(0, 3)
            .mapToDouble(
                i ->
                    Sweep.median(
                            sweeps.stream().mapToDouble(s -> s.differences(FIFTH)[i]).toArray())
                        * StrictMath.pow(sweeps.get(0).parameters()[i], power))
            .sorted()
            .toArray();
    return medians[2] / medians[0];
  }

  @Test
  @Checks(value = "kumar.sec10.hard-more-features", scale = Scale.DESK)
  void harderTasksMoveTheWeightsMore() {
    Recording recording = recording();
    for (Sweep sweep : Sweep.of(recording, LazinessSweep.EPS, "eps")) {
      double[] changes = sweep.values(CommitteeCurves.CHANGE);
      sweep
          .check("kumar.sec10.hard-more-features", "rank correlation of |W − W₀|/|W₀| with ε")
          .part("fixed α")
          .expecting(-1, CRITERION)
          .holds(Sweep.rank(changes))
          .rejects("grows", Sweep.rank(Sweep.reversed(changes)));
    }
    for (Sweep sweep : Sweep.of(recording, LazinessSweep.PRODUCT, "eps")) {
      double[] changes = sweep.values(CommitteeCurves.CHANGE);
      sweep
          .check("kumar.sec10.hard-more-features", "|W − W₀|/|W₀| at ε = 1/5 over that at ε = 2")
          .part("fixed αε")
          .expecting(1, Tolerance.remainder(0.05, "criterion: αε sets the displacement"))
          .holds(changes[0] / changes[changes.length - 1])
          .rejects(
              "at fixed α",
              ends(Sweep.of(recording, LazinessSweep.EPS_LONG, "eps").get(sweep.seed())));
    }
  }

  private static double ends(Sweep sweep) {
    double[] changes = sweep.values(CommitteeCurves.CHANGE);
    return changes[0] / changes[changes.length - 1];
  }
}
