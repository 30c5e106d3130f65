package org.grokcheck.beck.experiment;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.grokcheck.compute.linear.DataMatrix;
import org.grokcheck.dynamics.margin.LossMinimum;
import org.grokcheck.dynamics.margin.Separability;
import org.grokcheck.evidence.Scale;
import org.grokcheck.experiment.Job;

/**
 * App. H, item (1): the minimiser S_∞ of the exponential loss on Gaussian data below the edge of
 * separability, its norm, and its projections on the data. Separable draws have none and are
 * counted.
 */
public final class MinimumNorms extends DrawsExperiment {
  /** 1 if the draw is separable. */
  public static final String SEPARABLE = "separable";

  /** ‖S_∞‖; NaN for separable draws. */
  public static final String NORM = "norm";

  /** Proved bound of the distance to S_∞. */
  public static final String DISTANCE = "distance";

  /** Share of points with S_∞·x &gt; 0. */
  public static final String POSITIVE_SHARE = "positive share";

  /** Mean of the positive S_∞·x, over ‖S_∞‖. */
  public static final String POSITIVE_MEAN = "mean positive projection";

  /** (1/N) Σ e^{S_∞·x}. */
  public static final String MEAN_EXPONENTIAL = "Z";

  private static final int DESK_POINTS = 1200;
  private static final int[] DESK_DIMENSIONS = {360, 465, 510, 540, 555, 570};

  @Override
  public String id() {
    return "beck.apph.exp1";
  }

  @Override
  public List<String> claims() {
    return List.of("beck.apph.exp1", "beck.fig1.right-top", "beck.fig6.left", "beck.fig7");
  }

  @Override
  public String title() {
    return "Norm and projections of the loss minimiser below the edge of separability";
  }

  @Override
  public List<String> deviations() {
    return List.of(
        "the paper minimises with Adam and does not say when it stops; here Newton's method, with a"
            + " proved distance to the minimum",
        "the paper does not say how it tells separable draws; here by certificates",
        "desk scale has N = 1200, 6 sizes and 200 draws a size, the paper N = 2400 and 15000");
  }

  @Override
  public List<Job> jobs(Scale scale) {
    return switch (scale) {
      case QUICK ->
          Stream.of(20, 80, 120, 160).flatMap(d -> blocks(400, d, 8, 8).stream()).toList();
      case DESK ->
          Arrays.stream(DESK_DIMENSIONS)
              .boxed()
              .flatMap(d -> blocks(DESK_POINTS, d, 200, 5).stream())
              .toList();
      case PAPER ->
          Stream.of(
                  930, 990, 1050, 1086, 1110, 1134, 1152, 1158, 1164, 1170, 1173, 1176, 1179, 1182,
                  1185, 1188, 1191)
              .flatMap(d -> blocks(2400, d, 15_000, 50).stream())
              .toList();
    };
  }

  @Override
  Map<String, Double> measure(DataMatrix points, RandomGenerator random) {
    LossMinimum minimum = LossMinimum.of(points);
    if (minimum instanceof LossMinimum.Attained attained) {
      return attained(points, attained);
    }
    boolean separable =
        minimum instanceof LossMinimum.AtInfinity infinite
            && infinite.reason() instanceof Separability.Separable;
    return row(
        separable ? 1 : Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
  }

  private static Map<String, Double> attained(DataMatrix points, LossMinimum.Attained minimum) {
    double[] margins = new double[points.rows()];
    points.times(minimum.minimiser(), margins);
    double square = 0;
    for (double component : minimum.minimiser()) {
      square += component * component;
    }
    double norm = Math.sqrt(square);
    double sum = 0;
    int positive = 0;
    for (double margin : margins) {
      // The solver's S separates towards positive margins, the paper's towards negative ones.
      if (margin < 0) {
        sum -= margin;
        positive++;
      }
    }
    return row(
        0,
        norm,
        minimum.certificate().distance(),
        (double) positive / margins.length,
        sum / positive / norm,
        StrictMath.exp(minimum.logMean()));
  }

  private static Map<String, Double> row(
      double separable,
      double norm,
      double distance,
      double positiveShare,
      double positiveMean,
      double meanExponential) {
    Map<String, Double> row = new LinkedHashMap<>();
    row.put(SEPARABLE, separable);
    row.put(NORM, norm);
    row.put(DISTANCE, distance);
    row.put(POSITIVE_SHARE, positiveShare);
    row.put(POSITIVE_MEAN, positiveMean);
    row.put(MEAN_EXPONENTIAL, meanExponential);
    return row;
  }

  @Override
  public Job probe() {
    return block(100, 40, 0, 2);
  }
}
