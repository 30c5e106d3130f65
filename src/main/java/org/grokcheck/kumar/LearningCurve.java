package org.grokcheck.kumar;

import java.math.BigDecimal;
import java.math.MathContext;
import org.grokcheck.math.exact.Rational;

/**
 * The mean test risk of ridge regression of ½(β·x)² with the initial kernel, by the self-consistent
 * equation for its spectrum (claim {@code kumar.ext.learning-curve}): κ' solves Σ_k m_kλ_k/(λ_k+κ')
 * + δ/κ' = P with multiplicities m and eigenvalues λ, and with q_k = λ_k/(λ_k+κ'), γ = Σ m_kq_k²/P
 * and powers v_k of the target
 *
 * <p>E = Σ v_k(1−q_k)²/(1−γ).
 *
 * <p>It is the limit of many dimensions and samples; the predictor is K(K+δI)⁻¹y. Without a ridge
 * it ends at P_c = D(D+3)/2, from where on κ' and E are 0.
 *
 * @param spectrum m and λ, with ε ≠ 0
 * @param betaNormSquared |β|² ≥ 0
 * @param ridge δ ≥ 0
 */
public record LearningCurve(InitialSpectrum spectrum, Rational betaNormSquared, Rational ridge) {
  /** So many digits that those lost between κ' and the eigenvalues don't matter. */
  private static final MathContext PRECISION = new MathContext(60);

  /** Below it a step of Newton's method, which squares its error, leaves only rounding. */
  private static final BigDecimal CLOSE = new BigDecimal("1e-50");

  /**
   * Checks the domain.
   *
   * @throws IllegalArgumentException if ε = 0, |β|² &lt; 0 or δ &lt; 0
   */
  public LearningCurve {
    Require.notZero("eps", spectrum.eps());
    Require.notNegative("beta_norm_sq", betaNormSquared);
    Require.notNegative("ridge", ridge);
  }

  /**
   * A point of the curve.
   *
   * @param kappa κ'
   * @param gamma γ
   * @param risk E
   */
  public record Point(BigDecimal kappa, BigDecimal gamma, BigDecimal risk) {}

  /**
   * Returns the point at P samples.
   *
   * @param samples P ≥ 1
   * @throws IllegalArgumentException if P &lt; 1
   */
  public Point at(long samples) {
    Require.atLeast("P (samples)", samples, 1);
    BigDecimal count = BigDecimal.valueOf(samples);
    if (ridge.signum() == 0 && samples >= spectrum.rank()) {
      BigDecimal gamma = BigDecimal.valueOf(spectrum.rank()).divide(count, PRECISION);
      return new Point(BigDecimal.ZERO, gamma, BigDecimal.ZERO);
    }
    BigDecimal kappa = solve(samples);
    BigDecimal delta = ridge.toDecimal(PRECISION);
    // P(1 − γ) = Σ m q(1 − q) + δ/κ' by the equation for κ', without a difference.
    BigDecimal unused = delta.divide(kappa, PRECISION);
    BigDecimal squares = BigDecimal.ZERO;
    BigDecimal missed = BigDecimal.ZERO;
    for (Mode mode : modes()) {
      BigDecimal q = mode.learned(kappa);
      BigDecimal rest = mode.left(kappa);
      squares = squares.add(mode.count().multiply(q.pow(2)), PRECISION);
      unused = unused.add(mode.count().multiply(q).multiply(rest), PRECISION);
      missed = missed.add(mode.power().multiply(rest.pow(2)), PRECISION);
    }
    return new Point(
        kappa, squares.divide(count, PRECISION), missed.multiply(count).divide(unused, PRECISION));
  }

  /**
   * Returns the left side of the equation, the number of samples at which κ' has a given value. At
   * κ' = λ_k half of eigenspace k is learned, q_k = ½; for large D that takes P/D → ½ + ε² + δ for
   * linear functions, P/D → 1 + 1/(1+ε²) + δ/ε² for |x|², and P/D² → ¼ + δ/(2ε²) for traceless
   * quadratic ones (claims {@code kumar.sec5.degree-k}, {@code kumar.sec11.two-scales}).
   *
   * @param kappa κ' &gt; 0
   * @throws IllegalArgumentException if κ' ≤ 0
   */
  public Rational samplesAt(Rational kappa) {
    Require.positive("kappa_prime", kappa);
    return learned(spectrum.linear(), kappa)
        .times(spectrum.linearCount())
        .plus(learned(spectrum.traceless(), kappa).times(spectrum.tracelessCount()))
        .plus(learned(spectrum.normSquared(), kappa))
        .plus(ridge.over(kappa));
  }

  private static Rational learned(Rational value, Rational kappa) {
    return value.over(value.plus(kappa));
  }

  /** An eigenspace: its dimension m, its eigenvalue λ and the target's power v in it. */
  private record Mode(BigDecimal count, BigDecimal value, BigDecimal power) {
    BigDecimal learned(BigDecimal kappa) {
      return value.divide(value.add(kappa, PRECISION), PRECISION);
    }

    BigDecimal left(BigDecimal kappa) {
      return kappa.divide(value.add(kappa, PRECISION), PRECISION);
    }
  }

  private Mode[] modes() {
    TargetDecomposition target = new TargetDecomposition(spectrum.dimension(), betaNormSquared);
    return new Mode[] {
      mode(spectrum.linearCount(), spectrum.linear(), Rational.ZERO),
      mode(spectrum.tracelessCount(), spectrum.traceless(), target.tracelessPower()),
      mode(1, spectrum.normSquared(), target.normPower())
    };
  }

  private static Mode mode(long count, Rational value, Rational power) {
    return new Mode(
        BigDecimal.valueOf(count), value.toDecimal(PRECISION), power.toDecimal(PRECISION));
  }

  /** Newton's method from below: the left side less P is convex and falls, so that κ' rises. */
  private BigDecimal solve(long samples) {
    BigDecimal kappa = start(samples);
    BigDecimal change;
    do {
      change = change(kappa, samples);
      kappa = kappa.add(kappa.multiply(change), PRECISION);
    } while (change.abs().compareTo(CLOSE) >= 0);
    return kappa;
  }

  /** The relative change of κ' in a step. */
  private BigDecimal change(BigDecimal kappa, long samples) {
    BigDecimal share = ridge.toDecimal(PRECISION).divide(kappa, PRECISION);
    BigDecimal excess = share.subtract(BigDecimal.valueOf(samples), PRECISION);
    BigDecimal slope = share;
    for (Mode mode : modes()) {
      BigDecimal learned = mode.count().multiply(mode.learned(kappa), PRECISION);
      excess = excess.add(learned, PRECISION);
      slope = slope.add(learned.multiply(mode.left(kappa)), PRECISION);
    }
    return excess.divide(slope, PRECISION);
  }

  /** A κ' where the left side is at least P: δ/κ' alone, or all modes at the least eigenvalue. */
  private BigDecimal start(long samples) {
    boolean quadratic = spectrum.traceless().compareTo(spectrum.linear()) < 0;
    Rational least = quadratic ? spectrum.traceless() : spectrum.linear();
    Rational surplus = Rational.of(spectrum.rank()).over(samples).minus(Rational.ONE);
    return ridge.over(samples).max(least.times(surplus)).toDecimal(PRECISION);
  }
}
