package org.grokcheck.notsawo.experiment;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.StatUtils;
import org.grokcheck.experiment.FigureData;
import org.grokcheck.experiment.FigureData.Axis;
import org.grokcheck.experiment.FigureData.Panel;
import org.grokcheck.experiment.FigureData.Series;
import org.grokcheck.experiment.Recording;
import org.grokcheck.notsawo.task.Pairs;

/**
 * A recorded run with its plateau.
 *
 * @param run a job of {@link PlateauRuns}
 */
public record PlateauRun(GridRun run) {
  private static final int AFTER = 50;
  private static final int UNTIL = 300;
  private static final int LENGTH = 250;

  /** Returns the recorded runs. */
  public static List<PlateauRun> of(Recording recording) {
    return recording.results().stream().map(r -> new PlateauRun(new GridRun(r))).toList();
  }

  /** Whether first embeddings are small. */
  public boolean small() {
    return run.number(PlateauRuns.EMBEDDINGS) == PlateauRuns.SMALL;
  }

  /** Whether it learns sums over these pairs. */
  public boolean sums(Pairs pairs) {
    return run.result().job().text(PlateauRuns.TASK).equals(PlateauRuns.Task.SUM.name())
        && run.result().job().text(PlateauRuns.PAIRS).equals(pairs.name());
  }

  /** Whether it learns permutations. */
  public boolean permutations() {
    return run.result().job().text(PlateauRuns.TASK).equals(PlateauRuns.Task.PERMUTATIONS.name());
  }

  /** Returns r. */
  public double fraction() {
    return run.number(SmallRunExperiment.FRACTION);
  }

  /** Returns the median validation accuracy from step t₂ + 50 on, to 300 or t₂ + 250. */
  public double height() {
    double[] steps = run.series(SmallRun.STEP);
    double[] right = run.series(SmallRun.VALIDATION);
    double t2 = run.t2();
    double[] plateau =
        IntStream.range(0, steps.length)
            .filter(i -> steps[i] >= t2 + AFTER && steps[i] <= Math.max(UNTIL, t2 + LENGTH))
            .mapToDouble(i -> right[i])
            .toArray();
    return StatUtils.percentile(plateau, 50);
  }

  /** Returns n/(p(p+1)) of the sums. */
  public double expected() {
    double p = SmallRunExperiment.LEDGER_MODULUS;
    return run.result().measurements().value(SmallRun.ITEMS) / (p * (p + 1));
  }

  /** Returns three binomial standard errors of that share of the validation pairs, plus 0.02. */
  public double allowed() {
    double p = SmallRunExperiment.LEDGER_MODULUS;
    double left = p * p - run.result().measurements().value(SmallRun.ITEMS);
    return 3 * Math.sqrt(expected() * (1 - expected()) / left) + 0.02;
  }

  /** Returns the share of validation pairs whose mirror image is another pair, and trained. */
  public double mirrored() {
    return run.result().measurements().value(PlateauRuns.MIRRORED);
  }

  /** The figure of all runs. */
  public static FigureData figure(List<PlateauRun> runs) {
    List<PlateauRun> sums = runs.stream().filter(r -> r.sums(Pairs.ORDERED)).toList();
    double[] fractions = sums.stream().mapToDouble(PlateauRun::fraction).sorted().toArray();
    double p = SmallRunExperiment.LEDGER_MODULUS;
    double[] law = Arrays.stream(fractions).map(r -> r * p / (p + 1)).toArray();
    double[] ends = {0, 1};
    return new FigureData(
        "notsawo.fig23.plateau",
        List.of("notsawo.fig23.plateau"),
        "Validation accuracy after memorisation",
        "Small first embeddings: what symmetry gives, n/(p(p+1)), and split by split the share of"
            + " validation pairs whose mirror image was trained. Standard normal ones stay below.",
        "desk",
        Map.of("p", String.valueOf(SmallRunExperiment.LEDGER_MODULUS)),
        List.of(
            Panel.of(
                "sums over ordered pairs",
                Axis.linear("r"),
                Axis.linear("median validation accuracy"),
                Series.theory("r p/(p+1)", fractions, law),
                points("small first embeddings", sums, true, PlateauAxis.FRACTION),
                points("standard normal", sums, false, PlateauAxis.FRACTION)),
            Panel.of(
                "split by split",
                Axis.linear("share of mirrored validation pairs"),
                Axis.linear("median validation accuracy"),
                Series.theory("equal", ends, ends),
                points("small first embeddings", runs, true, PlateauAxis.MIRRORED),
                points("standard normal", runs, false, PlateauAxis.MIRRORED))));
  }

  private enum PlateauAxis {
    FRACTION,
    MIRRORED
  }

  private static Series points(
      String name, List<PlateauRun> runs, boolean small, PlateauAxis axis) {
    List<PlateauRun> these = runs.stream().filter(r -> r.small() == small).toList();
    return Series.measured(
        name,
        these.stream()
            .mapToDouble(r -> axis == PlateauAxis.FRACTION ? r.fraction() : r.mirrored())
            .toArray(),
        these.stream().mapToDouble(PlateauRun::height).toArray());
  }
}
