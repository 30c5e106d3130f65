package org.grokcheck.notsawo.experiment;

import java.util.List;
import java.util.stream.Stream;
import org.grokcheck.compute.Activation;
import org.grokcheck.compute.Architecture;
import org.grokcheck.compute.Architecture.Transformer.Biases;
import org.grokcheck.experiment.Job;
import org.grokcheck.notsawo.task.ModularSum;
import org.grokcheck.notsawo.task.Pairs;

/**
 * Fig. 23: the validation accuracy that symmetry alone gives, on ordered and on unordered pairs.
 */
public final class PlateauRuns extends SmallRunExperiment {
  /** Which pairs a job's table holds. */
  static final String PAIRS = "pairs";

  /** p of the decoder's table. */
  static final int PLATEAU_MODULUS = 17;

  private static final int WIDTH = 32;
  private static final List<Double> FRACTIONS = List.of(0.5, 0.6, 0.7);
  private static final int STEPS = 260;
  private static final int EVERY = 10;
  private static final int SEEDS = 3;

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
        "one layer of width 32, 4 heads, p = 17 for the paper's two layers of width 128, p = 97",
        "learning rate 5·10⁻³, decay 0.3, 260 steps; inputs a, b and one sign");
  }

  @Override
  Stream<Job> jobs(boolean desk) {
    int seeds = desk ? SEEDS : 1;
    int steps = desk ? STEPS : 60;
    return Stream.of(Pairs.values())
        .flatMap(
            pairs ->
                FRACTIONS.stream()
                    .filter(r -> pairs == Pairs.ORDERED || r > 0.65)
                    .flatMap(
                        r ->
                            Stream.iterate(0, k -> k + 1)
                                .limit(seeds)
                                .map(k -> job(pairs, r, steps, k))));
  }

  private static Job job(Pairs pairs, double fraction, int steps, int seed) {
    return Job.of(
        PAIRS, pairs, RATE, 5e-3, DECAY, 0.3, FRACTION, fraction, "steps", steps, SEED, seed);
  }

  @Override
  public Job probe() {
    return job(Pairs.ORDERED, 0.5, 10, 0);
  }

  @Override
  SmallRun spec(Job job) {
    return new SmallRun(
        decoder(),
        ModularSum.of(PLATEAU_MODULUS),
        Pairs.valueOf(job.text(PAIRS)),
        job.number(FRACTION),
        job.number(RATE),
        job.number(DECAY),
        job.integer("steps"),
        1,
        EVERY,
        false);
  }

  /** One layer of width 32 with four heads, which reads a, b and one sign. */
  static Architecture decoder() {
    return new Architecture.Transformer(
        PLATEAU_MODULUS + 1,
        3,
        WIDTH,
        4,
        4 * WIDTH,
        1,
        new Activation.Relu(),
        true,
        new Biases(true, true, false),
        PLATEAU_MODULUS);
  }
}
