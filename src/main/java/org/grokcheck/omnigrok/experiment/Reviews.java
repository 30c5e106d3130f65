package org.grokcheck.omnigrok.experiment;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.grokcheck.compute.Architecture;
import org.grokcheck.compute.Initialization;
import org.grokcheck.compute.Inputs;
import org.grokcheck.compute.Loss;
import org.grokcheck.compute.Model;
import org.grokcheck.compute.Precision;
import org.grokcheck.compute.Targets;
import org.grokcheck.compute.engine.Engine;
import org.grokcheck.compute.engine.EngineObjective;
import org.grokcheck.compute.engine.Training;
import org.grokcheck.compute.linear.Vectors;
import org.grokcheck.data.Imdb;
import org.grokcheck.data.Review;
import org.grokcheck.data.Vocabulary;
import org.grokcheck.math.Seeds;

/**
 * The task of {@code omnigrok.appA.imdb} at a smaller size: the sentiment of film reviews by two
 * LSTM layers, read at the last word. The network has an output a class and the cross-entropy,
 * which on the difference of both outputs is the paper's loss of a single one.
 */
final class Reviews implements AutoCloseable {
  /** Most frequent words, after those that stand in for the notebook's stop words. */
  static final int WORDS = 1000;

  /** Most frequent words of all, which are left out. */
  static final int STOP_WORDS = 100;

  /** Length of a sequence. */
  static final int LENGTH = 40;

  static final Architecture NETWORK = new Architecture.LstmClassifier(WORDS + 1, 32, 32, 2, 2);

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
   * @param reviews to draw from
   * @param count number of training reviews
   * @param tests number of test reviews, others than those
   * @param random the order in which reviews are drawn
   */
  static Reviews draw(
      Engine engine,
      List<Review> reviews,
      int count,
      int tests,
      RandomGenerator random,
      Precision precision) {
    if (reviews.size() < count + tests) {
      throw new IllegalArgumentException(
          "%d reviews are too few for %d to train on and %d to test on"
              .formatted(reviews.size(), count, tests));
    }
    List<Review> order = new ArrayList<>(reviews);
    for (int i = order.size() - 1; i > 0; i--) {
      Collections.swap(order, i, random.nextInt(i + 1));
    }
    List<Review> kept = order.subList(tests, tests + count);
    Vocabulary words = words(kept);
    int[][] rows = encoded(words, kept);
    int[][] held = encoded(words, order.subList(0, tests));
    int shown = Math.min(count, 1000);
    return new Reviews(
        objective(engine, rows, kept, precision),
        objective(engine, Arrays.copyOf(rows, shown), kept.subList(0, shown), precision),
        objective(engine, held, order.subList(0, tests), precision));
  }

  /** The most frequent words without the most frequent of them. */
  static Vocabulary words(List<Review> reviews) {
    Map<String, Integer> numbers = new HashMap<>();
    Vocabulary.of(reviews.stream().map(Review::text).toList(), STOP_WORDS + WORDS)
        .numbers()
        .forEach(
            (word, number) -> {
              if (number > STOP_WORDS) {
                numbers.put(word, number - STOP_WORDS);
              }
            });
    return new Vocabulary(numbers);
  }

  private static int[][] encoded(Vocabulary words, List<Review> reviews) {
    return reviews.stream().map(r -> words.encode(r.text(), LENGTH)).toArray(int[][]::new);
  }

  private static EngineObjective objective(
      Engine engine, int[][] rows, List<Review> reviews, Precision precision) {
    int[] labels = reviews.stream().mapToInt(r -> r.positive() ? 1 : 0).toArray();
    return engine.objective(
        Model.of(NETWORK),
        new Inputs.Tokens(rows),
        new Targets.Classes(labels),
        Loss.CROSS_ENTROPY,
        precision);
  }

  /** Those of the project, or for the probe some made-up ones. */
  static List<Review> reviews(boolean probe) {
    return probe ? made() : Imdb.load(Path.of("")).reviews();
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

  /** The first parameters of a draw at α = 1. */
  static double[] start(Seeds seeds, int seed) {
    return Initialization.UNIFORM_FAN_IN.theta(
        NETWORK, seeds.stream("omnigrok.appA.imdb/w" + seed));
  }

  /** The reviews of a draw. */
  static RandomGenerator order(Seeds seeds, int seed) {
    return seeds.stream("omnigrok.appA.imdb/draw" + seed);
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
