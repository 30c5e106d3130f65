package org.grokcheck.kumar.experiment;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
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
import org.grokcheck.data.GaussianPoints;
import org.grokcheck.experiment.Job;
import org.grokcheck.experiment.JobContext;
import org.grokcheck.experiment.Measurements;

/**
 * Figs. 8, 17 and 18: a student learns the outputs of a teacher, both 5-100-100-5 networks with
 * tanh; the student starts with weights of twice the norm. A sample counts as right where its mean
 * squared error is below a threshold θ.
 */
public final class StudentTeacher extends EngineExperiment {
  /** Values of θ. */
  static final List<Double> THRESHOLDS = List.of(1e-1, 1e-2, 1e-3, 1e-4);

  /** Values of α. */
  static final List<Double> ALPHAS = List.of(0.1, 0.3, 1.0);

  /** Of teacher and student. */
  static final Architecture NETWORK =
      new Architecture.Mlp(List.of(5, 100, 100, 5), new Activation.Tanh(), true);

  private static final int INPUTS = 5;
  private static final int SAMPLES = 100;
  private static final int TESTS = 300;
  private static final double GROWTH = 1.05;

  @Override
  public String id() {
    return "kumar.fig8";
  }

  @Override
  public List<String> claims() {
    return List.of(
        "kumar.fig8",
        "kumar.fig17",
        "kumar.fig18",
        "kumar.sec8.3.1.setup",
        "kumar.sec16.2.threshold",
        "kumar.sec16.1.equivalence");
  }

  @Override
  public String title() {
    return "Loss and thresholded accuracy of a student of a tanh network";
  }

  @Override
  public List<String> deviations() {
    return List.of(
        "the paper does not give sample sizes, rate, decay, scale of the teacher, α, θ or seeds;"
            + " here 100 samples, 300 for the test, AdamW with rate 3e-4 and no decay, and default"
            + " uniform weights, twice as large for the student",
        "'within 0.001' is ambiguous; here the mean squared error of a sample's five outputs",
        "double precision");
  }

  @Override
  Stream<Job> jobs(boolean desk) {
    return IntStream.range(0, desk ? 5 : 1)
        .boxed()
        .flatMap(k -> ALPHAS.stream().map(a -> job(a, desk ? 2000 : 300, k)));
  }

  @Override
  List<Job> probes() {
    return List.of(job(0.5, 40, 0));
  }

  private static Job job(double alpha, int steps, int seed) {
    return Job.of("alpha", alpha, STEPS, steps, SEED, seed);
  }

  /** Name of the accuracy on the samples or on the test set. */
  static String accuracy(String set, double threshold) {
    return set + " accuracy " + threshold;
  }

  @Override
  double growth() {
    return GROWTH;
  }

  @Override
  Measurements train(Job job, Engine engine, JobContext context) {
    RandomGenerator random = context.seeds().stream("kumar.fig8/draw" + job.integer(SEED));
    double[] teacher = Initialization.UNIFORM_FAN_IN.theta(NETWORK, random);
    double[] start =
        Arrays.stream(Initialization.UNIFORM_FAN_IN.theta(NETWORK, random))
            .map(w -> 2 * w)
            .toArray();
    double[][] samples = GaussianPoints.draw(SAMPLES, INPUTS, 1, random);
    double[][] tests = GaussianPoints.draw(TESTS, INPUTS, 1, random);
    Model model = Model.scaled(NETWORK, job.number("alpha"));
    OptimizerSettings adam = OptimizerSettings.of(OptimizerSpec.adamW(3e-4, 0));
    double[][] labels = labels(engine, teacher, samples);
    double[][] testLabels = labels(engine, teacher, tests);
    try (EngineObjective train = objective(engine, model, samples, labels);
        EngineObjective test = objective(engine, model, tests, testLabels);
        Training training = Training.start(job.name(), train, adam, new Batches.Full(), start)) {
      CurveTable curves = new CurveTable(columns());
      follow(
          training,
          job.integer(STEPS),
          step -> {
            double[] theta = training.theta();
            curves.add(row(step, train.outputs(theta), labels, test.outputs(theta), testLabels));
          },
          context.progress());
      return curves.measurements();
    }
  }

  private static String[] columns() {
    Stream<String> accuracies =
        THRESHOLDS.stream().flatMap(t -> Stream.of(accuracy(TRAIN, t), accuracy(TEST, t)));
    return Stream.concat(Stream.of(STEPS, TRAIN, TEST), accuracies).toArray(String[]::new);
  }

  private static double[] row(
      long step, double[][] train, double[][] labels, double[][] test, double[][] testLabels) {
    double[] errors = errors(train, labels);
    double[] testErrors = errors(test, testLabels);
    double[] row = new double[3 + 2 * THRESHOLDS.size()];
    row[0] = step;
    row[1] = Arrays.stream(errors).average().orElseThrow();
    row[2] = Arrays.stream(testErrors).average().orElseThrow();
    for (int i = 0; i < THRESHOLDS.size(); i++) {
      row[3 + 2 * i] = ThresholdedAccuracy.of(errors, THRESHOLDS.get(i));
      row[4 + 2 * i] = ThresholdedAccuracy.of(testErrors, THRESHOLDS.get(i));
    }
    return row;
  }

  /** Mean squared error of each sample. */
  private static double[] errors(double[][] outputs, double[][] labels) {
    double[] errors = new double[outputs.length];
    for (int i = 0; i < errors.length; i++) {
      for (int k = 0; k < outputs[i].length; k++) {
        double difference = outputs[i][k] - labels[i][k];
        errors[i] += difference * difference / outputs[i].length;
      }
    }
    return errors;
  }

  /** The outputs of the teacher. */
  static double[][] labels(Engine engine, double[] teacher, double[][] samples) {
    double[][] none = new double[samples.length][INPUTS];
    try (EngineObjective objective = objective(engine, Model.of(NETWORK), samples, none)) {
      return objective.outputs(teacher);
    }
  }

  static EngineObjective objective(
      Engine engine, Model model, double[][] samples, double[][] labels) {
    return engine.objective(
        model,
        new Inputs.Dense(samples),
        new Targets.Values(labels),
        Loss.SQUARED,
        Precision.FLOAT64);
  }
}
