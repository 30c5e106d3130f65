package org.grokcheck.omnigrok.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.grokcheck.compute.Batches;
import org.grokcheck.compute.OptimizerSettings;
import org.grokcheck.compute.OptimizerSpec;
import org.grokcheck.compute.engine.Engine;
import org.grokcheck.compute.engine.Training;
import org.grokcheck.compute.linear.Vectors;
import org.grokcheck.evidence.Scale;
import org.grokcheck.experiment.Job;
import org.grokcheck.experiment.JobContext;
import org.grokcheck.experiment.Measurements;
import org.grokcheck.experiment.Workload;

/**
 * Fig. 6: losses of the decoder of toy addition at fixed norm, against the norm α, the messiness m
 * of the representation and the number of training pairs.
 */
public final class AdditionLandscape extends EngineExperiment {
  /** Messiness m. */
  public static final String MESSINESS = "m";

  /** Number of training pairs. */
  public static final String PAIRS = "pairs";

  /** Training loss at the end. */
  public static final String TRAIN = "train loss";

  /** Test loss at the end. */
  public static final String TEST = "test loss";

  /** Share of test pairs whose label is the nearest one to the output. */
  public static final String ACCURACY = "test accuracy";

  private static final double[] NORMS = {1, 2, 3, 4, 6};
  private static final double[] MESSES = {0, 0.05, 0.1, 0.2, 0.5, 1};

  @Override
  public String id() {
    return "omnigrok.fig6a";
  }

  @Override
  public List<String> claims() {
    return List.of(
        "omnigrok.fig6a",
        "omnigrok.fig6b",
        "omnigrok.fig6c",
        "omnigrok.fig6d",
        "omnigrok.fig6e",
        "omnigrok.sec5.accuracy-ranges");
  }

  @Override
  public String title() {
    return "Toy addition: losses at fixed norm against messiness and number of pairs";
  }

  @Override
  public List<String> deviations() {
    return List.of(
        "decoder, optimiser and labels as in App. D (1-200-200-30, ReLU, Adam at 1e-3, k = i + j);"
            + " the authors' notebook has two-dimensional inputs, leaky ReLU, 1e-2 and sums modulo"
            + " 10",
        "the linear representation runs over [-1, 1], as in the notebook, instead of 0 to p - 1",
        "App. D has 1e4 steps; desk scale has 1500, a grid of 5 norms by 6 messinesses, and four"
            + " seeds",
        "p = 10 as in the notebook; the text does not give it");
  }

  @Override
  public List<Job> jobs(Scale scale) {
    return switch (scale) {
      case QUICK -> List.of(job(4, 0, 45, 0, 300), job(4, 0.2, 45, 0, 300));
      case DESK -> IntStream.range(0, 4).boxed().flatMap(s -> desk(s).stream()).toList();
      case PAPER -> paper();
    };
  }

  private static List<Job> desk(int seed) {
    List<Job> jobs = new ArrayList<>();
    for (double alpha : NORMS) {
      for (double m : MESSES) {
        jobs.add(job(alpha, m, 45, seed, 1_500));
      }
    }
    for (double alpha : new double[] {2, 2.5, 3, 3.5, 4}) {
      for (int pairs : new int[] {25, 45}) {
        jobs.add(job(alpha, 0.1, pairs, seed, 1_500));
      }
    }
    return jobs.stream().distinct().toList();
  }

  private static List<Job> paper() {
    List<Job> jobs = new ArrayList<>();
    for (int pairs : new int[] {25, 35, 45}) {
      for (int a = 1; a <= 20; a++) {
        for (int m = 0; m <= 20; m++) {
          jobs.add(job(9 * a / 20.0, m / 20.0, pairs, 0, 10_000));
        }
      }
    }
    return jobs;
  }

  private static Job job(double alpha, double m, int pairs, int seed, int steps) {
    return Job.of(ALPHA, alpha, MESSINESS, m, PAIRS, pairs, SEED, seed, STEPS, steps);
  }

  @Override
  public Optional<Workload> workload(Job job) {
    return Optional.of(steps(job, "", job.number(PAIRS)));
  }

  @Override
  Measurements run(Job job, JobContext context, Engine engine) {
    RandomGenerator random = context.seeds().stream("omnigrok.sec51/draw" + job.text(SEED));
    try (Addition task = Addition.draw(engine, job.number(MESSINESS), job.integer(PAIRS), random)) {
      double[] start = Vectors.scaled(job.number(ALPHA), task.start());
      OptimizerSettings settings =
          new OptimizerSettings(
              OptimizerSpec.adam(1e-3), Double.POSITIVE_INFINITY, 0, Vectors.norm(start));
      try (Training training =
          Training.start(id(), task.training(), settings, new Batches.Full(), start)) {
        training.run(job.integer(STEPS));
        return Measurements.none()
            .with(TRAIN, training.loss())
            .with(TEST, training.loss(task.test()))
            .with(ACCURACY, task.testAccuracy(training.theta()));
      }
    }
  }

  @Override
  public Job probe() {
    return job(3, 0.1, 45, 0, 40);
  }
}
