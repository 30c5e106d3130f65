package org.grokcheck.kumar;

/**
 * {@link MomentDescent} in doubles: gradient descent on (1/P) Σ (y_μ − f̃(x_μ))² by the recursion
 * of the moments, at a cost of O(PD² + D³) a step whatever the width is.
 */
public final class MomentTraining {
  private final double alpha;
  private final double eps;
  private final double[][] samples;
  private final double[] targets;
  private final MomentState subtracted;

  /**
   * A training set and what is subtracted from the output.
   *
   * @param alpha α
   * @param eps ε
   * @param samples X, a row in R^D for each of the P samples
   * @param targets y in R^P
   * @param subtracted the moments at the start for the centred model, zero ones otherwise
   * @throws IllegalArgumentException if the sizes differ
   */
  public MomentTraining(
      double alpha, double eps, double[][] samples, double[] targets, MomentState subtracted) {
    Require.sameSize("y (targets)", targets.length, "X by its rows", samples.length);
    this.alpha = alpha;
    this.eps = eps;
    this.samples = samples.clone();
    this.targets = targets.clone();
    this.subtracted = subtracted;
  }

  /** Returns r_μ = y_μ − f̃(x_μ). */
  public double[] residuals(MomentState now) {
    MomentState change = now.minus(subtracted);
    double[] r = new double[targets.length];
    for (int i = 0; i < r.length; i++) {
      r[i] = targets[i] - change.output(alpha, eps, samples[i]);
    }
    return r;
  }

  /** Returns (1/P) Σ r_μ². */
  public double loss(MomentState now) {
    return meanSquare(residuals(now));
  }

  /** Returns (1/P) Σ r_μ², the loss of residuals. */
  public static double meanSquare(double[] r) {
    return MomentState.dot(r, r) / r.length;
  }

  /**
   * What one step does to every neuron: w ← Tw + s.
   *
   * @param matrix T, D × D; not copied
   * @param shift s in R^D; not copied
   */
  public record Move(double[][] matrix, double[] shift) {
    /** Returns Tw̄ + s and TMTᵀ + (Tw̄)sᵀ + s(Tw̄)ᵀ + ssᵀ. */
    public MomentState of(MomentState before) {
      int d = shift.length;
      double[] turned = new double[d];
      double[] mean = new double[d];
      for (int i = 0; i < d; i++) {
        for (int k = 0; k < d; k++) {
          turned[i] += matrix[i][k] * before.mean(k);
        }
        mean[i] = turned[i] + shift[i];
      }
      double[][] second = conjugated(before);
      for (int i = 0; i < d; i++) {
        for (int j = 0; j <= i; j++) {
          second[i][j] += turned[i] * shift[j] + shift[i] * turned[j] + shift[i] * shift[j];
        }
      }
      mirror(second);
      return new MomentState(mean, second);
    }

    /** The lower half of TMTᵀ. */
    private double[][] conjugated(MomentState before) {
      int d = shift.length;
      double[][] columns = transposed();
      double[][] product = new double[d][d];
      for (int i = 0; i < d; i++) {
        double[] half = new double[d];
        for (int k = 0; k < d; k++) {
          before.addRow(half, matrix[i][k], k);
        }
        for (int k = 0; k < d; k++) {
          MomentState.addScaled(product[i], half[k], columns[k], i + 1);
        }
      }
      return product;
    }

    private double[][] transposed() {
      double[][] columns = new double[shift.length][shift.length];
      for (int i = 0; i < shift.length; i++) {
        for (int k = 0; k < shift.length; k++) {
          columns[k][i] = matrix[i][k];
        }
      }
      return columns;
    }
  }

  /** Copies the lower half to the upper one. */
  private static void mirror(double[][] symmetric) {
    for (int i = 0; i < symmetric.length; i++) {
      for (int j = 0; j < i; j++) {
        symmetric[j][i] = symmetric[i][j];
      }
    }
  }

  /**
   * Returns the moments after one step.
   *
   * @param now the moments before it
   * @param eta learning rate η
   * @param width N ≥ 1
   */
  public MomentState next(MomentState now, double eta, long width) {
    return move(residuals(now), eta, width).of(now);
  }

  /**
   * Returns what one step does to a neuron.
   *
   * @param r the {@link #residuals} before it
   * @param eta learning rate η
   * @param width N ≥ 1
   */
  public Move move(double[] r, double eta, long width) {
    Require.atLeast("N (width)", width, 1);
    Require.sameSize("r (residuals)", r.length, "y", targets.length);
    int d = subtracted.dimension();
    double h = 2 * eta * alpha / width / targets.length;
    double[] shift = new double[d];
    double[][] map = new double[d][d];
    for (int mu = 0; mu < r.length; mu++) {
      for (int i = 0; i < d; i++) {
        double pull = h * r[mu] * samples[mu][i];
        shift[i] += pull;
        MomentState.addScaled(map[i], eps * pull, samples[mu], i + 1);
      }
    }
    mirror(map);
    for (int i = 0; i < d; i++) {
      map[i][i] += 1;
    }
    return new Move(map, shift);
  }
}
