package org.grokcheck.notsawo.eval;

import java.math.BigDecimal;
import java.util.List;
import org.grokcheck.ledger.Evaluates;
import org.grokcheck.notsawo.descent.AdamStep;
import org.grokcheck.notsawo.descent.ClippedFlow;
import org.grokcheck.notsawo.descent.LogDescent;
import org.grokcheck.notsawo.descent.QuadraticDescent;

/** Evaluates exact answers about descent and about the size of an update. */
public final class DescentEvaluations {
  private DescentEvaluations() {}

  /** When the loss begins to rise. */
  public record Onset(double real_valued_onset, double first_increasing_step) {}

  /** Evaluates {@link QuadraticDescent#onset}. */
  @Evaluates("notsawo.ext.onset")
  public static Onset onset(
      BigDecimal lambda1, BigDecimal lambda2, BigDecimal x1, BigDecimal x2, BigDecimal eps) {
    QuadraticDescent descent =
        new QuadraticDescent(eps, List.of(lambda1, lambda2), List.of(x1, x2));
    return new Onset(descent.onset(), descent.firstRise());
  }

  /** A loss. */
  public record Loss(BigDecimal loss) {}

  /** Evaluates {@link QuadraticDescent#loss}. */
  @Evaluates("notsawo.ext.onset")
  public static Loss loss(List<BigDecimal> lams, List<BigDecimal> x0, BigDecimal eps, int t) {
    return new Loss(new QuadraticDescent(eps, lams, x0).loss(t));
  }

  /** A duration. */
  public record Time(BigDecimal time) {}

  /** Evaluates {@link ClippedFlow#time}. */
  @Evaluates("notsawo.ext.clip_flow")
  public static Time time(BigDecimal lam, BigDecimal eta, BigDecimal x0, BigDecimal x_target) {
    return new Time(new ClippedFlow(eta).time(lam, x0, x_target));
  }

  /** A point in two coordinates. */
  public record Boole(BigDecimal x, BigDecimal boole_coordinate) {}

  /** Evaluates {@link LogDescent}. */
  @Evaluates("notsawo.ext.log_gd")
  public static Boole boole(BigDecimal x0, BigDecimal eps, int steps, String objective) {
    Words.require("objective", objective, "log x^2");
    LogDescent descent = new LogDescent(eps);
    BigDecimal x = descent.after(x0, steps);
    return new Boole(x, descent.booleCoordinate(x));
  }

  /** A cosine. */
  public record Cosine(BigDecimal cos) {}

  /** Evaluates {@link AdamStep#cosineOfFirstStep}. */
  @Evaluates("notsawo.fig8.update_direction")
  public static Cosine cosine(List<BigDecimal> gradient, String update) {
    Words.require("update", update, "first Adam step, eps 0, no decay");
    return new Cosine(AdamStep.cosineOfFirstStep(gradient));
  }

  /** A bound. */
  public record Bound(BigDecimal bound) {}

  /** Evaluates {@link AdamStep#bound}. */
  @Evaluates("notsawo.ext.adam_bound")
  public static Bound bound(BigDecimal beta1, BigDecimal beta2, int t) {
    return new Bound(new AdamStep(beta1, beta2).bound(t));
  }
}
