package org.grokcheck.omnigrok.experiment;

import org.grokcheck.compute.Precision;
import org.grokcheck.compute.engine.Engine;
import org.grokcheck.experiment.Experiment;
import org.grokcheck.experiment.Job;
import org.grokcheck.experiment.JobContext;
import org.grokcheck.experiment.Measurements;
import org.grokcheck.experiment.Workload;

/** What the experiments of this paper have in common: networks that are trained on the engine. */
abstract class EngineExperiment implements Experiment {
  /** Number of the independent draw of all that is random in a job. */
  static final String SEED = "seed";

  static final String ALPHA = "alpha";
  static final String GAMMA = "gamma";
  static final String STEPS = "steps";

  @Override
  public final boolean usesEngine() {
    return true;
  }

  @Override
  public final Measurements run(Job job, JobContext context) {
    return run(job, context, Engine.open(context.device()));
  }

  /** Runs a job on an open engine. */
  abstract Measurements run(Job job, JobContext context, Engine engine);

  /**
   * A job whose rounds are its steps.
   *
   * @param kind of jobs whose steps cost the same at one size
   */
  static Workload steps(Job job, String kind, double size) {
    return Workload.rounds(job, STEPS, "step", kind, size);
  }

  /**
   * Rounding grows from step to step, by what the curvature of the loss makes of it; forty steps in
   * double precision stay far below this.
   */
  @Override
  public final double probeBound() {
    return 1e-4;
  }

  /** Probes compute in double precision, long runs in single. */
  final Precision precision(Job job) {
    return job.equals(probe()) ? Precision.FLOAT64 : Precision.FLOAT32;
  }
}
