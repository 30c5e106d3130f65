package org.grokcheck.beck.experiment;

import java.util.random.RandomGenerator;

/** First weights in a random direction. */
final class IsotropicStart {
  private IsotropicStart() {}

  /** S₀ of this norm in d dimensions, every direction as likely. */
  static double[] draw(int d, double norm, RandomGenerator random) {
    double[] s = new double[d];
    double square = 0;
    for (int j = 0; j < d; j++) {
      s[j] = random.nextGaussian();
      square += s[j] * s[j];
    }
    for (int j = 0; j < d; j++) {
      s[j] *= norm / Math.sqrt(square);
    }
    return s;
  }
}
