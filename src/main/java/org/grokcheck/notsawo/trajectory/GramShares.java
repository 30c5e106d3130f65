package org.grokcheck.notsawo.trajectory;

import org.grokcheck.compute.linear.Vectors;
import org.grokcheck.compute.spectrum.DenseSpectrum;

/**
 * Shares of the principal components of points known by their Gram matrix G_ij = x_i · x_j, or by
 * the expectation of it (App. G.3, claim {@code notsawo.appg3.matrix}).
 */
public final class GramShares {
  private final double[] eigenvalues;
  private final double trace;

  private GramShares(double[][] gram) {
    eigenvalues = DenseSpectrum.ascending(gram);
    trace = Vectors.sum(eigenvalues);
  }

  /**
   * The components of the points about their mean: HGH with H = I − 11ᵀ/T.
   *
   * @param gram symmetric, T × T, not changed
   */
  public static GramShares centred(double[][] gram) {
    return new GramShares(aboutMean(gram));
  }

  /** HGH. */
  static double[][] aboutMean(double[][] gram) {
    int n = gram.length;
    double[] means = new double[n];
    for (int i = 0; i < n; i++) {
      means[i] = Vectors.sum(gram[i]) / n;
    }
    double mean = Vectors.sum(means) / n;
    double[][] centred = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        centred[i][j] = gram[i][j] - means[i] - means[j] + mean;
      }
    }
    return centred;
  }

  /**
   * The components of x_t − x_T for t &lt; T, not centred: the matrix M of the paper, read without
   * the centring that it doesn't mention.
   *
   * @param gram symmetric, T × T with T ≥ 2, not changed
   */
  public static GramShares aboutLast(double[][] gram) {
    int last = gram.length - 1;
    double[][] differences = new double[last][last];
    for (int i = 0; i < last; i++) {
      for (int j = 0; j < last; j++) {
        differences[i][j] = gram[i][j] - gram[i][last] - gram[last][j] + gram[last][last];
      }
    }
    return new GramShares(differences);
  }

  /** Sum of all eigenvalues. */
  public double trace() {
    return trace;
  }

  /** The k-th largest eigenvalue, k from 1; 0 where there are less. */
  public double eigenvalue(int k) {
    return k <= eigenvalues.length ? eigenvalues[eigenvalues.length - k] : 0;
  }

  /** Share of the k-th component, k from 1; NaN where all points coincide. */
  public double share(int k) {
    return eigenvalue(k) / trace;
  }

  /** Share of the first two. */
  public double firstTwo() {
    return share(1) + share(2);
  }
}
