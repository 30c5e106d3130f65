package org.grokcheck.notsawo.experiment;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.grokcheck.compute.engine.Engine;
import org.grokcheck.experiment.Job;
import org.grokcheck.experiment.JobContext;
import org.grokcheck.experiment.Measurements;
import org.grokcheck.notsawo.task.ModularSum;
import org.grokcheck.notsawo.task.Pairs;

/** App. G.4: the spikes of a decoder with gradients clipped, and at other learning rates. */
public final class ClippedRuns extends SmallRunExperiment {
  /** Largest norm of a gradient, infinity for none. */
  static final String CLIP = "clip";

  /** The thresholds, from none on. */
  static final List<Double> CLIPS = List.of(Double.POSITIVE_INFINITY, 1.0, 0.1, 0.01);

  /** The learning rate of the ledger's run. */
  static final double USUAL_RATE = 5e-3;

  /** A learning rate at which every run without clipping generalises. */
  static final double FAST_RATE = 1e-2;

  private static final List<Double> CLIPPED_RATES = List.of(USUAL_RATE, FAST_RATE);
  private static final List<Double> SLOW_RATES = List.of(1e-3, 2e-3);

  private static final int DESK_STEPS = 2500;
  private static final int EVERY = 20;
  private static final int SEEDS = 5;

  @Override
  public String id() {
    return "notsawo.appg4.spikes";
  }

  @Override
  public List<String> claims() {
    return List.of("notsawo.appg4.spikes", "notsawo.appg4.small_lr");
  }

  @Override
  public String title() {
    return "Spikes with clipped gradients, and at several learning rates";
  }

  @Override
  public List<String> deviations() {
    return List.of(
        "a decoder of one layer of width 32, which reads a, b and one sign, for the paper's"
            + " decoder of two layers and 4·10⁵ weights; p = 23 for 97, 2500 steps; gradients are"
            + " clipped at learning rates 5·10⁻³ and 10⁻², for 10⁻⁴",
        "thresholds 1, 0.1 and 0.01 for the norm of the whole gradient; the paper gives neither"
            + " thresholds nor the norm");
  }

  @Override
  Stream<Job> jobs(boolean desk) {
    Stream<Job> clipped =
        CLIPPED_RATES.stream()
            .flatMap(
                r -> CLIPS.stream().flatMap(c -> seeds(desk).mapToObj(k -> job(c, r, desk, k))));
    Stream<Job> slow =
        SLOW_RATES.stream().flatMap(r -> seeds(desk).mapToObj(k -> job(CLIPS.get(0), r, desk, k)));
    return Stream.concat(clipped, slow);
  }

  private static IntStream seeds(boolean desk) {
    return IntStream.range(0, desk ? SEEDS : 1);
  }

  private static Job job(double clip, double rate, boolean desk, int seed) {
    return job(clip, rate, desk ? DESK_STEPS : 60, seed);
  }

  private static Job job(double clip, double rate, int steps, int seed) {
    return Job.of(CLIP, clip, RATE, rate, DECAY, 0.3, FRACTION, 0.7, STEPS, steps, SEED, seed);
  }

  @Override
  public Job probe() {
    return job(0.1, USUAL_RATE, 40, 0);
  }

  @Override
  SmallRun spec(Job job) {
    int steps = job.integer(STEPS);
    return SmallRun.of(
        job,
        PlateauRuns.decoder(SmallRunExperiment.LEDGER_MODULUS),
        ModularSum.of(SmallRunExperiment.LEDGER_MODULUS),
        Pairs.ORDERED,
        steps + 1,
        EVERY,
        false);
  }

  /** Runs of one seed share their split and their first weights. */
  @Override
  public Measurements run(Job job, JobContext context) {
    return SpikeSummary.of(
        spec(job)
            .trainClipped(
                id() + "/seed" + job.integer(SEED),
                Engine.open(context.device()),
                context,
                job.number(CLIP)));
  }
}
