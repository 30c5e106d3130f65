package org.grokcheck.omnigrok.experiment;

import java.util.List;
import java.util.Map;
import org.grokcheck.experiment.FigureData;
import org.grokcheck.experiment.FigureData.Axis;
import org.grokcheck.experiment.FigureData.Panel;
import org.grokcheck.experiment.FigureData.Series;
import org.grokcheck.experiment.Recording;

/** Recorded runs on molecules and reviews as figures. */
final class CutFigures {
  private CutFigures() {}

  private static Map<String, String> parameters(Recording recording, String setting) {
    return Map.of("setting", setting, "deviations", String.join("; ", recording.deviations()));
  }

  /** Fig. 5c: losses of the first draw against the norm, at two sizes. */
  static FigureData molecules(Recording recording) {
    return new FigureData(
        "omnigrok.fig5c",
        List.of("omnigrok.fig5c", "omnigrok.fig5ab"),
        "QM9: losses at fixed norm",
        "With 50 training molecules the test loss rises again at large norms while the training"
            + " loss stays low; with 1500 both keep together.",
        "desk",
        parameters(recording, "first of two draws; losses in units of the variance"),
        List.of(losses(recording, 50), losses(recording, 1500)));
  }

  /** Fig. 5d: losses of the first draw during training from two norms. */
  static FigureData training(Recording recording) {
    return new FigureData(
        "omnigrok.fig5d",
        List.of("omnigrok.fig5d"),
        "QM9: losses of training without decay",
        "The test loss of a large norm stays above its training loss; within 12 000 steps it does"
            + " not fall late as in the paper.",
        "desk",
        parameters(recording, "first of two draws; losses in units of the variance"),
        List.of(run(recording, 1.0), run(recording, 3.0)));
  }

  private static Panel run(Recording recording, double alpha) {
    RecordedJob job = RecordedJob.only(recording, "alpha", alpha, "N", 50, "seed", 0);
    return Panel.of(
        "α = " + alpha,
        Axis.log("steps"),
        Axis.log("loss"),
        OmnigrokFigures.line("training", job, Molecules.TRAIN),
        OmnigrokFigures.line("test", job, Molecules.TEST));
  }

  private static Panel losses(Recording recording, int count) {
    List<RecordedJob> jobs = RecordedJob.of(recording, "N", count, "seed", 0);
    return Panel.of(
        count + " training molecules",
        Axis.log("α"),
        Axis.log("loss"),
        along("training", Molecules.TRAIN, jobs),
        along("test", Molecules.TEST, jobs));
  }

  private static Series along(String name, String value, List<RecordedJob> jobs) {
    return Series.measured(
        name,
        jobs.stream().mapToDouble(job -> job.number("alpha")).toArray(),
        jobs.stream().mapToDouble(job -> job.value(value)).toArray());
  }
}
