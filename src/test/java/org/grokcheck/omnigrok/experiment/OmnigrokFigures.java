package org.grokcheck.omnigrok.experiment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.grokcheck.experiment.FigureData;
import org.grokcheck.experiment.FigureData.Axis;
import org.grokcheck.experiment.FigureData.Panel;
import org.grokcheck.experiment.FigureData.Series;
import org.grokcheck.experiment.Recording;
import org.grokcheck.harness.RunSettings;

/** Recorded runs as figures. */
final class OmnigrokFigures {
  private static final Axis STEPS = Axis.log("steps");

  private OmnigrokFigures() {}

  static void write(FigureData figure) {
    figure.write(RunSettings.evidenceFolder().resolve(FigureData.FOLDER));
  }

  private static Map<String, String> parameters(Recording recording, String setting) {
    return Map.of("setting", setting, "deviations", String.join("; ", recording.deviations()));
  }

  /** The points of a run after its start, which has no place on a logarithmic axis. */
  static Series line(String name, RecordedJob run, String series) {
    double[] steps = run.series("steps");
    double[] values = run.series(series);
    return Series.measured(
        name,
        Arrays.copyOfRange(steps, 1, steps.length),
        Arrays.copyOfRange(values, 1, values.length));
  }

  /** Fig. 3d: accuracies and norm of one run on the real images. */
  static FigureData grokking(Recording recording, RecordedJob run) {
    return new FigureData(
        "omnigrok.fig3d",
        List.of("omnigrok.fig3d", "omnigrok.sec4.mnist-setup"),
        "MNIST: the test accuracy rises long after the fit",
        "1000 training images are fitted while the 10 000 test images are hardly better than at"
            + " chance; the test accuracy rises as decay brings the norm down.",
        "desk",
        parameters(recording, run.name()),
        List.of(
            Panel.of(
                "accuracy",
                STEPS,
                Axis.linear("accuracy"),
                line("training images", run, Digits.TRAIN),
                line("test images", run, Digits.TEST)),
            Panel.of("norm", STEPS, Axis.linear("α"), line("α", run, Digits.NORM))));
  }

  /** Times against γ beside the affine law that fits them. */
  static FigureData times(
      String id, String title, Recording recording, List<String> names, List<DecayFit> laws) {
    List<Series> series = new ArrayList<>();
    for (int i = 0; i < laws.size(); i++) {
      DecayFit law = laws.get(i);
      String interval = " (exponent %.2f ± %.2f)".formatted(law.slope(), law.halfWidth());
      series.add(Series.measured(names.get(i) + interval, law.gammas(), law.times()));
      series.add(Series.theory("t₀ + c/γ, " + names.get(i), law.gammas(), law.affine()));
    }
    return new FigureData(
        id,
        List.of(id),
        title,
        "Steps to generalise fall somewhat slower than 1/γ; t₀ + c/γ fits them within a tenth.",
        "desk",
        parameters(recording, "one series a draw and target"),
        List.of(
            new Panel(
                "time to generalise",
                Axis.log("γ"),
                Axis.log("steps"),
                series,
                "relative residual of t₀ + c/γ",
                residuals(names, laws))));
  }

  private static List<Series> residuals(List<String> names, List<DecayFit> laws) {
    List<Series> residuals = new ArrayList<>();
    for (int i = 0; i < laws.size(); i++) {
      double[] fitted = laws.get(i).affine();
      double[] times = laws.get(i).times();
      double[] relative = new double[times.length];
      Arrays.setAll(relative, k -> times[k] / fitted[k] - 1);
      residuals.add(Series.measured(names.get(i), laws.get(i).gammas(), relative));
    }
    return residuals;
  }

  /** Fig. 2a: losses at fixed norm of one student, by both procedures. */
  static FigureData landscape(
      Recording recording, List<RecordedJob> rescaled, List<RecordedJob> sphere) {
    return new FigureData(
        "omnigrok.fig2a",
        List.of("omnigrok.fig2a", "omnigrok.rescale-procedure"),
        "Losses at fixed norm, by two procedures",
        "The test loss is U-shaped, the training loss L-shaped; Adam with rescaling misses the"
            + " least loss of small spheres.",
        "desk",
        parameters(recording, "first of four draws; losses below 1e-12 are drawn there"),
        List.of(
            panel("test loss", TeacherStudentLandscape.TEST, rescaled, sphere),
            panel("training loss", TeacherStudentLandscape.TRAIN, rescaled, sphere)));
  }

  private static Panel panel(
      String title, String loss, List<RecordedJob> rescaled, List<RecordedJob> sphere) {
    return Panel.of(
        title,
        Axis.log("α"),
        Axis.log("loss"),
        points("Adam and rescaling", loss, rescaled),
        points("sphere", loss, sphere));
  }

  private static Series points(String name, String loss, List<RecordedJob> jobs) {
    return Series.measured(
        name,
        jobs.stream().mapToDouble(job -> job.number("alpha")).toArray(),
        jobs.stream().mapToDouble(job -> Math.max(1e-12, job.value(loss))).toArray());
  }
}
