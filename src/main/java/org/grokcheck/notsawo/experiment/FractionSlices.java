package org.grokcheck.notsawo.experiment;

import java.util.List;
import java.util.stream.Stream;
import org.grokcheck.compute.Activation;
import org.grokcheck.compute.Architecture;
import org.grokcheck.compute.engine.Engine;
import org.grokcheck.experiment.Job;
import org.grokcheck.experiment.JobContext;
import org.grokcheck.experiment.Measurements;
import org.grokcheck.notsawo.task.FiniteGroup;
import org.grokcheck.notsawo.task.Pairs;

/** Figs. 16, 17: slices towards the end of runs with more or less training data. */
public final class FractionSlices extends SmallRunExperiment {
  /** What is learnt. */
  static final String TASK = "task";

  private static final List<Double> FRACTIONS = List.of(0.7, 0.8, 0.9);
  private static final int DESK_STEPS = 4000;
  private static final int KEEP = 10;
  private static final int POINTS = 10;
  private static final int SEEDS = 3;

  /** The tables. */
  enum Task {
    /** a + b mod 23, by a decoder. */
    SUM,
    /** The product of S_4, by two embedding tables summed and squared. */
    PERMUTATIONS
  }

  @Override
  public String id() {
    return "notsawo.fig16";
  }

  @Override
  public List<String> claims() {
    return List.of("notsawo.fig16", "notsawo.fig17");
  }

  @Override
  public String title() {
    return "Minima of slices towards the end of a run, against the training fraction";
  }

  @Override
  public List<String> deviations() {
    return List.of(
        "sums: one layer of width 32, 4 heads, p = 23, learning rate 5·10⁻³, decay 0.3, first"
            + " embeddings of standard deviation 0.02; permutations: S_4 for S_5, two embedding"
            + " tables of width 256 summed, squared and read out, learning rate 10⁻², decay 1",
        "a run ends where all validation pairs are right, at most 4000 steps; 10 points of a path,"
            + " α from −1 to 2 times the distance to the end, which the paper doesn't give",
        "r = 0.7, 0.8, 0.9: with less such runs of S_4 don't get there, and those of sums take"
            + " long");
  }

  @Override
  Stream<Job> jobs(boolean desk) {
    return Stream.of(Task.values())
        .flatMap(
            task ->
                FRACTIONS.stream()
                    .flatMap(
                        r ->
                            Stream.iterate(0, k -> k + 1)
                                .limit(desk ? SEEDS : 1)
                                .map(k -> job(task, r, desk ? DESK_STEPS : 100, k))));
  }

  private static Job job(Task task, double fraction, int steps, int seed) {
    boolean sum = task == Task.SUM;
    return Job.of(
        TASK,
        task,
        RATE,
        sum ? 5e-3 : 1e-2,
        DECAY,
        sum ? 0.3 : 1,
        FRACTION,
        fraction,
        STEPS,
        steps,
        SEED,
        seed);
  }

  @Override
  public Job probe() {
    return job(Task.PERMUTATIONS, 0.9, 10, 0);
  }

  @Override
  SmallRun spec(Job job) {
    if (task(job) == Task.SUM) {
      return SliceRuns.decoder(job);
    }
    FiniteGroup group = FiniteGroup.symmetric(4);
    return SmallRun.of(
        job,
        new Architecture.EmbeddingSum(
            group.order(), 2, 256, new Activation.Square(), group.order()),
        group,
        Pairs.ORDERED,
        1,
        KEEP,
        true);
  }

  private static Task task(Job job) {
    return Task.valueOf(job.text(TASK));
  }

  @Override
  public Measurements run(Job job, JobContext context) {
    Engine engine = Engine.open(context.device());
    String stream = id() + "/" + job.text(TASK) + "/seed" + job.integer(SEED);
    SmallRun run = spec(job);
    KeptPath path = new KeptPath(KEEP);
    double embeddings = task(job) == Task.SUM ? PlateauRuns.SMALL : 1;
    Measurements seen = run.train(stream, engine, context, embeddings, path);
    try (SliceReader reader = new SliceReader(run, run.split(stream, context), engine)) {
      int points = Math.min(POINTS, path.size() - 1);
      return new PathSlices(reader, path, points).endwards(seen);
    }
  }
}
