package org.grokcheck.omnigrok;

import java.util.random.RandomGenerator;
import org.grokcheck.harness.RunSettings;
import org.grokcheck.math.Real;

/**
 * Linear regression in the axes of its data, run step by step: modes are components.
 *
 * @param eigenvalues s_i of X^T X/n, 0 in the kernel
 * @param teacher w_s
 * @param start W(0)
 * @param eta learning rate
 */
record DrawnRegression(double[] eigenvalues, double[] teacher, double[] start, double eta) {
  /** Directions that the data fix. */
  static final int SAMPLES = 6;

  private static final int DIMENSION = 15;

  static DrawnRegression of(int number) {
    RandomGenerator random = RunSettings.seeds().stream("omnigrok.ext.linear-lu/" + number);
    double[] s = new double[DIMENSION];
    double[] teacher = new double[DIMENSION];
    double[] start = new double[DIMENSION];
    for (int i = 0; i < DIMENSION; i++) {
      s[i] = i < SAMPLES ? 0.5 + 2 * random.nextDouble() : 0;
      teacher[i] = random.nextGaussian();
      start[i] = 4 * random.nextGaussian();
    }
    return new DrawnRegression(s, teacher, start, 0.2);
  }

  double[] step(double[] w, double gamma) {
    double[] next = w.clone();
    for (int i = 0; i < w.length; i++) {
      next[i] -= eta * (eigenvalues[i] * (w[i] - teacher[i]) + gamma * w[i]);
    }
    return next;
  }

  double testLoss(double[] w) {
    double sum = 0;
    for (int i = 0; i < w.length; i++) {
      sum += (w[i] - teacher[i]) * (w[i] - teacher[i]);
    }
    return sum;
  }

  RidgeMode mode(int i, double gamma) {
    return new RidgeMode(
        Real.of(eigenvalues[i]),
        Real.of(teacher[i]),
        Real.of(start[i]),
        new NormDecay(Real.of(eta), Real.of(gamma)));
  }

  LinearGrokking kernel() {
    double z2 = 0;
    double zq = 0;
    double q2 = 0;
    double fitted = 0;
    for (int i = 0; i < DIMENSION; i++) {
      if (i < SAMPLES) {
        fitted += teacher[i] * teacher[i];
      } else {
        z2 += start[i] * start[i];
        zq += start[i] * teacher[i];
        q2 += teacher[i] * teacher[i];
      }
    }
    return new LinearGrokking(Real.of(z2), Real.of(zq), Real.of(q2), Real.of(fitted));
  }

  /** What decay leaves of the teacher's fitted part: Σ (γ w_s/(s + γ))². */
  double bias(double gamma) {
    double sum = 0;
    for (int i = 0; i < SAMPLES; i++) {
      double left = gamma * teacher[i] / (eigenvalues[i] + gamma);
      sum += left * left;
    }
    return sum;
  }

  /** Loss at 30 % of the way from the best reachable one to that after the fit. */
  double threshold() {
    LinearGrokking kernel = kernel();
    double least = kernel.testLoss(kernel.best()).toDouble();
    return least + 0.3 * (kernel.testLoss(Real.ONE).toDouble() - least);
  }
}
