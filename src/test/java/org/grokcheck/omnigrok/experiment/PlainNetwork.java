package org.grokcheck.omnigrok.experiment;

import java.util.random.RandomGenerator;

/**
 * A fully connected network by loops: outputs, loss and gradient. θ holds a layer after another,
 * the weights input by input and then the biases, as the engine has it.
 *
 * @param sizes widths from inputs to outputs
 * @param relu whether hidden units are rectified; else they are hyperbolic tangents
 */
record PlainNetwork(int[] sizes, boolean relu) {
  /** Number of entries of θ. */
  int parameters() {
    int count = 0;
    for (int l = 0; l + 1 < sizes.length; l++) {
      count += (sizes[l] + 1) * sizes[l + 1];
    }
    return count;
  }

  /** A first θ, uniform within ±1/√n_in (footnote 1). */
  double[] draw(RandomGenerator random) {
    double[] theta = new double[parameters()];
    int next = 0;
    for (int l = 0; l + 1 < sizes.length; l++) {
      double limit = 1 / Math.sqrt(sizes[l]);
      for (int i = 0; i < (sizes[l] + 1) * sizes[l + 1]; i++) {
        theta[next++] = limit * (2 * random.nextDouble() - 1);
      }
    }
    return theta;
  }

  double[] output(double[] theta, double[] x) {
    return activations(theta, x)[sizes.length - 1];
  }

  /** The mean over samples and outputs of the squared residual. */
  double loss(double[] theta, double[][] inputs, double[][] targets) {
    double sum = 0;
    for (int i = 0; i < inputs.length; i++) {
      double[] out = output(theta, inputs[i]);
      for (int k = 0; k < out.length; k++) {
        sum += (out[k] - targets[i][k]) * (out[k] - targets[i][k]);
      }
    }
    return sum / (inputs.length * targets[0].length);
  }

  double[] gradient(double[] theta, double[][] inputs, double[][] targets) {
    double[] gradient = new double[theta.length];
    for (int i = 0; i < inputs.length; i++) {
      double[][] h = activations(theta, inputs[i]);
      double[] out = h[sizes.length - 1];
      double[] delta = new double[out.length];
      for (int k = 0; k < out.length; k++) {
        delta[k] = 2 * (out[k] - targets[i][k]) / (inputs.length * out.length);
      }
      backward(theta, h, delta, gradient);
    }
    return gradient;
  }

  /** Inputs, hidden values and outputs, a row a layer. */
  private double[][] activations(double[] theta, double[] x) {
    double[][] h = new double[sizes.length][];
    h[0] = x;
    int offset = 0;
    for (int l = 1; l < sizes.length; l++) {
      h[l] = new double[sizes[l]];
      int biases = offset + sizes[l - 1] * sizes[l];
      for (int k = 0; k < sizes[l]; k++) {
        double sum = theta[biases + k];
        for (int j = 0; j < sizes[l - 1]; j++) {
          sum += h[l - 1][j] * theta[offset + j * sizes[l] + k];
        }
        h[l][k] = l + 1 == sizes.length ? sum : relu ? Math.max(0, sum) : StrictMath.tanh(sum);
      }
      offset = biases + sizes[l];
    }
    return h;
  }

  /** Adds the gradient of one sample, from the derivatives by its outputs. */
  private void backward(double[] theta, double[][] h, double[] last, double[] gradient) {
    double[] delta = last;
    int end = theta.length;
    for (int l = sizes.length - 1; l > 0; l--) {
      int biases = end - sizes[l];
      int offset = biases - sizes[l - 1] * sizes[l];
      double[] before = new double[sizes[l - 1]];
      for (int k = 0; k < sizes[l]; k++) {
        gradient[biases + k] += delta[k];
        for (int j = 0; j < sizes[l - 1]; j++) {
          gradient[offset + j * sizes[l] + k] += delta[k] * h[l - 1][j];
          before[j] += delta[k] * theta[offset + j * sizes[l] + k] * slope(h[l - 1][j]);
        }
      }
      delta = before;
      end = offset;
    }
  }

  /** Derivative of the activation, from its value. */
  private double slope(double value) {
    return relu ? (value > 0 ? 1 : 0) : 1 - value * value;
  }
}
