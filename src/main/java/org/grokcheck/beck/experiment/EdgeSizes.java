package org.grokcheck.beck.experiment;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.grokcheck.compute.linear.DataMatrix;
import org.grokcheck.dynamics.margin.LossMinimum;
import org.grokcheck.dynamics.margin.Separability;
import org.grokcheck.evidence.Scale;
import org.grokcheck.experiment.Job;

/**
 * Many draws at several N near the edge of separability and far from it: how many are separable,
 * and how ‖S_∞‖ of the others grows with N at one (1 − 2λ)√N, and how it is spread.
 */
public final class EdgeSizes extends DrawsExperiment {
  /** 1 if the draw is separable, 0 if not, NaN if undecided. */
  public static final String SEPARABLE = "separable";

  /** ‖S_∞‖; NaN where there is no minimum. */
  public static final String NORM = "norm";

  private static final int BLOCKS = 8;

  /** A size of a sample. */
  private record Size(int points, int dimension, int draws) {
    List<Job> jobs() {
      return blocks(points, dimension, draws, Math.max(1, draws / BLOCKS));
    }
  }

  @Override
  public String id() {
    return "beck.ext.finite-size";
  }

  @Override
  public List<String> claims() {
    return List.of("beck.ext.finite-size", "beck.appe1.self-averaging", "beck.fig6.right");
  }

  @Override
  public String title() {
    return "Separable draws and norms of the others at several N, near and far from the edge";
  }

  @Override
  public List<String> deviations() {
    return List.of("the paper has 15000 draws at N = 2400; here 300 to 5000 at N = 64 to 576");
  }

  @Override
  public List<Job> jobs(Scale scale) {
    Stream<Size> sizes =
        switch (scale) {
          case QUICK -> Stream.of(new Size(64, 28, 64), new Size(64, 16, 32));
          case DESK ->
              Stream.of(
                  new Size(64, 16, 500),
                  new Size(256, 64, 500),
                  new Size(64, 31, 1000),
                  new Size(64, 28, 5000),
                  new Size(144, 66, 1000),
                  new Size(576, 276, 300));
          case PAPER -> Stream.empty();
        };
    return sizes.flatMap(size -> size.jobs().stream()).toList();
  }

  @Override
  Map<String, Double> measure(DataMatrix points, RandomGenerator random) {
    LossMinimum minimum = LossMinimum.of(points);
    Map<String, Double> row = new LinkedHashMap<>();
    if (minimum instanceof LossMinimum.Attained attained) {
      row.put(SEPARABLE, 0.0);
      row.put(NORM, norm(attained.minimiser()));
    } else {
      boolean separable =
          minimum instanceof LossMinimum.AtInfinity infinite
              && infinite.reason() instanceof Separability.Separable;
      row.put(SEPARABLE, separable ? 1 : Double.NaN);
      row.put(NORM, Double.NaN);
    }
    return row;
  }

  private static double norm(double[] vector) {
    return Math.sqrt(
        IntStream.range(0, vector.length).mapToDouble(j -> vector[j] * vector[j]).sum());
  }

  @Override
  public Job probe() {
    return block(64, 28, 0, 20);
  }
}
