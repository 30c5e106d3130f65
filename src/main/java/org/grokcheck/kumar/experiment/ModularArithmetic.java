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

  /** Share of pairs whose largest output is the sum. */
  static final String TRAIN_ACCURACY = "train accuracy";

  /** See {@link #TRAIN_ACCURACY}. */
  static final String TEST_ACCURACY = "test accuracy";

  /** Values of α at p = 23. */
  static final List<Double> ALPHAS = List.of(0.3, 0.4, 0.5, 0.6);

  private static final int WIDTH = 100;

  /** η₀ = ηα². */
  private static final String RATE = "eta0";

  private static final double PRINTED_RATE = 100;

  /** α and η₀ at the primes other than 23. */
  private static final List<Setting> SETTINGS =
      List.of(
          new Setting(13, 0.05, 10),
          new Setting(17, 0.1, 20),
          new Setting(19, 0.1, 20),
          new Setting(29, 0.3, 50),
          new Setting(31, 0.3, 50));

  private static final double SHARE = 0.9;
  private static final double GROWTH = 1.04;
  private static final int DRAWS = 5;

  /** Draws at the primes of {@link #SETTINGS}, with numbers that no setting was chosen on. */
  private static final int FIRST_PRIME_DRAW = 10;

  private static final int PRIME_DRAWS = 3;

  private record Setting(int modulus, double alpha, double rate) {}

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
            + " 23, where some draws diverge at 100/α², and a smaller α for those below, which have"
            + " fewer pairs",
        "double precision");
  }

  @Override
  Stream<Job> jobs(boolean desk) {
    int steps = desk ? 3000 : 300;
    return Stream.concat(
        IntStream.range(0, desk ? DRAWS : 1)
            .boxed()
            .flatMap(
                k ->
                    Stream.concat(
                        Stream.of(job(PLAIN, 23, 1, false, PRINTED_RATE, steps, k)),
                        ALPHAS.stream()
                            .map(a -> job(CENTRED, 23, a, true, PRINTED_RATE, steps, k)))),
        SETTINGS.stream()
            .flatMap(
                s ->
                    IntStream.range(0, desk ? PRIME_DRAWS : 1)
                        .map(k -> FIRST_PRIME_DRAW + k)
                        .mapToObj(
                            k ->
                                job(
                                    PRIMES,
                                    s.modulus(),
                                    s.alpha(),
                                    true,
                                    s.rate(),
                                    desk ? 2500 : 150,
                                    k))));
  }

  @Override
  List<Job> probes() {
    return DoubleStream.of(1, 0.5)
        .mapToObj(alpha -> job("probe", 5, alpha, alpha < 1, 20, 60, 0))
        .toList();
  }

  private static Job job(
      String series, int modulus, double alpha, boolean centred, double rate, int steps, int seed) {
    return Job.of(
        "series", series, "p", modulus, "alpha", alpha, "centred", centred, RATE, rate, STEPS,
        steps, SEED, seed);
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
    Architecture network = new Architecture.EmbeddingSum(p, 2, WIDTH, new Activation.Square(), p);
    double[] start =
        Initialization.STANDARD_NORMAL.theta(network, context.seeds().stream(name + "/weights"));
    double alpha = job.number("alpha");
    Model model =
        Boolean.parseBoolean(job.text("centred"))
            ? Model.centred(network, alpha / WIDTH, start)
            : Model.scaled(network, alpha / WIDTH);
    OptimizerSettings descent =
        OptimizerSettings.of(OptimizerSpec.gradientDescent(job.number(RATE) / (alpha * alpha)));
    try (EngineObjective train = objective(engine, model, table, true);
        EngineObjective test = objective(engine, model, table, false);
        Training training = Training.start(job.name(), train, descent, new Batches.Full(), start)) {
      CurveTable curves = new CurveTable(STEPS, TRAIN, TEST, TRAIN_ACCURACY, TEST_ACCURACY, NORM);
      follow(
          training,
          job.integer(STEPS),
          step ->
              curves.add(
                  (double) step,
                  training.loss(),
                  training.loss(test),
                  training.accuracy(train),
                  training.accuracy(test),
                  training.norm()),
          context.progress());
      return curves.measurements();
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
