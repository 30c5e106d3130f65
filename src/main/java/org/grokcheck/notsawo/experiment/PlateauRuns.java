package org.grokcheck.notsawo.experiment;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.grokcheck.compute.Architecture;
import org.grokcheck.compute.engine.Engine;
import org.grokcheck.experiment.Job;
import org.grokcheck.experiment.JobContext;
import org.grokcheck.experiment.Measurements;
import org.grokcheck.notsawo.task.FiniteGroup;
import org.grokcheck.notsawo.task.ModularSum;
import org.grokcheck.notsawo.task.Operation;
import org.grokcheck.notsawo.task.Pairs;
import org.grokcheck.notsawo.task.Pairs.Pair;
import org.grokcheck.notsawo.task.Split;

/**
 * Fig. 23: the validation accuracy that symmetry alone gives, on ordered and on unordered pairs.
 */
public final class PlateauRuns extends SmallRunExperiment {
  /** Which pairs a job's table holds. */
  static final String PAIRS = "pairs";

  /** p of the table of {@link #decoder()}. */
  static final int PLATEAU_MODULUS = 17;

  /** Standard deviation of the first embeddings of a job. */
  static final String EMBEDDINGS = "embeddings";

  /** What is learnt. */
  static final String TASK = "task";

  /** Share of validation pairs whose mirror image is another pair, and trained. */
  static final String MIRRORED = "mirrored";

  /** Small first embeddings; PyTorch's default is 1. */
  static final double SMALL = 0.02;

  private static final int WIDTH = 32;
  private static final List<Double> FRACTIONS = List.of(0.5, 0.6, 0.7, 0.8);
  private static final double SHARE = 0.7;
  private static final int DESK_STEPS = 300;
  private static final int STEPS_OF_LARGE = 600;
  private static final int EVERY = 10;
  private static final int SEEDS = 4;

  /** The tables. */
  enum Task {
    /** a + b mod 23. */
    SUM,
    /** The product of S_4. */
    PERMUTATIONS;

    Operation operation() {
      return this == SUM ? ModularSum.of(LEDGER_MODULUS) : FiniteGroup.symmetric(4);
    }
  }

  @Override
  public String id() {
    return "notsawo.fig23.plateau";
  }

  @Override
  public List<String> claims() {
    return List.of("notsawo.fig23.plateau");
  }

  @Override
  public String title() {
    return "Validation accuracy after memorisation, ordered and unordered pairs";
  }

  @Override
  public List<String> deviations() {
    return List.of(
        "one layer of width 32, 4 heads, p = 23 for the paper's two layers of width 128, p = 97;"
            + " S_4 for S_5",
        "learning rate 5·10⁻³, decay 0.3, 300 steps; inputs a, b and one sign",
        "the paper doesn't give its first embeddings: here token and position embeddings of"
            + " standard deviation 0.02 and 1, the second over 600 steps, since it memorises"
            + " later");
  }

  @Override
  Stream<Job> jobs(boolean desk) {
    return Stream.of(1.0, SMALL)
        .flatMap(
            embeddings ->
                Stream.of(
                        grid(Task.SUM, Pairs.ORDERED, FRACTIONS, embeddings, desk),
                        grid(Task.SUM, Pairs.UNORDERED, List.of(SHARE), embeddings, desk),
                        grid(Task.PERMUTATIONS, Pairs.ORDERED, List.of(SHARE), embeddings, desk))
                    .flatMap(jobs -> jobs));
  }

  private static Stream<Job> grid(
      Task task, Pairs pairs, List<Double> fractions, double embeddings, boolean desk) {
    int steps = embeddings == 1 ? STEPS_OF_LARGE : DESK_STEPS;
    return fractions.stream()
        .flatMap(
            r ->
                Stream.iterate(0, k -> k + 1)
                    .limit(desk ? SEEDS : 1)
                    .map(k -> job(task, pairs, r, embeddings, desk ? steps : 60, k)));
  }

  private static Job job(
      Task task, Pairs pairs, double fraction, double embeddings, int steps, int seed) {
    return Job.of(
        TASK,
        task,
        PAIRS,
        pairs,
        EMBEDDINGS,
        embeddings,
        RATE,
        5e-3,
        DECAY,
        0.3,
        FRACTION,
        fraction,
        STEPS,
        steps,
        SEED,
        seed);
  }

  @Override
  public Job probe() {
    return job(Task.SUM, Pairs.ORDERED, 0.5, SMALL, 10, 0);
  }

  @Override
  SmallRun spec(Job job) {
    Task task = Task.valueOf(job.text(TASK));
    return SmallRun.of(
        job,
        decoder(task.operation().operands()),
        task.operation(),
        Pairs.valueOf(job.text(PAIRS)),
        1,
        EVERY,
        false);
  }

  @Override
  public Measurements run(Job job, JobContext context) {
    String stream = id() + "/" + job.text(TASK) + "/seed" + job.integer(SEED);
    SmallRun run = spec(job);
    Split<Pair> split = run.split(stream, context);
    Set<Pair> trained = Set.copyOf(split.training());
    long mirrored =
        split.validation().stream()
            .filter(x -> x.a() != x.b() && trained.contains(x.mirror()))
            .count();
    return run.train(
            stream,
            Engine.open(context.device()),
            context,
            job.number(EMBEDDINGS),
            (step, training, train, validation) -> {})
        .with(MIRRORED, (double) mirrored / split.validation().size());
  }

  /** The decoder of the sums mod 17. */
  static Architecture decoder() {
    return decoder(PLATEAU_MODULUS);
  }

  /** One layer of width 32 with four heads, for sums. */
  static Architecture decoder(int operands) {
    return decoder(ModularSum.of(operands), WIDTH, 4, 1);
  }
}
