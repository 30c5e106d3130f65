package org.grokcheck.notsawo.experiment;

import java.math.BigDecimal;
import java.math.MathContext;
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
import org.grokcheck.compute.spectrum.Lanczos;
import org.grokcheck.compute.spectrum.RitzPair;
import org.grokcheck.compute.spectrum.SymmetricOperator;
import org.grokcheck.evidence.Scale;
import org.grokcheck.experiment.Experiment;
import org.grokcheck.experiment.Job;
import org.grokcheck.experiment.JobContext;
import org.grokcheck.experiment.Measurements;

/** Sec. 4: the largest eigenvalue of the Hessian along gradient descent at fixed rates. */
public final class EdgeRuns implements Experiment {
  /** The rate ε of a job. */
  static final String RATE = "eps";

  /** Largest eigenvalue, times ε/2. */
  static final String SHARPNESS = "sharpness by 2/eps";

  /** Training losses at the same steps. */
  static final String LOSS = "loss";

  /** Records whose eigenpair leaves a residual that isn't below 0.001 of 2/ε. */
  static final String UNSURE = "unsure records";

  /** So small a rate that descent follows the flow: 2/ε stays far above the sharpness. */
  static final double FLOW = 0.02;

  private static final List<Double> RATES = List.of(FLOW, 0.08, 0.12, 0.15, 0.2);
  private static final int POINTS = 20;
  private static final int INPUTS = 3;
  private static final int SEEDS = 6;
  private static final int RECORDS = 200;
  private static final double SURE = 1e-3;
  private static final int KRYLOV = 20;

  /** Odd, so that records of a descent that bounces between two sides see both. */
  private static final int EVERY = 101;

  private static final MathContext KEPT = new MathContext(8);

  /** Double precision, sums in another order, some hundred steps of a smooth network. */
  private static final double PROBE_BOUND = 1e-6;

  @Override
  public String id() {
    return "notsawo.sec4.eos";
  }

  @Override
  public List<String> claims() {
    return List.of("notsawo.sec4.eos");
  }

  @Override
  public String title() {
    return "Largest Hessian eigenvalue along gradient descent, beside 2/eps";
  }

  @Override
  public List<String> deviations() {
    return List.of(
        "a cited result, not run in the paper; here a tanh network 3-20-10-1 on 20 Gaussian inputs"
            + " with targets sin(2 Σx), mean squared error, PyTorch's default first weights",
        "20200 steps; at eps = 0.02, which stands for the gradient flow, 4 times as many");
  }

  @Override
  public boolean usesEngine() {
    return true;
  }

  @Override
  public List<Job> jobs(Scale scale) {
    if (scale == Scale.PAPER) {
      return List.of();
    }
    boolean desk = scale == Scale.DESK;
    return Stream.iterate(0, k -> k + 1)
        .limit(desk ? SEEDS : 1)
        .flatMap(seed -> RATES.stream().map(rate -> job(rate, desk ? RECORDS : 4, seed)))
        .toList();
  }

  private static Job job(double rate, int records, int seed) {
    return Job.of(
        RATE, rate, "records", records, "every", rate == FLOW ? 4 * EVERY : EVERY, "seed", seed);
  }

  @Override
  public Job probe() {
    return job(0.12, 3, 0);
  }

  @Override
  public double probeBound() {
    return PROBE_BOUND;
  }

  @Override
  public Measurements run(Job job, JobContext context) {
    String stream = id() + "/seed" + job.integer("seed");
    Architecture network =
        new Architecture.Mlp(List.of(INPUTS, 20, 10, 1), new Activation.Tanh(), true);
    double[][] inputs = inputs(context.seeds().stream(stream + "/inputs"));
    double[] start =
        Initialization.UNIFORM_FAN_IN.theta(network, context.seeds().stream(stream + "/weights"));
    OptimizerSettings descent =
        OptimizerSettings.of(OptimizerSpec.gradientDescent(job.number(RATE)));
    try (EngineObjective objective =
            Engine.open(context.device())
                .objective(
                    Model.of(network),
                    new Inputs.Dense(inputs),
                    new Targets.Values(targets(inputs)),
                    Loss.SQUARED,
                    Precision.FLOAT64);
        Training training = Training.start(stream, objective, descent, new Batches.Full(), start)) {
      return follow(job, training, objective, context, stream);
    }
  }

  private static Measurements follow(
      Job job, Training training, EngineObjective objective, JobContext context, String stream) {
    int records = job.integer("records");
    double[] sharpness = new double[records];
    double[] losses = new double[records];
    int unsure = 0;
    for (int i = 0; i < records; i++) {
      training.run(job.integer("every"));
      RitzPair top =
          Lanczos.of(
                  SymmetricOperator.hessian(objective, training.theta()),
                  KRYLOV,
                  context.seeds().stream(stream + "/lanczos"))
              .largest(1)
              .get(0);
      sharpness[i] = kept(top.value() * job.number(RATE) / 2);
      losses[i] = kept(training.loss());
      unsure += top.residual() * job.number(RATE) / 2 < SURE ? 0 : 1;
      context.progress().accept((i + 1.0) / records);
    }
    return Measurements.none().with(SHARPNESS, sharpness).with(LOSS, losses).with(UNSURE, unsure);
  }

  private static double[][] inputs(RandomGenerator random) {
    double[][] x = new double[POINTS][INPUTS];
    for (double[] row : x) {
      for (int j = 0; j < INPUTS; j++) {
        row[j] = random.nextGaussian();
      }
    }
    return x;
  }

  private static double[][] targets(double[][] inputs) {
    return IntStream.range(0, inputs.length)
        .mapToObj(i -> new double[] {StrictMath.sin(2 * sum(inputs[i]))})
        .toArray(double[][]::new);
  }

  private static double sum(double[] x) {
    double sum = 0;
    for (double entry : x) {
      sum += entry;
    }
    return sum;
  }

  private static double kept(double value) {
    return new BigDecimal(value).round(KEPT).doubleValue();
  }
}
