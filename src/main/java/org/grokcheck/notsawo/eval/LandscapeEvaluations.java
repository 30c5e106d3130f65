package org.grokcheck.notsawo.eval;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import org.grokcheck.ledger.Evaluates;
import org.grokcheck.notsawo.ChainedHessian;
import org.grokcheck.notsawo.Rastrigin;
import org.grokcheck.notsawo.RastriginMinima;
import org.grokcheck.notsawo.Rosenbrock;
import org.grokcheck.notsawo.SecondMinimum;

/** Evaluates the test functions of App. I. */
public final class LandscapeEvaluations {
  private LandscapeEvaluations() {}

  /** A function and its gradient. */
  public record Landscape(List<BigDecimal> gradient, BigDecimal value) {}

  /** Evaluates {@link Rosenbrock#VANILLA}. */
  @Evaluates("notsawo.appi.ros_vanilla_grad")
  public static Landscape vanilla(List<BigDecimal> x) {
    return new Landscape(Rosenbrock.VANILLA.gradient(x), Rosenbrock.VANILLA.value(x));
  }

  /** Evaluates {@link Rosenbrock#CHAINED}. */
  @Evaluates("notsawo.appi.ros_variant_grad")
  public static Landscape chained(List<BigDecimal> x) {
    return new Landscape(Rosenbrock.CHAINED.gradient(x), Rosenbrock.CHAINED.value(x));
  }

  /** Evaluates {@link Rastrigin}. */
  @Evaluates("notsawo.appi.ras_grad")
  public static Landscape rastrigin(List<BigDecimal> x, BigDecimal a) {
    Rastrigin function = new Rastrigin(a);
    return new Landscape(function.gradient(x), function.value(x));
  }

  /** Extreme curvatures. */
  public record Curvatures(BigDecimal condition, BigDecimal lambda_max, BigDecimal lambda_min) {}

  /** Evaluates {@link ChainedHessian}. */
  @Evaluates("notsawo.ext.ros_hessian")
  public static Curvatures curvatures(int n, String variant, String point) {
    if (!variant.equals("chain") || !point.equals("all ones")) {
      throw new IllegalArgumentException(
          "variant = '%s', point = '%s': accepted are 'chain' and 'all ones'"
              .formatted(variant, point));
    }
    ChainedHessian hessian = new ChainedHessian(n);
    BigDecimal largest = hessian.largest();
    BigDecimal smallest = hessian.smallest();
    return new Curvatures(largest.divide(smallest, MathContext.DECIMAL128), largest, smallest);
  }

  /** A local minimum. */
  public record Minimum(BigDecimal value, List<BigDecimal> x) {}

  /** Evaluates {@link SecondMinimum}. */
  @Evaluates("notsawo.ext.ros_second_minimum")
  public static Minimum secondMinimum(int n) {
    List<BigDecimal> x = SecondMinimum.of(n);
    return new Minimum(Rosenbrock.CHAINED.value(x), x);
  }

  /** A local minimum of Rastrigin's function of one variable. */
  public record RastriginMinimum(BigDecimal x_min, BigDecimal value_1d, double curvature) {}

  /** Evaluates {@link RastriginMinima#near}. */
  @Evaluates("notsawo.ext.ras_count")
  public static RastriginMinimum rastriginMinimum(BigDecimal a, int k) {
    RastriginMinima minima = new RastriginMinima(a);
    BigDecimal x = minima.near(k);
    BigDecimal value = new Rastrigin(a).value(List.of(x));
    return new RastriginMinimum(x, value, minima.curvature(x));
  }

  /** Where a pair of minima appears. */
  public record Threshold(double y, double a_m) {}

  /** Evaluates {@link RastriginMinima#threshold}. */
  @Evaluates("notsawo.ext.ras_count")
  public static Threshold threshold(long threshold_index) {
    return new Threshold(
        RastriginMinima.tangentRoot(threshold_index), RastriginMinima.threshold(threshold_index));
  }

  /** Numbers of minima and of stationary points. */
  public record Counts(
      long minima_per_dimension, long stationary_per_dimension, BigDecimal minima_3d) {}

  /** Evaluates {@link RastriginMinima#count}. */
  @Evaluates("notsawo.ext.ras_count")
  public static Counts counts(BigDecimal a) {
    RastriginMinima minima = new RastriginMinima(a);
    BigDecimal count = BigDecimal.valueOf(minima.count());
    return new Counts(minima.count(), minima.stationary(), count.pow(3));
  }
}
