package org.grokcheck.beck.experiment;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.grokcheck.beck.ProportionalMargin;
import org.grokcheck.beck.Wendel;
import org.grokcheck.evidence.Check;
import org.grokcheck.evidence.Checks;
import org.grokcheck.evidence.Oracle;
import org.grokcheck.evidence.Scale;
import org.grokcheck.evidence.Tolerance;
import org.grokcheck.experiment.Recording;
import org.grokcheck.harness.Recordings;
import org.junit.jupiter.api.Test;

/**
 * Fig. 1 (left, bottom; right, middle and bottom) and Fig. 2 (inset and right) from recorded flows
 * to t = 10⁵⁰.
 */
class LateFlowReproduction {
  private static final NormalDistribution NORMAL = new NormalDistribution();
  private static final double SIGMA = FlowEnsemble.SIGMA;
  private static final double LN10 = StrictMath.log(10);

  /** log t from 10²⁵ to 10⁵⁰. */
  private static final double SPAN = 25 * LN10;

  private static final Tolerance SLOPE =
      new Tolerance.Truncation(
          0.01, 1, 1, "criterion: what S and b lack of their logarithm is bounded, and 58 long");

  private static List<Draws> sizes() {
    Recording recording = Recordings.of(new FlowEnsemble(), Scale.DESK);
    return Draws.of(recording);
  }

  /** One draw of a size. */
  private record Flow(Draws size, int index) {
    static List<Flow> of(List<Draws> sizes) {
      return sizes.stream()
          .flatMap(
              s ->
                  IntStream.range(0, s.series().get(FlowEnsemble.MARGIN).size())
                      .mapToObj(i -> new Flow(s, i)))
          .toList();
    }

    double value(String series) {
      return size.series().get(series).get(index);
    }

    double at(String quantity, int decade) {
      return value(FlowEnsemble.at(quantity, decade));
    }

    boolean separable() {
      return value(FlowEnsemble.SEPARABLE) == 1;
    }

    double margin() {
      return value(FlowEnsemble.MARGIN);
    }

    /** Whether M log t is large from 10²⁵ on, so that the margin rules the last 25 decades. */
    boolean ruledByMargin() {
      return separable() && margin() * SPAN >= 3;
    }

    /** Increment over the last 25 decades. */
    double late(String quantity) {
      return at(quantity, 50) - at(quantity, 25);
    }

    Check check(String claim, String quantity) {
      return Check.of(claim, quantity)
          .by(Oracle.REPRODUCTION)
          .at("N", size.points(), "d", size.dimension(), "draw", index, "M", margin());
    }
  }

  @Test
  @Checks(
      value = {"beck.fig1.left-parameters", "beck.fig2.inset"},
      scale = Scale.DESK)
  void slopesOfSeparableFlowsAreThoseOfTheMargin() {
    for (Flow flow : Flow.of(sizes())) {
      if (!flow.ruledByMargin()) {
        continue;
      }
      double m = flow.margin();
      double share = 1 / (1 + m * m);
      for (String claim : List.of("beck.fig1.left-parameters", "beck.fig2.inset")) {
        flow.check(claim, "d‖S‖/d log t")
            .part("separable")
            .expecting(flow.late("norm") / SPAN, SLOPE)
            .holds(m * share)
            .rejects("M, without 1 + M²", m)
            .rejects("1/M of the hard margin's norm", 1 / m);
        flow.check(claim, "db/d log t")
            .part("separable")
            .expecting(flow.late("b") / SPAN, SLOPE)
            .holds(-share)
            .rejects("−1, as of inseparable data", -1);
      }
    }
  }

  @Test
  @Checks(value = "beck.fig1.left-parameters", scale = Scale.DESK)
  void biasOfInseparableFlowsFollowsTheLogarithmOfTime() {
    for (Flow flow : Flow.of(sizes())) {
      double logZ = flow.value(FlowEnsemble.LOG_Z);
      if (Double.isNaN(logZ)) {
        continue;
      }
      double exponent = flow.value(FlowEnsemble.RELAXATION);
      // Near the edge S is still on its way: |S − S_∞|² ~ t^(−2κ) enters Z.
      double remaining = StrictMath.exp(-2 * exponent * 50 * LN10);
      flow.check("beck.fig1.left-parameters", "−b − log(Z t) at t = 1e50")
          .part("inseparable")
          .expecting(
              -flow.at("b", 50),
              new Tolerance.Sum(
                  List.of(
                      new Tolerance.Truncation(
                          100 * remaining, 1, 1, "|S₀ − S_∞|²/2 times E|x|² while S relaxes"),
                      new Tolerance.Truncation(
                          1e-6, 1, 1, "1e-9 a step of the integrator, in some hundred steps"))))
          .holds(logZ + 50 * LN10)
          .rejects("without Z", 50 * LN10)
          .rejects("1/Z for Z", -logZ + 50 * LN10);
    }
  }

  @Test
  @Checks(value = "beck.fig2.right", scale = Scale.DESK)
  void pathsEndAlongTheMarginOrAtAFiniteWeight() {
    for (Flow flow : Flow.of(sizes())) {
      double m = flow.margin();
      if (flow.ruledByMargin()) {
        double slope = flow.late("b") / (SIGMA * flow.late("norm"));
        flow.check("beck.fig2.right", "db/d(σ‖S‖)")
            .part("separable")
            .expecting(
                slope,
                new Tolerance.Truncation(
                    Math.abs(slope) * Math.max(0.02, 0.01 * (1 / m + m)),
                    1,
                    1,
                    "criterion: two percent, and for M < 1/2 what 0.01 in d‖S‖/d log t amounts to"))
            .holds(-1 / (SIGMA * m))
            .rejects("−M/σ", -m / SIGMA)
            .rejects("−1/M", -1 / m);
      } else if (!flow.separable() && flow.value(FlowEnsemble.RELAXATION) > 0.2) {
        // At an exponent of 0.2 a distance has fallen by 1e-5 at t = 1e25.
        flow.check("beck.fig2.right", "growth of σ‖S‖ from 1e25 to 1e50")
            .part("inseparable")
            .expectingAtMost(1e-3, new Tolerance.Truncation(0, 1, 1, "criterion of the ledger"))
            .holds(Math.abs(SIGMA * flow.late("norm")));
      }
    }
  }

  @Test
  @Checks(value = "beck.fig1.right-middle", scale = Scale.DESK)
  void accuracyIsLateThatOfTheMargin() {
    List<Flow> flows = Flow.of(sizes());
    for (Flow flow : flows) {
      double scaled = SIGMA * flow.margin();
      if (!flow.separable() || scaled < 0.4) {
        continue;
      }
      double limit = NORMAL.cumulativeProbability(1 / scaled);
      // b/‖S‖ = −1/M + c/log t + ..., and log t doubles from 1e25 to 1e50.
      double ratio = 2 * ratio(flow, 50) - ratio(flow, 25);
      flow.check("beck.fig1.right-middle", "A_gen, extrapolated in 1/log t from 1e25 and 1e50")
          .part("limit")
          .expecting(
              NORMAL.cumulativeProbability(-ratio / SIGMA),
              new Tolerance.Truncation(0.02, 1, 1, "criterion of the ledger"))
          .holds(limit)
          .rejects("Φ(σM)", NORMAL.cumulativeProbability(scaled))
          .rejects("Φ(1/M)", NORMAL.cumulativeProbability(1 / flow.margin()));
      if (scaled >= 1.3) {
        flow.check("beck.fig1.right-middle", "A_gen at t = 1e50, σM ≥ 1.3")
            .part("end of training")
            .expecting(
                flow.at("A", 50), new Tolerance.Truncation(0.02, 1, 1, "criterion of the ledger"))
            .holds(limit)
            .rejects("Φ(σM)", NORMAL.cumulativeProbability(scaled));
      }
    }
    approach(flows);
  }

  @Test
  @Checks(value = "beck-summary.perfect-match", scale = Scale.DESK)
  void accuracyMatchesTheMarginInTheLimitOnly() {
    for (Flow flow : Flow.of(sizes())) {
      double scaled = SIGMA * flow.margin();
      if (!flow.separable() || scaled < 1 || scaled > 2.6) {
        continue;
      }
      double ratio = 2 * ratio(flow, 50) - ratio(flow, 25);
      double extrapolated = NORMAL.cumulativeProbability(-ratio / SIGMA);
      flow.check("beck-summary.perfect-match", "A_gen, extrapolated in 1/log t")
          .part("late times")
          .expecting(
              extrapolated,
              new Tolerance.Truncation(
                  Math.abs(extrapolated - flow.at("A", 50)) / 4,
                  1,
                  1,
                  "a quarter of what the extrapolation adds: the next power of 1/log t"))
          .holds(NORMAL.cumulativeProbability(1 / scaled))
          .rejects("Φ(σM)", NORMAL.cumulativeProbability(scaled))
          .refutes("matches at t = 1e4", flow.at("A", 4));
    }
  }

  private static double ratio(Flow flow, int decade) {
    return flow.at("b", decade) / flow.at("norm", decade);
  }

  /** |A(t) − A_∞| log t changes by less than 2 between 1e12 and 1e50. */
  private static void approach(List<Flow> flows) {
    for (Flow flow : flows) {
      if (!flow.separable() || SIGMA * flow.margin() < 0.4) {
        continue;
      }
      double limit = NORMAL.cumulativeProbability(1 / (SIGMA * flow.margin()));
      double early = Math.abs(flow.at("A", 12) - limit);
      double late = Math.abs(flow.at("A", 50) - limit);
      flow.check("beck.fig1.right-middle", "log₂ of the ratio of |A − A_∞| log t at 1e50 and 1e12")
          .part("approach")
          .expecting(
              0,
              new Tolerance.Truncation(
                  1, 1, 1, "criterion: less than a factor of 2 while log t grows by 4"))
          .holds(log2(late * 50 / (early * 12)))
          .rejects("as 1/log² t", log2(late * 50 * 50 / (early * 12 * 12)))
          .rejects("no approach", log2(late / early));
    }
  }

  private static double log2(double x) {
    return StrictMath.log(x) / StrictMath.log(2);
  }

  @Test
  @Checks(value = "beck.fig1.right-bottom", scale = Scale.DESK)
  void levelIsReachedWhereTheMarginAllows() {
    double level = 0.9;
    double edge = 1 / NORMAL.inverseCumulativeProbability(level);
    for (Flow flow : Flow.of(sizes())) {
      if (!flow.separable()) {
        continue;
      }
      double scaled = SIGMA * flow.margin();
      boolean reached = !Double.isNaN(flow.value(FlowEnsemble.time("test", level)));
      // Below the edge the level may lie beyond the record; above it never comes.
      if (scaled > 1.02 * edge) {
        flow.check("beck.fig1.right-bottom", "0.9 is not reached where σM > 1/z")
            .part("beyond the critical margin")
            .expectingExactly(false)
            .holds(reached)
            .rejects("reached by all", true);
      }
    }
    double lambda = ProportionalMargin.lambda(ProportionalMargin.atAccuracy(1 / edge, SIGMA));
    Check.of("beck.fig1.right-bottom", "λ up to which 0.9 is reached, N → ∞")
        .part("place of the divergence")
        .by(Oracle.REPRODUCTION)
        .expecting(0.52539, new Tolerance.Truncation(5e-6, 1, 1, "digits of the ledger's λ*"))
        .holds(lambda)
        .refutes("diverges at λ = ½", 0.5);
  }

  @Test
  @Checks(value = "beck.apph.exp3", scale = Scale.DESK)
  void separableDrawsAreAsManyAsWendelsTheoremSays() {
    double falseAlarm = 1e-10;
    double z = NORMAL.inverseCumulativeProbability(1 - falseAlarm / 2);
    for (Draws size : sizes()) {
      double p = Wendel.of(size.points(), size.dimension()).probability();
      int draws = size.values(FlowEnsemble.SEPARABLE).length;
      Check.of("beck.apph.exp3", "share of separable draws")
          .by(Oracle.REPRODUCTION)
          .at("N", size.points(), "d", size.dimension(), "draws", draws)
          .expecting(
              p,
              new Tolerance.Sum(
                  List.of(
                      new Tolerance.Clt(Math.sqrt(p * (1 - p) / draws), falseAlarm, z, "binomial"),
                      new Tolerance.Truncation(
                          3.0, 1.0 / draws, 1, "a binomial near 0 or 1 is no normal"))))
          .holds(size.mean(FlowEnsemble.SEPARABLE))
          .rejects("half of them at any λ", 0.5);
    }
  }

  @Test
  @Checks(value = "beck.fig1.right-bottom", scale = Scale.DESK)
  void medianDelayGrowsTowardsTheEdge() {
    double level = 0.9;
    List<Double> medians =
        sizes().stream().filter(s -> s.lambda() < 0.46).map(s -> medianDelay(s, level)).toList();
    List<Double> falling = new ArrayList<>(medians);
    Collections.reverse(falling);
    Check.of("beck.fig1.right-bottom", "medians of log(t_test/t_train) rise with λ")
        .part("rise")
        .by(Oracle.REPRODUCTION)
        .at("medians", medians)
        .expectingExactly(medians.stream().sorted().toList())
        .holds(medians)
        .rejects("fall with λ", falling);
  }

  /** Draws that never cross count as the longest delays. */
  private static double medianDelay(Draws size, double level) {
    List<Double> train = size.series().get(FlowEnsemble.time("train", level));
    List<Double> test = size.series().get(FlowEnsemble.time("test", level));
    double[] delays =
        IntStream.range(0, train.size())
            .mapToDouble(i -> test.get(i) - train.get(i))
            .map(x -> Double.isNaN(x) ? Double.POSITIVE_INFINITY : x)
            .sorted()
            .toArray();
    return delays[delays.length / 2];
  }
}
