package org.grokcheck.beck;

import org.grokcheck.math.LogDomain;

/**
 * Gradient flow of the two-point model with exponential loss L = ½(e^{−S̃+b} + e^{xS̃+b}), S̃ = σS
 * (claims {@code beck.eq15}, {@code beck.eq30}, {@code beck.eq32}).
 *
 * <p>Time is counted in steps, dS/dt = −η ∂L/∂S; conformal time τ has dτ = e^b dt.
 *
 * @param points the data in units of σ
 * @param sigma σ &gt; 0
 * @param eta learning rate η &gt; 0
 * @param initialWeight S̃₀ = σS₀, with (1 + x)S̃₀ ≥ −600
 * @param initialBias b₀
 */
public record TwoPointModel(
    TwoPoints points, double sigma, double eta, double initialWeight, double initialBias) {
  private static final double LEAST_EXPONENT = -600;

  /** What a flow does in a unit of time: dS̃ and db. */
  public record Rates(double weight, double bias) {}

  /**
   * Checks the domain.
   *
   * @throws IllegalArgumentException if an argument is out of range
   */
  public TwoPointModel {
    Require.atLeast("x", points.x(), -1);
    Require.positive("sigma", sigma);
    Require.positive("eta", eta);
    Require.finite("S0 (initial weight)", initialWeight);
    Require.finite("b0 (initial bias)", initialBias);
    if (points.onePlusX() * initialWeight < LEAST_EXPONENT) {
      throw new IllegalArgumentException(
          "S0 (initial weight): need (1 + x) * S0 >= %s, got %s at x = %s; start closer to 0"
              .formatted(LEAST_EXPONENT, initialWeight, points.x()));
    }
  }

  /** The model that starts from S̃ = b = 0. */
  public static TwoPointModel fromOrigin(TwoPoints points, double sigma, double eta) {
    return new TwoPointModel(points, sigma, eta, 0, 0);
  }

  /** The same flow from another state. */
  public TwoPointModel startingAt(double weight, double bias) {
    return new TwoPointModel(points, sigma, eta, weight, bias);
  }

  /** Its exact solution. */
  public TwoPointTrajectory trajectory() {
    return new TwoPointTrajectory(this);
  }

  /**
   * Returns dS̃/dτ = −(ησ²/2)(x e^{xS̃} − e^{−S̃}) and db/dτ = −(η/2)(e^{xS̃} + e^{−S̃}), eq. (30)
   * with the scale σ of eq. (15); eq. (32) at x = 0.
   *
   * @param weight S̃
   */
  public Rates conformalRates(double weight) {
    double left = StrictMath.exp(-weight);
    double right = StrictMath.exp(points.x() * weight);
    return new Rates(
        -0.5 * eta * sigma * sigma * (points.x() * right - left), -0.5 * eta * (right + left));
  }

  /**
   * Returns dS̃/dt and db/dt, which are e^b times {@link #conformalRates}.
   *
   * @param weight S̃
   * @param bias b
   */
  public Rates rates(double weight, double bias) {
    Rates conformal = conformalRates(weight);
    double speed = StrictMath.exp(bias);
    return new Rates(speed * conformal.weight, speed * conformal.bias);
  }

  /**
   * Returns log[½(e^{−S̃} + e^{xS̃})] = −λS̃ + log cosh((1+x)S̃/2), the training loss at b = 0;
   * near S̃ = 0 it keeps its relative accuracy.
   *
   * @param weight S̃
   */
  public double logMeanExponential(double weight) {
    return -0.5 * points.oneMinusX() * weight + logCosh(0.5 * points.onePlusX() * weight);
  }

  /**
   * Returns log L_train = b + log[½(e^{−S̃} + e^{xS̃})], eq. (15).
   *
   * @param weight S̃
   * @param bias b
   */
  public double logTrainingLoss(double weight, double bias) {
    return bias + logMeanExponential(weight);
  }

  /**
   * Returns the classifier that the state amounts to on the population N(0, σ²).
   *
   * @param weight S̃
   * @param bias b
   */
  public GaussianClassifier classifier(double weight, double bias) {
    return new GaussianClassifier(Math.abs(weight), bias);
  }

  /**
   * Section 4.1 prints E_{x~N(0,σ)} e^{S̃x+b}, which mixes the scaled weight with unscaled points
   * and would give the exponent b + σ²S̃²/2 ({@code beck.sec41.lgen}); correct is b + S̃²/2.
   *
   * @param weight S̃
   * @param bias b
   */
  public double asPrintedLogPopulationLoss(double weight, double bias) {
    return bias + 0.5 * sigma * sigma * weight * weight;
  }

  /** log cosh u without overflow, to full relative accuracy near 0. */
  private static double logCosh(double u) {
    double size = Math.abs(u);
    if (size < 1) {
      double half = StrictMath.sinh(size / 2);
      return StrictMath.log1p(2 * half * half);
    }
    return LogDomain.softplus(-2 * size) + size - StrictMath.log(2);
  }
}
