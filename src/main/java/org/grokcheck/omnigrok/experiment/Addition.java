package org.grokcheck.omnigrok.experiment;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;
import org.grokcheck.compute.Activation;
import org.grokcheck.compute.Architecture;
import org.grokcheck.compute.Initialization;
import org.grokcheck.compute.Inputs;
import org.grokcheck.compute.Loss;
import org.grokcheck.compute.Model;
import org.grokcheck.compute.Precision;
import org.grokcheck.compute.Targets;
import org.grokcheck.compute.engine.Engine;
import org.grokcheck.compute.engine.EngineObjective;
import org.grokcheck.data.GaussianPoints;

/**
 * The task of Sec. 5.1 ({@code omnigrok.sec51.task}): from E_i + E_j to a random vector for i + j,
 * over the unordered pairs of 0 to 9, with E = m E_random + (1 − m) E_linear.
 */
final class Addition implements AutoCloseable {
  static final int DIGITS = 10;
  static final int WIDTH = 30;
  static final Architecture DECODER =
      new Architecture.Mlp(List.of(1, 200, 200, WIDTH), new Activation.Relu(), true);

  private final EngineObjective training;
  private final EngineObjective test;
  private final double[][] labels;
  private final List<int[]> testPairs;
  private final double[] start;

  private Addition(
      EngineObjective training,
      EngineObjective test,
      double[][] labels,
      List<int[]> testPairs,
      double[] start) {
    this.training = training;
    this.test = test;
    this.labels = labels;
    this.testPairs = testPairs;
    this.start = start;
  }

  /**
   * A draw of the task; decoder, labels, order of the pairs and E_random come from the stream in
   * this order, so that they don't depend on m or on the number of pairs.
   *
   * @param m messiness, in [0, 1]
   * @param pairs number of training pairs, from 1 to 54; the last ten of the 55 are for the test
   */
  static Addition draw(Engine engine, double m, int pairs, RandomGenerator random) {
    double[] start = Initialization.UNIFORM_FAN_IN.theta(DECODER, random);
    double[][] labels = GaussianPoints.draw(2 * DIGITS - 1, WIDTH, 1, random);
    List<int[]> all = shuffledPairs(random);
    double[] embedding = new double[DIGITS];
    for (int i = 0; i < DIGITS; i++) {
      embedding[i] = m * random.nextGaussian() + (1 - m) * (2.0 * i / (DIGITS - 1) - 1);
    }
    List<int[]> testPairs = all.subList(all.size() - 10, all.size());
    return new Addition(
        objective(engine, all.subList(0, pairs), embedding, labels),
        objective(engine, testPairs, embedding, labels),
        labels,
        testPairs,
        start);
  }

  private static List<int[]> shuffledPairs(RandomGenerator random) {
    List<int[]> pairs = new ArrayList<>();
    for (int i = 0; i < DIGITS; i++) {
      for (int j = i; j < DIGITS; j++) {
        pairs.add(new int[] {i, j});
      }
    }
    for (int k = pairs.size() - 1; k > 0; k--) {
      Collections.swap(pairs, k, random.nextInt(k + 1));
    }
    return pairs;
  }

  private static EngineObjective objective(
      Engine engine, List<int[]> pairs, double[] embedding, double[][] labels) {
    double[][] inputs = new double[pairs.size()][];
    double[][] targets = new double[pairs.size()][];
    for (int k = 0; k < pairs.size(); k++) {
      int[] pair = pairs.get(k);
      inputs[k] = new double[] {embedding[pair[0]] + embedding[pair[1]]};
      targets[k] = labels[pair[0] + pair[1]];
    }
    return engine.objective(
        Model.of(DECODER),
        new Inputs.Dense(inputs),
        new Targets.Values(targets),
        Loss.SQUARED,
        Precision.FLOAT64);
  }

  EngineObjective training() {
    return training;
  }

  EngineObjective test() {
    return test;
  }

  /** The decoder's first parameters at α = 1. */
  double[] start() {
    return start;
  }

  /** The share of test pairs whose own label is nearest to the output. */
  double testAccuracy(double[] theta) {
    double[][] outputs = test.outputs(theta);
    int right = 0;
    for (int k = 0; k < outputs.length; k++) {
      int[] pair = testPairs.get(k);
      right += nearest(outputs[k]) == pair[0] + pair[1] ? 1 : 0;
    }
    return (double) right / outputs.length;
  }

  private int nearest(double[] output) {
    int best = 0;
    for (int label = 1; label < labels.length; label++) {
      best = distance(output, labels[label]) < distance(output, labels[best]) ? label : best;
    }
    return best;
  }

  private static double distance(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += (a[i] - b[i]) * (a[i] - b[i]);
    }
    return sum;
  }

  @Override
  public void close() {
    training.close();
    test.close();
  }
}
