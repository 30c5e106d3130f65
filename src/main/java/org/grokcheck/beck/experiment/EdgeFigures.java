package org.grokcheck.beck.experiment;

import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.grokcheck.experiment.FigureData;
import org.grokcheck.experiment.FigureData.Axis;
import org.grokcheck.experiment.FigureData.Panel;
import org.grokcheck.experiment.FigureData.Series;
import org.grokcheck.experiment.Recording;

/**
 * Fig. 1 (right, top), Fig. 6 (left) and Fig. 7 as data: what random data show on both sides of the
 * edge of separability, beside the laws for N → ∞.
 */
public final class EdgeFigures {
  private static final String GAP = "1 − 2λ";

  private EdgeFigures() {}

  /**
   * A law for N → ∞ along a figure.
   *
   * @param gaps 1 − 2λ, positive
   * @param values the quantity there
   */
  public record Law(double[] gaps, double[] values) {}

  /** A quantity of all sizes against 1 − 2λ, mean with two standard errors, and its law. */
  private static Panel panel(
      String title, String label, List<Draws> sizes, String quantity, Law law) {
    return Panel.of(
        title,
        Axis.log(GAP),
        Axis.linear(label),
        Series.theory("N → ∞", law.gaps(), law.values()),
        Series.measured(
            "mean ± 2 standard errors",
            column(sizes, s -> Math.abs(s.gap())),
            column(sizes, s -> s.mean(quantity)),
            column(sizes, s -> 2 * s.standardError(quantity))));
  }

  /**
   * Fig. 1, right, top: ‖S_∞‖ against 1 − 2λ.
   *
   * @param recording of {@link MinimumNorms}
   * @param order the order statistics, from both ends, between which bars are drawn
   * @param confidence that they hold the median
   * @param exact the scalar equations for N → ∞
   * @param logarithm the law linear in log(1 − 2λ), fitted at λ = 0.3 and 0.3875
   */
  public static FigureData norm(
      Recording recording, int order, double confidence, Law exact, Law logarithm) {
    List<Draws> sizes = Draws.of(recording);
    Panel main =
        Panel.of(
            "norm of the minimiser",
            Axis.log(GAP),
            Axis.log("‖S_∞‖"),
            Series.theory("N → ∞, scalar equations", exact.gaps(), exact.values()),
            Series.printed(
                "linear in log(1 − 2λ), as printed", logarithm.gaps(), logarithm.values()),
            Series.measured(
                "middle and ends of an interval for the median, %s %%".formatted(100 * confidence),
                column(sizes, Draws::gap),
                column(sizes, s -> centre(s.medianInterval(MinimumNorms.NORM, order))),
                column(sizes, s -> halfWidth(s.medianInterval(MinimumNorms.NORM, order)))));
    return figure(
        recording,
        "beck.fig1.right-top",
        List.of("beck.fig1.right-top", "beck.apph.exp1", "beck.ext.cgmt"),
        "Norm of the loss minimiser near the edge",
        "Medians of random data follow the scalar equations; a law linear in the logarithm does"
            + " not.",
        List.of(main));
  }

  /** Fig. 6, left: the share of points with S_∞·x &gt; 0. */
  public static FigureData positiveShare(Recording recording, Law law) {
    return figure(
        recording,
        "beck.fig6.left",
        List.of("beck.fig6.left"),
        "Share of points on the wrong side of the minimiser",
        "Means over draws follow Q(e^a/s).",
        List.of(
            panel(
                "share of S_∞·x > 0",
                "share",
                Draws.of(recording),
                MinimumNorms.POSITIVE_SHARE,
                law)));
  }

  /** Fig. 7: the mean positive projection below the edge, and the margin above it. */
  public static FigureData projections(
      Recording below, Law positiveMean, Recording above, Law margin) {
    return figure(
        below,
        "beck.fig7",
        List.of("beck.fig7", "beck.ext.gardner"),
        "Mean positive projection below the edge, margin above",
        "The first vanishes like the root of 1 − 2λ, the second linearly.",
        List.of(
            panel(
                "λ < ½",
                "mean positive S_∞·x/‖S_∞‖",
                Draws.of(below),
                MinimumNorms.POSITIVE_MEAN,
                positiveMean),
            panel("λ > ½, against 2λ − 1", "M", Draws.of(above), Margins.MARGIN, margin)));
  }

  private static FigureData figure(
      Recording recording,
      String id,
      List<String> claims,
      String title,
      String caption,
      List<Panel> panels) {
    return new FigureData(id, claims, title, caption, recording.scale().label(), Map.of(), panels)
        .with("root seed", recording.provenance().rootSeed())
        .with("command", recording.command());
  }

  private static double centre(double[] interval) {
    return (interval[0] + interval[1]) / 2;
  }

  private static double halfWidth(double[] interval) {
    return (interval[1] - interval[0]) / 2;
  }

  private static double[] column(List<Draws> sizes, ToDoubleFunction<Draws> quantity) {
    return sizes.stream().mapToDouble(quantity).toArray();
  }
}
