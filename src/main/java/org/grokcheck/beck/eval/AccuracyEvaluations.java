package org.grokcheck.beck.eval;

import java.math.BigDecimal;
import org.grokcheck.beck.AccuracyThreshold;
import org.grokcheck.beck.StationaryWeightTimes;
import org.grokcheck.beck.TwoPointModel;
import org.grokcheck.beck.TwoPointTrajectory;
import org.grokcheck.beck.TwoPoints;
import org.grokcheck.ledger.Evaluates;
import org.grokcheck.math.Decimals;
import org.grokcheck.math.Normal;

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
    double log = StationaryWeightTimes.of(TwoPoints.of(x), eta, 0).logAccuracyTime(quantile(p));
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
    double z = quantile(p);
    // At x = 0 the pull is σ²·ητ/2.
    double pull =
        S0 == 0 && b0 == 0
            ? square * AccuracyThreshold.halfEtaTauAtCriticality(p, sigma)
            : AccuracyThreshold.of(model).pull(z).orElseThrow();
    TwoPointTrajectory path = model.trajectory();
    double log = path.logTimeAtPull(pull);
    return new CriticalTime(pull / square, Magnitudes.exp(log), Magnitudes.log10(log));
  }

  /** Φ⁻¹(p), through 1 − p where that is the smaller. */
  static double quantile(BigDecimal p) {
    if (p.signum() <= 0 || p.compareTo(BigDecimal.ONE) >= 0) {
      throw new IllegalArgumentException("p: need a probability between 0 and 1, got " + p);
    }
    double rest = Decimals.gap(BigDecimal.ONE, p);
    return rest < 0.25 ? Normal.quantileSf(rest) : Normal.quantile(p.doubleValue());
  }
}
