package org.grokcheck.kumar;

import org.grokcheck.math.exact.Rational;
import org.grokcheck.math.exact.RationalVector;

/**
 * The alignment of the kernel K₅ with the target y = ½(β·x)² over the population, A = ⟨y K y'⟩ /
 * (√⟨K²⟩ ⟨y²⟩), eq. (19), with the numerator of eq. (20) corrected, and the same for kernel and
 * target with their population means taken away (claims {@code kumar.eq19}, {@code kumar.eq20},
 * {@code kumar.ext.alignment-init}, {@code kumar.ext.cka-centred}).
 *
 * @param kernel K₅
 * @param beta β in R^D
 */
public record KernelAlignment(TangentKernel kernel, RationalVector beta) {
  private static final int DIGITS = 40;

  /**
   * Checks the shapes.
   *
   * @throws IllegalArgumentException if β has another dimension than the kernel
   */
  public KernelAlignment {
    Require.sameSize("beta", beta.size(), "wbar", kernel.dimension());
  }

  /** Returns ⟨y K y'⟩ = (ε²/4D⁴)[|β|⁴ Tr M + 8|β|² βᵀMβ], a quarter of what eq. (20) prints. */
  public Rational numerator() {
    Rational trace = kernel.moments().second().trace().times(betaSquared().square());
    return trace.plus(aligned().times(8)).over(4).times(scale());
  }

  /** Returns ⟨y_c K_c y_c'⟩ = ε²|β|² βᵀMβ/D⁴: centring removes the term with Tr M. */
  public Rational centredNumerator() {
    return aligned().times(scale());
  }

  /** Returns ⟨y²⟩ = 3|β|⁴/(4D²). */
  public Rational targetPower() {
    return perDimension().square().times(Rational.of(3, 4));
  }

  /** Returns ⟨(y − ⟨y⟩)²⟩ = |β|⁴/(2D²). */
  public Rational centredTargetPower() {
    return perDimension().square().times(Rational.HALF);
  }

  /** Returns A; NaN for β = 0. */
  public double uncentred() {
    return quotient(numerator(), kernel.meanSquare(), targetPower());
  }

  /** Returns A_c = ⟨y_c K_c y_c'⟩ / (√⟨K_c²⟩ ⟨y_c²⟩); NaN for β = 0. */
  public double centred() {
    return quotient(centredNumerator(), kernel.centredMeanSquare(), centredTargetPower());
  }

  /** n/(√k p), from its exact square. */
  static double quotient(Rational numerator, Rational kernelSquare, Rational power) {
    if (power.signum() == 0) {
      return Double.NaN;
    }
    Rational square = numerator.over(power).square().over(kernelSquare);
    return numerator.signum() * square.sqrt(DIGITS).doubleValue();
  }

  /** |β|² βᵀMβ. */
  private Rational aligned() {
    return betaSquared().times(kernel.moments().second().bilinear(beta, beta));
  }

  /** ε²/D⁴. */
  private Rational scale() {
    return kernel.eps().square().over(Rational.of(kernel.dimension()).power(4));
  }

  private Rational betaSquared() {
    return beta.normSquared();
  }

  private Rational perDimension() {
    return betaSquared().over(kernel.dimension());
  }
}
