package org.grokcheck.beck.experiment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.grokcheck.compute.linear.DataMatrix;
import org.grokcheck.compute.linear.PlainMatrix;
import org.grokcheck.data.GaussianPoints;
import org.grokcheck.experiment.Experiment;
import org.grokcheck.experiment.Job;
import org.grokcheck.experiment.JobContext;
import org.grokcheck.experiment.Measurements;
import org.grokcheck.experiment.Workload;

/**
 * Something measured on many independent Gaussian data sets of one size. Jobs are blocks of draws;
 * the k-th draw of a size is the same in every block and at every scale.
 */
abstract class DrawsExperiment implements Experiment {
  static final String POINTS = "N";
  static final String DIMENSION = "d";
  private static final String FIRST = "first";
  private static final String DRAWS = "draws";

  /**
   * Jobs for a size.
   *
   * @param n N
   * @param d dimension
   * @param draws in all
   * @param block draws a job
   */
  static List<Job> blocks(int n, int d, int draws, int block) {
    return IntStream.iterate(0, first -> first < draws, first -> first + block)
        .mapToObj(first -> block(n, d, first, Math.min(block, draws - first)))
        .toList();
  }

  /** One block of draws. */
  static Job block(int n, int d, int first, int draws) {
    return Job.of(POINTS, n, DIMENSION, d, FIRST, first, DRAWS, draws);
  }

  /**
   * Measures one data set.
   *
   * @param points N points with components of variance 1
   * @param random the draw's own stream, after its points were taken
   * @return numbers by name, the same names for every draw; NaN where a quantity does not exist
   */
  abstract Map<String, Double> measure(DataMatrix points, RandomGenerator random);

  @Override
  public Optional<Workload> workload(Job job) {
    return Optional.of(
        Workload.rounds(job, DRAWS, "draw", job.text(POINTS), job.number(DIMENSION)));
  }

  @Override
  public Measurements run(Job job, JobContext context) {
    Map<String, List<Double>> series = new LinkedHashMap<>();
    int draws = job.integer(DRAWS);
    for (int k = 0; k < draws; k++) {
      context.progress().accept((double) k / draws);
      RandomGenerator random = stream(job, job.integer(FIRST) + k, context);
      DataMatrix points =
          PlainMatrix.of(
              GaussianPoints.draw(job.integer(POINTS), job.integer(DIMENSION), 1, random));
      measure(points, random)
          .forEach(
              (name, value) -> series.computeIfAbsent(name, n -> new ArrayList<>()).add(value));
    }
    return new Measurements(series);
  }

  private RandomGenerator stream(Job job, int k, JobContext context) {
    return context.seeds().stream(
        "%s/N=%d,d=%d/draw%d".formatted(id(), job.integer(POINTS), job.integer(DIMENSION), k));
  }

  /** Solvers are double precision with certificates near 1e-12; sums may be ordered otherwise. */
  @Override
  public double probeBound() {
    return 1e-8;
  }
}
