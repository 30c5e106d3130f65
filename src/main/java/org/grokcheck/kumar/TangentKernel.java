package org.grokcheck.kumar;

import org.grokcheck.math.exact.Rational;
import org.grokcheck.math.exact.RationalMatrix;
import org.grokcheck.math.exact.RationalVector;

/**
 * The neural tangent kernel of the committee machine without its prefactor, K₅(x, x') = x·x' + ε
 * (x·x') w̄·(x + x') + ε² (x·x') xᵀMx', eqs. (5), (10), (18) (claims {@code kumar.eq5}, {@code
 * kumar.eq10}, {@code kumar.eq18}), and its averages over x, x' ~ N(0, I/D).
 *
 * @param eps ε
 * @param moments w̄ and M of the weights themselves, never differences to their start
 */
public record TangentKernel(Rational eps, WeightMoments moments) {

  /** Returns the kernel at w̄ = 0, M = I: x·x' + ε²(x·x')², eq. (10). */
  public static TangentKernel infiniteWidth(int dimension, Rational eps) {
    return new TangentKernel(eps, WeightMoments.infiniteWidth(dimension));
  }

  /**
   * Returns K₂/K₅ = α²/N: the gradient of f with respect to wᵢ is (α/N)(1 + ε wᵢ·x) x.
   *
   * @param alpha α
   * @param width N ≥ 1
   */
  public static Rational gradientFactor(Rational alpha, long width) {
    Require.atLeast("N (width)", width, 1);
    return alpha.square().over(width);
  }

  /** Returns K₅(x, x'). */
  public Rational at(RationalVector x, RationalVector other) {
    Rational linear = eps.times(moments.mean().dot(x.plus(other)));
    Rational quadratic = eps.square().times(moments.second().bilinear(x, other));
    return x.dot(other).times(Rational.ONE.plus(linear).plus(quadratic));
  }

  /** Returns the Gram matrix of K₅ on samples, a row of X each. */
  public RationalMatrix gram(RationalMatrix samples) {
    int count = samples.height();
    return RationalMatrix.of(count, count, (i, j) -> at(samples.row(i), samples.row(j)));
  }

  /**
   * Returns x' ↦ ⟨K₅(x, x') g(x)⟩ over x ~ N(0, I/D), the left side of eq. (11). For g = c + a·x +
   * xᵀQx it is linear with coefficients a/D + (ε/D)c w̄ + (ε/D²)(Tr Q w̄ + 2Qw̄), plus quadratic
   * with the matrix (ε/2D)(aw̄ᵀ + w̄aᵀ) + (ε²/D)cM + (ε²/D²)(Tr Q M + QM + MQ) (claims {@code
   * kumar.eq12} to {@code kumar.eq16}, {@code kumar.ext.null-space}).
   *
   * @throws IllegalArgumentException if g lives in another dimension
   */
  public QuadraticFunction apply(QuadraticFunction g) {
    int d = dimension();
    Require.sameSize("g (function)", g.dimension(), "wbar", d);
    RationalVector mean = moments.mean();
    RationalMatrix second = moments.second();
    RationalMatrix q = g.quadratic();
    Rational trace = q.trace().over(d);
    RationalVector fromEven =
        mean.times(g.constant().plus(trace))
            .plus(q.times(mean).times(Rational.of(2, d)))
            .times(eps);
    RationalMatrix fromLinear =
        g.linear().outer(mean).plus(mean.outer(g.linear())).times(eps.over(2));
    RationalMatrix fromEvenToEven =
        second
            .times(g.constant().plus(trace))
            .plus(q.times(second).plus(second.times(q)).times(Rational.of(1, d)))
            .times(eps.square());
    Rational share = Rational.of(1, d);
    return new QuadraticFunction(
        Rational.ZERO,
        g.linear().plus(fromEven).times(share),
        fromLinear.plus(fromEvenToEven).times(share));
  }

  /** Returns ⟨K₅(x, x)⟩ = 1 + ε²(D+2) Tr M/D², the sum of all eigenvalues. */
  public Rational meanDiagonal() {
    long d = dimension();
    Rational quadratic = eps.square().times(moments.second().trace()).times(d + 2);
    return Rational.ONE.plus(quadratic.over(d).over(d));
  }

  /**
   * Returns ⟨K₅²⟩ over independent x, x': 1/D + 2ε²(D+2)|w̄|²/D³ + (ε⁴/D⁴)[(D+6) Tr M² + 2(Tr M)²]
   * (claim {@code kumar.ext.alignment-init}).
   */
  public Rational meanSquare() {
    long d = dimension();
    return meanSquare(d + 2, d + 6, 2);
  }

  /**
   * Returns ⟨K_c²⟩ of the kernel centred in both arguments, K − ⟨K⟩_x − ⟨K⟩_x' + ⟨⟨K⟩⟩: 1/D +
   * 2ε²(D+1)|w̄|²/D³ + (ε⁴/D⁴)[(D+2) Tr M² + (Tr M)²] (claim {@code kumar.ext.cka-centred}).
   */
  public Rational centredMeanSquare() {
    long d = dimension();
    return meanSquare(d + 1, d + 2, 1);
  }

  private Rational meanSquare(long ofMean, long ofSquare, long ofTrace) {
    long d = dimension();
    Rational cube = Rational.of(d).power(3);
    RationalMatrix second = moments.second();
    Rational mean =
        eps.square().times(moments.mean().normSquared()).times(2).times(ofMean).over(cube);
    Rational quartic =
        second
            .frobeniusSquared()
            .times(ofSquare)
            .plus(second.trace().square().times(ofTrace))
            .times(eps.power(4))
            .over(cube.times(d));
    return Rational.of(1, d).plus(mean).plus(quartic);
  }

  /** Returns D. */
  public int dimension() {
    return moments.dimension();
  }
}
