package org.grokcheck.notsawo.experiment;

import java.util.List;
import java.util.stream.Stream;
import org.grokcheck.experiment.Job;

/**
 * Secs. 3, App. E: a grid of learning rates and weight decays, the losses of the first steps kept.
 */
public final class SpectralGrid extends SmallRunExperiment {
  /** How many of the first losses are looked at. */
  public static final int WINDOW = 60;

  private static final List<Double> RATES = List.of(1e-3, 3e-3, 1e-2, 3e-2);
  private static final List<Double> DECAYS = List.of(0.0, 0.3, 1.0, 3.0);
  private static final double SHARE = 0.7;
  private static final int DESK_STEPS = 2000;
  private static final int PAPER_WINDOW = 400;
  private static final int EVERY = 10;
  private static final int SEEDS = 3;

  @Override
  public String id() {
    return "notsawo.sec3.forecast";
  }

  @Override
  public List<String> claims() {
    return List.of(
        "notsawo.sec3.forecast",
        "notsawo.ext.spectral_baseline",
        "notsawo.fig2",
        "notsawo.fig6",
        "notsawo.sec3.small_lr_wd",
        "notsawo.sec3.large_lr");
  }

  @Override
  public String title() {
    return "Early loss energies of runs that generalise and of runs that don't";
  }

  @Override
  public List<String> deviations() {
    return List.of(
        "desk scale: two embedding tables summed, squared and read out for the paper's decoder of"
            + " 4·10⁵ weights, p = 17 for 97, 2000 steps for 10000, 60 losses for 400, r = 0.7",
        PaperRuns.DEVIATION,
        "the paper's grid of learning rates and decays isn't in its text; here 4 by 4, 3 draws"
            + " each, and at paper scale 5 by 5, one draw each");
  }

  @Override
  Stream<Job> jobs(boolean desk) {
    int seeds = desk ? SEEDS : 1;
    return RATES.stream()
        .flatMap(
            rate ->
                DECAYS.stream()
                    .flatMap(
                        decay ->
                            Stream.iterate(0, k -> k + 1)
                                .limit(seeds)
                                .map(k -> job(rate, decay, desk ? DESK_STEPS : 100, k))));
  }

  private static Job job(double rate, double decay, int steps, int seed) {
    return Job.of(RATE, rate, DECAY, decay, FRACTION, SHARE, STEPS, steps, SEED, seed);
  }

  /** Addition at r = 0.5; the window is the paper's. */
  @Override
  Stream<Job> paperJobs() {
    return Stream.of(1e-4, 3e-4, 1e-3, 3e-3, 1e-2)
        .flatMap(
            rate ->
                Stream.of(0.0, 0.1, 0.3, 1.0, 3.0)
                    .flatMap(
                        decay ->
                            PaperRuns.draws(
                                1,
                                PaperRuns.Table.ADDITION,
                                rate,
                                decay,
                                0.5,
                                PaperRuns.USUAL_STEPS)));
  }

  @Override
  public Job probe() {
    return job(1e-2, 1, 40, 0);
  }

  @Override
  SmallRun spec(Job job) {
    return PaperRuns.is(job)
        ? PaperRuns.spec(job, PAPER_WINDOW, EVERY, true)
        : square(job, WINDOW, EVERY, true);
  }
}
