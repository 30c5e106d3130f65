package org.grokcheck.notsawo.experiment;

import java.util.List;
import java.util.stream.Stream;
import org.grokcheck.experiment.Job;

/** Sec. 2, App. E.3: when runs with more or less training data fit and generalise. */
public final class DataSizeRuns extends SmallRunExperiment {
  private static final List<Double> FRACTIONS = List.of(0.4, 0.5, 0.6, 0.7, 0.8, 0.9);
  private static final int DESK_STEPS = 3000;
  private static final int EVERY = 5;
  private static final int SEEDS = 4;

  @Override
  public String id() {
    return "notsawo.fig5";
  }

  @Override
  public List<String> claims() {
    return List.of("notsawo.fig5", "notsawo.sec2.more_data", "notsawo.appe.t2_decreasing");
  }

  @Override
  public String title() {
    return "Steps of memorisation and of generalisation against the training fraction";
  }

  @Override
  public List<String> deviations() {
    return List.of(
        "desk scale: two embedding tables summed, squared and read out for the paper's decoder of"
            + " 4·10⁵ weights, p = 17 for 97, learning rate 10⁻² for 10⁻⁴, at most 3000 steps",
        PaperRuns.DEVIATION,
        "4 draws of split and weights for each r; the paper doesn't say how many it has");
  }

  @Override
  Stream<Job> jobs(boolean desk) {
    return FRACTIONS.stream()
        .flatMap(
            r ->
                Stream.iterate(0, k -> k + 1)
                    .limit(desk ? SEEDS : 1)
                    .map(k -> job(r, desk ? DESK_STEPS : 100, k)));
  }

  private static Job job(double fraction, int steps, int seed) {
    return Job.of(RATE, 1e-2, DECAY, 1.0, FRACTION, fraction, STEPS, steps, SEED, seed);
  }

  /** From the least that the paper plots; the fit gives 97 000 steps at r = 0.2. */
  @Override
  Stream<Job> paperJobs() {
    return Stream.concat(
        PaperRuns.fractions(SEEDS, List.of(0.2, 0.25), 150_000),
        PaperRuns.fractions(
            SEEDS, List.of(0.3, 0.35, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9), 2 * PaperRuns.USUAL_STEPS));
  }

  @Override
  public Job probe() {
    return job(0.6, 40, 0);
  }

  @Override
  SmallRun spec(Job job) {
    return PaperRuns.is(job) ? PaperRuns.spec(job, 1, EVERY, true) : square(job, 1, EVERY, true);
  }
}
