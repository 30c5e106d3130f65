package org.grokcheck.notsawo.experiment;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.apache.commons.math3.stat.StatUtils;
import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;
import org.grokcheck.evidence.Check;
import org.grokcheck.evidence.Checks;
import org.grokcheck.evidence.Oracle;
import org.grokcheck.evidence.Scale;
import org.grokcheck.evidence.Tolerance;
import org.grokcheck.experiment.FigureData;
import org.grokcheck.harness.Recordings;
import org.grokcheck.harness.RunSettings;
import org.grokcheck.notsawo.trajectory.IntegratedWalk;
import org.grokcheck.notsawo.trajectory.RandomWalk;
import org.junit.jupiter.api.Test;

/** Secs. 4 and 5, App. G.3: eight recorded paths beside featureless ones. */
class TrajectoryReproduction {
  private static final String SHARE = "notsawo.sec4.pca98";
  private static final String PROJECTION = "notsawo.fig12";
  private static final String LAZY = "notsawo.sec4.lazy";
  private static final String PEARSON = "notsawo.apph.pearson";
  private static final double PRINTED = 0.98;
  private static final Tolerance CRITERION = new Tolerance.Exact();

  private static List<PathRun> runs() {
    return PathRun.of(Recordings.of(new TrajectoryRuns(), Scale.DESK));
  }

  private static double[] of(List<PathRun> runs, ToDoubleFunction<PathRun> value) {
    return runs.stream().mapToDouble(value).toArray();
  }

  private static double integratedWalk() {
    return IntegratedWalk.share(1) + IntegratedWalk.share(2);
  }

  private static RandomWalk randomWalk(List<PathRun> runs) {
    return new RandomWalk(runs.get(0).series(PathRecorder.ALPHA).length);
  }

  @Test
  @Checks(
      value = {SHARE, PROJECTION},
      scale = Scale.DESK)
  void noSmallRunReachesThePrintedShare() {
    List<PathRun> runs = runs();
    PathFigures.of(runs).write(RunSettings.evidenceFolder().resolve(FigureData.FOLDER));
    double[] centred = of(runs, r -> r.firstTwo(PathRecorder.CENTRED));
    double[] last = of(runs, r -> r.firstTwo(PathRecorder.ABOUT_LAST));
    double most = Math.max(StatUtils.max(centred), StatUtils.max(last));
    for (String claim : List.of(SHARE, PROJECTION)) {
      Check.of(claim, "largest share of two components in a run, below 0.98")
          .part("share of small runs")
          .by(Oracle.REPRODUCTION)
          .at("centred", StatUtils.max(centred), "about the last point", StatUtils.max(last))
          .expectingAtMost(PRINTED, CRITERION)
          .holds(most)
          .rejects("an integrated random walk", integratedWalk());
    }
  }

  /** A path without preferred directions exceeds 98 percent, a random walk does not. */
  @Test
  @Checks(value = SHARE, scale = Scale.DESK)
  void sharesBesideThoseOfFeaturelessPaths() {
    List<PathRun> runs = runs();
    RandomWalk walk = randomWalk(runs);
    double centred = walk.centredShare(1) + walk.centredShare(2);
    double last = walk.aboutLastShare(1) + walk.aboutLastShare(2);
    Check.of(SHARE, "0.98 − share of two components of an integrated random walk")
        .part("featureless paths")
        .by(Oracle.REPRODUCTION)
        .expectingAtMost(0, CRITERION)
        .holds(PRINTED - integratedWalk())
        .rejects("a random walk, centred", PRINTED - centred)
        .rejects("a random walk about the last point", PRINTED - last);
    above("centred", centred, of(runs, r -> r.firstTwo(PathRecorder.CENTRED)));
    above("about the last point", last, of(runs, r -> r.firstTwo(PathRecorder.ABOUT_LAST)));
  }

  private static void above(String convention, double walk, double[] shares) {
    Check.of(SHARE, "share of a random walk − least share of a run, " + convention)
        .part("featureless paths")
        .by(Oracle.REPRODUCTION)
        .at("walk", walk, "least", StatUtils.min(shares), "most", StatUtils.max(shares))
        .expectingAtMost(0, CRITERION)
        .holds(walk - StatUtils.min(shares))
        .rejects("above an integrated random walk", integratedWalk() - StatUtils.min(shares));
  }

  /** The first axis is nearly that of a random walk, the second less so. */
  @Test
  @Checks(value = PROJECTION, scale = Scale.DESK)
  void projectionsBesideThoseOfARandomWalk() {
    List<PathRun> runs = runs();
    double[] first = of(runs, r -> r.likeRandomWalk(PathRecorder.ALPHA, 1));
    double[] second = of(runs, r -> r.likeRandomWalk(PathRecorder.BETA, 2));
    Check.of(PROJECTION, "0.9 − least correlation with the first axis of a random walk")
        .part("first axis")
        .by(Oracle.REPRODUCTION)
        .at("least", StatUtils.min(first), "most", StatUtils.max(first))
        .expectingAtMost(0, CRITERION)
        .holds(0.9 - StatUtils.min(first))
        .rejects("second axis", 0.9 - StatUtils.min(second));
    Check.of(PROJECTION, "median correlation with the second axis of a random walk, below 0.9")
        .part("second axis")
        .by(Oracle.REPRODUCTION)
        .at("least", StatUtils.min(second), "most", StatUtils.max(second))
        .expectingAtMost(0.9, CRITERION)
        .holds(StatUtils.percentile(second, 50))
        .rejects("first axis", StatUtils.percentile(first, 50));
  }

  /** Step cosines are close to 1, and yet no run stays near its start. */
  @Test
  @Checks(value = LAZY, scale = Scale.DESK)
  void runsLeaveTheirStart() {
    List<PathRun> runs = runs();
    double[] displacements = of(runs, r -> r.last(PathRecorder.DISPLACEMENT));
    double[] gaps = of(runs, r -> StatUtils.percentile(r.series(PathRecorder.STEP_GAP), 50));
    double[] largest = of(runs, r -> StatUtils.max(r.series(PathRecorder.STEP_GAP)));
    Check.of(LAZY, "0.1 − least relative displacement at the end")
        .by(Oracle.REPRODUCTION)
        .at(
            "displacement", StatUtils.min(displacements),
            "largest median of 1 − cos", StatUtils.max(gaps),
            "largest 1 − cos", StatUtils.max(largest),
            "largest cosine with the start",
                1 - StatUtils.min(of(runs, TrajectoryReproduction::gap)))
        .expectingAtMost(0, CRITERION)
        .holds(0.1 - StatUtils.min(displacements))
        .rejects("the chord of the widest step", 0.1 - Math.sqrt(2 * StatUtils.max(largest)));
  }

  private static double gap(PathRun run) {
    return run.last(PathRecorder.START_GAP);
  }

  /** The points are the logits of the training pairs; the paper doesn't say which it took. */
  @Test
  @Checks(value = PEARSON, scale = Scale.DESK)
  void estimatorsAgreeOverARun() {
    double[] correlations =
        of(
            runs(),
            r ->
                new PearsonsCorrelation()
                    .correlation(r.series(PathRecorder.LIKELY), r.series(PathRecorder.FITTED)));
    Check.of(PEARSON, "0.98 − least correlation of the two estimates over a run")
        .part("over a run")
        .by(Oracle.REPRODUCTION)
        .at("least", StatUtils.min(correlations), "most", StatUtils.max(correlations))
        .expectingAtMost(0, CRITERION)
        .holds(0.98 - StatUtils.min(correlations))
        .rejects("at a fixed dimension, 2/√5", 0.98 - 2 / Math.sqrt(5));
  }
}
