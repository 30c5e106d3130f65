package org.grokcheck.kumar.experiment;

import java.util.ArrayList;
import java.util.Collections;
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
 * Fig. 15: targets He_k(β·x)/√k! with |β|² = D, learned by a committee machine of φ(z) = z + (ε/2)
 * He_k(z), the output at the start subtracted.
 */
public final class HermiteTargets extends EngineExperiment {
  private static final int WIDTH = 200;
  private static final int TESTS = 2000;
  private static final double GROWTH = 1.05;

  @Override
  public String id() {
    return "kumar.fig15";
  }

  @Override
  public List<String> claims() {
    return List.of("kumar.fig15");
  }

  @Override
  public String title() {
    return "Losses on targets that are Hermite polynomials of degree 3 and 4";
  }

  @Override
  public List<String> deviations() {
    return List.of(
        "the paper does not give D, N, P, α, ε, rates or epochs; here they are in the job names,"
            + " with probabilists' polynomials, targets of unit power and N(0, 1) weights",
        "η = η₀N/α²; 2000 samples for the test",
        "double precision");
  }

  @Override
  Stream<Job> jobs(boolean desk) {
    return IntStream.range(0, desk ? 3 : 1)
        .boxed()
        .flatMap(
            k ->
                Stream.of(
                    job(3, 5, 150, 0.3, 0.3, 0.05, desk ? 10_000 : 200, k),
                    job(4, 4, 150, 0.3, 0.3, 0.02, desk ? 10_000 : 200, k)));
  }

  @Override
  List<Job> probes() {
    return List.of(job(3, 3, 20, 0.5, 0.3, 0.02, 30, 0), job(4, 3, 20, 0.5, 0.3, 0.02, 30, 0));
  }

  private static Job job(
      int k,
      int dimension,
      int samples,
      double alpha,
      double eps,
      double rate,
      int steps,
      int seed) {
    return Job.of(
        "k", k, "D", dimension, "P", samples, "alpha", alpha, "eps", eps, "eta0", rate, STEPS,
        steps, SEED, seed);
  }

  @Override
  Measurements train(Job job, Engine engine, JobContext context) {
    int d = job.integer("D");
    int k = job.integer("k");
    RandomGenerator random =
        context.seeds().stream("kumar.fig15/k=%d,D=%d/draw%d".formatted(k, d, job.integer(SEED)));
    Architecture network =
        new Architecture.Committee(d, WIDTH, activation(k, job.number("eps")), false);
    double[] start = Initialization.STANDARD_NORMAL.theta(network, random);
    double[] beta = GaussianPoints.draw(1, d, 1, random)[0];
    double[][] tests = GaussianPoints.draw(TESTS, d, 1 / Math.sqrt(d), random);
    double[][] samples = GaussianPoints.draw(job.integer("P"), d, 1 / Math.sqrt(d), random);
    double alpha = job.number("alpha");
    Model model = Model.centred(network, alpha, start);
    OptimizerSettings descent =
        OptimizerSettings.of(
            OptimizerSpec.gradientDescent(job.number("eta0") * WIDTH / (alpha * alpha)));
    try (EngineObjective train = objective(engine, model, samples, labels(k, beta, samples));
        EngineObjective test = objective(engine, model, tests, labels(k, beta, tests));
        Training training = Training.start(job.name(), train, descent, new Batches.Full(), start)) {
      CurveTable curves = new CurveTable(STEPS, TRAIN, TEST, NORM);
      follow(
          training,
          job.integer(STEPS),
          GROWTH,
          step -> curves.add(step, training.loss(), training.loss(test), training.norm()),
          context.progress());
      return curves.measurements();
    }
  }

  /** z + (ε/2) He_k(z). */
  private static Activation activation(int k, double eps) {
    List<Double> coefficients = new ArrayList<>(Collections.nCopies(k + 1, 0.0));
    coefficients.set(1, 1.0);
    coefficients.set(k, eps / 2);
    return new Activation.Hermite(coefficients);
  }

  private static double[][] labels(int k, double[] direction, double[][] samples) {
    double length = Math.sqrt(dot(direction, direction) / direction.length);
    double[][] labels = new double[samples.length][1];
    for (int i = 0; i < labels.length; i++) {
      labels[i][0] = normalised(k, dot(direction, samples[i]) / length);
    }
    return labels;
  }

  /** He_k(z)/√k!, by h_{j+1} = (z h_j − √j h_{j−1})/√(j+1). */
  private static double normalised(int k, double z) {
    double before = 0;
    double now = 1;
    for (int j = 0; j < k; j++) {
      double next = (z * now - Math.sqrt(j) * before) / Math.sqrt(j + 1);
      before = now;
      now = next;
    }
    return now;
  }

  private static double dot(double[] u, double[] v) {
    double sum = 0;
    for (int i = 0; i < u.length; i++) {
      sum += u[i] * v[i];
    }
    return sum;
  }

  private static EngineObjective objective(
      Engine engine, Model model, double[][] samples, double[][] labels) {
    return engine.objective(
        model,
        new Inputs.Dense(samples),
        new Targets.Values(labels),
        Loss.SQUARED,
        Precision.FLOAT64);
  }
}
