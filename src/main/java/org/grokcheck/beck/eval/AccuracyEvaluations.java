package org.grokcheck.beck.eval;

import java.math.BigDecimal;
import org.grokcheck.beck.AccuracyThreshold;
import org.grokcheck.beck.StationaryWeightTimes;
import org.grokcheck.beck.TwoPointModel;
import org.grokcheck.beck.TwoPointTrajectory;
import org.grokcheck.beck.TwoPoints;
import org.grokcheck.ledger.Evaluates;

/** Evaluates the times at which the population accuracy reaches a threshold. */
public final class AccuracyEvaluations {
  private AccuracyEvaluations() {}

  /** Time to accuracy p with the weight at S̃_∞ from the start. */
  public record LimitTime(Number t, double log10_t) {}

  /** Time to accuracy p at x = 0. */
  public record CriticalTime(double half_eta_tau, Number t, double log10_t) {}

  /** Evaluates {@link StationaryWeightTimes#logAccuracyTime} at b₀ = 0, where σ drops out. */
  @Evaluates("beck.ext.acc-time-inf")
  public static LimitTime limitTime(BigDecimal p, BigDecimal x, double eta, double sigma) {
    Choices.requireScale(sigma);
    double log =
        StationaryWeightTimes.of(TwoPoints.of(x), eta, 0)
            .logAccuracyTime(AccuracyThreshold.quantile(p));
    return new LimitTime(Magnitudes.exp(log), Magnitudes.log10(log));
  }

  /** Evaluates {@link AccuracyThreshold} at x = 0, in closed form from S̃₀ = b₀ = 0. */
  @Evaluates("beck.ext.acc-time-half")
  public static CriticalTime criticalTime(
      BigDecimal p, BigDecimal sigma, double eta, BigDecimal x, double S0, double b0) {
    if (x.signum() != 0) {
      throw new IllegalArgumentException("x: need 0, the critical point, got " + x);
    }
    double scale = sigma.doubleValue();
    double square = scale * scale;
    TwoPointModel model = new TwoPointModel(TwoPoints.of(x), scale, eta, S0, b0);
    double z = AccuracyThreshold.quantile(p);
    // At x = 0 the pull is σ²·ητ/2.
    double pull =
        S0 == 0 && b0 == 0
            ? square * AccuracyThreshold.halfEtaTauAtCriticality(p, sigma)
            : AccuracyThreshold.of(model).pull(z).orElseThrow();
    TwoPointTrajectory path = model.trajectory();
    double log = path.logTimeAtPull(pull);
    return new CriticalTime(pull / square, Magnitudes.exp(log), Magnitudes.log10(log));
  }
}
