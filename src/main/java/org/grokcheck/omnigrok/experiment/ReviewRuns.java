package org.grokcheck.omnigrok.experiment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
 * Fig. 4d: accuracies of an LSTM on film reviews from a large norm with decay, and without both.
 */
public final class ReviewRuns extends EngineExperiment {
  /** Number of training reviews. */
  public static final String REVIEWS = "N";

  /** Training accuracy at which the time to fit is read. */
  public static final double FITTED = 0.99;

  static final int BATCH = 50;

  /** Largest norm of a gradient, as in the authors' notebook. */
  static final double CLIP = 5;

  /** Training reviews of a probe, which needs no data set. */
  static final int FEW = 16;

  private static final int TESTS = 500;
  private static final int PER_DECADE = 20;

  @Override
  public String id() {
    return "omnigrok.fig4d";
  }

  @Override
  public List<String> claims() {
    return List.of("omnigrok.fig4d");
  }

  @Override
  public String title() {
    return "IMDb: accuracies of an LSTM from a large and an ordinary norm";
  }

  @Override
  public List<String> deviations() {
    return deviations(
        "steps: 1200 from α = 6 and 600 from α = 1, for two draws, where the notebook has 75 000"
            + " at a rate of 3e-4; here the rate of the text, 1e-3");
  }

  /** What an experiment on reviews differs in, with what all of them do. */
  static List<String> deviations(String... own) {
    List<String> all = new ArrayList<>(List.of(own));
    all.add(
        "sequences of %d words, embedding and hidden width 32, where the paper has 500, 64 and 128"
                .formatted(ReviewTask.SMALL.length())
            + " (256 in the notebook); one bias a gate, an output a class and the cross-entropy");
    all.add(
        "the %d most frequent words of the training reviews are left out in place of a list of stop"
                .formatted(ReviewTask.STOP_WORDS)
            + " words, and the next %d kept".formatted(ReviewTask.WORDS));
    all.add(
        "reviews are drawn at random from all 50 000 and tested on 500 others; the notebook takes"
            + " 750 and 250 of the first 1000");
    all.add("single precision; training accuracy on at most 1000 of the training reviews");
    return all;
  }

  @Override
  public List<Job> jobs(Scale scale) {
    return switch (scale) {
      case QUICK -> List.of(job(6, 1, 100, 0, 60));
      case DESK -> jobs(2, 1_200);
      case PAPER -> jobs(4, 75_000).stream().map(ReviewRuns::large).toList();
    };
  }

  /** The long runs first, so that both processors are busy to the end. */
  private static List<Job> jobs(int seeds, int steps) {
    List<Job> jobs = new ArrayList<>();
    for (int seed = 0; seed < seeds; seed++) {
      jobs.add(job(6, 1, 750, seed, steps));
    }
    for (int seed = 0; seed < seeds; seed++) {
      jobs.add(job(1, 0, 750, seed, steps / 2));
    }
    return jobs;
  }

  private static Job job(double alpha, double gamma, int count, int seed, int steps) {
    return Job.of(ALPHA, alpha, GAMMA, gamma, REVIEWS, count, SEED, seed, STEPS, steps);
  }

  /** The same job at the size of the paper's text. */
  static Job large(Job job) {
    Map<String, String> parameters = new LinkedHashMap<>(job.parameters());
    parameters.put(ReviewTask.SIZE, "paper");
    return new Job(job.name() + "," + ReviewTask.SIZE + "=paper", parameters);
  }

  @Override
  public Optional<Workload> workload(Job job) {
    return Optional.of(
        steps(job, ReviewTask.of(job).toString(), job.number(REVIEWS))
            .reading(n -> Descent.stops(n, PER_DECADE).size()));
  }

  @Override
  Measurements run(Job job, JobContext context, Engine engine) {
    int seed = job.integer(SEED);
    double[] unit = ReviewTask.of(job).start(context.seeds(), seed);
    OptimizerSettings settings =
        new OptimizerSettings(OptimizerSpec.adamW(1e-3, job.number(GAMMA)), CLIP, 0, 0);
    try (Reviews reviews = draw(engine, job, context, precision(job))) {
      Descent descent =
          new Descent(
              id() + " " + job.name(),
              reviews.training(),
              settings,
              new Batches.Shuffled(BATCH, context.seeds(), id() + "/batches" + seed),
              job.integer(STEPS),
              PER_DECADE);
      double[] start = Vectors.scaled(job.number(ALPHA), unit);
      Curve curve = descent.run(start, reviews.readings(unit), c -> false, context);
      return curve.thinned(1).with("steps to fit", curve.reaches(Reviews.TRAIN, FITTED));
    }
  }

  /** The reviews of a job; those of a probe are few. */
  static Reviews draw(Engine engine, Job job, JobContext context, Precision precision) {
    int count = job.integer(REVIEWS);
    boolean few = count == FEW;
    return Reviews.place(
        engine,
        ReviewTask.of(job),
        Reviews.shuffled(Reviews.reviews(few), context.seeds(), job.integer(SEED)),
        count,
        few ? FEW / 2 : TESTS,
        precision);
  }

  @Override
  public Job probe() {
    return job(2, 1, FEW, 0, 8);
  }
}
