package org.grokcheck.beck;

import java.util.Arrays;

/**
 * Gradient descent on a training set with a learning rate for S and one for b, eq. (3) where they
 * are equal (claims {@code beck.eq3}, {@code beck.appf.f1-rule}).
 *
 * @param data the training points
 * @param loss which loss is descended
 * @param weightRate learning rate of S: η, or σ²η where S̃ = σS stands for data of scale σ
 * @param biasRate η
 */
public record GradientDescent(TrainingSet data, Loss loss, double weightRate, double biasRate) {
  /** The two losses of the paper. */
  public enum Loss {
    /** log(1 + e^f). */
    LOGISTIC,
    /** e^f. */
    EXPONENTIAL
  }

  /** Checks the rates. */
  public GradientDescent {
    Require.positive("eta (learning rate of S)", weightRate);
    Require.positive("eta (learning rate of b)", biasRate);
  }

  /**
   * Returns the state after some steps.
   *
   * @param start S, then b; not changed
   * @param steps number of steps, at least 0
   */
  public double[] run(double[] start, int steps) {
    double[] state = start.clone();
    int d = state.length - 1;
    for (int k = 0; k < steps; k++) {
      double[] weight = Arrays.copyOf(state, d);
      double[] pull =
          loss == Loss.LOGISTIC
              ? data.logisticRates(weight, state[d], 1)
              : data.exponentialRates(weight, state[d], 1);
      for (int j = 0; j < d; j++) {
        state[j] += weightRate * pull[j];
      }
      state[d] += biasRate * pull[d];
    }
    return state;
  }
}
