package org.grokcheck.kumar;

import org.grokcheck.math.exact.Rational;

/**
 * The spectrum of the initial kernel x·x' + ε²(x·x')² over x ~ N(0, I/D) (claim {@code
 * kumar.app11.spectrum}): linear functions have 1/D, traceless quadratic ones 2ε²/D², and |x|² has
 * ε²(D+2)/D². Nothing else is in its range: 1 − D|x|²/(D+2) is in its null space.
 *
 * @param dimension D ≥ 1
 * @param eps ε
 */
public record InitialSpectrum(long dimension, Rational eps) {
  /** The largest D for which all multiplicities fit a {@code long}. */
  public static final long MAX_DIMENSION = 4_000_000_000L;

  /**
   * Checks the domain.
   *
   * @throws IllegalArgumentException if D lies outside 1 to 4·10⁹
   */
  public InitialSpectrum {
    Require.dimension(dimension);
    if (dimension > MAX_DIMENSION) {
      throw new IllegalArgumentException(
          "D (input dimension): need at most " + MAX_DIMENSION + ", got " + dimension);
    }
  }

  /** Returns 1/D, the eigenvalue of linear functions. */
  public Rational linear() {
    return Rational.of(1, dimension);
  }

  /** Returns 2ε²/D², the eigenvalue of traceless quadratic functions. */
  public Rational traceless() {
    return eps.square().times(2).over(dimension).over(dimension);
  }

  /** Returns ε²(D+2)/D², the eigenvalue of |x|². */
  public Rational normSquared() {
    return eps.square().times(dimension + 2).over(dimension).over(dimension);
  }

  /** Returns D, the number of independent linear functions. */
  public long linearCount() {
    return dimension;
  }

  /** Returns (D−1)(D+2)/2, the number of independent traceless quadratic functions. */
  public long tracelessCount() {
    // One of the two factors is even.
    return dimension % 2 == 0
        ? (dimension - 1) * ((dimension + 2) / 2)
        : (dimension - 1) / 2 * (dimension + 2);
  }

  /** Returns P_c = D(D+3)/2, the rank of the kernel for ε ≠ 0. */
  public long rank() {
    return linearCount() + tracelessCount() + 1;
  }

  /** Returns the sum of all eigenvalues, 1 + ε²(1 + 2/D) = ⟨K(x, x)⟩. */
  public Rational sum() {
    return linear()
        .times(linearCount())
        .plus(traceless().times(tracelessCount()))
        .plus(normSquared());
  }

  /** Returns the sum of the squares of all eigenvalues, 1/D + 3ε⁴(D+2)/D³ = ⟨K²⟩. */
  public Rational sumOfSquares() {
    return linear()
        .square()
        .times(linearCount())
        .plus(traceless().square().times(tracelessCount()))
        .plus(normSquared().square());
  }
}
