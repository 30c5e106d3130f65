package org.grokcheck.kumar.experiment;

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
import org.grokcheck.experiment.Job;
import org.grokcheck.experiment.JobContext;
import org.grokcheck.experiment.Measurements;

/**
 * Figs. 2 and 16: a + b mod p by f = (α/N) V (Wx)², with x the two one-hot vectors, trained by
 * plain gradient descent on the mean squared error of one-hot targets.
 */
public final class ModularArithmetic extends EngineExperiment {
  /** α = 1 without eq. (7). */
  static final String PLAIN = "plain";

  /** With eq. (7), several α. */
  static final String CENTRED = "centred";

  /** The other primes, with eq. (7). */
  static final String PRIMES = "primes";

  /** Values of α at p = 23. */
  static final List<Double> ALPHAS = List.of(0.3, 0.4, 0.5, 0.6);

  /** At p = 23, other widths. */
  static final String WIDTHS = "widths";

  /** Parameter of a job: N. */
  private static final String WIDTH = "N";

  private static final int USUAL_WIDTH = 100;

  /** η₀ = ηα². */
  private static final String RATE = "eta0";

  private static final double PRINTED_RATE = 100;

  /** Primes other than 23, and widths other than 100, each with an α and η₀ that serve it. */
  private static final List<Setting> SETTINGS =
      List.of(
          new Setting(PRIMES, 13, USUAL_WIDTH, 0.05, 10),
          new Setting(PRIMES, 17, USUAL_WIDTH, 0.1, 20),
          new Setting(PRIMES, 19, USUAL_WIDTH, 0.1, 20),
          new Setting(PRIMES, 29, USUAL_WIDTH, 0.3, 50),
          new Setting(PRIMES, 31, USUAL_WIDTH, 0.3, 50),
          new Setting(WIDTHS, 23, 50, 0.3, PRINTED_RATE),
          new Setting(WIDTHS, 23, 200, 0.3, PRINTED_RATE),
          new Setting(WIDTHS, 23, 400, 0.15, 50));

  private static final double SHARE = 0.9;
  private static final double GROWTH = 1.04;
  private static final int DRAWS = 5;

  /** Draws at the primes of {@link #SETTINGS}, with numbers that no setting was chosen on. */
  private static final int FIRST_OTHER_DRAW = 10;

  private static final int OTHER_DRAWS = 3;

  private record Setting(String series, int modulus, int width, double alpha, double rate) {
    Job job(int steps, int seed) {
      return ModularArithmetic.job(series, modulus, width, alpha, true, rate, steps, seed);
    }
  }

  @Override
  public String id() {
    return "kumar.fig2";
  }

  @Override
  public List<String> claims() {
    return List.of(
        "kumar.fig2a",
        "kumar.fig2b",
        "kumar.fig2c",
        "kumar.fig16",
        "kumar.sec3.weight-norm-increase",
        "kumar.sec8.3.setup",
        "kumar.sec8.3.primes",
        "kumar.sec16.numbers");
  }

  @Override
  public String title() {
    return "Accuracy, loss and weight norm on modular addition";
  }

  @Override
  public List<String> deviations() {
    return List.of(
        "the paper does not give activation, output scale, first weights, centring, seeds or"
            + " epochs; here z², α/N, N(0, 1), and the rest as the job names show",
        "the loss is the mean over samples and outputs; η = 100/α², but less for primes other than"
            + " 23, where some draws diverge at 100/α²; a smaller α for those below, which have"
            + " fewer pairs, and for the width of 400",
        "double precision");
  }

  @Override
  Stream<Job> jobs(boolean desk) {
    int steps = desk ? 3000 : 150;
    Stream<Job> usual =
        IntStream.range(0, desk ? DRAWS : 1)
            .boxed()
            .flatMap(
                k ->
                    Stream.concat(
                        Stream.of(usual(PLAIN, 1, false, steps, k)),
                        ALPHAS.stream().map(a -> usual(CENTRED, a, true, steps, k))));
    Stream<Job> others =
        SETTINGS.stream()
            .flatMap(
                s ->
                    IntStream.range(0, desk ? OTHER_DRAWS : 1)
                        .mapToObj(k -> s.job(steps, FIRST_OTHER_DRAW + k)));
    return Stream.concat(usual, others);
  }

  @Override
  List<Job> probes() {
    return DoubleStream.of(1, 0.5)
        .mapToObj(alpha -> job("probe", 5, USUAL_WIDTH, alpha, alpha < 1, 20, 60, 0))
        .toList();
  }

  private static Job usual(String series, double alpha, boolean centred, int steps, int seed) {
    return job(series, 23, USUAL_WIDTH, alpha, centred, PRINTED_RATE, steps, seed);
  }

  private static Job job(
      String series,
      int modulus,
      int width,
      double alpha,
      boolean centred,
      double rate,
      int steps,
      int seed) {
    return Job.of(
        "series", series, "p", modulus, WIDTH, width, "alpha", alpha, "centred", centred, RATE,
        rate, STEPS, steps, SEED, seed);
  }

  @Override
  double growth() {
    return GROWTH;
  }

  @Override
  Measurements train(Job job, Engine engine, JobContext context) {
    int p = job.integer("p");
    String name = "kumar.fig2/p=%d/draw%d".formatted(p, job.integer(SEED));
    ModularTable table = ModularTable.draw(p, SHARE, context.seeds().stream(name + "/pairs"));
    int width = job.integer(WIDTH);
    Architecture network = new Architecture.EmbeddingSum(p, 2, width, new Activation.Square(), p);
    double[] start =
        Initialization.STANDARD_NORMAL.theta(network, context.seeds().stream(name + "/weights"));
    double alpha = job.number("alpha");
    Model model =
        Boolean.parseBoolean(job.text("centred"))
            ? Model.centred(network, alpha / width, start)
            : Model.scaled(network, alpha / width);
    OptimizerSettings descent =
        OptimizerSettings.of(OptimizerSpec.gradientDescent(job.number(RATE) / (alpha * alpha)));
    try (EngineObjective train = objective(engine, model, table, true);
        EngineObjective test = objective(engine, model, table, false);
        Training training = Training.start(job.name(), train, descent, new Batches.Full(), start)) {
      return classifierCurves(training, train, test, job, context);
    }
  }

  private static EngineObjective objective(
      Engine engine, Model model, ModularTable table, boolean training) {
    return engine.objective(
        model,
        new Inputs.Tokens(table.tokens(training)),
        new Targets.Classes(table.labels(training)),
        Loss.SQUARED,
        Precision.FLOAT64);
  }
}
