package org.grokcheck.kumar;

import java.math.BigDecimal;
import java.math.MathContext;
import org.grokcheck.math.Decimals;
import org.grokcheck.math.exact.Rational;
import org.grokcheck.math.exact.RationalMatrix;
import org.grokcheck.math.exact.RationalVector;
import org.grokcheck.math.exact.SymmetricEigen;

/**
 * The centred linear model under gradient flow on the mean squared error, at a finite time (claim
 * {@code kumar.ext.lazy-finite-time}): with eigenpairs (λ, v) of the Gram matrix K₂ and θ = 2ηt/P,
 *
 * <p>|w − w₀|² = Σ (v·y)²(1 − e^{−θλ})²/λ and |residual|² = Σ (v·y)² e^{−2θλ}.
 *
 * @param gram K₂, symmetric and positive semi-definite, P × P
 * @param targets y in R^P
 */
public record LinearisedTraining(RationalMatrix gram, RationalVector targets) {
  private static final MathContext PRECISION = new MathContext(40);

  /** Below it an eigenvalue is the rounding of zero, relative to the largest one. */
  private static final BigDecimal RANK = new BigDecimal("1e-45");

  /** Beyond it e^{−x} counts as 0 against 1, and in a sum. */
  private static final BigDecimal GONE = new BigDecimal("1e9");

  private static final double SERIES_BELOW = 1e-17;

  /**
   * Checks the shapes.
   *
   * @throws IllegalArgumentException if the size of K isn't that of y
   */
  public LinearisedTraining {
    Require.sameSize("K_eq2 (Gram matrix)", gram.height(), "y", targets.size());
  }

  /**
   * Where the linear model is.
   *
   * @param displacementSquared |w − w₀|²
   * @param residualSquared Σ over samples of (y − f)², not divided by P
   */
  public record Point(BigDecimal displacementSquared, BigDecimal residualSquared) {}

  /**
   * Returns the state at a time.
   *
   * @param theta θ = 2ηt/P ≥ 0
   * @throws IllegalArgumentException if θ &lt; 0, or K isn't symmetric or has a negative eigenvalue
   */
  public Point at(Rational theta) {
    Require.notNegative("theta", theta);
    SymmetricEigen eigen = new SymmetricEigen(gram);
    BigDecimal largest = BigDecimal.ZERO;
    for (int k = 0; k < eigen.size(); k++) {
      largest = largest.max(eigen.value(k).abs());
    }
    BigDecimal zero = largest.multiply(RANK);
    BigDecimal displacement = BigDecimal.ZERO;
    BigDecimal residual = BigDecimal.ZERO;
    for (int k = 0; k < eigen.size(); k++) {
      BigDecimal lambda = eigen.value(k);
      if (lambda.compareTo(zero.negate()) < 0) {
        throw new IllegalArgumentException(
            "K_eq2 (Gram matrix): need eigenvalues of at least 0, got "
                + lambda.round(MathContext.DECIMAL32));
      }
      BigDecimal power = projection(eigen, k).pow(2, PRECISION);
      if (lambda.compareTo(zero) <= 0) {
        residual = residual.add(power, PRECISION);
      } else {
        BigDecimal x = theta.toDecimal(PRECISION).multiply(lambda, PRECISION);
        BigDecimal learned = learned(x).pow(2, PRECISION);
        displacement =
            displacement.add(power.multiply(learned).divide(lambda, PRECISION), PRECISION);
        residual =
            residual.add(power.multiply(decay(x.multiply(BigDecimal.valueOf(2)))), PRECISION);
      }
    }
    return new Point(displacement, residual);
  }

  private BigDecimal projection(SymmetricEigen eigen, int k) {
    BigDecimal sum = BigDecimal.ZERO;
    for (int i = 0; i < targets.size(); i++) {
      sum = sum.add(targets.get(i).toDecimal(PRECISION).multiply(eigen.component(k, i)));
    }
    return sum;
  }

  /** 1 − e^{−x}. */
  private static BigDecimal learned(BigDecimal x) {
    double nearest = x.doubleValue();
    return nearest < SERIES_BELOW ? x : new BigDecimal(-StrictMath.expm1(-nearest));
  }

  /** e^{−x}. */
  private static BigDecimal decay(BigDecimal x) {
    return x.compareTo(GONE) > 0 ? BigDecimal.ZERO : Decimals.expAsDecimal(x.negate());
  }
}
