package org.grokcheck.kumar.experiment;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.grokcheck.experiment.Measurements;
import org.grokcheck.kumar.MomentState;
import org.grokcheck.kumar.MomentTraining;

/**
 * Labelled points of which the first half is for training, and a committee machine of 300 neurons
 * that starts from given moments and subtracts its output there.
 *
 * @param start moments of the first weights
 * @param eps ε
 * @param points X of both halves
 * @param labels y of both halves
 */
record SplitTask(MomentState start, double eps, double[][] points, double[] labels) {
  /** First steps after which the loss of each half is at most a level. */
  static final String TRAIN_STEPS = " train steps";

  /** See {@link #TRAIN_STEPS}. */
  static final String TEST_STEPS = " test steps";

  /** Last loss of the training half over its loss at the start. */
  static final String FINAL_TRAIN = " final train";

  /** The same of the other half. */
  static final String FINAL_TEST = " final test";

  /** Levels, as shares of each half's loss at the start. */
  static final List<Double> LEVELS = List.of(0.7, 0.6, 0.5);

  private static final int WIDTH = 300;

  private int half() {
    return points.length / 2;
  }

  /** Whether the kernel has full rank on the training half. */
  boolean isBelowTheThreshold() {
    int d = start.dimension();
    return half() < d * (d + 3) / 2;
  }

  /** The loss of kernel regression on the other half, over its mean square of labels. */
  double kernelLoss() {
    KernelFit fit = KernelFit.of(start, eps, inputs(true), labels(true));
    double[] test = labels(false);
    double[] errors = new double[test.length];
    for (int i = 0; i < test.length; i++) {
      errors[i] = test[i] - fit.at(points[half() + i]);
    }
    return MomentTraining.meanSquare(errors) / MomentTraining.meanSquare(test);
  }

  /** Trains at an output scale and adds what is measured under names with a prefix. */
  Measurements train(double alpha, int steps, Measurements before, String prefix) {
    MomentTraining training = new MomentTraining(alpha, eps, inputs(true), labels(true), start);
    MomentTraining test = new MomentTraining(alpha, eps, inputs(false), labels(false), start);
    double rate = WIDTH / (alpha * alpha) * half() / (2 * largestEigenvalue());
    double[][] losses = new double[2][steps + 1];
    MomentState now = start;
    for (int k = 0; k <= steps; k++) {
      double[] residuals = training.residuals(now);
      losses[0][k] = MomentTraining.meanSquare(residuals);
      losses[1][k] = test.loss(now);
      now = training.move(residuals, rate, WIDTH).of(now);
    }
    return before
        .with(prefix + TRAIN_STEPS, falls(losses[0]))
        .with(prefix + TEST_STEPS, falls(losses[1]))
        .with(prefix + FINAL_TRAIN, losses[0][steps] / losses[0][0])
        .with(prefix + FINAL_TEST, losses[1][steps] / losses[1][0]);
  }

  private static double[] falls(double[] losses) {
    ToDoubleFunction<Double> first =
        level -> {
          for (int k = 0; k < losses.length; k++) {
            if (losses[k] <= level * losses[0]) {
              return k;
            }
          }
          return Double.POSITIVE_INFINITY;
        };
    return LEVELS.stream().mapToDouble(first).toArray();
  }

  private double[][] inputs(boolean training) {
    return training
        ? Arrays.copyOfRange(points, 0, half())
        : Arrays.copyOfRange(points, half(), points.length);
  }

  private double[] labels(boolean training) {
    return training
        ? Arrays.copyOfRange(labels, 0, half())
        : Arrays.copyOfRange(labels, half(), labels.length);
  }

  /** Of K₅ on the training half, by power iteration from its row sums. */
  private double largestEigenvalue() {
    double[][] gram = KernelFit.gram(start, eps, inputs(true));
    double[] v = new double[gram.length];
    Arrays.fill(v, 1);
    double norm = 0;
    for (int k = 0; k < 50; k++) {
      double[] image = new double[v.length];
      for (int i = 0; i < v.length; i++) {
        for (int j = 0; j < v.length; j++) {
          image[i] += gram[i][j] * v[j];
        }
      }
      norm = Math.sqrt(Arrays.stream(image).map(x -> x * x).sum());
      for (int i = 0; i < v.length; i++) {
        v[i] = image[i] / norm;
      }
    }
    return norm;
  }
}
