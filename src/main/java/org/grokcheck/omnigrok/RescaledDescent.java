package org.grokcheck.omnigrok;

import java.util.function.UnaryOperator;

/**
 * Minimisation on a sphere as the paper does it: a step without constraint, then a rescaling to the
 * norm r (claims {@code omnigrok.rescale-procedure}, {@code omnigrok.ext.gd-rescale-rate}). With
 * steps along the gradient its fixed points are the constrained stationary points; with steps along
 * the gradient's sign, the limit of Adam's, they are not.
 *
 * @param gradient of the training loss
 * @param rate η &gt; 0
 * @param norm r &gt; 0
 */
public record RescaledDescent(UnaryOperator<double[]> gradient, double rate, double norm) {
  /**
   * Checks the domain.
   *
   * @throws IllegalArgumentException if η or r isn't positive and finite
   */
  public RescaledDescent {
    requirePositive("eta", rate);
    requirePositive("r", norm);
  }

  private static void requirePositive(String name, double value) {
    if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(name + ": need a finite number above 0, got " + value);
    }
  }

  /** Returns the weights after one step along the gradient. */
  public double[] step(double[] weights) {
    return rescaled(weights, gradient.apply(weights), rate);
  }

  /** Returns the weights after one step along the signs of the gradient; 0 has the sign 0. */
  public double[] signStep(double[] weights) {
    return signStep(weights, rate);
  }

  /**
   * Returns the weights after sign steps whose size falls as η/k, so that they come to rest.
   *
   * @param start where they start
   * @param steps how many
   */
  public double[] signDescent(double[] start, int steps) {
    double[] weights = start.clone();
    for (int k = 1; k <= steps; k++) {
      weights = signStep(weights, rate / k);
    }
    return weights;
  }

  /** Returns the weights after so many steps along the gradient. */
  public double[] descent(double[] start, int steps) {
    double[] weights = start.clone();
    for (int k = 0; k < steps; k++) {
      weights = step(weights);
    }
    return weights;
  }

  private double[] signStep(double[] weights, double size) {
    double[] signs = gradient.apply(weights);
    for (int i = 0; i < signs.length; i++) {
      signs[i] = Math.signum(signs[i]);
    }
    return rescaled(weights, signs, size);
  }

  private double[] rescaled(double[] weights, double[] direction, double size) {
    double[] moved = weights.clone();
    double square = 0;
    for (int i = 0; i < moved.length; i++) {
      moved[i] -= size * direction[i];
      square += moved[i] * moved[i];
    }
    if (square == 0) {
      throw new IllegalArgumentException(
          "W: a step led to 0, which has no direction; take another start or rate");
    }
    double factor = norm / Math.sqrt(square);
    for (int i = 0; i < moved.length; i++) {
      moved[i] *= factor;
    }
    return moved;
  }
}
