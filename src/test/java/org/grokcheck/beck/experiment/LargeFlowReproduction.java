package org.grokcheck.beck.experiment;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.grokcheck.beck.Wendel;
import org.grokcheck.evidence.Check;
import org.grokcheck.evidence.Checks;
import org.grokcheck.evidence.Oracle;
import org.grokcheck.evidence.Scale;
import org.grokcheck.evidence.Tolerance;
import org.grokcheck.experiment.JobResult;
import org.grokcheck.experiment.Measurements;
import org.grokcheck.harness.Recordings;
import org.grokcheck.oracle.GordonLaw;
import org.grokcheck.oracle.GordonLimit;
import org.junit.jupiter.api.Test;

/** Fig. 1 (left) at the paper's own size, from the recorded flow at N = 4·10⁴. */
class LargeFlowReproduction {
  private static final double LEVEL = 0.9;
  private static final int FAR = 2000;
  private static final int BELOW = 19_200;
  private static final int BEYOND = 20_800;

  /** All of one λ. */
  private record Run(int dimension, Measurements measured) {
    static Run of(int dimension) {
      return Recordings.of(new LargeFlow(), Scale.PAPER).results().stream()
          .filter(r -> r.job().integer("d") == dimension)
          .map(JobResult::measurements)
          .map(m -> new Run(dimension, m))
          .findFirst()
          .orElseThrow();
    }

    double[] series(String name) {
      return measured.values(name);
    }

    double last(String name) {
      double[] values = series(name);
      return values[values.length - 1];
    }

    double largest(String name) {
      return Arrays.stream(series(name)).max().orElseThrow();
    }

    /** log₁₀ of the time at which an accuracy first is at the level. */
    double crossing(String accuracy) {
      double[] values = series(accuracy);
      return IntStream.range(0, values.length)
          .filter(i -> values[i] >= LEVEL)
          .mapToDouble(i -> series(LargeFlow.LOG_TIME)[i])
          .findFirst()
          .orElseThrow();
    }

    double delay() {
      return crossing(LargeFlow.TEST_ACCURACY) - crossing(LargeFlow.TRAIN_ACCURACY);
    }

    Check check(String claim, String quantity) {
      return Check.of(claim, quantity)
          .by(Oracle.REPRODUCTION)
          .at("N", 40_000, "d", dimension, "p separable", separable());
    }

    private double separable() {
      return Wendel.of(40_000, dimension).probability();
    }
  }

  @Test
  @Checks(
      value = {"beck.fig1.left-loss", "beck.fig1.left-accuracy"},
      scale = Scale.PAPER)
  void lossRisesAndAccuracyIsLateNearTheEdge() {
    Run far = Run.of(FAR);
    Run below = Run.of(BELOW);
    Run beyond = Run.of(BEYOND);
    double rise = far.largest(LargeFlow.TEST_LOSS) / far.series(LargeFlow.TEST_LOSS)[0];
    below
        .check("beck.fig1.left-loss", "rise of L_gen slightly below the edge")
        .part("rise near the edge")
        .expectingAtMost(-1.02, new Tolerance.Exact())
        .holds(-below.largest(LargeFlow.TEST_LOSS) / below.series(LargeFlow.TEST_LOSS)[0])
        .rejects("same at λ = 0.05", -rise);
    far.check("beck.fig1.left-loss", "no rise of L_gen far below the edge")
        .part("no rise far below")
        .expectingAtMost(1.001, new Tolerance.Exact())
        .holds(rise);
    beyond
        .check("beck.fig1.left-loss", "L_gen ends above its start beyond the edge")
        .part("growth beyond the edge")
        .expectingAtMost(beyond.last(LargeFlow.TEST_LOSS), new Tolerance.Exact())
        .holds(beyond.series(LargeFlow.TEST_LOSS)[0]);
    below
        .check("beck.fig1.left-accuracy", "log₁₀ t_test/t_train: at λ = 0.05 less at 0.48")
        .expectingAtMost(-StrictMath.log10(2), new Tolerance.Exact())
        .holds(far.delay() - below.delay())
        .rejects("the same delay at both", 0);
  }

  @Test
  @Checks(value = "beck-summary.never-generalizes", scale = Scale.PAPER)
  void accuracyStaysBelowTheLevelInAMillionSteps() {
    Run beyond = Run.of(BEYOND);
    beyond
        .check("beck-summary.never-generalizes", "A_gen at the time of 10⁶ steps, λ = 0.52")
        .expectingAtMost(LEVEL, new Tolerance.Exact())
        .holds(beyond.last(LargeFlow.TEST_ACCURACY))
        .rejects("at λ = 0.48", Run.of(BELOW).last(LargeFlow.TEST_ACCURACY));
  }

  @Test
  @Checks(value = "beck.limitations.finite-eta", scale = Scale.PAPER)
  void descentFollowsTheFlowAtThePapersSize() {
    for (Run run : List.of(Run.of(BELOW), Run.of(BEYOND))) {
      run.check("beck.limitations.finite-eta", "largest distance in 50 steps over the last size")
          .part("agreement")
          .expectingAtMost(0.02, new Tolerance.Exact())
          .holds(run.largest(LargeFlow.DISTANCE) / run.last(LargeFlow.FLOW_SIZE))
          .rejects("no agreement: of the size of the state", 1);
    }
  }

  @Test
  @Checks(value = "beck.fig2.left", scale = Scale.PAPER)
  void projectionsLieOnBothSidesBelowTheEdge() {
    for (Run run : List.of(Run.of(FAR), Run.of(BELOW))) {
      GordonLaw law = new GordonLaw(GordonLimit.atRatio(run.dimension() / 40_000.0));
      run.check("beck.fig2.left", "share of positive projections at the time of 10⁶ steps")
          .part("sides")
          .expecting(
              law.positiveShare(), new Tolerance.Truncation(0.03, 1, 1, "criterion of the ledger"))
          .holds(run.measured().value(LargeFlow.POSITIVE_SHARE))
          .rejects("of fresh points", 0.5)
          .rejects("beyond the edge", Run.of(BEYOND).measured().value(LargeFlow.POSITIVE_SHARE));
    }
    Run beyond = Run.of(BEYOND);
    beyond
        .check("beck.fig2.left", "minus the share of positive projections, λ = 0.52, 10⁶ steps")
        .part("finite time")
        .expectingAtMost(-0.05, new Tolerance.Exact())
        .holds(-beyond.measured().value(LargeFlow.POSITIVE_SHARE))
        .rejects("none, as for t → ∞", 0);
  }
}
