package org.grokcheck.kumar.experiment;

import java.util.List;
import org.grokcheck.experiment.FigureData;
import org.grokcheck.experiment.Recording;

/** Figs. 1, 4 and 9 as data, of the first draw. */
final class SampleSizeFigures {
  private SampleSizeFigures() {}

  private static Sweep first(Recording recording, String series, String parameter) {
    return Sweep.of(recording, series, parameter).get(0);
  }

  /** Fig. 1 (b) and (c). */
  static FigureData first(Recording recording) {
    Sweep run = first(recording, SampleSizes.FIRST, "P");
    return new FigureData(
            "kumar.fig1b",
            List.of("kumar.fig1b", "kumar.fig1c"),
            "Losses, norm and alignment of a network that groks",
            "Test loss falls late, far below kernel regression, while norm and alignment grow.",
            "desk",
            CommitteeFigures.parameters(
                recording, "D = 30, N = 500, P = 120, α = 1/2, ε = 1/4; α = 500 for comparison"),
            List.of(
                CommitteeFigures.losses("α = 1/2", run),
                CommitteeFigures.losses("large α", first(recording, SampleSizes.LAZY, "alpha")),
                CommitteeFigures.weights("weights at α = 1/2", run.runs().get(0))))
        .with("kernel regression", run.values(CommitteeCurves.KERNEL)[0] + " of the start");
  }

  /** Fig. 4. */
  static FigureData parts(Recording recording) {
    return new FigureData(
        "kumar.fig4",
        List.of("kumar.fig4", "kumar.eq6"),
        "Losses and the three terms of the test loss",
        "The rise of the test loss is the linear term; it falls before the misalignment has"
            + " halved.",
        "desk",
        CommitteeFigures.parameters(recording, "D = 20, N = 200, P = 100, α = 1, ε = 1/10"),
        List.of(
            CommitteeFigures.parts("P = 100", first(recording, SampleSizes.SIZES, "P").at(100))));
  }

  /** Fig. 9. */
  static FigureData sizes(Recording recording) {
    Sweep sizes = first(recording, SampleSizes.SIZES, "P");
    return new FigureData(
        "kumar.fig9",
        List.of("kumar.fig9"),
        "Losses and the three terms of the test loss at three sample sizes",
        "With few samples the test loss stays high, with many it follows the training loss.",
        "desk",
        CommitteeFigures.parameters(recording, "D = 20, N = 200, α = 1, ε = 1/10"),
        List.of(
            CommitteeFigures.parts("P = 40", sizes.at(40)),
            CommitteeFigures.parts("P = 100", sizes.at(100)),
            CommitteeFigures.parts("P = 260", sizes.at(260))));
  }
}
