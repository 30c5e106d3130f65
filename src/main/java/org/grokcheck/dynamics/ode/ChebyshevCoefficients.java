package org.grokcheck.dynamics.ode;

/**
 * The coefficients of the stabilised method of order 2 with s stages: with T the Chebyshev
 * polynomial of degree s, w₀ = 1 + ε/s², ε = 2/13 and w₁ = T′(w₀)/T″(w₀), stage j approximates the
 * solution by aⱼ + bⱼ Tⱼ(w₀ + w₁z), bⱼ = Tⱼ″(w₀)/Tⱼ′(w₀)², aⱼ = 1 − bⱼTⱼ(w₀) (Sommeijer, Shampine
 * and Verwer 1998, J. Comput. Appl. Math. 88, 315).
 *
 * <p>Stage j ≥ 2 is Yⱼ = (1 − μⱼ − νⱼ) Y₀ + μⱼ Yⱼ₋₁ + νⱼ Yⱼ₋₂ + h(μ̃ⱼ Fⱼ₋₁ + γⱼ F₀), and Y₁ = Y₀ +
 * μ̃₁ h F₀; arrays are indexed by j.
 */
final class ChebyshevCoefficients {
  private static final double DAMPING = 2.0 / 13;

  private final double[] mu;
  private final double[] nu;
  private final double[] muRate;
  private final double[] gamma;
  private final double[] nodes;

  private ChebyshevCoefficients(int stages) {
    mu = new double[stages + 1];
    nu = new double[stages + 1];
    muRate = new double[stages + 1];
    gamma = new double[stages + 1];
    nodes = new double[stages + 1];
  }

  /**
   * The coefficients of s stages.
   *
   * @param stages s ≥ 2
   */
  static ChebyshevCoefficients of(int stages) {
    double w0 = 1 + DAMPING / ((double) stages * stages);
    double[][] t = polynomials(stages, w0);
    double w1 = t[1][stages] / t[2][stages];
    double[] b = new double[stages + 1];
    for (int j = 2; j <= stages; j++) {
      b[j] = t[2][j] / (t[1][j] * t[1][j]);
    }
    b[0] = b[2];
    b[1] = b[2];
    ChebyshevCoefficients c = new ChebyshevCoefficients(stages);
    c.muRate[1] = b[1] * w1;
    c.nodes[1] = c.muRate[1];
    for (int j = 2; j <= stages; j++) {
      c.mu[j] = 2 * b[j] * w0 / b[j - 1];
      c.nu[j] = -b[j] / b[j - 2];
      c.muRate[j] = 2 * b[j] * w1 / b[j - 1];
      c.gamma[j] = -(1 - b[j - 1] * t[0][j - 1]) * c.muRate[j];
      // What the recursion makes of y′ = 1.
      c.nodes[j] = c.mu[j] * c.nodes[j - 1] + c.nu[j] * c.nodes[j - 2] + c.muRate[j] + c.gamma[j];
    }
    return c;
  }

  /** T, T′ and T″ of all degrees up to n at x. */
  private static double[][] polynomials(int n, double x) {
    double[][] t = new double[3][n + 1];
    t[0][0] = 1;
    t[0][1] = x;
    t[1][1] = 1;
    for (int j = 2; j <= n; j++) {
      t[0][j] = 2 * x * t[0][j - 1] - t[0][j - 2];
      t[1][j] = 2 * t[0][j - 1] + 2 * x * t[1][j - 1] - t[1][j - 2];
      t[2][j] = 4 * t[1][j - 1] + 2 * x * t[2][j - 1] - t[2][j - 2];
    }
    return t;
  }

  /** s. */
  int stages() {
    return nodes.length - 1;
  }

  /** μⱼ. */
  double mu(int j) {
    return mu[j];
  }

  /** νⱼ. */
  double nu(int j) {
    return nu[j];
  }

  /** μ̃ⱼ. */
  double muRate(int j) {
    return muRate[j];
  }

  /** γⱼ. */
  double gamma(int j) {
    return gamma[j];
  }

  /** cⱼ: stage j is the solution at t + cⱼh. */
  double node(int j) {
    return nodes[j];
  }
}
