package org.grokcheck.compute.reference;

import org.ejml.data.DMatrixRMaj;
import org.grokcheck.compute.Loss;
import org.grokcheck.compute.Targets;

/** ℓ(f, y_i) of one sample. */
interface SampleLoss {
  int samples();

  /** The loss of one sample, 1 × 1, of its outputs, 1 × K. */
  Variable of(Variable outputs, int sample);

  static SampleLoss of(Targets targets, Loss loss, int outputs) {
    if (targets instanceof Targets.Classes classes) {
      return loss == Loss.CROSS_ENTROPY
          ? new CrossEntropies(classes.labels())
          : new Squares(oneHot(classes.labels(), outputs));
    }
    return new Squares(((Targets.Values) targets).rows());
  }

  private static double[][] oneHot(int[] labels, int outputs) {
    double[][] rows = new double[labels.length][outputs];
    for (int i = 0; i < labels.length; i++) {
      rows[i][labels[i]] = 1;
    }
    return rows;
  }

  /** −log softmax(f) at the label. */
  record CrossEntropies(int[] labels) implements SampleLoss {
    @Override
    public int samples() {
      return labels.length;
    }

    @Override
    public Variable of(Variable outputs, int sample) {
      return outputs.crossEntropy(labels[sample]);
    }
  }

  /** (1/K) Σ_k (f_k − y_k)². */
  record Squares(double[][] targets) implements SampleLoss {
    @Override
    public int samples() {
      return targets.length;
    }

    @Override
    public Variable of(Variable outputs, int sample) {
      Variable residual =
          outputs.plusConstant(new DMatrixRMaj(new double[][] {targets[sample]}), -1);
      return residual.times(residual.transposed()).scaled(1.0 / targets[sample].length);
    }
  }
}
