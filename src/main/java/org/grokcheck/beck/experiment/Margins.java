package org.grokcheck.beck.experiment;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.grokcheck.compute.linear.DataMatrix;
import org.grokcheck.dynamics.margin.HardMargin;
import org.grokcheck.evidence.Scale;
import org.grokcheck.experiment.Job;

/**
 * App. H, item (2): the margin of Gaussian data above the edge of separability, and the share of
 * points on it. Inseparable draws have none and are counted.
 */
public final class Margins extends DrawsExperiment {
  /** 1 if the draw has no positive margin. */
  public static final String INSEPARABLE = "inseparable";

  /** M; NaN for inseparable draws. */
  public static final String MARGIN = "margin";

  /** Largest residual of the optimality conditions, or 1e-11 where it is less: rounding. */
  public static final String RESIDUAL = "residual";

  private static final double ROUNDING = 1e-11;

  /** Share of points with a positive multiplier. */
  public static final String SUPPORT_SHARE = "support share";

  @Override
  public String id() {
    return "beck.apph.exp2";
  }

  @Override
  public List<String> claims() {
    return List.of("beck.apph.exp2", "beck.fig2.left", "beck.fig7");
  }

  @Override
  public String title() {
    return "Margin and share of support vectors above the edge of separability";
  }

  @Override
  public List<String> deviations() {
    return List.of(
        "the paper does not name its solver; here active sets with checked optimality conditions",
        "desk scale has N = 800 and 20 draws a size, the paper N = 2400 and 1000");
  }

  @Override
  public List<Job> jobs(Scale scale) {
    return switch (scale) {
      case QUICK -> of(new int[] {120, 150, 180}, 200, 8, 8);
      case DESK -> of(new int[] {440, 480, 520, 560, 640}, 800, 20, 4);
      case PAPER ->
          of(IntStream.rangeClosed(0, 11).map(k -> 1230 + 30 * k).toArray(), 2400, 1000, 20);
    };
  }

  private static List<Job> of(int[] dimensions, int n, int draws, int block) {
    return IntStream.of(dimensions)
        .boxed()
        .flatMap(d -> blocks(n, d, draws, block).stream())
        .toList();
  }

  @Override
  Map<String, Double> measure(DataMatrix points, RandomGenerator random) {
    Optional<HardMargin> found = HardMargin.of(points);
    Map<String, Double> row = new LinkedHashMap<>();
    row.put(INSEPARABLE, found.isPresent() ? 0.0 : 1.0);
    row.put(MARGIN, found.map(HardMargin::margin).orElse(Double.NaN));
    row.put(
        RESIDUAL, found.map(m -> Math.max(ROUNDING, m.residuals().largest())).orElse(Double.NaN));
    row.put(
        SUPPORT_SHARE, found.map(m -> (double) m.supportSize() / points.rows()).orElse(Double.NaN));
    return row;
  }

  @Override
  public Job probe() {
    return block(80, 60, 0, 2);
  }
}
