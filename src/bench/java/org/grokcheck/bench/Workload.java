package org.grokcheck.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.grokcheck.compute.Activation;
import org.grokcheck.compute.Architecture;
import org.grokcheck.compute.DeviceChoice;
import org.grokcheck.compute.Inputs;
import org.grokcheck.compute.Loss;
import org.grokcheck.compute.OptimizerSpec;
import org.grokcheck.compute.Precision;
import org.grokcheck.compute.engine.Engine;
import org.grokcheck.compute.engine.EngineMatrix;
import org.grokcheck.compute.linear.PlainMatrix;

/**
 * A task here and the same task at a peer.
 *
 * @param name of the row
 * @param comparison what the ratio tells
 * @param task makes the task
 * @param peer script of the peer with its arguments
 * @param bytes that a step must at least read, where memory sets the pace; else 0
 */
record Workload(
    String name, Comparison comparison, Supplier<Task> task, List<String> peer, double bytes) {

  /** What a ratio of times tells. */
  enum Comparison {
    /** Both sides do the same operations. */
    SAME_ALGORITHM,
    /** This side computes the same numbers in another way. */
    BETTER_ALGORITHM
  }

  private static final double RATE = 0x1p-10;

  static List<Workload> all() {
    return List.of(
        logistic(4000, 1920, Precision.FLOAT32),
        logistic(4000, 1920, Precision.FLOAT64),
        logistic(20000, 4000, Precision.FLOAT32),
        products(Comparison.SAME_ALGORITHM, 4000, 1920, Precision.FLOAT32),
        products(Comparison.SAME_ALGORITHM, 4000, 1920, Precision.FLOAT64),
        products(Comparison.SAME_ALGORITHM, 20000, 4000, Precision.FLOAT32),
        products(Comparison.BETTER_ALGORITHM, 4000, 1920, Precision.FLOAT32),
        products(Comparison.BETTER_ALGORITHM, 4000, 1920, Precision.FLOAT64),
        products(Comparison.BETTER_ALGORITHM, 20000, 4000, Precision.FLOAT32),
        mlp(200, List.of(784, 200, 200, 10), Precision.FLOAT32),
        mlp(200, List.of(784, 200, 200, 10), Precision.FLOAT64),
        mlp(25, List.of(5, 100, 100, 5), Precision.FLOAT32),
        transformer(Comparison.SAME_ALGORITHM),
        transformer(Comparison.BETTER_ALGORITHM));
  }

  private static String word(Precision precision) {
    return precision == Precision.FLOAT32 ? "float32" : "float64";
  }

  private static int[] labels(int samples, int classes) {
    return IntStream.range(0, samples).map(i -> i % classes).toArray();
  }

  private static Workload logistic(int n, int d, Precision precision) {
    String type = word(precision);
    Architecture linear = new Architecture.Mlp(List.of(d, 2), new Activation.Identity(), false);
    double[] start = new double[2 * d];
    for (int k = 0; k < start.length; k++) {
      start[k] = Values.at(k, 0.01);
    }
    return new Workload(
        "logistic regression, two classes, automatic gradient, %d x %d, %s".formatted(n, d, type),
        Comparison.SAME_ALGORITHM,
        () ->
            new EngineTask(
                linear,
                new Inputs.Dense(Values.matrix(n, d, 1)),
                labels(n, 2),
                Loss.CROSS_ENTROPY,
                precision,
                OptimizerSpec.gradientDescent(0.125),
                start),
        List.of("logistic.py", "" + n, "" + d, type, "autograd"),
        2.0 * n * d * (precision == Precision.FLOAT32 ? 4 : 8));
  }

  /** The peer makes two products. */
  private static Workload products(Comparison comparison, int n, int d, Precision precision) {
    String type = word(precision);
    boolean onePass = comparison == Comparison.BETTER_ALGORITHM;
    return new Workload(
        "logistic regression, %s against two products, %d x %d, %s"
            .formatted(onePass ? "one pass" : "two products", n, d, type),
        comparison,
        () -> new LogisticTask(onEngine(n, d, precision), onePass),
        List.of("logistic.py", "" + n, "" + d, type, "products"),
        (onePass ? 1.0 : 2.0) * (precision == Precision.FLOAT32 ? 4 : 8) * n * d);
  }

  private static EngineMatrix onEngine(int n, int d, Precision precision) {
    return Engine.open(new DeviceChoice.Cpu())
        .matrix(PlainMatrix.of(Values.matrix(n, d, 1)), precision);
  }

  private static Workload mlp(int samples, List<Integer> widths, Precision precision) {
    Architecture mlp = new Architecture.Mlp(widths, new Activation.Relu(), true);
    List<String> peer = new ArrayList<>(List.of("mlp.py", word(precision), "" + samples));
    widths.forEach(w -> peer.add("" + w));
    return new Workload(
        "MLP %s, batch %d, AdamW, %s"
            .formatted(
                String.join("-", widths.stream().map(String::valueOf).toList()),
                samples,
                word(precision)),
        Comparison.SAME_ALGORITHM,
        () ->
            new EngineTask(
                mlp,
                new Inputs.Dense(Values.matrix(samples, widths.get(0), 1)),
                labels(samples, mlp.outputs()),
                Loss.SQUARED,
                precision,
                OptimizerSpec.adamW(RATE, 0x1p-7),
                EngineTask.start(mlp)),
        List.copyOf(peer),
        0);
  }

  private static Workload transformer(Comparison comparison) {
    int p = 97;
    int n = (int) (0.3 * p * p);
    int[][] tokens = new int[n][];
    int[] sums = new int[n];
    for (int i = 0; i < n; i++) {
      int pair = i * 7 % (p * p);
      tokens[i] = new int[] {pair / p, pair % p, p};
      sums[i] = (pair / p + pair % p) % p;
    }
    Architecture transformer =
        new Architecture.Transformer(
            p + 1,
            3,
            128,
            4,
            512,
            1,
            new Activation.Relu(),
            false,
            new Architecture.Transformer.Biases(false, true, false),
            p);
    boolean same = comparison == Comparison.SAME_ALGORITHM;
    return new Workload(
        "transformer, a + b mod 97, %d samples, AdamW, float32, %s"
            .formatted(n, same ? "last position alone" : "against all positions"),
        comparison,
        () ->
            new EngineTask(
                transformer,
                new Inputs.Tokens(tokens),
                sums,
                Loss.CROSS_ENTROPY,
                Precision.FLOAT32,
                OptimizerSpec.adamW(RATE, 1),
                transformerStart(transformer)),
        List.of("transformer.py", same ? "pruned" : "naive"),
        0);
  }

  /** The peer scales every block alike. */
  private static double[] transformerStart(Architecture transformer) {
    double[] theta = new double[transformer.parameters()];
    for (int k = 0; k < theta.length; k++) {
      theta[k] = Values.at(k, 1 / Math.sqrt(128));
    }
    return theta;
  }
}
