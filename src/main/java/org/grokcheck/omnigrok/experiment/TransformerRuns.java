package org.grokcheck.omnigrok.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.grokcheck.compute.Batches;
import org.grokcheck.compute.OptimizerSettings;
import org.grokcheck.compute.OptimizerSpec;
import org.grokcheck.compute.Precision;
import org.grokcheck.compute.engine.Engine;
import org.grokcheck.compute.linear.Vectors;
import org.grokcheck.evidence.Scale;
import org.grokcheck.experiment.Job;
import org.grokcheck.experiment.JobContext;
import org.grokcheck.experiment.Measurements;
import org.grokcheck.experiment.Workload;

/**
 * Fig. 7a: a one-layer transformer on modular addition, with free and with fixed norm; at the
 * paper's size also the runs of Figs. 7b and 10a.
 */
public final class TransformerRuns extends EngineExperiment {
  /** Whether the norm is free or fixed. */
  public static final String CONSTRAINT = "constraint";

  /** Share of all pairs that is trained on. */
  public static final String FRACTION = "fraction";

  /** Accuracy at which both times are read. */
  public static final double LEVEL = 0.95;

  static final String FREE = "free";
  static final String FIXED = "fixed";
  private static final String MODULUS = "p";
  static final int SMALL = 31;
  static final int PER_DECADE = 60;

  @Override
  public String id() {
    return "omnigrok.fig7a";
  }

  @Override
  public List<String> claims() {
    return List.of(
        "omnigrok.fig7a",
        "omnigrok.fig7b",
        "omnigrok.appD.full",
        "omnigrok.fig9",
        "omnigrok.fig10a",
        "omnigrok.appB.critical",
        "omnigrok.sec51.eliminate");
  }

  @Override
  public String title() {
    return "Modular addition: accuracies and norm of a one-layer transformer";
  }

  @Override
  public List<String> deviations() {
    return List.of(
        "the paper has p = 113, width 128, 512 hidden units and a training share of 0.3; desk scale"
            + " has p = 31, width 48, 192 hidden units and shares of 0.3 to 0.6",
        "β = (0.9, 0.98), a full batch and normal first weights as in the authors' notebook; the"
            + " text does not give them; single precision, where the notebook has double");
  }

  @Override
  public List<Job> jobs(Scale scale) {
    return switch (scale) {
      case QUICK -> List.of(job(SMALL, FREE, 1, 3, 0.6, 0, 200));
      case DESK -> desk();
      case PAPER -> paper();
    };
  }

  private static List<Job> desk() {
    List<Job> jobs = new ArrayList<>();
    for (int seed = 0; seed < 2; seed++) {
      jobs.add(job(SMALL, FREE, 1, 3, 0.6, seed, 3_000));
      jobs.add(job(SMALL, FIXED, 0.8, 0, 0.6, seed, 1_000));
      jobs.add(job(SMALL, FREE, 1, 2, 0.6, seed, 3_000));
      jobs.add(job(SMALL, FIXED, 1, 0, 0.6, seed, 1_500));
      jobs.add(job(SMALL, FIXED, 0.8, 0, 0.3, seed, 1_500));
      jobs.add(job(SMALL, FIXED, 0.8, 0, 0.5, seed, 1_500));
      for (double alpha : new double[] {0.4, 1.5, 3}) {
        jobs.add(job(SMALL, FIXED, alpha, 0, 0.5, seed, 600));
      }
    }
    return jobs;
  }

  private static List<Job> paper() {
    List<Job> jobs = new ArrayList<>();
    for (int seed = 0; seed < 4; seed++) {
      jobs.add(job(113, FREE, 1, 1, 0.3, seed, 15_000));
      jobs.add(job(113, FIXED, 0.8, 0, 0.3, seed, 15_000));
      for (double gamma : new double[] {0.01, 0.03, 0.1, 0.3}) {
        jobs.add(job(113, FREE, 1, gamma, 0.3, seed, (int) (10_000 / gamma)));
      }
    }
    return jobs;
  }

  static Job job(
      int p, String norm, double alpha, double gamma, double fraction, int seed, int steps) {
    return Job.of(
        MODULUS,
        p,
        CONSTRAINT,
        norm,
        ALPHA,
        alpha,
        GAMMA,
        gamma,
        FRACTION,
        fraction,
        SEED,
        seed,
        STEPS,
        steps);
  }

  @Override
  public Optional<Workload> workload(Job job) {
    return Optional.of(work(job));
  }

  static Workload work(Job job) {
    return steps(job, job.text(MODULUS) + "," + job.text(CONSTRAINT), job.number(FRACTION))
        .reading(n -> Descent.stops(n, PER_DECADE).size());
  }

  @Override
  Measurements run(Job job, JobContext context, Engine engine) {
    return train(id(), job, context, engine, precision(job), curve -> false);
  }

  /**
   * Trains the network of a job; draws are the same in all experiments on this task.
   *
   * @param id of the experiment
   * @param done ends the run early
   */
  static Measurements train(
      String id,
      Job job,
      JobContext context,
      Engine engine,
      Precision precision,
      Predicate<Curve> done) {
    try (ModularAddition task =
        ModularAddition.draw(
            engine,
            job.integer(MODULUS),
            job.number(FRACTION),
            precision,
            context.seeds().stream("omnigrok.sec5/draw" + job.text(SEED)))) {
      double[] start = Vectors.scaled(job.number(ALPHA), task.start());
      OptimizerSpec adam = new OptimizerSpec.Adam(1e-3, 0.9, 0.98, 1e-8, job.number(GAMMA), true);
      double norm = job.text(CONSTRAINT).equals(FIXED) ? Vectors.norm(start) : 0;
      Descent descent =
          new Descent(
              id + " " + job.name(),
              task.training(),
              new OptimizerSettings(adam, Double.POSITIVE_INFINITY, 0, norm),
              new Batches.Full(),
              job.integer(STEPS),
              PER_DECADE);
      return events(descent.run(start, task.readings(), done, context));
    }
  }

  /** Fitted, and generalising. */
  static boolean generalises(Curve curve) {
    return Double.isFinite(curve.reaches(ModularAddition.TRAIN, LEVEL))
        && Double.isFinite(curve.reaches(ModularAddition.TEST, LEVEL));
  }

  private static Measurements events(Curve curve) {
    return curve
        .thinned(3)
        .with("steps to fit", curve.reaches(ModularAddition.TRAIN, LEVEL))
        .with("steps to generalise", curve.reaches(ModularAddition.TEST, LEVEL))
        .with("steps to peak", curve.column(Curve.STEPS)[curve.peak(ModularAddition.NORM)])
        .with("peak norm", curve.column(ModularAddition.NORM)[curve.peak(ModularAddition.NORM)]);
  }

  @Override
  public Job probe() {
    return job(7, FREE, 1, 3, 0.6, 0, 40);
  }
}
