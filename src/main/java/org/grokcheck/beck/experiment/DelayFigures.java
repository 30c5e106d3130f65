package org.grokcheck.beck.experiment;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.grokcheck.experiment.FigureData;
import org.grokcheck.experiment.FigureData.Axis;
import org.grokcheck.experiment.FigureData.Panel;
import org.grokcheck.experiment.FigureData.Series;

/** Fig. 4 (right) and Fig. 8 (right) as data: the delay against 1 − 2λ. */
public final class DelayFigures {
  private static final double LN10 = StrictMath.log(10);

  /** Smallest 1 − 2λ at which the law is required to hold at σ = 20, ε = 1e-50. */
  public static final double JUDGED_FROM = 1e-3;

  private static final double UNSATURATED_FROM = 1e-4;

  private DelayFigures() {}

  /**
   * Fig. 4, right, with its inset as second panel.
   *
   * @param curve the setting
   * @param measured log(t_gen/t_tr) at the curve's positions
   * @param inset how the two times are read off at one position
   */
  public static FigureData relativeDelay(DelayCurve curve, double[] measured, Panel inset) {
    double[] x = curve.points();
    double[] line = curve.line();
    Panel main =
        Panel.of(
                "delay against 1 − 2λ",
                Axis.log("1 − 2λ"),
                Axis.linear("log₁₀ (t_gen − t_tr)/t_tr"),
                Series.theory("exp(S̃²/2)/Z − 1, ε → 0", line, delays(line, DelayCurve::law)),
                Series.theory(
                    "exact flow at σ = 20, ε = 1e-50", line, delays(line, curve::exactLogRatio)),
                Series.measured("integrated flow", x, delays(x, v -> measured[index(x, v)])),
                Series.printed(
                    "exp(½ log²(1−2λ)) − 1, eq. (16)",
                    line,
                    delays(line, v -> DelayCurve.laws(v).asPrintedLogRatioEq16())))
            .residuals(
                "log₁₀ measured/law",
                Series.measured("over exp(S̃²/2)/Z", x, quotients(x, measured, DelayCurve::law)),
                Series.measured(
                    "over exp(½ log²(1−2λ))",
                    x,
                    quotients(x, measured, v -> DelayCurve.laws(v).asPrintedLogRatioEq16())));
    return new FigureData(
        "beck.fig4.right",
        List.of(
            "beck.fig4.right", "beck.eq16", "beck.ext.ratio-limit", "beck.ext.sigma-eps-cutoff"),
        "Loss-based delay against its law",
        "Integrated flows follow exp(S̃²/2)/Z − 1 within 1e-6 in the logarithm for 1 − 2λ ≥ 1e-3; eq."
            + " (16) as printed is a factor 2 too low, and near 1/(σ² log(1/ε)) = 2e-5 the delay"
            + " saturates. Right: the two times at 1 − 2λ = 1e-4, where the caption says λ = 1e-4.",
        "paper",
        parameters(curve),
        List.of(main, inset));
  }

  /**
   * Fig. 8, right.
   *
   * @param curve the setting
   * @param measured log(t_gen/t_tr) at the curve's positions
   * @param slope fitted slope of √log(t_gen/t_tr) against |log(1−2λ)|
   */
  public static FigureData rootOfLogRatio(DelayCurve curve, double[] measured, double slope) {
    double[] x = curve.points();
    double[] roots = Arrays.stream(measured).map(Math::sqrt).toArray();
    double[] residual =
        IntStream.range(0, x.length)
            .mapToDouble(i -> roots[i] - DelayCurve.laws(x[i]).rootLogRatio())
            .toArray();
    double[] line = curve.line();
    Panel panel =
        Panel.of(
                "√log(t_gen/t_tr) against log(1 − 2λ)",
                Axis.linear("log(1 − 2λ)"),
                Axis.linear("√log(t_gen/t_tr)"),
                Series.theory(
                    "√(S̃²/2 − log Z), ε → 0",
                    logs(line),
                    map(line, v -> DelayCurve.laws(v).rootLogRatio())),
                Series.measured("integrated flow", logs(x), roots),
                Series.printed(
                    "|log(1−2λ)|/√2, eq. (42) with its sign put right",
                    logs(line),
                    map(line, v -> -DelayCurve.laws(v).asPrintedRootLogRatioEq42())))
            .residuals("measured − law", Series.measured("integrated flow", logs(x), residual));
    return new FigureData(
            "beck.fig8.right",
            List.of("beck.fig8.right", "beck.eq42"),
            "Slope of the root of the logarithmic delay",
            "Least-squares slope against |log(1−2λ)| within 0.02 of 1/√2 for 1 − 2λ from 1e-3 to"
                + " 0.1; against log(1−2λ) it is −1/√2, not the printed +1/√2.",
            "paper",
            parameters(curve),
            List.of(panel))
        .with("fitted slope", slope);
  }

  private static Map<String, String> parameters(DelayCurve curve) {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("sigma", Labels.number(curve.sigma()));
    parameters.put("epsilon", "1e-50");
    parameters.put("eta", Labels.number(curve.eta()) + " (not stated; drops out of the ratio)");
    parameters.put("S0, b0", "0, 0 (not stated)");
    parameters.put("losses", "exponential for both (the population loss is not stated)");
    parameters.put("integrator", LogTimeFlow.DESCRIPTION);
    return parameters;
  }

  private static int index(double[] x, double value) {
    return IntStream.range(0, x.length).filter(i -> x[i] == value).findFirst().orElseThrow();
  }

  /** log₁₀(e^{log ratio} − 1). */
  private static double[] delays(double[] x, DoubleUnaryOperator logRatio) {
    return map(
        x,
        v -> {
          double log = logRatio.applyAsDouble(v);
          return (log + StrictMath.log(-StrictMath.expm1(-log))) / LN10;
        });
  }

  /** log₁₀ of t_gen/t_tr over a law of it, where neither σ nor ε is felt yet. */
  private static double[] quotients(double[] x, double[] measured, DoubleUnaryOperator law) {
    return IntStream.range(0, x.length)
        .mapToDouble(
            i ->
                x[i] < UNSATURATED_FROM
                    ? Double.NaN
                    : (measured[i] - law.applyAsDouble(x[i])) / LN10)
        .toArray();
  }

  private static double[] map(double[] x, DoubleUnaryOperator f) {
    return Arrays.stream(x).map(f).toArray();
  }

  private static double[] logs(double[] x) {
    return map(x, StrictMath::log);
  }
}
