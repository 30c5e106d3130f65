package org.grokcheck.kumar.experiment;

import java.util.List;
import java.util.function.DoubleConsumer;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import org.grokcheck.compute.engine.Engine;
import org.grokcheck.compute.engine.Training;
import org.grokcheck.evidence.Scale;
import org.grokcheck.experiment.Experiment;
import org.grokcheck.experiment.Job;
import org.grokcheck.experiment.JobContext;
import org.grokcheck.experiment.Measurements;

/** Training runs on the engine, one a job. */
abstract class EngineExperiment implements Experiment {
  /** Steps at which the curves are taken. */
  static final String STEPS = "steps";

  /** Loss on the training set. */
  static final String TRAIN = "train";

  /** Loss on the test set or the population. */
  static final String TEST = "test";

  /** ‖θ‖. */
  static final String NORM = "norm";

  /** Parameter of a job: number of the draw. */
  static final String SEED = "seed";

  private static final Job PROBE = Job.of("probe", "engine");

  /**
   * The jobs.
   *
   * @param desk whether all are wanted, at the criterion's number of draws; else a few short ones
   */
  abstract Stream<Job> jobs(boolean desk);

  /** The jobs at the paper's size; none unless an experiment has some. */
  Stream<Job> paperJobs() {
    return Stream.of();
  }

  /** Trains one network. */
  abstract Measurements train(Job job, Engine engine, JobContext context);

  /** Short jobs that between them go through all of {@link #train}. */
  abstract List<Job> probes();

  @Override
  public final List<Job> jobs(Scale scale) {
    return switch (scale) {
      case QUICK -> jobs(false).toList();
      case DESK -> jobs(true).toList();
      case PAPER -> paperJobs().toList();
    };
  }

  @Override
  public final boolean usesEngine() {
    return true;
  }

  @Override
  public final Measurements run(Job job, JobContext context) {
    Engine engine = Engine.open(context.device());
    if (!job.equals(PROBE)) {
      return train(job, engine, context);
    }
    Measurements all = Measurements.none();
    for (Job probe : probes()) {
      Measurements one = train(probe, engine, context);
      for (String name : one.series().keySet()) {
        all = all.with(probe.name() + " " + name, one.values(name));
      }
    }
    return all;
  }

  @Override
  public final Job probe() {
    return PROBE;
  }

  /** Short runs in double precision; vector instructions order their sums otherwise. */
  @Override
  public final double probeBound() {
    return 1e-6;
  }

  /**
   * Trains and looks at the start, whenever the number of steps has grown by a factor, and at the
   * end.
   */
  static void follow(
      Training training, long steps, double growth, LongConsumer look, DoubleConsumer progress) {
    look.accept(0);
    long done = 0;
    while (done < steps) {
      long next = Math.min(steps, Math.max(done + 1, (long) (done * growth)));
      training.run(next - done);
      done = next;
      look.accept(done);
      progress.accept((double) done / steps);
    }
  }
}
