package org.grokcheck.notsawo.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.grokcheck.compute.Activation;
import org.grokcheck.compute.Architecture;
import org.grokcheck.compute.Precision;
import org.grokcheck.compute.engine.Engine;
import org.grokcheck.compute.engine.EngineObjective;
import org.grokcheck.experiment.Job;
import org.grokcheck.experiment.JobContext;
import org.grokcheck.experiment.Measurements;
import org.grokcheck.notsawo.task.ModularSum;
import org.grokcheck.notsawo.task.Pairs;

/**
 * Secs. 4 and App. G.4: all eigenvalues of the Hessian on plateaus of small runs and between their
 * slingshots.
 */
public final class SpectrumRuns extends SmallRunExperiment {
  /** What is trained. */
  static final String NETWORK = "network";

  /** Steps of the peaks of the training loss. */
  static final String SLINGSHOTS = "slingshots";

  private static final int MODULUS_OF_SPECTRA = 13;
  private static final int WIDTH = 8;
  private static final int EVERY = 10;
  private static final int EVENLY = 6;
  private static final double FACTOR = 5;
  private static final int MOST = 6;
  private static final int SEEDS = 3;

  /** The networks. */
  enum Network {
    /** Two embedding tables summed and squared, 936 parameters. */
    SQUARE,
    /** A decoder of width 8, 1128 parameters, which slingshots. */
    DECODER
  }

  @Override
  public String id() {
    return "notsawo.spectra";
  }

  @Override
  public List<String> claims() {
    return List.of("notsawo.sec4.two_minima", "notsawo.appg4.between", "notsawo.fig9");
  }

  @Override
  public String title() {
    return "Exact spectra of Hessians on plateaus and between slingshots";
  }

  @Override
  public List<String> deviations() {
    return List.of(
        "936 and 1128 parameters, so that the whole Hessian is formed, for the paper's 4·10⁵;"
            + " p = 13 for 97",
        "two embedding tables of width 24 summed, squared and read out, r = 0.7, decay 0.3, which"
            + " memorise and don't grok; and a decoder of width 8 with 2 heads, r = 0.8, decay"
            + " 0.1, small first embeddings, which slingshots; learning rate 10⁻² for both");
  }

  @Override
  Stream<Job> jobs(boolean desk) {
    return Stream.of(Network.values())
        .flatMap(
            network ->
                Stream.iterate(0, k -> k + 1)
                    .limit(desk ? SEEDS : 1)
                    .map(k -> job(network, desk ? 1600 : 200, k)));
  }

  private static Job job(Network network, int steps, int seed) {
    boolean square = network == Network.SQUARE;
    return Job.of(
        NETWORK,
        network,
        RATE,
        1e-2,
        DECAY,
        square ? 0.3 : 0.1,
        FRACTION,
        square ? 0.7 : 0.8,
        STEPS,
        steps,
        SEED,
        seed);
  }

  @Override
  public Job probe() {
    return job(Network.SQUARE, 8, 0);
  }

  @Override
  SmallRun spec(Job job) {
    return SmallRun.of(
        job,
        Network.valueOf(job.text(NETWORK)) == Network.SQUARE ? square() : decoder(),
        ModularSum.of(MODULUS_OF_SPECTRA),
        Pairs.ORDERED,
        1,
        EVERY,
        false);
  }

  private static Architecture square() {
    return new Architecture.EmbeddingSum(
        MODULUS_OF_SPECTRA, 2, 24, new Activation.Square(), MODULUS_OF_SPECTRA);
  }

  private static Architecture decoder() {
    return decoder(ModularSum.of(MODULUS_OF_SPECTRA), WIDTH, 2, 1);
  }

  @Override
  public Measurements run(Job job, JobContext context) {
    Engine engine = Engine.open(context.device());
    String stream = id() + "/" + job.text(NETWORK) + "/seed" + job.integer(SEED);
    SmallRun run = spec(job);
    boolean square = Network.valueOf(job.text(NETWORK)) == Network.SQUARE;
    KeptPath path = new KeptPath(1);
    Measurements seen = run.train(stream, engine, context, square ? 1 : PlateauRuns.SMALL, path);
    List<Integer> peaks =
        PathRun.bursts(path.losses(), FACTOR).stream()
            .filter(t -> path.memorisedAt() >= 0 && t > path.memorisedAt())
            .toList();
    List<Integer> steps = square ? evenly(path) : between(peaks);
    try (SliceReader reader = new SliceReader(run, run.split(stream, context), engine);
        EngineObjective train =
            run.objective(engine, run.split(stream, context).training(), Precision.FLOAT64)) {
      List<double[]> rows = new ArrayList<>();
      for (int step : steps) {
        rows.add(WholeSpectrum.row(reader, train, path.point(step), step));
      }
      seen =
          WholeSpectrum.with(seen, rows)
              .with(SLINGSHOTS, peaks.stream().mapToDouble(t -> t).toArray());
      return square || steps.isEmpty()
          ? seen
          : RandomSlices.of(
              reader,
              train,
              path.point(steps.get(steps.size() - 1)),
              context.seeds().stream(stream + "/directions"),
              seen);
    }
  }

  /** At equal distances in time from memorisation to the end; the end alone for short runs. */
  private static List<Integer> evenly(KeptPath path) {
    int from = path.memorisedAt();
    int last = path.size() - 1;
    return from < 0
        ? List.of(last)
        : Stream.iterate(0, k -> k + 1)
            .limit(EVENLY + 1)
            .map(k -> from + Math.round((float) k * (last - from) / EVENLY))
            .toList();
  }

  /** Half way between each two neighbouring peaks, the first few. */
  private static List<Integer> between(List<Integer> peaks) {
    return Stream.iterate(1, k -> k + 1)
        .limit(Math.max(0, Math.min(MOST, peaks.size() - 1)))
        .map(k -> (peaks.get(k - 1) + peaks.get(k)) / 2)
        .toList();
  }
}
