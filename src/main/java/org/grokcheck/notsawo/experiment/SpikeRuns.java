package org.grokcheck.notsawo.experiment;

import java.util.List;
import java.util.stream.Stream;
import org.grokcheck.compute.Activation;
import org.grokcheck.compute.Architecture;
import org.grokcheck.compute.engine.Engine;
import org.grokcheck.experiment.Job;
import org.grokcheck.experiment.JobContext;
import org.grokcheck.experiment.Measurements;
import org.grokcheck.notsawo.experiment.TrajectoryRuns.Network;
import org.grokcheck.notsawo.task.ModularSum;
import org.grokcheck.notsawo.task.Pairs;

/** Secs. 4 and 5, Apps. A, F and G: what happens at the spikes of small runs. */
public final class SpikeRuns extends SmallRunExperiment {
  private static final String EVERY = "every";
  private static final String FACTOR = "factor";
  private static final String PRODUCTS = "products";
  private static final int HIDDEN = 128;
  private static final int DECODERS = 5;
  private static final int SQUARES = 3;

  @Override
  public String id() {
    return "notsawo.spikes";
  }

  @Override
  public List<String> claims() {
    return List.of(
        "notsawo.sec4.no_negative",
        "notsawo.sec4.slingshot_negative",
        "notsawo.sec4.reflects",
        "notsawo.sec5.periodic",
        "notsawo.sec5.signature",
        "notsawo.appa.abrupt",
        "notsawo.appa.double_descent",
        "notsawo.appa.thilak",
        "notsawo.appf.slingshot_cycle",
        "notsawo.fig8",
        "notsawo.fig11",
        "notsawo.fig18",
        "notsawo.fig19",
        "notsawo.fig21",
        "notsawo.fig22",
        "notsawo.apph.dynamics");
  }

  @Override
  public String title() {
    return "Losses, norms and the ends of the Hessian's spectrum at the spikes of small runs";
  }

  @Override
  public List<String> deviations() {
    return List.of(
        "a decoder of one layer of width 32, which reads a, b and one sign, and two embedding"
            + " tables summed, squared and read out, for the paper's decoder of two layers and"
            + " 4·10⁵ weights; p = 23 for 97",
        "learning rates 5·10⁻³ and 10⁻² for 10⁻⁴; 2500 and 800 steps; the second network, which"
            + " doesn't spike, generalises within them, the first in most runs",
        "extreme eigenvalues by 128 steps of Lanczos' method from a random start, in single"
            + " precision; the paper doesn't say how it found them");
  }

  @Override
  Stream<Job> jobs(boolean desk) {
    return Stream.of(Network.DECODER, Network.SQUARE)
        .flatMap(
            network ->
                Stream.iterate(0, k -> k + 1)
                    .limit(desk ? seeds(network) : 1)
                    .map(k -> desk ? desk(network, k) : job(network, 60, 10, 10, 10, k)));
  }

  private static int seeds(Network network) {
    return network == Network.SQUARE ? SQUARES : DECODERS;
  }

  private static Job desk(Network network, int seed) {
    return job(network, network == Network.SQUARE ? 800 : 2500, 100, 10, 128, seed);
  }

  private static Job job(
      Network network, int steps, int every, double factor, int products, int seed) {
    boolean square = network == Network.SQUARE;
    return Job.of(
        TrajectoryRuns.NETWORK,
        network,
        RATE,
        square ? 1e-2 : 5e-3,
        DECAY,
        square ? 1 : 0.3,
        FRACTION,
        square ? 0.6 : 0.7,
        STEPS,
        steps,
        EVERY,
        every,
        FACTOR,
        factor,
        PRODUCTS,
        products,
        SEED,
        seed);
  }

  /** With a factor this small the first step that can be a spike counts as one. */
  @Override
  public Job probe() {
    return job(Network.SQUARE, 60, 24, 1e-3, 6, 0);
  }

  @Override
  SmallRun spec(Job job) {
    return SmallRun.of(
        job,
        network(job),
        ModularSum.of(LEDGER_MODULUS),
        Pairs.ORDERED,
        0,
        job.integer(EVERY),
        false);
  }

  private static Architecture network(Job job) {
    return Network.valueOf(job.text(TrajectoryRuns.NETWORK)) == Network.SQUARE
        ? new Architecture.EmbeddingSum(
            LEDGER_MODULUS, 2, HIDDEN, new Activation.Square(), LEDGER_MODULUS)
        : PlateauRuns.decoder(LEDGER_MODULUS);
  }

  @Override
  public Measurements run(Job job, JobContext context) {
    String stream = id() + "/" + job.text(TrajectoryRuns.NETWORK) + "/seed" + job.integer(SEED);
    SpikeRecorder recorder =
        new SpikeRecorder(
            job.integer(STEPS),
            job.integer(EVERY),
            job.number(FACTOR),
            job.integer(PRODUCTS),
            network(job).layout().block("output"),
            step -> context.seeds().stream(stream + "/lanczos" + step));
    return recorder.after(
        spec(job).train(stream, Engine.open(context.device()), context, recorder));
  }
}
