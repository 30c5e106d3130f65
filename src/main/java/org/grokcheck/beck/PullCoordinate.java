package org.grokcheck.beck;

import org.grokcheck.math.LogDomain;

/**
 * The two-point flow in the coordinate k with dk = ½ησ² e^{xS̃} dτ, the accumulated pull of the
 * second point; explicit, and smooth in x through 0 and down to x = −1.
 *
 * <p>With g = 1 + x, E = e^{gS̃}, D = 1 − xE: dS̃/dk = D/E and db/dk = −(1 + 1/E)/σ², so that D =
 * D₀e^{−xgk}, E = E₀e^{−xgk} + (1 − e^{−xgk})/x and σ²(b₀ − b) = S̃ − S̃₀ + gk. The distance D from
 * the stationary point is thus never formed as a difference.
 */
final class PullCoordinate {
  /** Above this exponent, e^u dwarfs whatever is added to it here. */
  private static final double LARGE = 600;

  private final double x;
  private final double g;
  private final double oneMinusX;
  private final double start;

  PullCoordinate(TwoPoints points, double initialWeight) {
    x = points.x();
    g = points.onePlusX();
    oneMinusX = points.oneMinusX();
    start = initialWeight;
  }

  /** S̃ at k, with full relative accuracy as S̃ → 0. */
  double weight(double k) {
    double decay = Math.max(0, x) * g * k;
    double pull = g * start - decay;
    if (pull > LARGE) {
      return start - x * k;
    }
    double drift = x < 0 ? -x * k : 0;
    if (g == 0) {
      return drift + start + k;
    }
    // E − 1 for x ≥ 0, e^{xgk}E − 1 for x < 0.
    double excess = x < 0 ? StrictMath.expm1(g * start) : decayedExcess(pull, decay);
    double rise = excess + (x < 0 ? 1 : oneMinusX) * growth(k);
    return rise > -0.5
        ? drift + StrictMath.log1p(rise) / g
        : drift + LogDomain.logAddExp(pull, StrictMath.log(growth(k))) / g;
  }

  /** S̃ − S̃₀ at k, with full relative accuracy as k → 0. */
  double weightChange(double k) {
    if (g == 0) {
      return 2 * k;
    }
    double drift = x < 0 ? -x * k : 0;
    double rise = growth(k) * (x < 0 ? StrictMath.exp(-g * start) : initialSlope());
    if (rise > -0.5 && rise < 1) {
      return drift + StrictMath.log1p(rise) / g;
    }
    if (rise < 0) {
      return weight(k) - start;
    }
    double decay = Math.max(0, x) * g * k;
    return drift + LogDomain.logAddExp(-decay, StrictMath.log(growth(k)) - g * start) / g;
  }

  /**
   * S̃(k − δ) − S̃(k) for 0 ≤ δ ≤ k, given dS̃/dk at k: relative accuracy where it is small, so
   * that a large multiple of it carries no noise.
   */
  double changeBack(double k, double w, double slope) {
    double delta = -k * StrictMath.expm1(w);
    if (g == 0) {
      return -2 * delta;
    }
    // E(k − δ)/E(k) = 1 − (D/E)(e^{xgδ} − 1)/x, δ = k − ke^w.
    double z = x * g * delta;
    double fall = slope * g * delta * LogDomain.expm1Ratio(-z);
    return Math.abs(fall) < 0.5
        ? StrictMath.log1p(-fall) / g
        : weightChange(k * StrictMath.exp(w)) - weightChange(k);
  }

  /** 1/E = e^{−gS̃} at k. */
  double inverseE(double k) {
    return StrictMath.exp(-g * weight(k));
  }

  /** dS̃/dk = D/E = 1/E − x at k, without cancellation near the stationary point. */
  double slope(double k) {
    double inverseE = inverseE(k);
    return inverseE > 2 * x
        ? inverseE - x
        : initialSlope() * StrictMath.exp(-g * (weightChange(k) + x * k));
  }

  /** The k at which S̃ is reached; NaN where the trajectory doesn't pass it. */
  double pullAt(double weight) {
    double change = weight - start;
    if (g == 0) {
      return change / 2;
    }
    double grown = StrictMath.expm1(g * change) / initialSlope();
    return x == 0 ? grown / g : -StrictMath.log1p(-x * grown) / (x * g);
  }

  private double initialSlope() {
    return StrictMath.exp(-g * start) - x;
  }

  /** (1 − e^{−|x|gk})/|x|, or gk at x = 0: the part of E, up to e^{|x|gk}, that isn't due to E₀. */
  private double growth(double k) {
    double z = Math.abs(x) * g * k;
    return z > 1 ? -StrictMath.expm1(-z) / Math.abs(x) : g * k * LogDomain.expm1Ratio(z);
  }

  /** e^{−decay}(E₀ − 1), where E₀ = e^{pull + decay} may overflow. */
  private double decayedExcess(double pull, double decay) {
    return g * start < LARGE
        ? StrictMath.expm1(g * start) * StrictMath.exp(-decay)
        : StrictMath.exp(pull) - StrictMath.exp(-decay);
  }
}
