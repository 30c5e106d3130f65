package org.grokcheck.beck.eval;

import java.math.BigDecimal;
import org.grokcheck.beck.Wendel;
import org.grokcheck.beck.WendelApproximation;
import org.grokcheck.ledger.Evaluates;
import org.grokcheck.math.Decimals;
import org.grokcheck.math.LogDomain;

/** Evaluates Wendel's probability and its Gaussian approximation, App. A. */
public final class WendelEvaluations {
  private WendelEvaluations() {}

  /** Probability of separability, exact and by eq. (18). */
  public record Separability(
      Number p_separable,
      Number one_minus_p,
      double log10_p,
      double log10_one_minus_p,
      Number p_eq18,
      Number p_minus_eq18) {}

  /** Evaluates {@link Wendel} and {@link WendelApproximation}. */
  @Evaluates("beck.eq17")
  public static Separability separability(int N, int d) {
    Wendel exact = Wendel.of(N, d);
    double logP = exact.logProbability();
    double logRest = exact.logComplement();
    WendelApproximation approximation = new WendelApproximation(N, d);
    return new Separability(
        Magnitudes.of(exact.probability(), logP),
        Magnitudes.of(exact.complement(), logRest),
        Magnitudes.log10(logP),
        Magnitudes.log10(logRest),
        Magnitudes.of(approximation.gaussian(), approximation.logGaussian()),
        error(exact, approximation));
  }

  /** p minus eq. (18); where both underflow, eq. (18) is the larger. */
  private static Number error(Wendel exact, WendelApproximation approximation) {
    double error = approximation.errorOfGaussian(exact);
    boolean underflows = approximation.gaussian() < Double.MIN_NORMAL;
    return underflows
        ? negative(LogDomain.logSubExp(approximation.logGaussian(), exact.logProbability()))
        : error;
  }

  private static BigDecimal negative(double naturalLog) {
    return Decimals.expAsDecimal(naturalLog).negate();
  }
}
