package org.grokcheck.notsawo.experiment;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.grokcheck.experiment.Job;

/** App. E.3: when runs generalise against the learning rate, for two weight decays. */
public final class RateRuns extends SmallRunExperiment {
  /** Weight decays. */
  static final List<Double> DECAYS = List.of(1.0, 3.0);

  /** Learning rates, a factor of about three apart. */
  static final List<Double> RATES = List.of(1e-3, 3e-3, 1e-2, 3e-2, 1e-1, 3e-1);

  /** Draws of split and weights for each. */
  static final int SEEDS = 3;

  /** The number of the first draw; the rates were chosen on others. */
  static final int FIRST_SEED = 10;

  private static final double SHARE = 0.7;
  private static final int DESK_STEPS = 3000;
  private static final int EVERY = 10;

  @Override
  public String id() {
    return "notsawo.appe3.lr_speed";
  }

  @Override
  public List<String> claims() {
    return List.of("notsawo.appe3.lr_speed");
  }

  @Override
  public String title() {
    return "Steps of generalisation against the learning rate, for two weight decays";
  }

  @Override
  public List<String> deviations() {
    return List.of(
        "two embedding tables summed, squared and read out for the paper's decoder of 4·10⁵"
            + " weights, p = 17 for 97, at most 3000 steps, r = 0.7; the paper names no rates");
  }

  @Override
  Stream<Job> jobs(boolean desk) {
    return DECAYS.stream()
        .flatMap(
            decay ->
                RATES.stream()
                    .flatMap(
                        rate ->
                            IntStream.range(0, desk ? SEEDS : 1)
                                .mapToObj(
                                    k ->
                                        job(
                                            rate,
                                            decay,
                                            desk ? DESK_STEPS : 100,
                                            FIRST_SEED + k))));
  }

  private static Job job(double rate, double decay, int steps, int seed) {
    return Job.of(RATE, rate, DECAY, decay, FRACTION, SHARE, STEPS, steps, SEED, seed);
  }

  @Override
  public Job probe() {
    return job(1e-2, 1, 40, 0);
  }

  @Override
  SmallRun spec(Job job) {
    return square(job, 1, EVERY, true);
  }
}
