package org.grokcheck.kumar.experiment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.grokcheck.experiment.FigureData.Axis;
import org.grokcheck.experiment.FigureData.Panel;
import org.grokcheck.experiment.FigureData.Series;
import org.grokcheck.experiment.JobResult;
import org.grokcheck.experiment.Recording;

/** Panels that figures of the polynomial task share. */
final class CommitteeFigures {
  private static final Axis TIME = Axis.log("η₀ × steps");

  private CommitteeFigures() {}

  /** Training loss (lines) and test loss (points) of each run of a sweep. */
  static Panel losses(String title, Sweep sweep) {
    List<Series> series = new ArrayList<>();
    for (JobResult run : sweep.runs()) {
      String name = sweep.parameter() + " = " + run.job().text(sweep.parameter());
      series.add(
          Series.theory(name, later(run, CommitteeCurves.TIME), later(run, CommitteeCurves.TRAIN)));
      series.add(
          Series.measured(
              name + ", test", later(run, CommitteeCurves.TIME), later(run, CommitteeCurves.TEST)));
    }
    return Panel.of(title, TIME, Axis.log("loss"), series.toArray(Series[]::new));
  }

  /** The losses and the terms of eq. (6) of one run. */
  static Panel parts(String title, JobResult run) {
    double[] time = later(run, CommitteeCurves.TIME);
    return Panel.of(
        title,
        TIME,
        Axis.linear("loss"),
        Series.measured("train", time, later(run, CommitteeCurves.TRAIN)),
        Series.measured("test", time, later(run, CommitteeCurves.TEST)),
        Series.theory("variance", time, later(run, CommitteeCurves.VARIANCE)),
        Series.theory("misalignment", time, later(run, CommitteeCurves.MISALIGNMENT)),
        Series.theory("linear part", time, later(run, CommitteeCurves.LINEAR)));
  }

  /** |W|²/|W₀|² and the alignment of one run. */
  static Panel weights(String title, JobResult run) {
    double[] time = later(run, CommitteeCurves.TIME);
    return Panel.of(
        title,
        TIME,
        Axis.log("ratio"),
        Series.measured("|W|²/|W₀|²", time, later(run, CommitteeCurves.NORM)),
        Series.measured("alignment", time, later(run, CommitteeCurves.ALIGNMENT)));
  }

  /** What a reader needs to make the figure again. */
  static Map<String, String> parameters(Recording recording, String sizes) {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("sizes", sizes + " (not stated)");
    parameters.put("command", recording.command());
    return parameters;
  }

  /** A curve without its first point, at time 0. */
  static double[] later(JobResult run, String name) {
    double[] all = run.measurements().values(name);
    return Arrays.copyOfRange(all, 1, all.length);
  }

  static double[] array(Collection<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
