package org.grokcheck.beck.eval;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.apache.commons.math3.fraction.BigFraction;
import org.grokcheck.beck.BoundaryBound;
import org.grokcheck.beck.ExponentialMinimiser;
import org.grokcheck.beck.HardMargin;
import org.grokcheck.beck.SimplexMinimum;
import org.grokcheck.ledger.Evaluates;
import org.grokcheck.math.Normal;

/** Evaluates what a small training set fixes: its margin, its minimiser and bounds of its norm. */
public final class DataSetEvaluations {
  private DataSetEvaluations() {}

  /** Extended hard-margin vector and limiting accuracy; the logarithm where 1 − A underflows. */
  public record Extended(
      double M,
      List<Double> w_S,
      double w_b,
      double A_limit_sigma1,
      Number one_minus_A_limit_sigma1,
      OptionalDouble log10_one_minus_A_limit_sigma1) {}

  /** Minimiser of the exponential loss and the bounds of App. D. */
  public record Bounds(
      double epsilon,
      List<Double> weights,
      List<Double> S_inf,
      double norm_S_inf,
      double diameter,
      double bound_printed,
      double bound_proof,
      double Z_inf) {}

  /** Evaluates {@link HardMargin}. */
  @Evaluates("beck.eq12")
  public static Extended extended(List<List<BigDecimal>> X) {
    HardMargin margin = HardMargin.of(X);
    List<Double> w = margin.extendedVector().stream().map(DataSetEvaluations::nearest).toList();
    double z = margin.limitThreshold(1);
    double log = Normal.logSf(z);
    return new Extended(
        margin.margin().doubleValue(),
        w.subList(0, w.size() - 1),
        w.get(w.size() - 1),
        margin.limitingAccuracy(1),
        Magnitudes.upperTail(z, () -> margin.squaredLimitThreshold(BigDecimal.ONE)),
        Normal.sf(z) < Double.MIN_NORMAL
            ? OptionalDouble.of(Magnitudes.log10(log))
            : OptionalDouble.empty());
  }

  /** Evaluates {@link BoundaryBound} at the minimum, in closed form for a simplex. */
  @Evaluates("beck.appd.theorem")
  public static Bounds bounds(List<List<BigDecimal>> X, String A) {
    Choices.require("A", A, "all points but the last (k = N-1)");
    if (X.size() < 2) {
      throw new IllegalArgumentException("X: need at least 2 points, got " + X.size());
    }
    BoundaryBound bound = BoundaryBound.of(X, X.size() - 1);
    return X.size() == X.get(0).size() + 1 ? ofSimplex(X, bound) : ofMinimum(X, bound);
  }

  private static Bounds ofSimplex(List<List<BigDecimal>> points, BoundaryBound bound) {
    SimplexMinimum minimum = SimplexMinimum.of(points);
    return new Bounds(
        nearest(bound.epsilon()),
        minimum.weights().stream().map(DataSetEvaluations::nearest).toList(),
        minimum.minimiser().stream().map(BigDecimal::doubleValue).toList(),
        minimum.norm().doubleValue(),
        bound.diameter(),
        bound.asPrinted(),
        bound.proved(),
        minimum.meanExponential().doubleValue());
  }

  private static Bounds ofMinimum(List<List<BigDecimal>> points, BoundaryBound bound) {
    ExponentialMinimiser minimum =
        ExponentialMinimiser.of(
            points.stream()
                .map(row -> row.stream().mapToDouble(BigDecimal::doubleValue).toArray())
                .toArray(double[][]::new));
    return new Bounds(
        nearest(bound.epsilon()),
        boxed(minimum.weights()),
        boxed(minimum.minimiser()),
        minimum.norm(),
        bound.diameter(),
        bound.asPrinted(),
        bound.proved(),
        StrictMath.exp(minimum.logMeanExponential()));
  }

  private static List<Double> boxed(double[] values) {
    return Arrays.stream(values).boxed().toList();
  }

  /** Numerator and denominator may exceed the range of double though their quotient doesn't. */
  private static double nearest(BigFraction value) {
    return new BigDecimal(value.getNumerator())
        .divide(new BigDecimal(value.getDenominator()), MathContext.DECIMAL128)
        .doubleValue();
  }
}
