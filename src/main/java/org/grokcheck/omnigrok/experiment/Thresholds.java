package org.grokcheck.omnigrok.experiment;

import java.util.Arrays;

/** Accuracy of a regression ({@code omnigrok.sec3.threshold}). */
public final class Thresholds {
  private Thresholds() {}

  /**
   * The mean over outputs of the squared residual, for each sample.
   *
   * @param outputs n × K
   * @param targets n × K
   */
  public static double[] squaredErrors(double[][] outputs, double[][] targets) {
    if (outputs.length != targets.length) {
      throw new IllegalArgumentException(
          "there are " + outputs.length + " outputs and " + targets.length + " targets");
    }
    double[] errors = new double[outputs.length];
    for (int i = 0; i < errors.length; i++) {
      for (int k = 0; k < outputs[i].length; k++) {
        double residual = outputs[i][k] - targets[i][k];
        errors[i] += residual * residual / outputs[i].length;
      }
    }
    return errors;
  }

  /**
   * The share of samples whose error is below a threshold.
   *
   * @param errors one a sample, at least one
   * @param threshold θ, positive; an error of exactly θ is not below it
   */
  public static double share(double[] errors, double threshold) {
    if (!(threshold > 0) || errors.length == 0) {
      throw new IllegalArgumentException(
          "threshold = " + threshold + " must be > 0, and there must be an error");
    }
    return (double) Arrays.stream(errors).filter(e -> e < threshold).count() / errors.length;
  }
}
