package org.grokcheck.notsawo.curvature;

import org.grokcheck.compute.Objective;
import org.grokcheck.compute.linear.Vectors;

/**
 * Slices f(α) = L(θ + αδ) and f(α, β) = L(θ + αδ + βη) of a loss (App. G.1 and footnote 3, claims
 * {@code notsawo.appg.slice1d} and {@code notsawo.appg.slice2d}).
 *
 * @param objective L
 * @param theta θ, not copied
 */
public record LandscapeSlice(Objective objective, double[] theta) {

  /** L(θ + αδ). */
  public double at(double alpha, double[] direction) {
    return objective.loss(moved(alpha, direction));
  }

  /** L(θ + αδ + βη). */
  public double at(double alpha, double[] first, double beta, double[] second) {
    double[] point = moved(alpha, first);
    Vectors.add(beta, second, point);
    return objective.loss(point);
  }

  /** θ + αδ, a new array. */
  public double[] moved(double alpha, double[] direction) {
    if (direction.length != theta.length) {
      throw new IllegalArgumentException(
          "direction: need %d entries, got %d".formatted(theta.length, direction.length));
    }
    double[] point = theta.clone();
    Vectors.add(alpha, direction, point);
    return point;
  }

  /** f′(0) = G · δ. */
  public double slope(double[] direction) {
    return Vectors.dot(objective.gradient(theta), direction);
  }

  /** f″(0) = δᵀHδ. */
  public double curvature(double[] direction) {
    return Vectors.dot(objective.hessianTimes(theta, direction), direction);
  }
}
