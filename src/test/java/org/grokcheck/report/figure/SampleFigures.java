package org.grokcheck.report.figure;

import java.util.List;
import java.util.Map;
import org.grokcheck.experiment.FigureData;
import org.grokcheck.experiment.FigureData.Axis;
import org.grokcheck.experiment.FigureData.Panel;
import org.grokcheck.experiment.FigureData.Series;

/** Figures with every kind of series and axis. */
public final class SampleFigures {
  private SampleFigures() {}

  /**
   * A decaying loss with its law, a misprinted law, data with errors, and residuals.
   *
   * @param id of the figure and its only claim
   * @param points in each series
   */
  public static FigureData decay(String id, int points) {
    double[] t = new double[points];
    double[] law = new double[points];
    double[] misprint = new double[points];
    double[] seen = new double[points];
    double[] error = new double[points];
    double[] residual = new double[points];
    for (int i = 0; i < points; i++) {
      t[i] = StrictMath.pow(10, 6.0 * i / points);
      law[i] = 2 / Math.sqrt(t[i]);
      misprint[i] = 2 / StrictMath.pow(t[i], 0.4);
      residual[i] = 0.1 * StrictMath.sin(12.9898 * i);
      seen[i] = law[i] * (1 + residual[i]);
      error[i] = law[i] * 0.1;
    }
    Panel panel =
        Panel.of(
                "Loss <at> λ & σ",
                Axis.log("time t"),
                Axis.log("population loss"),
                Series.theory("law", t, law),
                Series.printed("as printed", t, misprint),
                Series.measured("law", t, seen, error))
            .residuals("relative residual", Series.measured("law", t, residual));
    Panel linear =
        Panel.of(
            "", Axis.linear("i"), Axis.linear("log₁₀ loss"), Series.theory("law", t, residual));
    return new FigureData(
        id,
        List.of(id),
        "Decay of \"the\" loss",
        "Data follow the corrected law <and> not the printed one.",
        "quick",
        Map.of("seed", "42"),
        List.of(panel, linear));
  }
}
