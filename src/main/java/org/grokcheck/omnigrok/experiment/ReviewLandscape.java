package org.grokcheck.omnigrok.experiment;

import java.util.List;
import java.util.Optional;
import org.grokcheck.compute.Batches;
import org.grokcheck.compute.OptimizerSettings;
import org.grokcheck.compute.engine.Engine;
import org.grokcheck.compute.engine.Training;
import org.grokcheck.compute.linear.Vectors;
import org.grokcheck.evidence.Scale;
import org.grokcheck.experiment.Job;
import org.grokcheck.experiment.JobContext;
import org.grokcheck.experiment.Measurements;
import org.grokcheck.experiment.Workload;

/**
 * Figs. 4a and 4b: errors of an LSTM on film reviews at fixed norm α, for several numbers N of
 * training reviews.
 */
public final class ReviewLandscape extends EngineExperiment {
  private static final NormGrid GRID =
      new NormGrid(ReviewRuns.REVIEWS, ReviewRuns.BATCH, ReviewRuns.CLIP);

  @Override
  public String id() {
    return "omnigrok.fig4ab";
  }

  @Override
  public List<String> claims() {
    return List.of("omnigrok.fig4ab");
  }

  @Override
  public String title() {
    return "IMDb: training and test error of an LSTM at fixed norm";
  }

  @Override
  public List<String> deviations() {
    return ReviewRuns.deviations(
        "the paper shows 11 norms by 15 sizes up to 50 000, for 5 epochs; desk scale has 4 by 3, up"
            + " to 8000 training reviews, for 200 steps whatever the size, and two draws",
        "accuracies at the last step; the authors' notebook keeps the best test error of a run");
  }

  @Override
  public List<Job> jobs(Scale scale) {
    return switch (scale) {
      case QUICK -> GRID.jobs(1, new double[] {1}, new int[] {100}, 40);
      case DESK -> GRID.jobs(2, new double[] {0.1, 0.3, 1, 6}, new int[] {100, 1000, 8000}, 200);
      case PAPER -> paper();
    };
  }

  /** Three quarters of each data size are trained on, for as many steps at all of them. */
  private static List<Job> paper() {
    return GRID.jobs(2, NormGrid.norms(11, 5), NormGrid.counts(15, 75, 500), 3_750).stream()
        .map(ReviewRuns::large)
        .toList();
  }

  @Override
  public Optional<Workload> workload(Job job) {
    return Optional.of(steps(job, ReviewTask.of(job).toString(), job.number(ReviewRuns.REVIEWS)));
  }

  @Override
  Measurements run(Job job, JobContext context, Engine engine) {
    int seed = job.integer(SEED);
    double[] start =
        Vectors.scaled(job.number(ALPHA), ReviewTask.of(job).start(context.seeds(), seed));
    OptimizerSettings settings = GRID.settings(start);
    Batches batches = GRID.batches(id(), job, context);
    try (Reviews reviews = ReviewRuns.draw(engine, job, context, precision(job));
        Training training = Training.start(id(), reviews.training(), settings, batches, start)) {
      training.run(job.integer(STEPS));
      return Measurements.none()
          .with(Reviews.TRAIN, reviews.trainAccuracy(training))
          .with(Reviews.TEST, reviews.testAccuracy(training))
          .with("train loss", reviews.trainLoss(training));
    }
  }

  @Override
  public Job probe() {
    return GRID.job(2, ReviewRuns.FEW, 0, 8);
  }
}
