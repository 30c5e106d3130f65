package org.grokcheck.beck;

import org.grokcheck.math.Hypergeometric;
import org.grokcheck.math.Roots;

/**
 * The general solution in conformal time at σ = 1 through the function f of App. E.2 and its
 * inverse (claims {@code beck.eq36} to {@code beck.eq39}).
 *
 * <p>f(y) = −e^y ₂F₁(1, a; 1 + a; x e^{(1+x)y}) with a = 1/(1 + x) has f′ = −e^y/(1 − x
 * e^{(1+x)y}), so that f(S(τ)) = f(S₀) − ητ/2. Beyond S_∞ the argument exceeds 1 and f means its
 * real part; f has one branch on each side of its pole at S_∞.
 *
 * @param points the data, −1 &lt; x ≤ 1
 */
public record ConformalAntiderivative(TwoPoints points) {
  /**
   * Checks the domain.
   *
   * @throws IllegalArgumentException for x ≤ −1, where a is infinite: see {@link CoincidentPair}
   */
  public ConformalAntiderivative {
    Require.atLeast("x", points.x(), Math.nextUp(-1.0));
  }

  /**
   * Returns f(y), its real part beyond S_∞; {@code -∞} where y is S_∞ as far as doubles can tell.
   *
   * @param y a weight
   */
  public double value(double y) {
    double a = 1 / points.onePlusX();
    double argument = argument(y);
    double gap = oneMinusArgument(y);
    if (gap == 0 || gap < 0 && argument <= 1) {
      return Double.NEGATIVE_INFINITY;
    }
    double series =
        gap < 0
            ? Hypergeometric.f21RealPart(1, a, 1 + a, argument)
            : Hypergeometric.f21FromComplement(1, a, 1 + a, gap);
    return -StrictMath.exp(y) * series;
  }

  /**
   * Returns f(y) in the form of eq. (36), −(x e^{y(x+2)}/(x+2)) ₂F₁(1, 1 + a; 2 + a; x e^{(1+x)y})
   * − e^y, equal to {@link #value}.
   *
   * @param y a weight below S_∞
   */
  public double asPrintedEq36(double y) {
    double x = points.x();
    double a = 1 / points.onePlusX();
    double series = Hypergeometric.f21(1, 1 + a, 2 + a, argument(y));
    return -x * StrictMath.exp(y * (x + 2)) / (x + 2) * series - StrictMath.exp(y);
  }

  /**
   * Returns f′(y) = −e^y/(1 − x e^{(1+x)y}).
   *
   * @param y a weight
   */
  public double derivative(double y) {
    return -StrictMath.exp(y) / oneMinusArgument(y);
  }

  /**
   * Returns the argument of f⁻¹, u = f(S₀) − ητ/2, eq. (38).
   *
   * @param initialWeight S₀
   * @param eta η
   * @param conformal τ
   */
  public double inverseArgument(double initialWeight, double eta, double conformal) {
    return value(initialWeight) - 0.5 * eta * conformal;
  }

  /**
   * Eq. (37) prints u = f(S₀) − τ/2, without η.
   *
   * @param initialWeight S₀
   * @param conformal τ
   */
  public double asPrintedInverseArgumentEq37(double initialWeight, double conformal) {
    return value(initialWeight) - 0.5 * conformal;
  }

  /**
   * Returns S(τ) = f⁻¹(f(S₀) − ητ/2) on the branch of S₀, eq. (38).
   *
   * @param initialWeight S₀ ≠ S_∞
   * @param eta η &gt; 0
   * @param conformal τ ≥ 0
   */
  public double weight(double initialWeight, double eta, double conformal) {
    Require.positive("eta", eta);
    Require.atLeast("tau (conformal time)", conformal, 0);
    double target = inverseArgument(initialWeight, eta, conformal);
    double limit = points.stationaryWeight();
    if (limit == Double.POSITIVE_INFINITY) {
      return Roots.increasingFrom(y -> target - value(y), initialWeight, 1);
    }
    if (value(limit) > target) {
      // The pole lies within the rounding of S_∞, and so does the root.
      return limit;
    }
    return initialWeight > limit
        ? Roots.increasing(y -> value(y) - target, limit, initialWeight)
        : Roots.increasing(y -> target - value(y), initialWeight, limit);
  }

  /**
   * Returns b = b₀ + S₀ − S + (1/x) log[(1 − xE)/(1 − xE₀)], eq. (39) with the ratio that keeps it
   * real on both branches; at x = 0 the last term is e^{S₀} − e^S.
   *
   * @param initialWeight S₀
   * @param initialBias b₀
   * @param weight S on the same side of S_∞
   */
  public double bias(double initialWeight, double initialBias, double weight) {
    double x = points.x();
    double g = points.onePlusX();
    // (1 − xE)/(1 − xE₀) − 1 over −x, so that neither a small x nor a small change cancels.
    double rise =
        StrictMath.exp(g * initialWeight)
            * StrictMath.expm1(g * (weight - initialWeight))
            / oneMinusArgument(initialWeight);
    double pull = x == 0 ? -rise : StrictMath.log1p(-x * rise) / x;
    return initialBias + initialWeight - weight + pull;
  }

  private double argument(double y) {
    return points.x() * StrictMath.exp(points.onePlusX() * y);
  }

  private double oneMinusArgument(double y) {
    return points.oneMinusX() - points.x() * StrictMath.expm1(points.onePlusX() * y);
  }
}
