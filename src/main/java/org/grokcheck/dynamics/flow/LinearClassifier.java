package org.grokcheck.dynamics.flow;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.grokcheck.compute.linear.DataMatrix;
import org.grokcheck.math.LogDomain;

/**
 * A training set with a loss: L(S, b) = (1/N) Σ ℓ(S·xᵢ + b) (claims {@code beck.eq1}, {@code
 * beck.eq8}), and its derivatives.
 *
 * @param points xᵢ, one a row
 * @param loss ℓ
 */
public record LinearClassifier(DataMatrix points, OutputLoss loss) {
  /** Returns d. */
  public int dimension() {
    return points.columns();
  }

  /**
   * Returns all outputs S·xᵢ + b.
   *
   * @throws IllegalArgumentException if S has the wrong number of components
   */
  public double[] outputs(ClassifierState state) {
    double[] outputs = new double[points.rows()];
    points.times(state.weight(), outputs);
    for (int i = 0; i < outputs.length; i++) {
      outputs[i] += state.bias();
    }
    return outputs;
  }

  /** Returns log L, finite where L underflows. */
  public double logLoss(ClassifierState state) {
    double[] terms = outputs(state);
    for (int i = 0; i < terms.length; i++) {
      terms[i] = loss.logValue(terms[i]);
    }
    return LogDomain.logSumExp(terms) - StrictMath.log(terms.length);
  }

  /** Returns the share of points with S·x + b &lt; 0 (claim {@code beck.eq2} with Θ(0) = 0). */
  public double accuracy(ClassifierState state) {
    int right = 0;
    double[] outputs = outputs(state);
    for (double output : outputs) {
      right += output < 0 ? 1 : 0;
    }
    return (double) right / outputs.length;
  }

  /** Returns the largest S·xᵢ + b: the margin is its negative. */
  public double largestOutput(ClassifierState state) {
    double largest = Double.NEGATIVE_INFINITY;
    for (double output : outputs(state)) {
      largest = Math.max(largest, output);
    }
    return largest;
  }

  /**
   * Computes the gradient for training by other methods than the flow.
   *
   * @param theta S, then b; length d + 1
   * @param gradient receives ∂L/∂S, then ∂L/∂b
   * @throws IllegalArgumentException if a length is wrong
   */
  public void gradient(double[] theta, double[] gradient) {
    int d = dimension();
    if (theta.length != d + 1 || gradient.length != d + 1) {
      throw new IllegalArgumentException(
          "theta and gradient: need %d entries each, got %d and %d"
              .formatted(d + 1, theta.length, gradient.length));
    }
    double[] weight = Arrays.copyOf(theta, d);
    double[] slope = new double[d];
    gradient[d] = gradient(weight, theta[d], 0, slope);
    System.arraycopy(slope, 0, gradient, 0, d);
  }

  /**
   * Computes the gradient times a factor c, which may be huge where the gradient is tiny.
   *
   * @param weight S
   * @param bias b
   * @param logFactor log c
   * @param gradient receives c ∂L/∂S, d components at the least
   * @return c ∂L/∂b
   */
  double gradient(double[] weight, double bias, double logFactor, double[] gradient) {
    int n = points.rows();
    double shift = logFactor - StrictMath.log(n);
    double[] pulls = new double[n];
    double[] margins = new double[n];
    points.weightedSum(
        weight,
        (i, margin) -> {
          pulls[i] = StrictMath.exp(shift + loss.logSlope(margin + bias));
          return pulls[i];
        },
        margins,
        gradient);
    double sum = 0;
    for (double pull : pulls) {
      sum += pull;
    }
    return sum;
  }

  /**
   * Computes second derivatives times a factor c.
   *
   * @param weight S
   * @param bias b
   * @param logFactor log c
   * @return c ∂²L/∂(S, b)², (d + 1) × (d + 1), b last
   */
  DMatrixRMaj hessian(double[] weight, double bias, double logFactor) {
    int n = points.rows();
    int d = points.columns();
    double shift = logFactor - StrictMath.log(n);
    double[] curvatures = new double[n];
    double[] mixed = new double[d];
    points.weightedSum(
        weight,
        (i, margin) -> {
          curvatures[i] = StrictMath.exp(shift + loss.logCurvature(margin + bias));
          return curvatures[i];
        },
        new double[n],
        mixed);
    double[] gram = new double[d * d];
    points.weightedGram(curvatures, gram);
    DMatrixRMaj hessian = new DMatrixRMaj(d + 1, d + 1);
    for (int j = 0; j < d; j++) {
      System.arraycopy(gram, j * d, hessian.data, j * (d + 1), d);
      hessian.set(j, d, mixed[j]);
      hessian.set(d, j, mixed[j]);
    }
    double sum = 0;
    for (double curvature : curvatures) {
      sum += curvature;
    }
    hessian.set(d, d, sum);
    return hessian;
  }
}
