package org.grokcheck.kumar.experiment;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.grokcheck.compute.Activation;
import org.grokcheck.compute.Architecture;
import org.grokcheck.compute.Architecture.Transformer.Biases;
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
 * Figs. 6(b) and 12: a one-layer transformer on a + b mod p with outputs scaled by α, trained on
 * the cross-entropy by AdamW.
 */
public final class LazyTransformer extends EngineExperiment {
  /** Parameter of a job: output scale. */
  private static final String ALPHA = "alpha";

  /** Parameter of a job: decoupled weight decay. */
  private static final String DECAY = "decay";

  private static final String MODULUS = "p";
  private static final String SHARE = "share";
  private static final double RATE = 1e-3;
  private static final double GROWTH = 1.03;
  private static final int HEADS = 4;

  /** Values of α at desk scale. */
  private static final List<Double> ALPHAS = List.of(1.0, 3.0, 10.0);

  /** The decay of the cited work. */
  private static final double SLOW_DECAY = 1;

  /** The larger one of Fig. 12. */
  private static final double FAST_DECAY = 5;

  /** Draws at desk scale. */
  private static final int DRAWS = 4;

  /** Number of the first of them; no setting was chosen on these. */
  private static final int FIRST_DRAW = 10;

  private static final int SMALL = 31;
  private static final int PAPER = 113;

  @Override
  public String id() {
    return "kumar.fig6b";
  }

  @Override
  public List<String> claims() {
    return List.of("kumar.fig6b", "kumar.fig12");
  }

  @Override
  public String title() {
    return "One-layer transformer at several output scales and weight decays";
  }

  @Override
  public List<String> deviations() {
    return List.of(
        "the paper names the cited setting, α and the decay alone; at paper scale p = 113, a"
            + " training share of 0.3, width 128, 512 hidden units, 40 000 steps",
        "desk scale: p = 31, a training share of 0.7, width 48, 192 hidden units, 2500 steps; α is"
            + " 1, 3 and 10 besides 0.15, at which three of four runs don't generalise",
        "outputs αf, not centred; β = (0.9, 0.98), a rate of 1e-3, a full batch and first weights"
            + " of variance 1/fan-in; single precision");
  }

  @Override
  Stream<Job> jobs(boolean desk) {
    return desk
        ? IntStream.range(FIRST_DRAW, FIRST_DRAW + DRAWS)
            .boxed()
            .flatMap(
                seed ->
                    Stream.concat(
                        Stream.of(SLOW_DECAY, FAST_DECAY)
                            .flatMap(
                                decay ->
                                    ALPHAS.stream()
                                        .map(a -> job(SMALL, 0.7, a, decay, seed, 2_500))),
                        Stream.of(job(SMALL, 0.7, 0.15, SLOW_DECAY, seed, 2_500))))
        : Stream.of(job(SMALL, 0.7, 1, SLOW_DECAY, 0, 100));
  }

  /** The four α of Fig. 6(b)'s kind, and the three panels of Fig. 12. */
  @Override
  Stream<Job> paperJobs() {
    return IntStream.range(0, 3)
        .boxed()
        .flatMap(
            seed ->
                Stream.concat(
                    Stream.of(0.15, 0.5, 1.0, 2.0)
                        .map(alpha -> job(PAPER, 0.3, alpha, 1, seed, 40_000)),
                    Stream.of(0.5, 1.4).map(alpha -> job(PAPER, 0.3, alpha, 5, seed, 40_000))));
  }

  private static Job job(
      int modulus, double share, double alpha, double decay, int seed, int steps) {
    return Job.of(
        MODULUS, modulus, SHARE, share, ALPHA, alpha, DECAY, decay, SEED, seed, STEPS, steps);
  }

  /** The network of the cited work where p = 113; a smaller one below. */
  static Architecture network(int p) {
    int width = p < PAPER ? 48 : 128;
    return new Architecture.Transformer(
        p + 1,
        3,
        width,
        HEADS,
        4 * width,
        1,
        new Activation.Relu(),
        false,
        new Biases(false, true, false),
        p);
  }

  @Override
  double growth() {
    return GROWTH;
  }

  @Override
  Measurements train(Job job, Engine engine, JobContext context) {
    int p = job.integer(MODULUS);
    String name = "kumar.fig6b/p=%d/draw%d".formatted(p, job.integer(SEED));
    ModularTable table =
        ModularTable.draw(p, job.number(SHARE), context.seeds().stream(name + "/pairs"));
    Architecture network = network(p);
    double[] start =
        Initialization.NORMAL_FAN_IN.theta(network, context.seeds().stream(name + "/weights"));
    Model model = Model.scaled(network, job.number(ALPHA));
    OptimizerSettings adam =
        OptimizerSettings.of(
            new OptimizerSpec.Adam(RATE, 0.9, 0.98, 1e-8, job.number(DECAY), true));
    Precision precision = probes().contains(job) ? Precision.FLOAT64 : Precision.FLOAT32;
    try (EngineObjective train = objective(engine, model, table, true, precision);
        EngineObjective test = objective(engine, model, table, false, precision);
        Training training = Training.start(job.name(), train, adam, new Batches.Full(), start)) {
      return classifierCurves(training, train, test, job, context);
    }
  }

  private static EngineObjective objective(
      Engine engine, Model model, ModularTable table, boolean training, Precision precision) {
    int sign = table.modulus();
    int[][] pairs = table.tokens(training);
    int[][] tokens = new int[pairs.length][];
    for (int i = 0; i < pairs.length; i++) {
      tokens[i] = new int[] {pairs[i][0], pairs[i][1], sign};
    }
    return engine.objective(
        model,
        new Inputs.Tokens(tokens),
        new Targets.Classes(table.labels(training)),
        Loss.CROSS_ENTROPY,
        precision);
  }

  @Override
  List<Job> probes() {
    return List.of(job(7, 0.6, 0.5, 1, 0, 20));
  }
}
