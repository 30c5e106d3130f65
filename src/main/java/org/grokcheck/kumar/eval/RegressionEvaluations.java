package org.grokcheck.kumar.eval;

import java.math.BigDecimal;
import java.math.MathContext;
import org.grokcheck.kumar.InitialSpectrum;
import org.grokcheck.kumar.LearningCurve;
import org.grokcheck.kumar.ProportionalCurve;
import org.grokcheck.kumar.QuadraticCurve;
import org.grokcheck.ledger.Evaluates;

/** Evaluates the learning curves of kernel regression. */
public final class RegressionEvaluations {
  private static final MathContext OUTPUT = new MathContext(40);

  private RegressionEvaluations() {}

  /** A point of a learning curve. */
  public record Curve(BigDecimal kappa_prime, BigDecimal gamma, BigDecimal E_test) {}

  /** A point of its limit at P = ρD. */
  public record Proportional(BigDecimal kappa, BigDecimal E_over_beta4_over_D2) {}

  /** A point of its limit at P = pD²/2. */
  public record Quadratic(BigDecimal E_over_beta4_over_D2) {}

  /** Evaluates {@link LearningCurve#at}. */
  @Evaluates("kumar.ext.learning-curve")
  public static Curve curve(
      long D, long P, BigDecimal eps, BigDecimal ridge, BigDecimal beta_norm_sq) {
    InitialSpectrum spectrum = new InitialSpectrum(D, Exact.of(eps));
    LearningCurve.Point point =
        new LearningCurve(spectrum, Exact.of(beta_norm_sq), Exact.of(ridge)).at(P);
    return new Curve(
        point.kappa().round(OUTPUT), point.gamma().round(OUTPUT), point.risk().round(OUTPUT));
  }

  /** Evaluates {@link ProportionalCurve#at}. */
  @Evaluates("kumar.ext.learning-curve-proportional")
  public static Proportional proportional(BigDecimal rho, BigDecimal eps, BigDecimal ridge) {
    ProportionalCurve.Point point =
        new ProportionalCurve(Exact.of(eps), Exact.of(ridge)).at(Exact.of(rho));
    return new Proportional(point.kappa().round(OUTPUT), point.risk().round(OUTPUT));
  }

  /** Evaluates {@link QuadraticCurve#at}. */
  @Evaluates("kumar.ext.learning-curve-quadratic")
  public static Quadratic quadratic(BigDecimal p, BigDecimal eps, BigDecimal ridge) {
    BigDecimal risk = new QuadraticCurve(Exact.of(eps), Exact.of(ridge)).at(Exact.of(p));
    return new Quadratic(risk.round(OUTPUT));
  }
}
