package org.grokcheck.notsawo.curvature;

import org.grokcheck.math.exact.Rational;

/**
 * The Hessian of ½(w_2 relu(w_1 x) − y)² where w_1 x &gt; 0 (App. A, claim {@code
 * notsawo.appa.dinh}): the function doesn't change under (w_1, w_2) → (c w_1, w_2/c), its
 * curvatures do.
 *
 * @param inner w_1
 * @param outer w_2
 * @param input x
 * @param target y
 */
public record RescaledPair(Rational inner, Rational outer, Rational input, Rational target) {

  /**
   * Checks the domain.
   *
   * @throws IllegalArgumentException unless w_1 x &gt; 0: elsewhere the unit is off
   */
  public RescaledPair {
    if (inner.times(input).signum() <= 0) {
      throw new IllegalArgumentException("w1 x: need a product above 0, got " + inner.times(input));
    }
  }

  /** w_1 w_2 x. */
  public Rational output() {
    return inner.times(outer).times(input);
  }

  /** The same function with weights c w_1 and w_2/c, c &gt; 0. */
  public RescaledPair rescaled(Rational c) {
    if (c.signum() <= 0) {
      throw new IllegalArgumentException("c: need a factor above 0, got " + c);
    }
    return new RescaledPair(inner.times(c), outer.over(c), input, target);
  }

  /** tr H = (w_2 x)² + (w_1 x)². */
  public Rational trace() {
    return outer.times(input).square().plus(inner.times(input).square());
  }

  /** det H, whose off-diagonal entry is w_1 w_2 x² + (w_1 w_2 x − y) x. */
  public Rational determinant() {
    Rational mixed = output().times(input).plus(output().minus(target).times(input));
    return outer.times(input).square().times(inner.times(input).square()).minus(mixed.square());
  }
}
