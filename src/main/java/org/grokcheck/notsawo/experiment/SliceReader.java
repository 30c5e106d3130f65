package org.grokcheck.notsawo.experiment;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import org.grokcheck.compute.Precision;
import org.grokcheck.compute.engine.Engine;
import org.grokcheck.compute.engine.EngineObjective;
import org.grokcheck.compute.linear.Vectors;
import org.grokcheck.notsawo.curvature.LandscapeSlice;
import org.grokcheck.notsawo.task.Operation;
import org.grokcheck.notsawo.task.Pairs.Pair;
import org.grokcheck.notsawo.task.Split;

/** Losses and accuracies along lines through parameter space, in double precision. */
final class SliceReader implements AutoCloseable {
  /** Points of a slice: 60 steps, halved twice. */
  static final int POINTS = 241;

  /** How many fine steps make a coarse one. */
  static final int COARSE = 4;

  /** How many fine steps make a middle one. */
  static final int MIDDLE = 2;

  private static final MathContext KEPT = new MathContext(6);

  private final EngineObjective train;
  private final EngineObjective validation;
  private final int[] trainLabels;
  private final int[] validationLabels;

  /**
   * Reads the landscape of a run.
   *
   * @param run what was trained
   * @param split on what
   */
  SliceReader(SmallRun run, Split<Pair> split, Engine engine) {
    train = run.objective(engine, split.training(), Precision.FLOAT64);
    validation = run.objective(engine, split.validation(), Precision.FLOAT64);
    trainLabels = labels(run.operation(), split.training());
    validationLabels = labels(run.operation(), split.validation());
  }

  private static int[] labels(Operation operation, List<Pair> pairs) {
    return pairs.stream().mapToInt(x -> operation.answer(x.a(), x.b())).toArray();
  }

  /**
   * What is read at a point.
   *
   * @param loss of the training pairs
   * @param training accuracy
   * @param validation accuracy
   */
  record Values(double loss, double training, double validation) {}

  /**
   * A slice.
   *
   * @param loss of the training pairs at each point
   * @param training accuracies
   * @param validation accuracies
   */
  record Line(double[] loss, double[] training, double[] validation) {}

  /** The losses and accuracies at θ. */
  Values at(double[] theta) {
    double[][] outputs = train.outputs(theta);
    return new Values(
        loss(outputs, trainLabels),
        accuracy(outputs, trainLabels),
        accuracy(validation.outputs(theta), validationLabels));
  }

  /** At {@link #POINTS} points θ + αδ, α evenly from one number to another. */
  Line line(double[] theta, double[] direction, double from, double to) {
    return line(theta, direction, from, to, POINTS);
  }

  /** The same at another number of points. */
  Line line(double[] theta, double[] direction, double from, double to, int points) {
    LandscapeSlice slice = new LandscapeSlice(train, theta);
    double[] loss = new double[points];
    double[] right = new double[points];
    double[] validated = new double[points];
    for (int i = 0; i < points; i++) {
      Values values = at(slice.moved(alpha(from, to, i, points), direction));
      loss[i] = kept(values.loss());
      right[i] = kept(values.training());
      validated[i] = kept(values.validation());
    }
    return new Line(loss, right, validated);
  }

  /** The i-th of so many numbers, whole numbers to the last bit. */
  static double alpha(double from, double to, int i, int points) {
    return (from * (points - 1 - i) + to * i) / (points - 1);
  }

  /** b − a, a new array. */
  static double[] difference(double[] b, double[] a) {
    double[] difference = b.clone();
    Vectors.add(-1, a, difference);
    return difference;
  }

  /** Six digits. */
  static double kept(double value) {
    return new BigDecimal(value).round(KEPT).doubleValue();
  }

  private static double loss(double[][] outputs, int[] labels) {
    double sum = 0;
    for (int i = 0; i < labels.length; i++) {
      double top = outputs[i][largest(outputs[i])];
      double total = 0;
      for (double output : outputs[i]) {
        total += StrictMath.exp(output - top);
      }
      sum += StrictMath.log(total) + top - outputs[i][labels[i]];
    }
    return sum / labels.length;
  }

  private static double accuracy(double[][] outputs, int[] labels) {
    int right = 0;
    for (int i = 0; i < labels.length; i++) {
      right += largest(outputs[i]) == labels[i] ? 1 : 0;
    }
    return (double) right / labels.length;
  }

  private static int largest(double[] outputs) {
    int largest = 0;
    for (int k = 1; k < outputs.length; k++) {
      largest = outputs[k] > outputs[largest] ? k : largest;
    }
    return largest;
  }

  @Override
  public void close() {
    train.close();
    validation.close();
  }
}
