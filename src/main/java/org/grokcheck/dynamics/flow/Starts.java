package org.grokcheck.dynamics.flow;

import org.grokcheck.math.LogDomain;

/** What all flows ask of a start. */
final class Starts {
  private Starts() {}

  /** Checks the number of components; returns d. */
  static int check(LinearClassifier classifier, ClassifierState start) {
    if (start.weight().length != classifier.dimension()) {
      throw new IllegalArgumentException(
          "start: need a weight of %d components, got %d"
              .formatted(classifier.dimension(), start.weight().length));
    }
    return classifier.dimension();
  }

  /** log ∂L/∂b at the start, the inverse of the time after which b has moved by about one. */
  static double logRate(LinearClassifier classifier, ClassifierState start) {
    double[] slopes = classifier.outputs(start);
    for (int i = 0; i < slopes.length; i++) {
      slopes[i] = classifier.loss().logSlope(slopes[i]);
    }
    return LogDomain.logSumExp(slopes) - StrictMath.log(slopes.length);
  }
}
