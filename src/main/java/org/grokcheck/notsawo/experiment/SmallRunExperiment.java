package org.grokcheck.notsawo.experiment;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.grokcheck.compute.Activation;
import org.grokcheck.compute.Architecture;
import org.grokcheck.compute.Architecture.Transformer.Biases;
import org.grokcheck.compute.engine.Engine;
import org.grokcheck.evidence.Scale;
import org.grokcheck.experiment.Experiment;
import org.grokcheck.experiment.Job;
import org.grokcheck.experiment.JobContext;
import org.grokcheck.experiment.Measurements;
import org.grokcheck.experiment.Workload;
import org.grokcheck.notsawo.task.ModularSum;
import org.grokcheck.notsawo.task.Operation;
import org.grokcheck.notsawo.task.Pairs;

/** What experiments of small runs share. */
abstract class SmallRunExperiment implements Experiment {
  /** The random stream of a job. */
  static final String SEED = "seed";

  /** The training fraction of a job. */
  static final String FRACTION = "r";

  /** The learning rate of a job. */
  static final String RATE = "lr";

  /** The weight decay of a job. */
  static final String DECAY = "decay";

  /** The steps of a job, at most. */
  static final String STEPS = "steps";

  /** p of the embedding tables with a square activation. */
  static final int MODULUS = 17;

  /** p of the decoders that the ledger describes. */
  static final int LEDGER_MODULUS = 23;

  private static final int HIDDEN = 96;

  /** Single precision, sums in another order on another machine, over tens of steps. */
  private static final double PROBE_BOUND = 1e-3;

  /** Two tables summed, squared, read out: no normalisation, no attention. */
  static Architecture squareNetwork() {
    return new Architecture.EmbeddingSum(MODULUS, 2, HIDDEN, new Activation.Square(), MODULUS);
  }

  /**
   * A decoder that reads a, b and one sign, with a feed-forward branch of four times its width.
   *
   * @param operation whose classes it gives
   */
  static Architecture decoder(Operation operation, int width, int heads, int layers) {
    return new Architecture.Transformer(
        operation.operands() + 1,
        3,
        width,
        heads,
        4 * width,
        layers,
        new Activation.Relu(),
        true,
        new Biases(true, true, false),
        operation.classes());
  }

  @Override
  public boolean usesEngine() {
    return true;
  }

  @Override
  public double probeBound() {
    return PROBE_BOUND;
  }

  @Override
  public List<Job> jobs(Scale scale) {
    return (scale == Scale.PAPER ? paperJobs() : jobs(scale == Scale.DESK)).toList();
  }

  /** The jobs at the paper's size; none unless an experiment has some. */
  Stream<Job> paperJobs() {
    return Stream.of();
  }

  /**
   * Steps, where the job names their number; what is recorded at equal distances is part of them.
   */
  @Override
  public Optional<Workload> workload(Job job) {
    return job.parameters().containsKey(STEPS)
        ? Optional.of(
            Workload.rounds(job, STEPS, "step", kind(job), job.number(FRACTION)).atMost(true))
        : Optional.empty();
  }

  /** What distinguishes jobs whose steps differ in cost, besides the fraction. */
  static String kind(Job job) {
    Map<String, String> rest = new TreeMap<>(job.parameters());
    rest.keySet().removeAll(List.of(RATE, DECAY, FRACTION, STEPS, SEED));
    return rest.toString();
  }

  /** The jobs of the desk scale or, for a try, of the quick one. */
  abstract Stream<Job> jobs(boolean desk);

  /** The run of a job. */
  abstract SmallRun spec(Job job);

  @Override
  public Measurements run(Job job, JobContext context) {
    Engine engine = Engine.open(context.device());
    return spec(job).train(id() + "/seed" + job.integer(SEED), engine, context);
  }

  /** A run of the square network over ordered pairs. */
  static SmallRun square(Job job, int window, int every, boolean stop) {
    return SmallRun.of(
        job, squareNetwork(), ModularSum.of(MODULUS), Pairs.ORDERED, window, every, stop);
  }
}
