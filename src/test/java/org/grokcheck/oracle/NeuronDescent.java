package org.grokcheck.oracle;

/**
 * Gradient descent on (1/P) Σ (y_μ − f(x_μ) + f₀(x_μ))² for f(x) = (α/N) Σ h + ½εh², h = wᵢ·x,
 * weight by weight, as one would write it without a thought for cost.
 */
public final class NeuronDescent {
  private final double alpha;
  private final double eps;
  private final double[][] samples;
  private final double[] labels;
  private final double[][] weights;

  /** Starts at given weights; the centred network's labels are y + f₀. */
  public NeuronDescent(
      double alpha, double eps, double[][] samples, double[] targets, double[][] weights) {
    this.alpha = alpha;
    this.eps = eps;
    this.samples = samples;
    this.weights = new double[weights.length][];
    for (int i = 0; i < weights.length; i++) {
      this.weights[i] = weights[i].clone();
    }
    this.labels = targets.clone();
    for (int mu = 0; mu < labels.length; mu++) {
      labels[mu] += output(samples[mu]);
    }
  }

  private double output(double[] x) {
    double sum = 0;
    for (double[] w : weights) {
      double h = dot(w, x);
      sum += h + eps / 2 * h * h;
    }
    return alpha / weights.length * sum;
  }

  /** (1/P) Σ r². */
  public double loss() {
    double sum = 0;
    for (int mu = 0; mu < labels.length; mu++) {
      double r = labels[mu] - output(samples[mu]);
      sum += r * r / labels.length;
    }
    return sum;
  }

  /** W ← W − η∇L. */
  public void step(double eta) {
    double[] pulls = new double[labels.length];
    for (int mu = 0; mu < pulls.length; mu++) {
      pulls[mu] =
          2 * eta / labels.length * (labels[mu] - output(samples[mu])) * alpha / weights.length;
    }
    for (double[] w : weights) {
      double[] change = new double[w.length];
      for (int mu = 0; mu < pulls.length; mu++) {
        double slope = 1 + eps * dot(w, samples[mu]);
        for (int k = 0; k < w.length; k++) {
          change[k] += pulls[mu] * slope * samples[mu][k];
        }
      }
      for (int k = 0; k < w.length; k++) {
        w[k] += change[k];
      }
    }
  }

  /** The weights, a row a neuron. */
  public double[][] weights() {
    return weights;
  }

  private static double dot(double[] u, double[] v) {
    double sum = 0;
    for (int k = 0; k < u.length; k++) {
      sum += u[k] * v[k];
    }
    return sum;
  }
}
