package org.grokcheck.notsawo.curvature;

/**
 * How far the largest Ritz value of k Lanczos steps may fall short of λ_1 (claim {@code
 * notsawo.ext.lanczos}): λ_1 − θ_max ≤ (λ_1 − λ_n)(tan φ/T_{k−1}(1 + 2γ))², γ = (λ_1 − λ_2)/(λ_2 −
 * λ_n), φ the angle of the start to the first eigenvector, T the Chebyshev polynomial.
 *
 * @param first λ_1
 * @param second λ_2
 * @param last λ_n &lt; λ_2
 */
public record KanielPaige(double first, double second, double last) {

  /**
   * Checks the order.
   *
   * @throws IllegalArgumentException unless λ_n &lt; λ_2 &lt; λ_1
   */
  public KanielPaige {
    if (!(last < second && second < first)) {
      throw new IllegalArgumentException(
          "eigenvalues: need last < second < first, got %s, %s, %s".formatted(last, second, first));
    }
  }

  /**
   * The bound.
   *
   * @param steps k, at least 1
   * @param tangent tan φ
   */
  public double shortfall(int steps, double tangent) {
    double gamma = (first - second) / (second - last);
    double growth = chebyshev(steps - 1, 1 + 2 * gamma);
    double ratio = tangent / growth;
    return (first - last) * ratio * ratio;
  }

  /** T_k(x) for x ≥ 1, by cosh(k arcosh x). */
  private static double chebyshev(int k, double x) {
    double arcosh = StrictMath.log(x + StrictMath.sqrt((x - 1) * (x + 1)));
    return StrictMath.cosh(k * arcosh);
  }
}
