package org.grokcheck.notsawo.experiment;

import java.util.Arrays;
import org.grokcheck.compute.Layout.Block;
import org.grokcheck.compute.Objective;

/**
 * The last hidden layer h of a network whose outputs are h W: read off the outputs themselves, with
 * columns of the identity in place of those of W.
 */
final class HiddenLayer {
  private HiddenLayer() {}

  /**
   * h of every sample.
   *
   * @param objective whose outputs are h W
   * @param theta left as it is
   * @param output where W stands, a row for each entry of h
   */
  static double[][] of(Objective objective, double[] theta, Block output) {
    double[][] hidden = new double[0][];
    for (int first = 0; first < output.rows(); first += output.columns()) {
      double[][] part = objective.outputs(withIdentity(theta, output, first));
      if (first == 0) {
        hidden = new double[part.length][output.rows()];
      }
      int count = Math.min(output.columns(), output.rows() - first);
      for (int i = 0; i < part.length; i++) {
        System.arraycopy(part[i], 0, hidden[i], first, count);
      }
    }
    return hidden;
  }

  /** θ with W = the columns of the identity from one on, and 0 where there are none. */
  private static double[] withIdentity(double[] theta, Block output, int first) {
    double[] changed = theta.clone();
    Arrays.fill(changed, output.offset(), output.offset() + output.size(), 0);
    for (int k = 0; k < output.columns() && first + k < output.rows(); k++) {
      changed[output.offset() + (first + k) * output.columns() + k] = 1;
    }
    return changed;
  }
}
