package org.grokcheck.beck;

import org.grokcheck.math.LambertW;
import org.grokcheck.math.LogDomain;
import org.grokcheck.math.Roots;

/**
 * Closed-form solution for x = 0, σ = 1: points −1 and 0, the boundary of separability (claims
 * {@code beck.eq32}, {@code beck.eq33}, {@code beck.eq34}, {@code beck.appe2.tau-implicit}, {@code
 * beck.appe2.x0-asymptotics}, {@code beck.table1.b-critical}, {@code beck.table1.s-critical}).
 *
 * <p>With y = ητ/2: S = log(e^{S₀} + y), b = b₀ − y − (S − S₀). Real time obeys e^{b₀}ηt/2 = e^y −
 * 1 + e^{−S₀}(1 + (y − 1)e^y), the implicit relation before eq. (34) as a sum of positive terms.
 *
 * @param initialWeight S₀
 * @param initialBias b₀
 * @param eta learning rate η &gt; 0
 */
public record CriticalPair(double initialWeight, double initialBias, double eta) {
  private static final double LN2 = StrictMath.log(2);

  /**
   * Checks the domain.
   *
   * @throws IllegalArgumentException if an argument is out of range
   */
  public CriticalPair {
    Require.finite("S0 (initial weight)", initialWeight);
    Require.finite("b0 (initial bias)", initialBias);
    Require.positive("eta", eta);
  }

  /**
   * Returns the state at τ, eq. (33).
   *
   * @param conformal τ ≥ 0
   */
  public WeightAndBias atConformalTime(double conformal) {
    Require.atLeast("tau (conformal time)", conformal, 0);
    double y = 0.5 * eta * conformal;
    return new WeightAndBias(weight(y), initialBias - y - weightChange(y));
  }

  /**
   * Returns log t at τ; {@code -∞} at 0.
   *
   * @param conformal τ ≥ 0
   */
  public double logTime(double conformal) {
    Require.atLeast("tau (conformal time)", conformal, 0);
    double y = 0.5 * eta * conformal;
    return y == 0
        ? Double.NEGATIVE_INFINITY
        : logScaledTime(y) - initialBias - StrictMath.log(eta / 2);
  }

  /**
   * Returns τ at real time t: eq. (34) with the exponent e^{S₀} − 1, in a form without the
   * cancellation of W₀ against e^{S₀} − 1 and without overflow.
   *
   * @param logTime log t, finite
   */
  public double conformalTime(double logTime) {
    Require.finite("log t", logTime);
    double target = initialBias + StrictMath.log(eta / 2) + logTime;
    double logY =
        Roots.increasingFrom(
            logY0 -> logScaledTime(StrictMath.exp(logY0)) - target, Math.min(target, 0), 1);
    return 2 / eta * StrictMath.exp(logY);
  }

  /**
   * Returns b + log(ηt/2) at τ, which tends to 0 like −1/log t: log[1 − (e^{−y} + e^{−S₀}(1 −
   * e^{−y}))/(1 + e^{−S₀}y)], free of the cancelling log t and of b₀; {@code -∞} at 0.
   *
   * @param conformal τ ≥ 0
   */
  public double biasPlusLogTime(double conformal) {
    Require.atLeast("tau (conformal time)", conformal, 0);
    double y = 0.5 * eta * conformal;
    double kept = StrictMath.exp(-y);
    double lost = -StrictMath.expm1(-y);
    // e^{S₀} multiplies numerator and denominator where e^{−S₀} could overflow.
    double r = initialWeight < 0 ? 1 : StrictMath.exp(-initialWeight);
    double q = initialWeight < 0 ? StrictMath.exp(initialWeight) : 1;
    double share = (q * kept + r * lost) / (q + r * y);
    return share < 0.5 ? StrictMath.log1p(-share) : logScaledTime(y) - y - weightChange(y);
  }

  /**
   * Returns τ = (2/η)[W₀((e^{S₀+b₀}ηt/2 + e^{S₀} − 1)e^{e^{S₀}−1}) − e^{S₀} + 1], eq. (34) with its
   * exponent put right. For small t or large S₀ it cancels or overflows, unlike {@link
   * #conformalTime}.
   *
   * @param time t ≥ 0
   */
  public double conformalTimeByLambertW(double time) {
    return lambertForm(time, StrictMath.expm1(initialWeight));
  }

  /**
   * Eq. (34) prints the last exponent as S₀ − 1 instead of e^{S₀} − 1: τ(0) then isn't 0.
   *
   * @param time t ≥ 0
   */
  public double asPrintedConformalTimeEq34(double time) {
    return lambertForm(time, initialWeight - 1);
  }

  private double lambertForm(double time, double exponent) {
    Require.atLeast("t (time)", time, 0);
    double shift = StrictMath.expm1(initialWeight);
    double factor = StrictMath.exp(initialWeight + initialBias) * 0.5 * eta * time + shift;
    double w =
        factor > 0
            ? LambertW.w0Exp(StrictMath.log(factor) + exponent)
            : LambertW.w0(Math.max(LambertW.BRANCH_POINT, factor * StrictMath.exp(exponent)));
    return 2 / eta * (w - shift);
  }

  private double weight(double y) {
    double excess = StrictMath.expm1(initialWeight) + y;
    return Math.abs(excess) < 0.5 ? StrictMath.log1p(excess) : initialWeight + weightChange(y);
  }

  private double weightChange(double y) {
    return LogDomain.softplus(StrictMath.log(y) - initialWeight);
  }

  /** log(e^{b₀}ηt/2) at y. */
  private double logScaledTime(double y) {
    double first = StrictMath.log(-StrictMath.expm1(-y));
    return y + LogDomain.logAddExp(first, logRemainder(y) - initialWeight);
  }

  /** log(y − 1 + e^{−y}), by its series for small y. */
  private static double logRemainder(double y) {
    if (y > 1) {
      return StrictMath.log(y + StrictMath.expm1(-y));
    }
    double sum = 1;
    for (int n = 20; n >= 3; n--) {
      sum = 1 - sum * y / n;
    }
    return 2 * StrictMath.log(y) - LN2 + StrictMath.log(sum);
  }
}
