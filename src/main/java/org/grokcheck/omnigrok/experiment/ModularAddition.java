package org.grokcheck.omnigrok.experiment;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;
import org.grokcheck.compute.Activation;
import org.grokcheck.compute.Architecture;
import org.grokcheck.compute.Architecture.Transformer.Biases;
import org.grokcheck.compute.Initialization;
import org.grokcheck.compute.Inputs;
import org.grokcheck.compute.Layout;
import org.grokcheck.compute.Loss;
import org.grokcheck.compute.Model;
import org.grokcheck.compute.Precision;
import org.grokcheck.compute.Targets;
import org.grokcheck.compute.engine.Engine;
import org.grokcheck.compute.engine.EngineObjective;
import org.grokcheck.compute.engine.Training;
import org.grokcheck.compute.linear.Vectors;

/**
 * The task of {@code omnigrok.sec51.transformer}: (i, j, =) to i + j modulo p, by a one-layer
 * transformer without layer norm, on a share of all ordered pairs; "=" is the token p, and one of
 * the outputs too.
 */
final class ModularAddition implements AutoCloseable {
  static final String TRAIN = "train accuracy";
  static final String TEST = "test accuracy";

  /** Norm of the parameters in units of the first one at α = 1. */
  static final String NORM = "norm";

  private static final int HEADS = 4;

  private final EngineObjective training;
  private final EngineObjective test;
  private final double[] start;

  private ModularAddition(EngineObjective training, EngineObjective test, double[] start) {
    this.training = training;
    this.test = test;
    this.start = start;
  }

  /** The paper's network where p = 113; a smaller one below. */
  static Architecture network(int p) {
    int width = p >= 113 ? 128 : 48;
    return new Architecture.Transformer(
        p + 1,
        3,
        width,
        HEADS,
        4 * width,
        1,
        new Activation.Relu(),
        false,
        new Biases(false, true, false),
        p + 1);
  }

  /**
   * A draw of parameters and of the pairs to train on.
   *
   * @param p modulus
   * @param fraction share of the pairs to train on, in (0, 1)
   */
  static ModularAddition draw(
      Engine engine, int p, double fraction, Precision precision, RandomGenerator random) {
    Architecture network = network(p);
    double[] start = firstParameters(network, random);
    List<int[]> pairs = new ArrayList<>();
    for (int i = 0; i < p * p; i++) {
      pairs.add(new int[] {i / p, i % p, p});
    }
    for (int k = pairs.size() - 1; k > 0; k--) {
      Collections.swap(pairs, k, random.nextInt(k + 1));
    }
    int count = (int) Math.round(fraction * pairs.size());
    return new ModularAddition(
        objective(engine, network, p, pairs.subList(0, count), precision),
        objective(engine, network, p, pairs.subList(count, pairs.size()), precision),
        start);
  }

  /**
   * Variance 1/d in every matrix but the last, which has 1/(p + 1), whatever their fan-in, as the
   * authors' notebook has it.
   */
  static double[] firstParameters(Architecture network, RandomGenerator random) {
    double[] theta = Initialization.NORMAL_FAN_IN.theta(network, random);
    Layout layout = network.layout();
    scale(theta, layout.block("1.down"), layout.block("1.down").columns());
    scale(theta, layout.block("output"), layout.block("output").columns());
    return theta;
  }

  private static void scale(double[] theta, Layout.Block block, int inverseVariance) {
    double factor = Math.sqrt((double) block.fanIn() / inverseVariance);
    for (int i = 0; i < block.size(); i++) {
      theta[block.offset() + i] *= factor;
    }
  }

  private static EngineObjective objective(
      Engine engine, Architecture network, int p, List<int[]> pairs, Precision precision) {
    int[] sums = pairs.stream().mapToInt(pair -> (pair[0] + pair[1]) % p).toArray();
    return engine.objective(
        Model.of(network),
        new Inputs.Tokens(pairs.toArray(int[][]::new)),
        new Targets.Classes(sums),
        Loss.CROSS_ENTROPY,
        precision);
  }

  EngineObjective training() {
    return training;
  }

  double[] start() {
    return start;
  }

  Readings readings() {
    double unit = Vectors.norm(start);
    return new Readings(List.of(TRAIN, TEST, NORM), run -> read(run, unit));
  }

  private double[] read(Training run, double unit) {
    return new double[] {run.accuracy(training), run.accuracy(test), run.norm() / unit};
  }

  @Override
  public void close() {
    training.close();
    test.close();
  }
}
