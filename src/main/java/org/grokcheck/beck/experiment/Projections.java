package org.grokcheck.beck.experiment;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.grokcheck.compute.linear.DataMatrix;
import org.grokcheck.dynamics.margin.HardMargin;
import org.grokcheck.dynamics.margin.LossMinimum;
import org.grokcheck.evidence.Scale;
import org.grokcheck.experiment.Job;

/**
 * Fig. 2 (left): how the projections S·xᵢ/‖S‖ of the training points are distributed at the end of
 * training, t → ∞: along S_∞ below the edge, along the hard-margin direction above it.
 */
public final class Projections extends DrawsExperiment {
  /** 1 where S_∞ exists, 0 where a margin does. */
  public static final String INSEPARABLE = "inseparable";

  /** Largest S·x/‖S‖. */
  public static final String LARGEST = "largest";

  /** Share of points within rounding of the largest. */
  public static final String SHARE_OF_LARGEST = "share at the largest";

  private static final double ROUNDING = 1e-7;

  /** Where the shares below are recorded, 61 places from −3 to 3. */
  public static final List<Double> PLACES =
      IntStream.rangeClosed(-30, 30).mapToObj(k -> k / 10.0).toList();

  /** Name of the share of points with S·x/‖S‖ up to a place. */
  public static String upTo(double place) {
    return "share up to " + place;
  }

  @Override
  public String id() {
    return "beck.fig2.left";
  }

  @Override
  public List<String> claims() {
    return List.of("beck.fig2.left");
  }

  @Override
  public String title() {
    return "Projections of the training points on the weight at the end of training";
  }

  @Override
  public List<String> deviations() {
    return List.of(
        "the paper shows one draw at N = 4·10⁴ after a number of steps that it does not give; here"
            + " t → ∞, several draws at N = 1200",
        "σ = 1: the direction does not depend on it");
  }

  @Override
  public List<Job> jobs(Scale scale) {
    return switch (scale) {
      case QUICK -> Stream.of(10, 80, 160).map(d -> block(200, d, 0, 1)).toList();
      case DESK ->
          Stream.of(60, 360, 576, 624, 960).flatMap(d -> blocks(1200, d, 4, 2).stream()).toList();
      case PAPER -> List.of();
    };
  }

  @Override
  Map<String, Double> measure(DataMatrix points, RandomGenerator random) {
    LossMinimum minimum = LossMinimum.of(points);
    if (minimum instanceof LossMinimum.Attained attained) {
      // The solver's S separates towards positive margins, the paper's towards negative ones.
      return row(points, attained.minimiser(), 1);
    }
    Optional<HardMargin> margin = HardMargin.of(points);
    return row(points, margin.orElseThrow().weight(), 0);
  }

  private static Map<String, Double> row(DataMatrix points, double[] towards, double inseparable) {
    double norm = Math.sqrt(Arrays.stream(towards).map(c -> c * c).sum());
    double[] margins = new double[points.rows()];
    points.times(towards, margins);
    double[] projections = Arrays.stream(margins).map(m -> -m / norm).toArray();
    double largest = Arrays.stream(projections).max().orElseThrow();
    Map<String, Double> row = new LinkedHashMap<>();
    row.put(INSEPARABLE, inseparable);
    row.put(LARGEST, largest);
    row.put(SHARE_OF_LARGEST, share(projections, largest - ROUNDING, largest));
    for (double place : PLACES) {
      row.put(upTo(place), share(projections, Double.NEGATIVE_INFINITY, place));
    }
    return row;
  }

  private static double share(double[] values, double from, double to) {
    return (double) Arrays.stream(values).filter(v -> v >= from && v <= to).count() / values.length;
  }

  @Override
  public Job probe() {
    return block(150, 100, 0, 1);
  }
}
