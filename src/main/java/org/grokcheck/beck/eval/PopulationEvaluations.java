package org.grokcheck.beck.eval;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.function.Supplier;
import org.grokcheck.beck.GaussianClassifier;
import org.grokcheck.ledger.Evaluates;
import org.grokcheck.math.Normal;

/** Evaluates the population metrics of Sec. 3.2. */
public final class PopulationEvaluations {
  private static final MathContext QUOTIENT = new MathContext(60);

  private PopulationEvaluations() {}

  /** Logistic population loss. */
  public record Loss(Number L_gen, double log10_L_gen) {}

  /** Population accuracy and its complement. */
  public record Accuracy(
      Number A_gen, Number one_minus_A_gen, double log10_A_gen, double log10_one_minus_A_gen) {}

  /** Evaluates {@link GaussianClassifier#logisticLoss}. */
  @Evaluates("beck.eq5")
  public static Loss logisticLoss(double sigma_normS, double b) {
    double log = new GaussianClassifier(sigma_normS, b).logLogisticLoss();
    return new Loss(Magnitudes.exp(log), Magnitudes.log10(log));
  }

  /** Evaluates {@link GaussianClassifier#accuracy}. */
  @Evaluates("beck.eq6")
  public static Accuracy accuracy(BigDecimal normS, BigDecimal sigma, BigDecimal b) {
    double z = GaussianClassifier.threshold(normS.multiply(sigma), b);
    Supplier<BigDecimal> square = () -> squared(b.divide(normS.multiply(sigma), QUOTIENT));
    double logAccuracy = Normal.logCdf(z);
    double logError = Normal.logSf(z);
    return new Accuracy(
        Magnitudes.upperTail(-z, square),
        Magnitudes.upperTail(z, square),
        Magnitudes.log10(logAccuracy),
        Magnitudes.log10(logError));
  }

  private static BigDecimal squared(BigDecimal value) {
    return value.multiply(value, QUOTIENT);
  }
}
