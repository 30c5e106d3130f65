package org.grokcheck.bench;

import org.grokcheck.compute.engine.EngineMatrix;

/** Logistic regression by gradient descent, one pass over the data a step. */
final class SinglePassTask implements Task {
  private static final double RATE = 0.125;

  private final EngineMatrix x;
  private final double[] w;
  private final double[] margins;
  private final double[] gradient;

  SinglePassTask(EngineMatrix x) {
    this.x = x;
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
      x.weightedSum(w, (i, z) -> 1 / (1 + Math.exp(-z)) - i % 2, margins, gradient);
      for (int j = 0; j < w.length; j++) {
        w[j] -= RATE / x.rows() * gradient[j];
      }
    }
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
