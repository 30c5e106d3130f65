package org.grokcheck.notsawo.experiment;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.grokcheck.experiment.FigureData;
import org.grokcheck.experiment.FigureData.Axis;
import org.grokcheck.experiment.FigureData.Panel;
import org.grokcheck.experiment.FigureData.Series;
import org.grokcheck.notsawo.trajectory.GramShares;
import org.grokcheck.notsawo.trajectory.NullPaths;

/** The figure of the recorded paths. */
public final class PathFigures {
  private static final double DRIFT = 4;

  private PathFigures() {}

  /**
   * Shares of two components beside those of featureless paths, projections, and angles of steps.
   *
   * @param runs those of {@link TrajectoryRuns}
   */
  public static FigureData of(List<PathRun> runs) {
    PathRun smooth = runs.stream().filter(r -> !r.spiking()).findFirst().orElseThrow();
    PathRun spiking = runs.stream().filter(PathRun::spiking).findFirst().orElseThrow();
    return new FigureData(
        "notsawo.trajectory",
        List.of(
            "notsawo.sec4.pca98",
            "notsawo.fig12",
            "notsawo.fig13",
            "notsawo.fig14",
            "notsawo.fig20"),
        "Paths of small runs",
        "Two components hold more of a path's variance than of a random walk's and less than of an"
            + " integrated random walk's, which has no preferred direction either and exceeds the"
            + " paper's 98 percent. Steps turn most where the loss spikes.",
        "desk",
        Map.of("runs", String.valueOf(runs.size()), "drift s", String.valueOf(DRIFT)),
        List.of(
            shares("centred", runs, PathRecorder.CENTRED, GramShares::centred),
            shares("about the last point", runs, PathRecorder.ABOUT_LAST, GramShares::aboutLast),
            projections(smooth),
            steps(spiking)));
  }

  /** A way to read a Gram matrix. */
  private interface Reading {
    GramShares of(double[][] gram);
  }

  private static Panel shares(String title, List<PathRun> runs, String name, Reading reading) {
    int points = runs.get(0).series(PathRecorder.ALPHA).length;
    double[] x = IntStream.rangeClosed(1, runs.size()).mapToDouble(i -> i).toArray();
    return Panel.of(
        "share of two components, " + title,
        Axis.linear("run"),
        Axis.linear("share"),
        level("random walk", x, reading.of(NullPaths.withDrift(points, 0))),
        level("random walk with drift", x, reading.of(NullPaths.withDrift(points, DRIFT))),
        level("integrated random walk", x, reading.of(NullPaths.integrated(points))),
        Series.printed("98 percent", x, constant(x.length, 0.98)),
        Series.measured("runs", x, runs.stream().mapToDouble(r -> r.firstTwo(name)).toArray()));
  }

  private static Series level(String name, double[] x, GramShares shares) {
    return Series.theory(name, x, constant(x.length, shares.firstTwo()));
  }

  private static double[] constant(int length, double value) {
    double[] values = new double[length];
    Arrays.fill(values, value);
    return values;
  }

  private static Panel projections(PathRun run) {
    double[] alpha = run.series(PathRecorder.ALPHA);
    double[] beta = run.series(PathRecorder.BETA);
    double[] steps = run.series(SmallRun.STEP);
    return Panel.of(
        "projections, " + run.name(),
        Axis.linear("step"),
        Axis.linear("projection"),
        Series.theory("first axis", steps, scaled(alpha, 1)),
        Series.theory("second axis", steps, scaled(beta, 2)),
        Series.measured("first axis", steps, alpha),
        Series.measured("second axis", steps, beta));
  }

  /** The random walk's axis of the same variance. */
  private static double[] scaled(double[] projections, int k) {
    double sum = Arrays.stream(projections).map(a -> a * a).sum();
    double size = Math.sqrt(2 * sum / projections.length);
    return Arrays.stream(PathRun.randomWalkAxis(projections.length, k))
        .map(c -> size * c)
        .toArray();
  }

  private static Panel steps(PathRun run) {
    return Panel.of(
        "step by step, " + run.name(),
        Axis.linear("step"),
        Axis.log("loss, 1 - cos"),
        thinned("training loss", run.series(SmallRun.LOSSES)),
        thinned(PathRecorder.STEP_GAP, run.series(PathRecorder.STEP_GAP)));
  }

  /** The largest of every four values, so that no spike is lost. */
  static Series thinned(String name, double[] values) {
    int count = values.length / 4;
    return Series.theory(
        name,
        IntStream.range(0, count).mapToDouble(i -> 4 * i).toArray(),
        IntStream.range(0, count)
            .mapToDouble(i -> Arrays.stream(values, 4 * i, 4 * i + 4).max().orElseThrow())
            .toArray());
  }
}
