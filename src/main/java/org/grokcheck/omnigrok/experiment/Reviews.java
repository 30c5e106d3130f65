package org.grokcheck.omnigrok.experiment;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.grokcheck.compute.Precision;
import org.grokcheck.compute.engine.Engine;
import org.grokcheck.compute.engine.EngineObjective;
import org.grokcheck.compute.engine.Training;
import org.grokcheck.compute.linear.Vectors;
import org.grokcheck.data.Imdb;
import org.grokcheck.data.Review;
import org.grokcheck.data.Vocabulary;
import org.grokcheck.math.Seeds;

/** A draw of film reviews ({@code omnigrok.appA.imdb}), to train and to test on. */
final class Reviews implements AutoCloseable {
  private static final int SHOWN = 1000;

  /** Accuracy on the training reviews, or the first thousand of them. */
  static final String TRAIN = "train accuracy";

  /** Accuracy on the test reviews. */
  static final String TEST = "test accuracy";

  /** Norm of the parameters in units of that at α = 1. */
  static final String NORM = "norm";

  private final EngineObjective training;
  private final EngineObjective seen;
  private final EngineObjective test;

  private Reviews(EngineObjective training, EngineObjective seen, EngineObjective test) {
    this.training = training;
    this.seen = seen;
    this.test = test;
  }

  /**
   * Places a draw of reviews on the device. The test reviews are the same for every number of
   * training reviews, and fewer of these are among more. Words are counted in training reviews.
   *
   * @param task how they are read
   * @param reviews to draw from, in the order of the draw
   * @param count number of training reviews
   * @param tests number of test reviews, others than those
   */
  static Reviews place(
      Engine engine,
      ReviewTask task,
      List<Review> reviews,
      int count,
      int tests,
      Precision precision) {
    if (reviews.size() < count + tests) {
      throw new IllegalArgumentException(
          "%d reviews are too few for %d to train on and %d to test on"
              .formatted(reviews.size(), count, tests));
    }
    List<Review> kept = reviews.subList(tests, tests + count);
    Vocabulary words = ReviewTask.words(kept);
    return new Reviews(
        task.objective(engine, words, kept, precision),
        task.objective(engine, words, kept.subList(0, Math.min(count, SHOWN)), precision),
        task.objective(engine, words, reviews.subList(0, tests), precision));
  }

  /** Reviews in the order of a draw. */
  static List<Review> shuffled(List<Review> reviews, Seeds seeds, int seed) {
    return NormGrid.shuffled(reviews, seeds.stream("omnigrok.appA.imdb/draw" + seed));
  }

  /** Those of the project, or for the probe some made-up ones. */
  static List<Review> reviews(boolean probe) {
    return probe ? made() : Loaded.REVIEWS;
  }

  /** The reviews of the project, read once for all jobs. */
  private static final class Loaded {
    static final List<Review> REVIEWS = Imdb.load(Path.of("")).reviews();
  }

  private static List<Review> made() {
    List<Review> reviews = new ArrayList<>();
    for (int i = 0; i < 24; i++) {
      StringBuilder text = new StringBuilder();
      for (int word = 0; word < 90; word++) {
        int number = (7 * i * i + 31 * word + word * word * (i + 1)) % 400;
        text.append(' ').append((char) ('a' + number % 26)).append((char) ('a' + number / 26));
      }
      reviews.add(new Review(text.toString(), i % 3 == 0));
    }
    return reviews;
  }

  EngineObjective training() {
    return training;
  }

  /**
   * Both accuracies and the norm.
   *
   * @param start parameters at α = 1
   */
  Readings readings(double[] start) {
    double one = Vectors.norm(start);
    return new Readings(
        List.of(TRAIN, TEST, NORM),
        run -> new double[] {trainAccuracy(run), testAccuracy(run), run.norm() / one});
  }

  double trainAccuracy(Training run) {
    return run.accuracy(seen);
  }

  /** Cross-entropy of the reviews on which the training accuracy is read. */
  double trainLoss(Training run) {
    return run.loss(seen);
  }

  double testAccuracy(Training run) {
    return run.accuracy(test);
  }

  @Override
  public void close() {
    training.close();
    seen.close();
    test.close();
  }
}
