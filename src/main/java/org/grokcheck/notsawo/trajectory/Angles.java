package org.grokcheck.notsawo.trajectory;

import org.grokcheck.compute.linear.Vectors;

/**
 * Angles between parameter vectors, with the digits of small ones (App. G.3, claims {@code
 * notsawo.fig14} and {@code notsawo.ext.angle_budget}).
 */
public final class Angles {
  private Angles() {}

  /**
   * 1 − cos(x, y) = ½|x/|x| − y/|y||², which keeps its digits for nearly parallel vectors.
   *
   * @throws IllegalArgumentException if the lengths differ or one vector is 0
   */
  public static double oneMinusCosine(double[] x, double[] y) {
    double gap = unitGap(x, y, -1);
    return 0.5 * gap * gap;
  }

  /**
   * The angle 2 arctan(|u − v|/|u + v|) of the unit vectors u, v along x and y, in [0, π].
   *
   * @throws IllegalArgumentException if the lengths differ or one vector is 0
   */
  public static double between(double[] x, double[] y) {
    return 2 * StrictMath.atan2(unitGap(x, y, -1), unitGap(x, y, 1));
  }

  /** |x/|x| + sign · y/|y||. */
  private static double unitGap(double[] x, double[] y, int sign) {
    double[] sum = unit("x", x);
    Vectors.add(sign, unit("y", y), sum);
    return Vectors.norm(sum);
  }

  private static double[] unit(String name, double[] vector) {
    double norm = Vectors.norm(vector);
    if (!(norm > 0)) {
      throw new IllegalArgumentException(name + ": the zero vector has no direction");
    }
    return Vectors.scaled(1 / norm, vector);
  }

  /**
   * The largest angle that n steps of cosine 1 − δ can add up to: n arccos(1 − δ), each 2 arcsin
   * √(δ/2).
   *
   * @param steps n, at least 0
   * @param oneMinusCosine δ in [0, 2]
   * @throws IllegalArgumentException if one is out of range
   */
  public static double budget(long steps, double oneMinusCosine) {
    if (steps < 0) {
      throw new IllegalArgumentException("steps: need at least 0, got " + steps);
    }
    if (!(oneMinusCosine >= 0 && oneMinusCosine <= 2)) {
      throw new IllegalArgumentException(
          "one_minus_cos: need a number in [0, 2], got " + oneMinusCosine);
    }
    return steps * 2 * StrictMath.asin(Math.min(1, StrictMath.sqrt(oneMinusCosine / 2)));
  }
}
