package org.grokcheck.omnigrok.experiment;

import static org.grokcheck.omnigrok.experiment.TransformerNorms.DRAWS;
import static org.grokcheck.omnigrok.experiment.TransformerNorms.FIRST;
import static org.grokcheck.omnigrok.experiment.TransformerNorms.GAMMAS;

import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.grokcheck.experiment.FigureData;
import org.grokcheck.experiment.FigureData.Axis;
import org.grokcheck.experiment.FigureData.Panel;
import org.grokcheck.experiment.FigureData.Series;
import org.grokcheck.experiment.Recording;

/** Recorded runs of a small transformer as figures. */
final class TransformerFigures {
  private TransformerFigures() {}

  private static Map<String, String> parameters(Recording recording, String setting) {
    return Map.of("setting", setting, "deviations", String.join("; ", recording.deviations()));
  }

  private static Series[] eachDraw(IntFunction<Series> series) {
    return IntStream.range(FIRST, FIRST + DRAWS).mapToObj(series).toArray(Series[]::new);
  }

  private static Series along(
      String name, String parameter, List<RecordedJob> jobs, ToDoubleFunction<RecordedJob> value) {
    return Series.measured(
        name,
        jobs.stream().mapToDouble(job -> job.number(parameter)).toArray(),
        jobs.stream().mapToDouble(value).toArray());
  }

  private static List<RecordedJob> atNorms(Recording recording, int seed) {
    return RecordedJob.of(
        recording, "constraint", "fixed", "fraction", TransformerNorms.SHARE, "seed", seed);
  }

  /** Fig. 9: accuracies at fixed norm. */
  static FigureData landscape(Recording recording) {
    return new FigureData(
        "omnigrok.fig9",
        List.of("omnigrok.fig9", "omnigrok.fig7b"),
        "Modular addition: accuracies at fixed norm",
        "Trained on three quarters of the pairs, a small transformer generalises within hundreds"
            + " of steps at norms near the first one only.",
        "desk",
        parameters(recording, "one series a draw"),
        List.of(
            accuracies(recording, "test pairs", ModularAddition.TEST),
            accuracies(recording, "training pairs", ModularAddition.TRAIN)));
  }

  private static Panel accuracies(Recording recording, String title, String of) {
    return Panel.of(
        title,
        Axis.log("α"),
        Axis.linear("accuracy"),
        eachDraw(
            seed -> along("draw " + seed, "alpha", atNorms(recording, seed), j -> j.last(of))));
  }

  /** Fig. 10a: times to generalise against decay. */
  static FigureData times(Recording recording) {
    return new FigureData(
        "omnigrok.fig10a",
        List.of("omnigrok.fig10a"),
        "Modular addition: time to generalise against decay",
        "At most steps of γ, but not at all, more decay generalises sooner; over a factor of six"
            + " the exponents of four draws lie between −1 and −1.7.",
        "desk",
        parameters(recording, "one series a draw"),
        List.of(
            Panel.of(
                "time to generalise",
                Axis.log("γ"),
                Axis.log("steps"),
                eachDraw(
                    seed ->
                        along(
                            "draw " + seed,
                            "gamma",
                            GAMMAS.stream().map(g -> free(recording, g, seed)).toList(),
                            j -> j.value("steps to generalise"))))));
  }

  static RecordedJob free(Recording recording, double gamma, int seed) {
    return RecordedJob.only(recording, "constraint", "free", "gamma", gamma, "seed", seed);
  }
}
