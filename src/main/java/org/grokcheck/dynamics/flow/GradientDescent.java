package org.grokcheck.dynamics.flow;

import java.util.ArrayList;
import java.util.List;
import org.grokcheck.compute.DivergedException;

/**
 * Full-batch gradient descent (claim {@code beck.eq3}): S ← S − η ∂L/∂S, b ← b − η ∂L/∂b. After k
 * steps the time is ηk, at which it differs from the flow by O(η).
 */
public final class GradientDescent {
  private final LinearClassifier classifier;
  private final double learningRate;

  /**
   * A descent.
   *
   * @param learningRate η, finite and above 0
   * @throws IllegalArgumentException if η is out of range
   */
  public GradientDescent(LinearClassifier classifier, double learningRate) {
    if (!(learningRate > 0) || Double.isInfinite(learningRate)) {
      throw new IllegalArgumentException(
          "learningRate: need a finite number above 0, got " + learningRate);
    }
    this.classifier = classifier;
    this.learningRate = learningRate;
  }

  /**
   * Returns the states after given numbers of steps.
   *
   * @param start S and b before the first step
   * @param steps k, at least 0 and increasing
   * @throws IllegalArgumentException if S has the wrong number of components, or the numbers are
   *     out of order
   * @throws DivergedException if a component overflows, with the step at which it did
   */
  public List<TimedState> after(ClassifierState start, long... steps) {
    Starts.check(classifier, start);
    double[] weight = start.weight().clone();
    double bias = start.bias();
    double[] gradient = new double[weight.length];
    List<TimedState> states = new ArrayList<>();
    long done = 0;
    for (long stop : steps) {
      if (stop < done || (stop == done && !states.isEmpty())) {
        throw new IllegalArgumentException(
            "steps: need increasing numbers of at least 0, got %d after %d".formatted(stop, done));
      }
      for (; done < stop; done++) {
        double slope = classifier.gradient(weight, bias, 0, gradient);
        requireFinite(slope, gradient, weight, done);
        bias -= learningRate * slope;
        for (int j = 0; j < weight.length; j++) {
          weight[j] -= learningRate * gradient[j];
        }
      }
      double logTime = StrictMath.log(learningRate) + StrictMath.log((double) stop);
      states.add(new TimedState(logTime, new ClassifierState(weight.clone(), bias)));
    }
    return states;
  }

  private static void requireFinite(double slope, double[] gradient, double[] weight, long step) {
    double sum = slope;
    for (double component : gradient) {
      sum += Math.abs(component);
    }
    if (!(sum < Double.POSITIVE_INFINITY)) {
      double square = 0;
      for (double component : weight) {
        square += component * component;
      }
      throw new DivergedException("gradient", sum, step, Math.sqrt(square));
    }
  }
}
