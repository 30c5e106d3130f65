package org.grokcheck.kumar.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.grokcheck.evidence.Scale;
import org.grokcheck.experiment.Experiment;
import org.grokcheck.experiment.Job;
import org.grokcheck.experiment.JobContext;
import org.grokcheck.experiment.Measurements;

/** Training runs of committee machines with fixed readouts, one a job. */
abstract class CommitteeExperiment implements Experiment {
  /** Series whose name ends so count the extrema of the training loss. */
  static final String EVERY_STEP = "every-step";

  /** Series whose name ends so compare with kernel regression. */
  static final String WITH_KERNEL = "kernel";

  /**
   * All runs at a number of draws, of which {@link #jobs} makes jobs.
   *
   * @param desk whether all series are wanted at the criterion's number of draws; else one small
   *     draw of some
   */
  abstract Stream<CommitteeSetting> settings(boolean desk);

  @Override
  public final List<Job> jobs(Scale scale) {
    return switch (scale) {
      case QUICK -> settings(false).map(CommitteeSetting::job).toList();
      case DESK -> settings(true).map(CommitteeSetting::job).toList();
      case PAPER -> List.of();
    };
  }

  /** What no figure of the polynomial task states. */
  @Override
  public List<String> deviations() {
    return List.of(
        "the paper does not give D, N, α, ε, η₀, |β|, epochs, seeds or thresholds; here they are in"
            + " the names of the jobs, with |β|² = D and N(0, σ²) weights",
        "η = η₀N/α² with η₀ a share of what the kernel's largest eigenvalue allows; time is η₀"
            + " times steps; a run ends before its time where the training loss is 1e-6 of the test"
            + " loss at the start",
        "test losses are exact averages over the population, by eq. (6)");
  }

  @Override
  public Measurements run(Job job, JobContext context) {
    if (job.equals(probe())) {
      return probed(context);
    }
    return run(CommitteeSetting.of(job), context);
  }

  /** Whether the curves of a run are kept, besides the numbers taken from them. */
  boolean isDrawn(CommitteeSetting setting) {
    return setting.seed() == 0;
  }

  private Measurements run(CommitteeSetting setting, JobContext context) {
    CommitteeProblem problem = CommitteeProblem.draw(setting, context.seeds());
    boolean everyStep = setting.series().endsWith(EVERY_STEP);
    Measurements measured =
        new CommitteeRun(problem, everyStep, isDrawn(setting)).run(context.progress());
    return setting.series().endsWith(WITH_KERNEL)
        ? measured.with(
            CommitteeCurves.KERNEL,
            problem.kernelRisk() / problem.risk(problem.subtracted()).total())
        : measured;
  }

  /** Short runs of all that a setting can ask for, the same for every experiment of this kind. */
  @Override
  public final Job probe() {
    return Job.of("probe", "committee");
  }

  private Measurements probed(JobContext context) {
    CommitteeSetting plain = CommitteeSetting.of(WITH_KERNEL, 6, 20, 18, 0.5, 0.25, 40);
    List<CommitteeSetting> all = new ArrayList<>(List.of(plain, plain.sigma(2).share(0.3)));
    all.add(plain.directions(2).momentum(0.9, 0.02));
    all.add(plain.directions(-2).uncentred());
    Measurements together = Measurements.none();
    for (int k = 0; k < all.size(); k++) {
      Measurements one = run(all.get(k), context);
      for (String name :
          List.of(CommitteeCurves.TEST, CommitteeCurves.TRAIN, CommitteeCurves.CHANGE)) {
        together = together.with(k + " " + name, one.values(name));
      }
      together = together.with(k + " kernel", one.values(CommitteeCurves.KERNEL));
    }
    return together;
  }

  /** Sums may be ordered otherwise; the runs are too short to magnify that. */
  @Override
  public final double probeBound() {
    return 1e-8;
  }
}
