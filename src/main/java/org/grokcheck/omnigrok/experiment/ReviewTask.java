package org.grokcheck.omnigrok.experiment;

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
import org.grokcheck.data.Review;
import org.grokcheck.data.Vocabulary;
import org.grokcheck.experiment.Job;
import org.grokcheck.math.Seeds;

/**
 * How reviews are read ({@code omnigrok.appA.imdb}): as numbers of frequent words, by two LSTM
 * layers, at the last word. The network has an output a class and the cross-entropy, which on the
 * difference of both outputs is the paper's loss of a single one.
 *
 * @param length of a sequence
 * @param embedding width of a word
 * @param hidden width of a layer
 */
record ReviewTask(int length, int embedding, int hidden) {
  /** Most frequent words, after those that stand in for the notebook's stop words. */
  static final int WORDS = 1000;

  /** Most frequent words of all, which are left out. */
  static final int STOP_WORDS = 100;

  /** Name of the size of a job that is not small. */
  static final String SIZE = "size";

  /** The size of the paper's text. */
  static final ReviewTask PAPER = new ReviewTask(500, 64, 128);

  /** A size that trains in minutes. */
  static final ReviewTask SMALL = new ReviewTask(40, 32, 32);

  /** That of a job. */
  static ReviewTask of(Job job) {
    return job.parameters().containsKey(SIZE) ? PAPER : SMALL;
  }

  Architecture network() {
    return new Architecture.LstmClassifier(WORDS + 1, embedding, hidden, 2, 2);
  }

  /** The first parameters of a draw at α = 1. */
  double[] start(Seeds seeds, int seed) {
    RandomGenerator random = seeds.stream("omnigrok.appA.imdb/w" + seed);
    return Initialization.UNIFORM_FAN_IN.theta(network(), random);
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

  EngineObjective objective(
      Engine engine, Vocabulary words, List<Review> reviews, Precision precision) {
    int[][] rows = reviews.stream().map(r -> words.encode(r.text(), length)).toArray(int[][]::new);
    int[] labels = reviews.stream().mapToInt(r -> r.positive() ? 1 : 0).toArray();
    return engine.objective(
        Model.of(network()),
        new Inputs.Tokens(rows),
        new Targets.Classes(labels),
        Loss.CROSS_ENTROPY,
        precision);
  }
}
