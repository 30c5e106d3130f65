package org.grokcheck.notsawo.experiment;

import java.util.List;
import java.util.stream.Stream;
import org.grokcheck.compute.engine.Engine;
import org.grokcheck.compute.linear.Vectors;
import org.grokcheck.experiment.Job;
import org.grokcheck.experiment.JobContext;
import org.grokcheck.experiment.Measurements;
import org.grokcheck.notsawo.task.ModularSum;
import org.grokcheck.notsawo.task.Pairs;

/** Secs. 4 and 5, Figs. 3, 4, 10, 15: slices of the loss along decoders' runs that grok. */
public final class SliceRuns extends SmallRunExperiment {
  /** Steps at which all training and all validation pairs are first right. */
  static final String EVENTS = "memorised, ended";

  /** |θ_0 − θ*|, |θ_mem − θ*|, |θ*|. */
  static final String DISTANCES = "distances";

  /** What is measured. */
  static final String SLICES = "slices";

  private static final int POINTS = 20;
  private static final int SEEDS = 5;
  private static final int DESK_STEPS = 3000;
  private static final int EVERY = 10;

  /** Which slices a job takes. */
  enum Slices {
    /** All. */
    ALL,
    /** Those of lines and spikes alone. */
    FEW
  }

  @Override
  public String id() {
    return "notsawo.slices";
  }

  @Override
  public List<String> claims() {
    return List.of(
        "notsawo.fig3",
        "notsawo.fig4",
        "notsawo.fig10",
        "notsawo.fig15",
        "notsawo.sec4.exotic",
        "notsawo.sec5.goodfellow",
        "notsawo.sec5.signature");
  }

  @Override
  public String title() {
    return "Slices of loss and accuracy along small runs that grok";
  }

  @Override
  public List<String> deviations() {
    return List.of(
        "one layer of width 32, 4 heads, p = 23, r = 0.7 for the paper's two layers of width 128,"
            + " p = 97, r = 0.3 and 0.5; learning rate 5·10⁻³, decay 0.3; inputs a, b and one sign",
        "token and position embeddings of first standard deviation 0.02, which the paper doesn't"
            + " give; with PyTorch's 1 such runs don't grok within 3000 steps",
        "θ* is the first of every ten steps at which all validation pairs are right; 20 points of"
            + " a path; 241 points a slice, of which 61 and 121 are also read");
  }

  @Override
  Stream<Job> jobs(boolean desk) {
    return Stream.iterate(0, k -> k + 1)
        .limit(desk ? SEEDS : 1)
        .map(k -> job(desk ? Slices.ALL : Slices.FEW, DESK_STEPS, k));
  }

  private static Job job(Slices slices, int steps, int seed) {
    return Job.of(SLICES, slices, RATE, 5e-3, DECAY, 0.3, FRACTION, 0.7, STEPS, steps, SEED, seed);
  }

  /** Too short a run to fit its pairs: a line through its last point. */
  @Override
  public Job probe() {
    return job(Slices.FEW, 20, 0);
  }

  @Override
  SmallRun spec(Job job) {
    return decoder(job);
  }

  /** A decoder of sums mod 23 that ends where all validation pairs are right. */
  static SmallRun decoder(Job job) {
    return SmallRun.of(
        job,
        PlateauRuns.decoder(SmallRunExperiment.LEDGER_MODULUS),
        ModularSum.of(SmallRunExperiment.LEDGER_MODULUS),
        Pairs.ORDERED,
        1,
        EVERY,
        true);
  }

  @Override
  public Measurements run(Job job, JobContext context) {
    Engine engine = Engine.open(context.device());
    String stream = id() + "/seed" + job.integer(SEED);
    SmallRun run = spec(job);
    KeptPath path = new KeptPath(1);
    Measurements seen = run.train(stream, engine, context, PlateauRuns.SMALL, path);
    try (SliceReader reader = new SliceReader(run, run.split(stream, context), engine)) {
      return path.memorisedAt() < 0
          ? seen.with(
              LineSlices.FIRST_SEGMENT,
              reader
                  .line(path.last(), SliceReader.difference(path.first(), path.last()), 0, 1, 21)
                  .loss())
          : slices(job, run, reader, path, seen);
    }
  }

  private static Measurements slices(
      Job job, SmallRun run, SliceReader reader, KeptPath path, Measurements before) {
    double[] last = path.last();
    Measurements seen =
        before
            .with(EVENTS, path.memorisedAt(), path.size() - 1)
            .with(
                DISTANCES,
                Vectors.norm(SliceReader.difference(path.first(), last)),
                Vectors.norm(SliceReader.difference(path.memorised(), last)),
                Vectors.norm(last));
    seen =
        new LineSlices(reader, last)
            .of(run.network().layout(), path.first(), path.memorised(), seen);
    seen = new SpikeSlices(reader, path).of(seen);
    if (Slices.valueOf(job.text(SLICES)) == Slices.FEW) {
      return seen;
    }
    PathSlices slices = new PathSlices(reader, path, POINTS);
    seen = slices.startwards(slices.endwards(seen));
    return new PlaneSlice(reader, last, path.memorised(), path.first()).after(seen);
  }
}
