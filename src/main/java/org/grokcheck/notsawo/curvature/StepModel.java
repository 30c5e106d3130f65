package org.grokcheck.notsawo.curvature;

import org.grokcheck.math.exact.Rational;
import org.grokcheck.math.exact.RationalMatrix;
import org.grokcheck.math.exact.RationalVector;

/**
 * The change −ε|G|² + ½ε² GᵀHG of the loss in a step θ ← θ − εG, exact for quadratic losses (Sec.
 * 4, claims {@code notsawo.sec4.taylor}, {@code notsawo.sec4.descent}, {@code notsawo.sec4.ghg}).
 *
 * @param gradientSquare |G|², positive
 * @param form GᵀHG
 */
public record StepModel(Rational gradientSquare, Rational form) {

  /**
   * Checks the domain.
   *
   * @throws IllegalArgumentException if G is 0
   */
  public StepModel {
    if (gradientSquare.signum() <= 0) {
      throw new IllegalArgumentException("G: need a gradient other than 0");
    }
  }

  /**
   * The model at a gradient and a Hessian.
   *
   * @throws IllegalArgumentException if G is 0 or sizes differ
   */
  public static StepModel of(RationalMatrix hessian, RationalVector gradient) {
    return new StepModel(gradient.normSquared(), hessian.bilinear(gradient, gradient));
  }

  /** −ε|G|² + ½ε² GᵀHG. */
  public Rational change(Rational rate) {
    return rate.times(rate.times(form).over(2).minus(gradientSquare));
  }

  /** GᵀHG/|G|²: the loss of the model rises iff this exceeds 2/ε. */
  public Rational rayleigh() {
    return form.over(gradientSquare);
  }

  /**
   * The rate |G|²/GᵀHG of the largest decrease.
   *
   * @throws IllegalStateException if GᵀHG isn't positive: no rate is best then
   */
  public Rational bestRate() {
    if (form.signum() <= 0) {
      throw new IllegalStateException("no rate is best where the curvature along G is " + form);
    }
    return gradientSquare.over(form);
  }

  /**
   * The largest decrease |G|⁴/(2 GᵀHG).
   *
   * @throws IllegalStateException if GᵀHG isn't positive
   */
  public Rational bestDecrease() {
    return bestRate().times(gradientSquare).over(2);
  }
}
