package org.grokcheck.beck;

import java.util.function.DoubleUnaryOperator;
import org.grokcheck.math.LogQuadrature;
import org.grokcheck.math.Roots;

/**
 * Reads a time off the pull k: log ∫₀ᵏ C e^{α(S̃ − S̃₀) + βk′} dk′, with real time and conformal
 * time as two choices of (C, α, β).
 *
 * <p>In w = log(k′/k) the integrand's logarithm rises with a slope of at least ½ (and of hundreds
 * where the time is 1e300), so what lies below w = −{@link #DEPTH} is less than 1e-19 of the whole.
 */
final class PullClock {
  private static final double DEPTH = 90;
  private static final int NEWTON_STEPS = 12;

  /** A relative step of k below which it is as good as its rounding. */
  private static final double CONVERGED = 2e-16;

  /** log k below which time is proportional to k, and k soon no double. */
  private static final double SMALLEST = StrictMath.log(Double.MIN_NORMAL);

  private final PullCoordinate path;
  private final double logScale;
  private final double alpha;
  private final double beta;

  PullClock(PullCoordinate path, double logScale, double alpha, double beta) {
    this.path = path;
    this.logScale = logScale;
    this.alpha = alpha;
    this.beta = beta;
  }

  /** The logarithm of the time at k > 0; −∞ at k = 0. */
  double logReading(double k) {
    if (k == 0) {
      return Double.NEGATIVE_INFINITY;
    }
    double slope = path.slope(k);
    DoubleUnaryOperator logShare =
        w -> w + alpha * path.changeBack(k, w, slope) + beta * k * StrictMath.expm1(w);
    double rounding = 4 * Math.ulp(alpha * path.weightChange(k));
    double logShareSum = LogQuadrature.logIntegralOfRounded(logShare, -DEPTH, 0, rounding);
    return logScale + StrictMath.log(k) + exponent(k) + logShareSum;
  }

  /**
   * The k at which the logarithm of the time has the given value; 0 where it is less than any
   * double.
   */
  double pullAt(double logTime) {
    double logPullAtFirst = logTime - logScale;
    if (logPullAtFirst < SMALLEST) {
      return StrictMath.exp(logPullAtFirst);
    }
    DoubleUnaryOperator guessError = logK -> logGuess(StrictMath.exp(logK)) - logTime;
    double k = StrictMath.exp(Roots.increasingFrom(guessError, 0, 1));
    for (int step = 0; step < NEWTON_STEPS; step++) {
      double reading = logReading(k);
      double logSlope = logScale + exponent(k) + StrictMath.log(k) - reading;
      double change = (logTime - reading) / StrictMath.exp(logSlope);
      k *= Math.max(0.5, 1 + change);
      if (Math.abs(change) <= CONVERGED) {
        break;
      }
    }
    return k;
  }

  private double exponent(double k) {
    return alpha * path.weightChange(k) + beta * k;
  }

  /** The time if its integrand were a power of k with the slope that it has at k. */
  private double logGuess(double k) {
    double slope = 1 + k * (alpha * path.slope(k) + beta);
    return logScale + StrictMath.log(k) + exponent(k) - StrictMath.log(slope);
  }
}
