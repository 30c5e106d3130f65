package org.grokcheck.kumar.experiment;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.grokcheck.compute.Activation;
import org.grokcheck.compute.Architecture;
import org.grokcheck.compute.Batches;
import org.grokcheck.compute.Initialization;
import org.grokcheck.compute.Inputs;
import org.grokcheck.compute.Loss;
import org.grokcheck.compute.Model;
import org.grokcheck.compute.OptimizerSettings;
import org.grokcheck.compute.OptimizerSpec;
import org.grokcheck.compute.Precision;
import org.grokcheck.compute.Targets;
import org.grokcheck.compute.engine.Engine;
import org.grokcheck.compute.engine.EngineObjective;
import org.grokcheck.compute.engine.Training;
import org.grokcheck.compute.linear.Vectors;
import org.grokcheck.data.LabelledImages;
import org.grokcheck.data.Mnist;
import org.grokcheck.experiment.Job;
import org.grokcheck.experiment.JobContext;
import org.grokcheck.experiment.Measurements;

/**
 * Fig. 6(a): a ReLU network 784-200-200-10 that starts from eight times the usual weights, on the
 * first 1000 images of MNIST, with outputs scaled by α.
 */
public final class LazyDigits extends EngineExperiment {
  /** Parameter of a job: output scale. */
  static final String ALPHA = "alpha";

  private static final Architecture NETWORK =
      new Architecture.Mlp(List.of(Mnist.PIXELS, 200, 200, 10), new Activation.Relu(), true);
  private static final double LARGE = 8;
  private static final int TESTS = 2_000;
  private static final double DECAY = 0.01;
  private static final double GROWTH = 1.1;

  @Override
  public String id() {
    return "kumar.fig6a";
  }

  @Override
  public List<String> claims() {
    return List.of("kumar.fig6a");
  }

  @Override
  public String title() {
    return "MNIST from large weights at several output scales";
  }

  @Override
  public List<String> deviations() {
    return List.of(
        "the paper refers to another for its setting and gives neither the scale of the weights,"
            + " the decay nor the steps; here 8, 0.01 and 3000 steps of AdamW at 1e-3, batches of"
            + " 200, and two draws; 1e5 steps and four draws at paper scale",
        "accuracies on 2000 test images, in single precision");
  }

  @Override
  Stream<Job> jobs(boolean desk) {
    return IntStream.range(0, desk ? 2 : 1)
        .boxed()
        .flatMap(
            seed ->
                DoubleStream.of(1, 0.1, 0.01, 0.001)
                    .mapToObj(alpha -> job(alpha, seed, 1_000, desk ? 3_000 : 300)));
  }

  /** As many steps as the cited work takes. */
  @Override
  Stream<Job> paperJobs() {
    return IntStream.range(0, 4)
        .boxed()
        .flatMap(
            seed ->
                DoubleStream.of(1, 0.1, 0.01, 0.001, 0.0001)
                    .mapToObj(alpha -> job(alpha, seed, 1_000, 100_000)));
  }

  private static Job job(double alpha, int seed, int images, int steps) {
    return Job.of(ALPHA, alpha, "images", images, SEED, seed, STEPS, steps);
  }

  @Override
  double growth() {
    return GROWTH;
  }

  @Override
  Measurements train(Job job, Engine engine, JobContext context) {
    Mnist mnist = Mnist.load(Path.of(""));
    double alpha = job.number(ALPHA);
    Precision precision = probes().contains(job) ? Precision.FLOAT64 : Precision.FLOAT32;
    double[] start =
        Vectors.scaled(
            LARGE,
            Initialization.UNIFORM_FAN_IN.theta(
                NETWORK, context.seeds().stream(id() + "/draw" + job.text(SEED))));
    try (EngineObjective images =
            objective(engine, alpha, mnist.training(job.integer("images")), precision);
        EngineObjective tests = objective(engine, alpha, mnist.test(TESTS), precision);
        Training training =
            Training.start(
                id() + " " + job.name(),
                images,
                OptimizerSettings.of(OptimizerSpec.adamW(1e-3, DECAY)),
                new Batches.Shuffled(200, context.seeds(), id() + "/batches" + job.text(SEED)),
                start)) {
      CurveTable curves = new CurveTable(STEPS, TRAIN, TEST, NORM);
      follow(
          training,
          job.integer(STEPS),
          step ->
              curves.add(
                  (double) step,
                  training.accuracy(images),
                  training.accuracy(tests),
                  training.norm()),
          context.progress());
      return curves.measurements();
    }
  }

  private static EngineObjective objective(
      Engine engine, double alpha, LabelledImages images, Precision precision) {
    return engine.objective(
        Model.scaled(NETWORK, alpha),
        new Inputs.Dense(images.pixels()),
        new Targets.Classes(images.labels()),
        Loss.SQUARED,
        precision);
  }

  @Override
  List<Job> probes() {
    return List.of(job(0.1, 0, 50, 10), job(1, 0, 50, 10));
  }
}
