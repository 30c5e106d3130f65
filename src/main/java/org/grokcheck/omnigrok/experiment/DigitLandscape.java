package org.grokcheck.omnigrok.experiment;

import java.util.List;
import java.util.Optional;
import org.grokcheck.compute.Batches;
import org.grokcheck.compute.Loss;
import org.grokcheck.compute.OptimizerSettings;
import org.grokcheck.compute.engine.Engine;
import org.grokcheck.compute.engine.Training;
import org.grokcheck.compute.linear.Vectors;
import org.grokcheck.evidence.Scale;
import org.grokcheck.experiment.Job;
import org.grokcheck.experiment.JobContext;
import org.grokcheck.experiment.Measurements;
import org.grokcheck.experiment.Workload;

/** Figs. 3a to 3c: errors on MNIST at fixed norm α, for several numbers N of training images. */
public final class DigitLandscape extends EngineExperiment {
  private static final NormGrid GRID =
      new NormGrid(DigitRuns.IMAGES, 100, Double.POSITIVE_INFINITY);

  @Override
  public String id() {
    return "omnigrok.fig3a";
  }

  @Override
  public List<String> claims() {
    return List.of("omnigrok.fig3a", "omnigrok.fig3b", "omnigrok.fig3c");
  }

  @Override
  public String title() {
    return "MNIST: training and test error at fixed norm";
  }

  @Override
  public List<String> deviations() {
    return List.of(
        "the paper shows 21 norms by 28 sizes up to 60 000 at 1e4 steps; desk scale has 6 by 3, up"
            + " to 5000, at 1500 steps, and four seeds",
        "accuracies at the last step on 2000 test images; the authors' notebook keeps the best test"
            + " error of a run",
        "single precision, where the notebook has double");
  }

  @Override
  public List<Job> jobs(Scale scale) {
    return switch (scale) {
      case QUICK -> List.of(GRID.job(1, 100, 0, 300));
      case DESK ->
          GRID.jobs(4, new double[] {0.1, 0.4, 0.7, 1, 2, 4}, new int[] {100, 1000, 5000}, 1500);
      case PAPER -> GRID.jobs(1, NormGrid.norms(21, 10), NormGrid.counts(28, 10, 6000), 10_000);
    };
  }

  @Override
  public Optional<Workload> workload(Job job) {
    return Optional.of(steps(job, "", job.number(DigitRuns.IMAGES)));
  }

  @Override
  Measurements run(Job job, JobContext context, Engine engine) {
    double[] start =
        Vectors.scaled(job.number(ALPHA), Digits.start(context.seeds(), job.integer(SEED)));
    OptimizerSettings settings = GRID.settings(start);
    Batches batches = GRID.batches(id(), job, context);
    int count = job.integer(DigitRuns.IMAGES);
    try (Digits digits = Digits.load(engine, count, 2_000, Loss.SQUARED, precision(job));
        Training training = Training.start(id(), digits.training(), settings, batches, start)) {
      training.run(job.integer(STEPS));
      return Measurements.none()
          .with(Digits.TRAIN, training.accuracy(digits.training()))
          .with(Digits.TEST, digits.testAccuracy(training))
          .with("train loss", training.loss());
    }
  }

  @Override
  public Job probe() {
    return GRID.job(1, 50, 0, 20);
  }
}
