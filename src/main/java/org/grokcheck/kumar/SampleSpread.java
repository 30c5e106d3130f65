package org.grokcheck.kumar;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;
import org.grokcheck.math.exact.Rational;

/**
 * How far a sample is from the population x ~ N(0, I/D) for functions of x_a and x_a x_b, in whose
 * span f̃ − y always lies (claims {@code kumar.ext.hard-upper-edge}, {@code
 * kumar.sec1.infinite-data}). With ψ these P_c = D(D+3)/2 functions in a basis whose population
 * second moment is I, and C = (1/P) Σ ψψᵀ, every function in the span obeys
 *
 * <p>train/λ_max(C) ≤ test ≤ train/λ_min(C),
 *
 * <p>whatever α, ε and the width are. For P &lt; P_c, λ_min is 0 and the upper bound is empty.
 */
public final class SampleSpread {
  private final double least;
  private final double largest;

  private SampleSpread(double least, double largest) {
    this.least = least;
    this.largest = largest;
  }

  /**
   * Returns the spread of a sample, each eigenvalue to a few units of roundoff of the largest.
   *
   * @param samples X, a row in R^D for each of the P samples
   * @throws IllegalArgumentException if a component isn't finite
   */
  public static SampleSpread of(double[][] samples) {
    int size = features(samples[0]).length;
    DMatrixRMaj moment = new DMatrixRMaj(size, size);
    for (double[] x : samples) {
      double[] psi = features(x);
      for (int i = 0; i < size; i++) {
        for (int j = 0; j < size; j++) {
          moment.add(i, j, psi[i] * psi[j] / samples.length);
        }
      }
    }
    EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(size, false, true);
    boolean found = eigen.decompose(moment);
    double least = Double.POSITIVE_INFINITY;
    double largest = 0;
    for (int k = 0; found && k < size; k++) {
      double value = eigen.getEigenvalue(k).getReal();
      least = Math.min(least, value);
      largest = Math.max(largest, value);
    }
    if (!found || !(largest < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("X (samples): need finite numbers");
    }
    return new SampleSpread(least, largest);
  }

  /** Returns λ_min(C), 0 to rounding for P &lt; P_c. */
  public double least() {
    return least;
  }

  /** Returns λ_max(C). */
  public double largest() {
    return largest;
  }

  /**
   * Returns E|C − I|_F² over samples, (⟨|ψ|⁴⟩ − P_c)/P. Here |ψ|² = Dq + D²(D+1)q²/(2(D+2)) with q
   * = |x|²; as both eigenvalues lie within |C − I|_F of 1, train and test loss become equal as P →
   * ∞ at every step of training.
   *
   * @param dimension D ≥ 1
   * @param samples P ≥ 1
   */
  public static Rational meanSquareDeviation(long dimension, long samples) {
    Require.dimension(dimension);
    Require.atLeast("P (samples)", samples, 1);
    Rational linear = Rational.of(dimension);
    Rational quadratic = linear.square().times(dimension + 1).over(2).over(dimension + 2);
    Rational fourth =
        linear
            .square()
            .times(normMoment(dimension, 2))
            .plus(linear.times(quadratic).times(2).times(normMoment(dimension, 3)))
            .plus(quadratic.square().times(normMoment(dimension, 4)));
    Rational count = Rational.of(dimension).times(dimension + 3).over(2);
    return fourth.minus(count).over(samples);
  }

  /** ⟨|x|^{2k}⟩ = D(D+2)⋯(D+2k−2)/D^k. */
  private static Rational normMoment(long dimension, int k) {
    Rational moment = Rational.ONE;
    for (int j = 0; j < k; j++) {
      moment = moment.times(Rational.of(dimension + 2L * j, dimension));
    }
    return moment;
  }

  /**
   * x_a, then x_a x_b for a &lt; b, each over its deviation; then the x_a², whose second moment (J
   * + 2I)/D² has the root that divides what is along (1, ..., 1) by √(D+2)/D, the rest by √2/D.
   */
  private static double[] features(double[] x) {
    int d = x.length;
    double[] psi = new double[d * (d + 3) / 2];
    double mean = MomentState.dot(x, x) / d;
    int next = 0;
    for (int a = 0; a < d; a++) {
      psi[next++] = Math.sqrt(d) * x[a];
      psi[next++] = d * ((x[a] * x[a] - mean) / Math.sqrt(2) + mean / Math.sqrt(d + 2.0));
      for (int b = 0; b < a; b++) {
        psi[next++] = d * x[a] * x[b];
      }
    }
    return psi;
  }
}
