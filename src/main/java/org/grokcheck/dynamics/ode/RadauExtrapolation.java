package org.grokcheck.dynamics.ode;

/**
 * The cubic through the stages of an accepted step, carried on into the next step; along a straight
 * line where that would reach far beyond what it knows.
 */
final class RadauExtrapolation {
  /** A step so many times as long as the one before is no longer trusted to the cubic. */
  private static final double FAR = 5;

  /** The points 0, c₁, c₂, c₃ of a step. */
  private static final double[] POINTS = {
    0, RadauTableau.NODES[0], RadauTableau.NODES[1], RadauTableau.NODES[2],
  };

  private final double[][] stages;
  private double length = Double.NaN;

  RadauExtrapolation(int dimension) {
    stages = new double[3][dimension];
  }

  /**
   * Takes over the stages of a step.
   *
   * @param z differences of the stages from its initial state
   * @param h its length, NaN if there was none
   */
  void learn(double[][] z, double h) {
    for (int k = 0; k < stages.length; k++) {
      System.arraycopy(z[k], 0, stages[k], 0, z[k].length);
    }
    length = h;
  }

  /**
   * Guesses the stages of the next step.
   *
   * @param h its length
   * @param z receives differences from its initial state; 0 if there was no step before
   */
  void guess(double h, double[][] z) {
    for (int k = 0; k < z.length; k++) {
      double[] weights = weights(RadauTableau.NODES[k] * h / length);
      for (int i = 0; i < z[k].length; i++) {
        z[k][i] = weights[0] * stages[0][i] + weights[1] * stages[1][i] + weights[2] * stages[2][i];
      }
    }
  }

  /** Weights of the three stages in q(1 + x) − q(1). */
  private static double[] weights(double x) {
    if (Double.isNaN(x)) {
      return new double[3];
    }
    if (!(Math.abs(x) <= FAR)) {
      double slope = x / (1 - POINTS[2]);
      return new double[] {0, -slope, slope};
    }
    return new double[] {lagrange(1, 1 + x), lagrange(2, 1 + x), lagrange(3, 1 + x) - 1};
  }

  private static double lagrange(int k, double x) {
    double product = 1;
    for (int j = 0; j < POINTS.length; j++) {
      product *= j == k ? 1 : (x - POINTS[j]) / (POINTS[k] - POINTS[j]);
    }
    return product;
  }
}
