package org.grokcheck.notsawo.eval;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import org.grokcheck.ledger.Evaluates;
import org.grokcheck.math.exact.Rational;
import org.grokcheck.notsawo.curvature.AdamStability;
import org.grokcheck.notsawo.curvature.CatapultMap;
import org.grokcheck.notsawo.curvature.GrowthExponent;
import org.grokcheck.notsawo.curvature.RandomDirection;

/** Evaluates what curvature does to descent. */
public final class CurvatureEvaluations {
  private CurvatureEvaluations() {}

  /** A growth exponent. */
  public record Growth(double exponent) {}

  /** Evaluates {@link GrowthExponent}. */
  @Evaluates("notsawo.sec4.lyapunov")
  public static Growth growth(BigDecimal lam, BigDecimal eps) {
    return new Growth(GrowthExponent.of(lam, eps));
  }

  /** Limits of stable curvatures. */
  public record Limits(BigDecimal upper, BigDecimal lower) {}

  /** Evaluates {@link AdamStability}. */
  @Evaluates("notsawo.ext.adamw_eos")
  public static Limits limits(BigDecimal beta1, BigDecimal weight_decay, BigDecimal eps) {
    AdamStability stability =
        new AdamStability(Rational.of(beta1), Rational.of(weight_decay), Rational.of(eps));
    return new Limits(Exact.out(stability.upper()), Exact.out(stability.lower()));
  }

  /** Where a catapult ends. */
  public record Catapult(BigDecimal f, BigDecimal lam, BigDecimal peak_abs_f) {}

  /** Evaluates {@link CatapultMap}. */
  @Evaluates("notsawo.ext.catapult")
  public static Catapult catapult(
      BigDecimal f0, BigDecimal lambda0, BigDecimal eta, BigDecimal n, int steps) {
    CatapultMap.End end = CatapultMap.follow(f0, lambda0, eta, n, steps);
    return new Catapult(end.output(), end.curvature(), end.peak());
  }

  /** Moments of a curvature. */
  public record Moments(BigDecimal mean, BigDecimal variance) {}

  /** Evaluates {@link RandomDirection} for eigenvalues with their multiplicities. */
  @Evaluates("notsawo.ext.random_direction")
  public static Moments counted(
      List<BigDecimal> spectrum_values, List<Long> spectrum_counts, long d) {
    return moments(spectrum_values, spectrum_counts, d);
  }

  /** Evaluates {@link RandomDirection} for single eigenvalues. */
  @Evaluates("notsawo.ext.random_direction")
  public static Moments listed(List<BigDecimal> spectrum, long d) {
    return moments(spectrum, Collections.nCopies(spectrum.size(), 1L), d);
  }

  private static Moments moments(List<BigDecimal> values, List<Long> counts, long d) {
    RandomDirection direction =
        RandomDirection.of(values.stream().map(Rational::of).toList(), counts);
    if (direction.dimension() != d) {
      throw new IllegalArgumentException(
          "d = " + d + ": need the number of eigenvalues, " + direction.dimension());
    }
    return new Moments(Exact.out(direction.mean()), Exact.out(direction.variance()));
  }
}
