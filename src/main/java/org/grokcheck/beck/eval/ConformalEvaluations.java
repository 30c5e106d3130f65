package org.grokcheck.beck.eval;

import java.math.BigDecimal;
import org.grokcheck.beck.CoincidentPair;
import org.grokcheck.beck.CriticalPair;
import org.grokcheck.beck.SymmetricPair;
import org.grokcheck.beck.TwoPointModel;
import org.grokcheck.beck.TwoPointState;
import org.grokcheck.beck.TwoPoints;
import org.grokcheck.beck.WeightAndBias;
import org.grokcheck.ledger.Evaluates;

/** Evaluates the solutions in conformal time of App. E.2, all at σ = 1. */
public final class ConformalEvaluations {
  private ConformalEvaluations() {}

  /** A state in conformal time. */
  public record State(double S, double b) {}

  /** A state at a real time t for x = 0, and how far b is from its late-time law. */
  public record Critical(double tau, double S, double b, double b_plus_log_half_eta_t) {}

  /** A state at a real time t for x = −1. */
  public record Coincident(Number tau, double S, double b) {}

  /** Evaluates {@link SymmetricPair#atConformalTime}. */
  @Evaluates("beck.eq31.s")
  public static State symmetric(BigDecimal x, double S0, double b0, double eta, double tau) {
    requireX(x, 1);
    WeightAndBias state = new SymmetricPair(S0, b0, eta).atConformalTime(tau);
    return new State(state.weight(), state.bias());
  }

  /** Evaluates {@link CriticalPair#conformalTime} and the state there. */
  @Evaluates("beck.eq34")
  public static Critical critical(BigDecimal x, double S0, double b0, double eta, BigDecimal t) {
    requireX(x, 0);
    CriticalPair pair = new CriticalPair(S0, b0, eta);
    double tau = t.signum() == 0 ? 0 : pair.conformalTime(Magnitudes.log("t", t));
    WeightAndBias state = pair.atConformalTime(tau);
    return new Critical(tau, state.weight(), state.bias(), pair.biasPlusLogTime(tau));
  }

  /** Evaluates {@link CoincidentPair#atLogTime}. */
  @Evaluates("beck.eq35")
  public static Coincident coincident(
      BigDecimal x, double S0, double b0, double eta, BigDecimal t) {
    requireX(x, -1);
    CoincidentPair pair = new CoincidentPair(S0, b0, eta);
    double logTime = t.signum() == 0 ? Double.NEGATIVE_INFINITY : Magnitudes.log("t", t);
    WeightAndBias state = pair.atLogTime(logTime);
    Number tau = Magnitudes.exp(pair.logConformalTime(logTime));
    return new Coincident(tau, state.weight(), state.bias());
  }

  /** Evaluates {@link org.grokcheck.beck.TwoPointTrajectory#atConformalTime} at σ = 1. */
  @Evaluates("beck.eq38")
  public static State general(BigDecimal x, double S0, double b0, double eta, double tau) {
    TwoPointState state =
        new TwoPointModel(TwoPoints.of(x), 1, eta, S0, b0).trajectory().atConformalTime(tau);
    return new State(state.weight(), state.bias());
  }

  private static void requireX(BigDecimal x, int value) {
    if (x.compareTo(BigDecimal.valueOf(value)) != 0) {
      throw new IllegalArgumentException(
          "x: need " + value + " here, got " + x + "; beck.eq38 takes every x in [-1, 1]");
    }
  }
}
