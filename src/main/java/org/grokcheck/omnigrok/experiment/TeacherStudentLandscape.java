package org.grokcheck.omnigrok.experiment;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.grokcheck.compute.Batches;
import org.grokcheck.compute.OptimizerSettings;
import org.grokcheck.compute.OptimizerSpec;
import org.grokcheck.compute.engine.Engine;
import org.grokcheck.compute.engine.EngineObjective;
import org.grokcheck.compute.engine.Training;
import org.grokcheck.compute.linear.Vectors;
import org.grokcheck.evidence.Scale;
import org.grokcheck.experiment.Job;
import org.grokcheck.experiment.JobContext;
import org.grokcheck.experiment.Measurements;
import org.grokcheck.experiment.Workload;

/**
 * Fig. 2a: losses of the student of Sec. 3 at the end of a minimisation at fixed norm, by Adam with
 * the norm restored after every step, as the paper has it, and by Adam on a free vector whose
 * direction alone counts.
 */
public final class TeacherStudentLandscape extends EngineExperiment {
  /** Name of the procedure of a job. */
  public static final String PROCEDURE = "procedure";

  /** Adam, then W ← W r/‖W‖. */
  public static final String RESCALED = "rescaled";

  /** W = r V/‖V‖, Adam on V. */
  public static final String SPHERE = "sphere";

  /** Training loss at the end. */
  public static final String TRAIN = "train loss";

  /** Test loss at the end. */
  public static final String TEST = "test loss";

  /** Relative distance of the norm from its constant at the end, or 1e-12 where it is less. */
  public static final String DRIFT = "norm drift";

  private static final List<Double> ALPHAS =
      IntStream.rangeClosed(-5, 5).mapToObj(k -> StrictMath.pow(10, k / 5.0)).toList();
  private static final double RATE = 1e-3;
  private static final double ROUNDING = 1e-12;

  @Override
  public String id() {
    return "omnigrok.fig2a";
  }

  @Override
  public List<String> claims() {
    return List.of(
        "omnigrok.fig2a", "omnigrok.rescale-procedure", "omnigrok.sec2.U-shape", "omnigrok.fig1b");
  }

  @Override
  public String title() {
    return "Teacher and student: losses at fixed norm, by two procedures";
  }

  @Override
  public List<String> deviations() {
    return List.of(
        "the paper gives neither steps nor seeds of this figure; the authors' notebook has Adam at"
            + " 3e-4 for 1e4 steps, and counts the first weight matrix twice in the norm; here 1e-3"
            + " for 2000 steps, the plain norm and four seeds");
  }

  @Override
  public List<Job> jobs(Scale scale) {
    return switch (scale) {
      case QUICK -> jobs(1, 300, RATE);
      case DESK -> jobs(4, 2_000, RATE);
      case PAPER -> jobs(4, 100_000, 3e-4);
    };
  }

  private static List<Job> jobs(int seeds, int steps, double rate) {
    return IntStream.range(0, seeds)
        .boxed()
        .flatMap(
            seed ->
                Stream.of(RESCALED, SPHERE)
                    .flatMap(p -> ALPHAS.stream().map(a -> job(p, a, seed, steps, rate))))
        .toList();
  }

  private static Job job(String procedure, double alpha, int seed, int steps, double rate) {
    return Job.of(PROCEDURE, procedure, ALPHA, alpha, SEED, seed, STEPS, steps, "rate", rate);
  }

  @Override
  public Optional<Workload> workload(Job job) {
    return Optional.of(steps(job, job.text(PROCEDURE), 1));
  }

  @Override
  Measurements run(Job job, JobContext context, Engine engine) {
    OptimizerSpec adam = OptimizerSpec.adam(job.number("rate"));
    try (TeacherStudent task = TeacherStudent.draw(engine, context.seeds(), job.integer(SEED))) {
      EngineObjective objective = task.training().objective();
      double[] start = task.start(job.number(ALPHA));
      double[] end = start;
      for (String procedure : job.text(PROCEDURE).split("[+]", -1)) {
        end =
            procedure.equals(SPHERE)
                ? onSphere(objective, end, adam, job.integer(STEPS))
                : rescaled(objective, end, adam, job.integer(STEPS));
      }
      return Measurements.none()
          .with(TRAIN, objective.loss(end))
          .with(TEST, task.test().objective().loss(end))
          .with(DRIFT, Math.max(ROUNDING, Math.abs(Vectors.norm(end) / Vectors.norm(start) - 1)));
    }
  }

  private static double[] onSphere(
      EngineObjective objective, double[] start, OptimizerSpec adam, int steps) {
    SphereDescent descent = new SphereDescent(objective, start, adam);
    descent.run(steps);
    return descent.point();
  }

  private static double[] rescaled(
      EngineObjective objective, double[] start, OptimizerSpec adam, int steps) {
    OptimizerSettings settings =
        new OptimizerSettings(adam, Double.POSITIVE_INFINITY, 0, Vectors.norm(start));
    try (Training training =
        Training.start("omnigrok.fig2a", objective, settings, new Batches.Full(), start)) {
      training.run(steps);
      return training.theta();
    }
  }

  /** Both procedures, one after the other. */
  @Override
  public Job probe() {
    return job(SPHERE + "+" + RESCALED, 0.5, 0, 20, RATE);
  }
}
