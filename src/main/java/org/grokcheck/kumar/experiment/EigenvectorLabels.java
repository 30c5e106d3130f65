package org.grokcheck.kumar.experiment;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.grokcheck.compute.spectrum.Lanczos;
import org.grokcheck.compute.spectrum.RitzPair;
import org.grokcheck.compute.spectrum.SymmetricOperator;
import org.grokcheck.data.GaussianPoints;
import org.grokcheck.evidence.Scale;
import org.grokcheck.experiment.Experiment;
import org.grokcheck.experiment.Job;
import org.grokcheck.experiment.JobContext;
import org.grokcheck.experiment.Measurements;
import org.grokcheck.kumar.MomentState;

/**
 * Figs. 5 and 19: labels that are the j-th eigenvector of the tangent kernel's matrix on all
 * points, half of which are for training; at α = 1 and at α = 1000, where the network is linear,
 * and by kernel regression.
 */
public final class EigenvectorLabels implements Experiment {
  /** Values of j in Fig. 5, and 40, which is a linear function. */
  static final List<Integer> INDICES = List.of(1, 40, 70, 100);

  /** Values of j in the grid of Fig. 19; the number of points itself is one more. */
  static final List<Integer> GRID_INDICES = List.of(1, 20, 40, 70);

  /** Numbers of points of the grid; half of the last one exceeds D(D+3)/2. */
  static final List<Integer> GRID_POINTS = List.of(80, 160, 290);

  /** Output scale of a network that learns features, and of one that doesn't. */
  static final List<Double> ALPHAS = List.of(1.0, 1000.0);

  /** λ_j over the root of Σ λ², for each j. */
  static final String ALIGNMENT = "alignment";

  /** Largest residual |Kv − λv| of the eigenvectors used, over the largest eigenvalue. */
  static final String RESIDUAL = "residual";

  private static final double EPS = 0.25;

  /** Largest D for which j runs through the grid. */
  private static final int LARGEST_GRID = 20;

  private static final String POINTS = "points";

  @Override
  public String id() {
    return "kumar.fig5";
  }

  @Override
  public List<String> claims() {
    return List.of(
        "kumar.fig5",
        "kumar.fig5a",
        "kumar.fig5b",
        "kumar.fig5c",
        "kumar.fig19",
        "kumar.ext.fig5-is-lazy");
  }

  @Override
  public String title() {
    return "Delay and test loss with eigenvectors of the kernel for labels";
  }

  @Override
  public List<String> deviations() {
    return List.of(
        "the paper does not give D, P, N, α, ε, η or how points are split; here D = 50 with 600"
            + " points, D = 60 with 300 and D = 15 with 80, 160 and 290, the first half for"
            + " training, N = 300, ε = 1/4, η half of what the kernel's largest eigenvalue allows,"
            + " 400 steps",
        "labels have mean square 1 over all points");
  }

  @Override
  public List<Job> jobs(Scale scale) {
    return switch (scale) {
      case QUICK -> List.of(job(15, 160, 0, 200));
      case DESK ->
          Stream.concat(
                  IntStream.range(0, 5)
                      .boxed()
                      .flatMap(k -> Stream.of(job(50, 600, k, 400), job(60, 300, k, 400))),
                  GRID_POINTS.stream()
                      .flatMap(p -> IntStream.range(0, 5).mapToObj(k -> job(15, p, k, 400))))
              .toList();
      case PAPER -> List.of();
    };
  }

  private static Job job(int dimension, int points, int seed, int steps) {
    return Job.of("D", dimension, POINTS, points, "seed", seed, "steps", steps);
  }

  @Override
  public Measurements run(Job job, JobContext context) {
    int d = job.integer("D");
    int count = job.integer(POINTS);
    List<Integer> indices = d > LARGEST_GRID ? INDICES : gridIndices(count);
    RandomGenerator random =
        context.seeds().stream(
            "%s/D=%d,points=%d/draw%d".formatted(id(), d, count, job.integer("seed")));
    double[][] points = GaussianPoints.draw(count, d, 1, random);
    MomentState start = MomentState.of(GaussianPoints.draw(300, d, 1, random));
    double[][] gram = KernelFit.gram(start, EPS, points);
    List<RitzPair> pairs = largest(gram, indices.get(indices.size() - 1), random);
    Measurements all =
        Measurements.none()
            .with(ALIGNMENT, alignments(gram, pairs, indices))
            .with(RESIDUAL, residual(pairs, indices));
    for (int j : indices) {
      double[] labels = scaled(pairs.get(j - 1).vector());
      SplitTask task = new SplitTask(start, EPS, points, labels);
      if (task.isBelowTheThreshold()) {
        all = all.with(name(j, "kernel"), task.kernelLoss());
      }
      for (double alpha : ALPHAS) {
        all = task.train(alpha, job.integer("steps"), all, name(j, alpha));
      }
      context.progress().accept((double) j / indices.get(indices.size() - 1));
    }
    return all;
  }

  private static List<Integer> gridIndices(int points) {
    return Stream.concat(GRID_INDICES.stream(), Stream.of(points)).toList();
  }

  /** Name of a measurement at j. */
  static String name(int j, String quantity) {
    return "j=" + j + " " + quantity;
  }

  /** Start of the names of what is measured at j and α. */
  static String name(int j, double alpha) {
    return name(j, "alpha=" + alpha);
  }

  private static List<RitzPair> largest(double[][] gram, int count, RandomGenerator random) {
    SymmetricOperator operator =
        new SymmetricOperator() {
          @Override
          public int dimension() {
            return gram.length;
          }

          @Override
          public double[] times(double[] v) {
            return Arrays.stream(gram)
                .mapToDouble(
                    row -> IntStream.range(0, v.length).mapToDouble(i -> row[i] * v[i]).sum())
                .toArray();
          }
        };
    return Lanczos.of(operator, Math.min(gram.length, 4 * count), random).largest(count);
  }

  private static double[] alignments(double[][] gram, List<RitzPair> pairs, List<Integer> indices) {
    double squares =
        Arrays.stream(gram).flatMapToDouble(Arrays::stream).map(entry -> entry * entry).sum();
    return indices.stream()
        .mapToDouble(j -> pairs.get(j - 1).value() / Math.sqrt(squares))
        .toArray();
  }

  private static double residual(List<RitzPair> pairs, List<Integer> indices) {
    return indices.stream().mapToDouble(j -> pairs.get(j - 1).residual()).max().orElseThrow()
        / pairs.get(0).value();
  }

  private static double[] scaled(double[] unit) {
    return Arrays.stream(unit).map(v -> v * Math.sqrt(unit.length)).toArray();
  }

  @Override
  public Job probe() {
    return job(15, 80, 0, 10);
  }

  /** Eigenvectors of close eigenvalues magnify rounding. */
  @Override
  public double probeBound() {
    return 1e-6;
  }
}
