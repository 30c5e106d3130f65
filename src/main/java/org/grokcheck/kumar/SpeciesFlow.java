package org.grokcheck.kumar;

/**
 * Numerical solution of {@link TwoSpecies} (claim {@code kumar.ext.lotka-volterra}) by Taylor
 * series of order 24, whose coefficients follow from products of series. The errors a₁, a₂ are
 * carried along with m₁, m₂, so that both keep their digits: m near 1 + κ and a near 0 don't
 * cancel.
 *
 * <p>A step is so long that the last term is below 2⁻⁵⁷ of the size of each part; about 1/κ for
 * large κ, where the flow is stiff.
 *
 * @param dimension D ≥ 1
 * @param kappa κ &gt; 0
 * @param centred whether the output of M = I is subtracted, whatever the start
 */
public record SpeciesFlow(long dimension, double kappa, boolean centred) {
  private static final int ORDER = 24;
  private static final double LAST_TERM = 0x1p-57;
  private static final int MOST_STEPS = 2_000_000;

  /** Errors whose squares, of which the loss is made, are 0 in doubles; m no longer moves. */
  private static final double ARRIVED = 1e-165;

  /**
   * Checks the domain.
   *
   * @throws IllegalArgumentException if D &lt; 1 or κ isn't positive
   */
  public SpeciesFlow {
    Require.dimension(dimension);
    Require.positive("kappa", kappa);
  }

  /**
   * A state.
   *
   * @param along m₁
   * @param across m₂
   * @param loss L/(αε)²
   */
  public record Point(double along, double across, double loss) {}

  /**
   * Returns the state at a time.
   *
   * @param along m₁ ≥ 0 at the start
   * @param across m₂ ≥ 0 at the start
   * @param time τ' ≥ 0
   * @throws IllegalArgumentException if an argument is out of range, or 2·10⁶ steps don't reach the
   *     time
   */
  public Point at(double along, double across, double time) {
    Require.notNegative("m1_0", along);
    Require.notNegative("m2_0", across);
    Require.notNegative("tau_prime", time);
    double identity = centred ? 1 : 0;
    // κ − (m₁ − 1) loses nothing beyond the rounding of its inputs.
    double[] state = {along, across, kappa - (along - identity), identity - across};
    double left = time;
    for (int step = 0; left > 0; step++) {
      if (step >= MOST_STEPS) {
        throw new IllegalArgumentException(
            "tau_prime: need a time within %d steps of the flow, got %s at kappa = %s"
                .formatted(MOST_STEPS, time, kappa));
      }
      double[][] series = series(state);
      double length = Math.min(left, length(series));
      state = sum(series, length);
      left -= length;
      if (Math.abs(state[2]) + Math.abs(state[3]) < ARRIVED) {
        break;
      }
    }
    return new Point(state[0], state[1], loss(state[2], state[3]));
  }

  /** Coefficients of m₁, m₂, a₁, a₂; those of a are −m from the first order on. */
  private double[][] series(double[] state) {
    double[][] c = new double[4][ORDER + 1];
    double[] first = new double[ORDER + 1];
    double[] second = new double[ORDER + 1];
    for (int i = 0; i < 4; i++) {
      c[i][0] = state[i];
    }
    for (int k = 0; k < ORDER; k++) {
      first[k] = 3 * c[2][k] + (dimension - 1) * c[3][k];
      second[k] = c[2][k] + (dimension + 1) * c[3][k];
      double along = 0;
      double across = 0;
      for (int j = 0; j <= k; j++) {
        along += c[0][j] * first[k - j];
        across += c[1][j] * second[k - j];
      }
      c[0][k + 1] = along / (k + 1);
      c[1][k + 1] = across / (k + 1);
      c[2][k + 1] = -c[0][k + 1];
      c[3][k + 1] = -c[1][k + 1];
    }
    return c;
  }

  /** So that h^K |c_K| stays below the last term's share of every part. */
  private static double length(double[][] c) {
    double errors = Math.abs(c[2][0]) + Math.abs(c[3][0]);
    double[] sizes = {c[0][0], c[1][0], errors, errors};
    double length = Double.POSITIVE_INFINITY;
    for (int i = 0; i < 4; i++) {
      for (int k = ORDER - 1; k <= ORDER; k++) {
        double term = Math.abs(c[i][k]);
        if (term > 0) {
          double ratio = LAST_TERM * sizes[i] / term;
          length = Math.min(length, StrictMath.pow(ratio, 1.0 / k));
        }
      }
    }
    return length;
  }

  private static double[] sum(double[][] c, double length) {
    double[] state = new double[4];
    for (int i = 0; i < 4; i++) {
      for (int k = ORDER; k >= 0; k--) {
        state[i] = state[i] * length + c[i][k];
      }
    }
    return state;
  }

  private double loss(double first, double second) {
    double trace = (first + (dimension - 1) * second) / dimension;
    double along = first / dimension;
    double across = second / dimension;
    return trace * trace / 4 + (along * along + (dimension - 1) * across * across) / 2;
  }
}
