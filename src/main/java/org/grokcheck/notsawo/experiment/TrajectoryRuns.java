package org.grokcheck.notsawo.experiment;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.grokcheck.compute.engine.Engine;
import org.grokcheck.experiment.Job;
import org.grokcheck.experiment.JobContext;
import org.grokcheck.experiment.Measurements;
import org.grokcheck.experiment.Workload;
import org.grokcheck.notsawo.task.ModularSum;
import org.grokcheck.notsawo.task.Pairs;

/** Secs. 4 and 5, App. G.3: the path that small runs take through parameter space. */
public final class TrajectoryRuns extends SmallRunExperiment {
  /** What is trained. */
  static final String NETWORK = "network";

  private static final String EVERY = "every";
  private static final int SEEDS = 4;
  private static final int SNAPSHOTS = 100;

  /** The networks. */
  enum Network {
    /** Two embedding tables summed and squared. */
    SQUARE,
    /** A decoder of one layer. */
    DECODER
  }

  @Override
  public String id() {
    return "notsawo.trajectory";
  }

  @Override
  public List<String> claims() {
    return List.of(
        "notsawo.sec4.pca98",
        "notsawo.sec4.lazy",
        "notsawo.sec5.signature",
        "notsawo.fig12",
        "notsawo.fig13",
        "notsawo.fig14",
        "notsawo.fig20",
        "notsawo.appg3.spike_cause",
        "notsawo.apph.pearson");
  }

  @Override
  public String title() {
    return "Principal components, angles and gradients along small runs";
  }

  @Override
  public List<String> deviations() {
    return List.of(
        "desk scale: two embedding tables summed, squared and read out, and a decoder of one layer"
            + " of width 32, for the paper's decoder of two layers and 4·10⁵ weights; p = 17 for"
            + " 97",
        "desk scale: the first generalises within its 600 steps; the second memorises and spikes"
            + " within its 2000, and generalises in part; learning rates are larger",
        PaperRuns.DEVIATION,
        "101 snapshots at equal distances from the start to the end; the paper doesn't say at which"
            + " distance or whether points are centred");
  }

  @Override
  Stream<Job> jobs(boolean desk) {
    return Stream.of(Network.values())
        .flatMap(
            network ->
                Stream.iterate(0, k -> k + 1)
                    .limit(desk ? SEEDS : 1)
                    .map(k -> job(network, desk ? steps(network) / SNAPSHOTS : 1, SNAPSHOTS, k)));
  }

  /** The fractions of Figs. 11, 13 and 14. */
  @Override
  Stream<Job> paperJobs() {
    return PaperRuns.fractions(2, List.of(0.3, 0.8), PaperRuns.USUAL_STEPS);
  }

  private static int steps(Network network) {
    return network == Network.SQUARE ? 600 : 2000;
  }

  private static Job job(Network network, int every, int snapshots, int seed) {
    boolean square = network == Network.SQUARE;
    return Job.of(
        NETWORK,
        network,
        RATE,
        square ? 1e-2 : 5e-3,
        DECAY,
        square ? 1 : 0.3,
        FRACTION,
        0.7,
        STEPS,
        every * snapshots,
        EVERY,
        every,
        SEED,
        seed);
  }

  @Override
  public Job probe() {
    return job(Network.SQUARE, 2, 15, 0);
  }

  /** Stretches between snapshots, whose number is fixed: what is done with them is set-up. */
  @Override
  public Optional<Workload> workload(Job job) {
    if (PaperRuns.is(job)) {
      // A hundred of its steps are too many for a trial; what a snapshot takes is little of a step.
      return super.workload(job).map(w -> w.atMost(false));
    }
    return Optional.of(
        new Workload(
            job.text(NETWORK),
            job.number(FRACTION),
            "hundred steps",
            job.integer(STEPS) / SNAPSHOTS,
            n -> 0,
            n -> job.with(STEPS, SNAPSHOTS * n).with(EVERY, n),
            false));
  }

  @Override
  SmallRun spec(Job job) {
    int steps = job.integer(STEPS);
    if (PaperRuns.is(job)) {
      return PaperRuns.spec(job, steps + 1, every(job), false);
    }
    boolean square = Network.valueOf(job.text(NETWORK)) == Network.SQUARE;
    return SmallRun.of(
        job,
        square ? squareNetwork() : PlateauRuns.decoder(),
        ModularSum.of(MODULUS),
        Pairs.ORDERED,
        steps + 1,
        every(job),
        false);
  }

  @Override
  public Measurements run(Job job, JobContext context) {
    PathRecorder path = new PathRecorder(every(job));
    String network = PaperRuns.is(job) ? "paper" : job.text(NETWORK);
    String stream = id() + "/" + network + "/seed" + job.integer(SEED);
    return path.after(spec(job).train(stream, Engine.open(context.device()), context, path));
  }

  private static int every(Job job) {
    return PaperRuns.is(job) ? PaperRuns.USUAL_STEPS / SNAPSHOTS : job.integer(EVERY);
  }
}
