package org.grokcheck.notsawo.eval;

import java.math.BigDecimal;
import java.util.List;
import org.grokcheck.ledger.Evaluates;
import org.grokcheck.notsawo.Rastrigin;
import org.grokcheck.notsawo.Rosenbrock;

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
}
