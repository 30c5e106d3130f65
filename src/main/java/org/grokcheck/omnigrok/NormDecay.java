package org.grokcheck.omnigrok;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.grokcheck.math.Real;

/**
 * Decay of the norm where the gradient vanishes (Sec. 2): w(t) = w₀e^{−γt} in the flow, w₀|1 − ηγ|ᵏ
 * after k steps (claims {@code omnigrok.sec2.exp-decay}, {@code omnigrok.sec2.time}, {@code
 * omnigrok.ext.discrete-count}, {@code omnigrok.sec51.logw-speed}).
 *
 * @param eta learning rate η &gt; 0
 * @param gamma weight decay γ ≥ 0
 */
public record NormDecay(Real eta, Real gamma) {
  /**
   * Closer to a whole number than this, a count is taken for that number; 60 digits are carried.
   */
  private static final BigDecimal WHOLE = new BigDecimal("1e-30");

  /**
   * Checks the domain.
   *
   * @throws IllegalArgumentException if η isn't positive or γ is negative
   */
  public NormDecay {
    Require.positive("eta", eta);
    Require.notNegative("gamma", gamma);
  }

  /** Returns ηγ, what one step takes off the norm. */
  public Real shrinkage() {
    return eta.times(gamma);
  }

  /**
   * Returns w₀e^{−ηγk}.
   *
   * @param start w₀
   * @param steps k, of any sign
   */
  public Real flowNorm(Real start, Real steps) {
    return start.times(shrinkage().times(steps).negate().exp());
  }

  /**
   * Returns w₀|1 − ηγ|ᵏ; signs alternate for ηγ &gt; 1, and there is no decay from 2 on.
   *
   * @param start w₀
   * @param steps k ≥ 0
   * @throws IllegalArgumentException if k is negative
   */
  public Real norm(Real start, Real steps) {
    Require.notNegative("steps", steps);
    if (shrinkage().compareTo(Real.ONE) < 0) {
      return start.times(shrinkage().negate().log1p().times(steps).exp());
    }
    return start.times(Real.ONE.minus(shrinkage()).abs().power(steps));
  }

  /**
   * Returns ln(w₀/w_c)/(ηγ), the steps of the flow; empty where it never gets there.
   *
   * @param start w₀ ≥ w_c
   * @param end w_c &gt; 0
   * @throws IllegalArgumentException if w_c isn't positive or w₀ below it
   */
  public Optional<Real> flowSteps(Real start, Real end) {
    Real log = logRatio(start, end);
    if (log.signum() == 0) {
      return Optional.of(Real.ZERO);
    }
    return gamma.signum() == 0 ? Optional.empty() : Optional.of(log.over(shrinkage()));
  }

  /**
   * Returns ln(w₀/w_c)/(−ln(1 − ηγ)), the real number of steps; empty where no number suffices. At
   * ηγ = 1 one step ends at 0, and the limit of the formula is 0.
   *
   * @param start w₀ ≥ w_c
   * @param end w_c &gt; 0
   * @throws IllegalArgumentException if w_c isn't positive, or w₀ below it, or ηγ &gt; 1
   */
  public Optional<Real> steps(Real start, Real end) {
    if (shrinkage().compareTo(Real.ONE) > 0) {
      throw new IllegalArgumentException(
          "eta*gamma: need at most 1 for a norm that falls without change of sign, got "
              + shrinkage());
    }
    Real log = logRatio(start, end);
    if (log.signum() == 0 || shrinkage().equals(Real.ONE)) {
      return Optional.of(Real.ZERO);
    }
    return gamma.signum() == 0
        ? Optional.empty()
        : Optional.of(log.over(shrinkage().negate().log1p().negate()));
  }

  /**
   * Returns the least whole number of steps after which the norm is at most w_c; see {@link
   * #steps}.
   */
  public Optional<BigDecimal> wholeSteps(Real start, Real end) {
    return steps(start, end).map(count -> whole(count, start.compareTo(end) > 0));
  }

  /** A count from 60 digits that is whole to 30 behind the point is whole: a power met exactly. */
  private static BigDecimal whole(Real count, boolean positive) {
    BigDecimal nearest = count.value().setScale(0, RoundingMode.HALF_EVEN);
    boolean met = count.value().subtract(nearest).abs().compareTo(WHOLE) < 0;
    BigDecimal least = met ? nearest : count.ceiling();
    return positive ? least.max(BigDecimal.ONE) : least;
  }

  private static Real logRatio(Real start, Real end) {
    Require.positive("wc", end);
    Require.atLeast("w0", start, "wc", end);
    return start.minus(end).over(end).log1p();
  }
}
