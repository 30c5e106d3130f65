package org.grokcheck.notsawo.experiment;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.grokcheck.compute.Architecture;
import org.grokcheck.experiment.Job;
import org.grokcheck.notsawo.task.FiniteGroup;
import org.grokcheck.notsawo.task.ModularSum;
import org.grokcheck.notsawo.task.Operation;
import org.grokcheck.notsawo.task.Pairs;

/** Runs at the paper's size (App. D): a decoder of two layers on addition mod 97 and on S_5. */
final class PaperRuns {
  /** What the paper leaves out, and what is taken. */
  static final String DEVIATION =
      "paper scale: ReLU, LayerNorm before each branch, PyTorch's first weights, single precision,"
          + " ε = 10⁻⁸, no dropout, decay of every weight, inputs a, b and one sign; the paper"
          + " names none of these";

  /** The learning rate where it isn't varied. */
  static final double USUAL_RATE = 1e-4;

  /** The weight decay where it isn't varied. */
  static final double USUAL_DECAY = 1;

  /** Steps where none are told. */
  static final int USUAL_STEPS = 10_000;

  private static final String TABLE = "table";
  private static final int WIDTH = 128;

  /** What is learnt. */
  // The operations never change; their interface has no annotation that says so.
  @SuppressWarnings("ImmutableEnumChecker")
  enum Table {
    /** a + b mod 97, unordered pairs. */
    ADDITION(ModularSum.of(97), Pairs.UNORDERED),
    /** Products of permutations of five letters, ordered pairs. */
    PERMUTATIONS(FiniteGroup.symmetric(5), Pairs.ORDERED);

    private final Operation operation;
    private final Pairs pairs;

    Table(Operation operation, Pairs pairs) {
      this.operation = operation;
      this.pairs = pairs;
    }
  }

  private PaperRuns() {}

  /** Runs of a table for so many draws of split and weights. */
  static Stream<Job> draws(
      int seeds, Table table, double rate, double decay, double fraction, int steps) {
    return IntStream.range(0, seeds)
        .mapToObj(
            seed ->
                Job.of(
                    TABLE,
                    table,
                    SmallRunExperiment.RATE,
                    rate,
                    SmallRunExperiment.DECAY,
                    decay,
                    SmallRunExperiment.FRACTION,
                    fraction,
                    SmallRunExperiment.STEPS,
                    steps,
                    SmallRunExperiment.SEED,
                    seed));
  }

  /** Runs of both tables at several training fractions. */
  static Stream<Job> fractions(int seeds, List<Double> fractions, int steps) {
    return Stream.of(Table.values())
        .flatMap(
            table ->
                fractions.stream()
                    .flatMap(r -> draws(seeds, table, USUAL_RATE, USUAL_DECAY, r, steps)));
  }

  /** Whether a job is one of these. */
  static boolean is(Job job) {
    return job.parameters().containsKey(TABLE);
  }

  /**
   * The run of a job.
   *
   * @param window how many of the first losses are kept
   * @param every distance of records of accuracies
   * @param stop whether to end once all validation pairs are right
   */
  static SmallRun spec(Job job, int window, int every, boolean stop) {
    Table table = Table.valueOf(job.text(TABLE));
    return SmallRun.of(
        job, decoder(table.operation), table.operation, table.pairs, window, every, stop);
  }

  /** Two layers of width 128 with four heads: 4·10⁵ weights besides embeddings and read-out. */
  static Architecture decoder(Operation operation) {
    return SmallRunExperiment.decoder(operation, WIDTH, 4, 2);
  }
}
