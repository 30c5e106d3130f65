package org.grokcheck.kumar.experiment;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.DoubleConsumer;
import java.util.function.LongConsumer;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.grokcheck.compute.engine.Engine;
import org.grokcheck.compute.engine.EngineObjective;
import org.grokcheck.compute.engine.Training;
import org.grokcheck.evidence.Scale;
import org.grokcheck.experiment.Experiment;
import org.grokcheck.experiment.Job;
import org.grokcheck.experiment.JobContext;
import org.grokcheck.experiment.Measurements;
import org.grokcheck.experiment.Workload;

/** Training runs on the engine, one a job. */
abstract class EngineExperiment implements Experiment {
  /** Steps at which the curves are taken. */
  static final String STEPS = "steps";

  /** Loss on the training set. */
  static final String TRAIN = "train";

  /** Loss on the test set or the population. */
  static final String TEST = "test";

  /** Share of training items whose largest output is that of their class. */
  static final String TRAIN_ACCURACY = "train accuracy";

  /** The same of test items. */
  static final String TEST_ACCURACY = "test accuracy";

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

  /** Factor of the number of steps from one look at the state to the next. */
  abstract double growth();

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

  @Override
  public final Optional<Workload> workload(Job job) {
    return Optional.of(
        Workload.rounds(job, STEPS, "step", kind(job), 0).reading(n -> looks(n).count() + 2));
  }

  /** The parameters of a job but those that don't change what a step costs. */
  private static String kind(Job job) {
    Map<String, String> rest = new TreeMap<>(job.parameters());
    rest.keySet().removeAll(List.of(STEPS, SEED, "alpha", "decay", "eta0"));
    return rest.toString();
  }

  /** Numbers of steps after which the state is looked at, the start apart. */
  private LongStream looks(long steps) {
    return LongStream.iterate(
            0, done -> done < steps, done -> Math.max(done + 1, (long) (done * growth())))
        .skip(1);
  }

  /** Trains and looks at the start, at the {@link #looks}, and at the end. */
  final void follow(Training training, long steps, LongConsumer look, DoubleConsumer progress) {
    look.accept(0);
    long done = 0;
    for (long next : LongStream.concat(looks(steps), LongStream.of(steps)).toArray()) {
      training.run(next - done);
      done = next;
      look.accept(done);
      progress.accept((double) done / steps);
    }
  }

  /** Trains a classifier and keeps losses, accuracies and the norm. */
  final Measurements classifierCurves(
      Training training, EngineObjective train, EngineObjective test, Job job, JobContext context) {
    CurveTable curves = new CurveTable(STEPS, TRAIN, TEST, TRAIN_ACCURACY, TEST_ACCURACY, NORM);
    follow(
        training,
        job.integer(STEPS),
        step ->
            curves.add(
                (double) step,
                training.loss(),
                training.loss(test),
                training.accuracy(train),
                training.accuracy(test),
                training.norm()),
        context.progress());
    return curves.measurements();
  }
}
