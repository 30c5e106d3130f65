package org.grokcheck.bench;

import java.util.Arrays;
import org.grokcheck.compute.engine.EngineMatrix;

/** Logistic regression by gradient descent, with one pass over the data a step or with two. */
final class LogisticTask implements Task {
  private static final double RATE = 0.125;

  private final EngineMatrix x;
  private final boolean onePass;
  private final double[] w;
  private final double[] margins;
  private final double[] gradient;

  LogisticTask(EngineMatrix x, boolean onePass) {
    this.x = x;
    this.onePass = onePass;
    this.w = new double[x.columns()];
    this.margins = new double[x.rows()];
    this.gradient = new double[x.columns()];
    for (int j = 0; j < w.length; j++) {
      w[j] = Values.at(j, 0.01);
    }
  }

  @Override
  public void run(int steps) {
    for (int s = 0; s < steps; s++) {
      if (onePass) {
        x.weightedSum(w, LogisticTask::slope, margins, gradient);
      } else {
        x.times(w, margins);
        Arrays.setAll(margins, i -> slope(i, margins[i]));
        x.transposeTimes(margins, gradient);
      }
      for (int j = 0; j < w.length; j++) {
        w[j] -= RATE / x.rows() * gradient[j];
      }
    }
  }

  private static double slope(int i, double z) {
    return 1 / (1 + Math.exp(-z)) - i % 2;
  }

  @Override
  public double loss() {
    x.times(w, margins);
    double sum = 0;
    for (int i = 0; i < margins.length; i++) {
      double z = i % 2 == 1 ? -margins[i] : margins[i];
      sum += Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z)));
    }
    return sum / margins.length;
  }

  @Override
  public void close() {
    x.close();
  }
}
