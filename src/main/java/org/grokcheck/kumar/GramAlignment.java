package org.grokcheck.kumar;

import org.grokcheck.math.exact.Rational;
import org.grokcheck.math.exact.RationalMatrix;
import org.grokcheck.math.exact.RationalVector;

/**
 * The alignment of a Gram matrix with labels, A = yᵀKy / (|K|_F |y|²) (claims {@code
 * kumar.sec5.cka}, {@code kumar.sec6.1.labels}); centred, K is replaced by HKH and y by Hy with H =
 * I − 11ᵀ/P.
 *
 * @param gram K, symmetric, P × P
 * @param labels y in R^P
 */
public record GramAlignment(RationalMatrix gram, RationalVector labels) {
  /**
   * Checks the shapes.
   *
   * @throws IllegalArgumentException if K isn't symmetric or its size isn't that of y
   */
  public GramAlignment {
    Require.sameSize("K (Gram matrix)", gram.height(), "y", labels.size());
    if (!gram.isSymmetric()) {
      throw new IllegalArgumentException("K (Gram matrix): need a symmetric matrix, got " + gram);
    }
  }

  /** Returns HKH and Hy. */
  public GramAlignment centred() {
    int size = labels.size();
    RationalMatrix h =
        RationalMatrix.identity(size)
            .minus(RationalMatrix.of(size, size, (i, j) -> Rational.of(1, size)));
    return new GramAlignment(h.times(gram).times(h), h.times(labels));
  }

  /** Returns yᵀKy. */
  public Rational form() {
    return gram.bilinear(labels, labels);
  }

  /** Whether A is 0/0: a vanishing K, or vanishing labels as centring makes of constant ones. */
  public boolean isUndefined() {
    return labels.normSquared().signum() == 0 || gram.frobeniusSquared().signum() == 0;
  }

  /** Returns A², undefined where {@link #isUndefined}. */
  public Rational squared() {
    return form().square().over(gram.frobeniusSquared()).over(labels.normSquared().square());
  }

  /** Returns A; NaN where it is undefined. */
  public double value() {
    return isUndefined()
        ? Double.NaN
        : form().signum() * squared().sqrt(KernelRegression.DIGITS).doubleValue();
  }

  /** Returns yᵀKy / (|K|_F |y|), as Sec. 5.3 prints it; it isn't free of scale. */
  public double withSingleNorm() {
    return isUndefined()
        ? Double.NaN
        : form().signum()
            * squared().times(labels.normSquared()).sqrt(KernelRegression.DIGITS).doubleValue();
  }
}
