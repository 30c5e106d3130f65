package org.grokcheck.omnigrok;

import org.grokcheck.math.Real;
import org.grokcheck.math.exact.Rational;

/**
 * Isotropic linear regression from n of d directions, in the limit of long training with small
 * decay (claims {@code omnigrok.ext.beta-critical}, {@code omnigrok.sec4.critical-N}): what is left
 * of the teacher, |q|²/|w_s|², follows the law Beta((d−n)/2, n/2).
 *
 * @param samples n, 1 ≤ n ≤ d
 * @param dimension d
 */
public record CriticalSize(int samples, int dimension) {
  private static final double NEGLIGIBLE = 1e-50;

  /**
   * Checks the domain.
   *
   * @throws IllegalArgumentException if n isn't within 1 to d
   */
  public CriticalSize {
    Require.atLeast("n", samples, 1);
    Require.atLeast("d", dimension, samples);
  }

  /** Returns 1 − n/d. */
  public Rational mean() {
    return Rational.of(dimension - (long) samples, dimension);
  }

  /** Returns 2n(d−n)/(d²(d+2)). */
  public Rational variance() {
    return mean().times(2L * samples).over(dimension).over(dimension + 2L);
  }

  /**
   * Returns the probability to generalise to ε, I_ε((d−n)/2, n/2); 1 for n = d.
   *
   * @param eps ε, 0 ≤ ε ≤ 1
   * @throws IllegalArgumentException if ε is out of its range
   */
  public Real probability(Real eps) {
    Require.notNegative("eps", eps);
    Require.atLeast("1", Real.ONE, "eps", eps);
    if (samples == dimension || eps.equals(Real.ONE)) {
      return Real.ONE;
    }
    if (eps.signum() == 0) {
      return Real.ZERO;
    }
    int left = dimension - samples;
    Real rest = Real.ONE.minus(eps);
    boolean lower = eps.toDouble() * dimension < left;
    return lower ? tail(left, samples, eps, rest) : Real.ONE.minus(tail(samples, left, rest, eps));
  }

  /**
   * I_x(p/2, q/2) = x^{p/2}(1−x)^{q/2}/((p/2) B(p/2, q/2)) Σ_k Π_{j&lt;k} x(p+q+2j)/(p+2+2j), all
   * terms positive; they fall fast below the mean.
   */
  private static Real tail(int p, int q, Real x, Real rest) {
    Real term = Real.ONE;
    Real sum = Real.ONE;
    for (long j = 0; term.over(sum).toDouble() > NEGLIGIBLE; j++) {
      term = term.times(x).times((long) p + q + 2 * j).over(p + 2 + 2 * j);
      sum = sum.plus(term);
    }
    Real front = x.power(Real.of(p).over(2)).times(rest.power(Real.of(q).over(2)));
    return front.times(sum).over(Real.of(p).over(2)).over(beta(p, q));
  }

  /** B(p/2, q/2), from B(½, ½) = π, B(½, 1) = 2, B(1, 1) = 1 by B(a+1, b) = B(a, b) a/(a+b). */
  private static Real beta(int p, int q) {
    int i = p % 2 == 0 ? 2 : 1;
    int j = q % 2 == 0 ? 2 : 1;
    Real value = i + j == 2 ? Real.pi() : i + j == 3 ? Real.TWO : Real.ONE;
    for (; i < p; i += 2) {
      value = value.times(i).over(i + j);
    }
    for (; j < q; j += 2) {
      value = value.times(j).over((long) p + j);
    }
    return value;
  }
}
