package org.grokcheck.dynamics.ode;

/**
 * The collocation method at the Radau points c = ((4 − √6)/10, (4 + √6)/10, 1), and the
 * transformation T that turns the inverse of its matrix A into one real and one complex eigenvalue:
 * T⁻¹A⁻¹T = [γ] ⊕ [[α, −β], [β, α]] (Hairer and Wanner 1996, Solving Ordinary Differential
 * Equations II, Sec. IV.8).
 */
final class RadauTableau {
  static final double SQRT6 = Math.sqrt(6);
  static final double[] NODES = {(4 - SQRT6) / 10, (4 + SQRT6) / 10, 1};

  private static final double ROOT = StrictMath.cbrt(9);
  private static final double REAL = (6 + ROOT * (ROOT - 1)) / 30;
  private static final double PAIR_REAL = (12 - ROOT * (ROOT - 1)) / 60;
  private static final double PAIR_IMAGINARY = ROOT * (ROOT + 1) * Math.sqrt(3) / 60;
  private static final double PAIR_SQUARE = PAIR_REAL * PAIR_REAL + PAIR_IMAGINARY * PAIR_IMAGINARY;

  static final double GAMMA = 1 / REAL;
  static final double ALPHA = PAIR_REAL / PAIR_SQUARE;
  static final double BETA = PAIR_IMAGINARY / PAIR_SQUARE;

  /** Weights of the stages in the estimate of the error, to be divided by γh⁻¹ − J. */
  static final double[] ESTIMATE = {
    -(13 + 7 * SQRT6) / 3, (-13 + 7 * SQRT6) / 3, -1.0 / 3,
  };

  /** A. */
  static final double[][] MATRIX = {
    {(88 - 7 * SQRT6) / 360, (296 - 169 * SQRT6) / 1800, (-2 + 3 * SQRT6) / 225},
    {(296 + 169 * SQRT6) / 1800, (88 + 7 * SQRT6) / 360, (-2 - 3 * SQRT6) / 225},
    {(16 - SQRT6) / 36, (16 + SQRT6) / 36, 1.0 / 9},
  };

  /** T. */
  static final double[][] TO_STAGES = {
    {0.09123239487089295, -0.1412552950209542, -0.030029194105147424},
    {0.241717932707107, 0.20412935229379994, 0.3829421127572619},
    {0.966048182615093, 1, 0},
  };

  /** T⁻¹. */
  static final double[][] FROM_STAGES = {
    {4.325579890063155, 0.33919925181580984, 0.5417705399358749},
    {-4.178718591551905, -0.32768282076106237, 0.47662355450055044},
    {-0.5028726349457868, 2.571926949855605, -0.5960392048282249},
  };

  private RadauTableau() {}
}
