package org.grokcheck.beck;

import org.grokcheck.math.LogDomain;

/**
 * N training points in d dimensions, all of the class of negative outputs f = S·x + b: losses,
 * accuracy and gradient flow (claims {@code beck.eq1}, {@code beck.eq2}, {@code beck.eq8}, {@code
 * beck.eq9}, {@code beck.eq10}, {@code beck.eq14}, {@code beck.eq45}, {@code beck.eq46}).
 *
 * <p>Rates have d components for S (or S̃) and a last one for b.
 */
public final class TrainingSet {
  private final double[][] points;

  private TrainingSet(double[][] points) {
    this.points = points;
  }

  /**
   * Returns the set of these points.
   *
   * @param points N ≥ 1 rows of d ≥ 1 finite coordinates; copied
   * @throws IllegalArgumentException if there is no point, the rows differ in length, or a
   *     coordinate isn't finite
   */
  public static TrainingSet of(double[][] points) {
    if (points.length == 0) {
      throw new IllegalArgumentException("X (points): need at least one, got none");
    }
    double[][] copy = new double[points.length][];
    for (int i = 0; i < points.length; i++) {
      if (points[i].length != points[0].length || points[i].length == 0) {
        throw new IllegalArgumentException(
            "X (points): need rows of one length above 0, got "
                + points[0].length
                + " and "
                + points[i].length);
      }
      for (double coordinate : points[i]) {
        Require.finite("X (coordinate)", coordinate);
      }
      copy[i] = points[i].clone();
    }
    return new TrainingSet(copy);
  }

  /** Returns fᵢ = S·xᵢ + b. */
  public double[] outputs(double[] weight, double bias) {
    if (weight.length != points[0].length) {
      throw new IllegalArgumentException(
          "S (weight): need d = " + points[0].length + " components, got " + weight.length);
    }
    double[] outputs = new double[points.length];
    for (int i = 0; i < outputs.length; i++) {
      outputs[i] = bias;
      for (int j = 0; j < weight.length; j++) {
        outputs[i] += weight[j] * points[i][j];
      }
    }
    return outputs;
  }

  /** Returns L = (1/N) Σ log(1 + e^{fᵢ}), eq. (1). */
  public double logisticLoss(double[] weight, double bias) {
    double sum = 0;
    for (double output : outputs(weight, bias)) {
      sum += LogDomain.softplus(output);
    }
    return sum / points.length;
  }

  /** Returns log L_e, L_e = (1/N) Σ e^{fᵢ}, eq. (8), finite where L_e overflows or underflows. */
  public double logExponentialLoss(double[] weight, double bias) {
    return LogDomain.logSumExp(outputs(weight, bias)) - StrictMath.log(points.length);
  }

  /**
   * Returns A = (1/N) Σ Θ(−fᵢ), eq. (2).
   *
   * @param atZero Θ(0), which the definition leaves open, in [0, 1]
   */
  public double accuracy(double[] weight, double bias, double atZero) {
    Require.within("Theta(0)", atZero, 0, 1);
    double right = 0;
    for (double output : outputs(weight, bias)) {
      right += output < 0 ? 1 : output == 0 ? atZero : 0;
    }
    return right / points.length;
  }

  /** Returns −η∇L of the logistic loss. */
  public double[] logisticRates(double[] weight, double bias, double eta) {
    double[] slopes = outputs(weight, bias);
    for (int i = 0; i < slopes.length; i++) {
      slopes[i] = 1 / (1 + StrictMath.exp(-slopes[i]));
    }
    return pull(slopes, eta, eta);
  }

  /** Returns −η∇L_e of the exponential loss, eq. (9). */
  public double[] exponentialRates(double[] weight, double bias, double eta) {
    return pull(exponentials(outputs(weight, bias)), eta, eta);
  }

  /** Returns dS/dτ and db/dτ in conformal time dτ = e^b dt, eq. (10); b doesn't enter. */
  public double[] conformalRates(double[] weight, double eta) {
    return pull(exponentials(outputs(weight, 0)), eta, eta);
  }

  /** Returns dS/dt and db/dt on the points σxᵢ for the weight S itself, eq. (45). */
  public double[] scaledDataRates(double[] weight, double bias, double sigma, double eta) {
    return pull(exponentials(scaledOutputs(weight, bias, sigma)), sigma * eta, eta);
  }

  /** Returns dS̃/dt and db/dt on the points σxᵢ for S̃ = σS, eqs. (14), (46). */
  public double[] rescaledRates(double[] scaledWeight, double bias, double sigma, double eta) {
    return pull(exponentials(outputs(scaledWeight, bias)), sigma * sigma * eta, eta);
  }

  /** Returns d‖S‖/dτ = −(η/N) Σ e^{S·xᵢ} Ŝ·xᵢ, eq. (50); NaN at S = 0. */
  public double conformalNormRate(double[] weight, double eta) {
    double[] rates = conformalRates(weight, eta);
    double product = 0;
    double square = 0;
    for (int j = 0; j < weight.length; j++) {
      product += weight[j] * rates[j];
      square += weight[j] * weight[j];
    }
    return product / Math.sqrt(square);
  }

  private double[] scaledOutputs(double[] weight, double bias, double sigma) {
    double[] scaled = weight.clone();
    for (int j = 0; j < scaled.length; j++) {
      scaled[j] *= sigma;
    }
    return outputs(scaled, bias);
  }

  private static double[] exponentials(double[] outputs) {
    for (int i = 0; i < outputs.length; i++) {
      outputs[i] = StrictMath.exp(outputs[i]);
    }
    return outputs;
  }

  /** −(1/N) Σ slopeᵢ xᵢ and −(1/N) Σ slopeᵢ, times the learning rates. */
  private double[] pull(double[] slopes, double weightRate, double biasRate) {
    int d = points[0].length;
    double[] rates = new double[d + 1];
    for (int i = 0; i < slopes.length; i++) {
      for (int j = 0; j < d; j++) {
        rates[j] -= slopes[i] * points[i][j];
      }
      rates[d] -= slopes[i];
    }
    for (int j = 0; j < d; j++) {
      rates[j] *= weightRate / points.length;
    }
    rates[d] *= biasRate / points.length;
    return rates;
  }
}
