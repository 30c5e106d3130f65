package org.grokcheck.beck;

import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.grokcheck.evidence.Check;
import org.grokcheck.evidence.Checks;
import org.grokcheck.evidence.Comparison;
import org.grokcheck.evidence.Tolerance;
import org.grokcheck.harness.Arb;

/**
 * What a loss-threshold time is (Sec. 4.1): the loss is ε there and below ε from then on. Above σ_c
 * the population loss crosses some ε three times; the last crossing counts.
 */
class LastCrossingProperties {
  private static final int LATER_STATES = 150;

  /** A flow from S̃ = b = 0 and a threshold. */
  record Threshold(double x, double sigma, double logEpsilon) {
    TwoPointModel model() {
      return TwoPointModel.fromOrigin(TwoPoints.of(x), sigma, 1);
    }

    double logLoss(boolean population, double pull) {
      TwoPointState state = model().trajectory().atPull(pull);
      double weight = state.weight();
      return population
          ? state.bias() + 0.5 * weight * weight
          : state.bias()
              + StrictMath.log(0.5 * (StrictMath.exp(-weight) + StrictMath.exp(x * weight)));
    }

    /** The largest loss at states from a pull on, as far as e²⁰ times that pull. */
    double largestFrom(boolean population, double pull) {
      return later(pull).map(k -> logLoss(population, k)).max().orElseThrow();
    }

    private static DoubleStream later(double pull) {
      return IntStream.rangeClosed(0, LATER_STATES)
          .mapToDouble(i -> pull * StrictMath.exp(20.0 * i / LATER_STATES * i / LATER_STATES));
    }

    /** The pull at which the falling loss first reaches ε, by bisection from the start. */
    double firstCrossing() {
      double low = 0;
      double high = 1e-12;
      while (logLoss(true, high) > logEpsilon) {
        low = high;
        high *= 1.1;
      }
      for (int step = 0; step < 60; step++) {
        double middle = 0.5 * (low + high);
        boolean before = logLoss(true, middle) > logEpsilon;
        low = before ? middle : low;
        high = before ? high : middle;
      }
      return high;
    }

    /** Sixteen roundings of the terms of the logarithm, S̃²/2 and |b|. */
    Tolerance rounding(double pull) {
      TwoPointState state = model().trajectory().atPull(pull);
      double size = 1 + Math.abs(state.bias()) + state.weight() * state.weight();
      return new Tolerance.Rounding(
          16, size, "terms of log L: b, S̃²/2 and log ½(e^{−S̃} + e^{xS̃})");
    }

    Object[] inputs() {
      return new Object[] {"x", x, "sigma", sigma, "logEpsilon", logEpsilon};
    }
  }

  @Property(tries = 60)
  @Checks("beck.sec41.times")
  void lossesReachEpsilonForGood(@ForAll("thresholds") Threshold threshold) {
    LossThresholds.Times times = LossThresholds.of(threshold.model()).times(threshold.logEpsilon);
    double train = times.training().pull();
    double gen = times.generalization().orElseThrow().pull();
    crossing(threshold, "log L_tr at t_tr", false, train)
        .holds(threshold.logLoss(false, train))
        .rejects("at t_gen", threshold.logLoss(false, gen));
    crossing(threshold, "log L_gen at t_gen", true, gen)
        .holds(threshold.logLoss(true, gen))
        .rejects("at t_tr", threshold.logLoss(true, train));
    remaining(threshold, "largest log L_tr from t_tr on", train)
        .holds(threshold.largestFrom(false, train))
        .rejects("from half the pull on", threshold.largestFrom(false, 0.5 * train));
    remaining(threshold, "largest log L_gen from t_gen on", gen)
        .holds(threshold.largestFrom(true, gen))
        .rejects(
            "from the first crossing on", threshold.largestFrom(true, threshold.firstCrossing()));
    Check.of("beck.sec41.times", "log(t_tr/t_gen) ≤ 0")
        .at(threshold.inputs())
        .expectingAtMost(0, new Tolerance.Exact())
        .holds(-times.logRatio().orElseThrow())
        .rejects("t_gen before t_tr", times.logRatio().orElseThrow());
  }

  @Property(tries = 60)
  @Checks("beck.sec41.times")
  void noTimePassesBelowTheInitialLoss(@ForAll("highThresholds") Threshold threshold) {
    LossThresholds.Times times = LossThresholds.of(threshold.model()).times(threshold.logEpsilon);
    double gen = times.generalization().orElseThrow().logTime();
    Check.of("beck.sec41.times", "times for ε ≥ L(0)")
        .at(threshold.inputs())
        .expecting(0, new Tolerance.Exact())
        .holds(StrictMath.exp(times.training().logTime()))
        .holds(StrictMath.exp(gen))
        .rejects("|1/ε − 1|", Math.abs(StrictMath.expm1(-threshold.logEpsilon)));
  }

  private static Comparison crossing(
      Threshold threshold, String quantity, boolean population, double pull) {
    return Check.of("beck.sec41.times", quantity)
        .at(threshold.inputs())
        .expecting(threshold.logEpsilon, threshold.rounding(pull));
  }

  private static Comparison remaining(Threshold threshold, String quantity, double pull) {
    return Check.of("beck.sec41.times", quantity)
        .at(threshold.inputs())
        .expectingAtMost(threshold.logEpsilon, threshold.rounding(pull));
  }

  /** Above σ_c for most x, with thresholds between the loss's extrema in many cases. */
  @Provide
  Arbitrary<Threshold> thresholds() {
    return Combinators.combine(
            Arb.logUniform(1e-9, 0.9), Arb.logUniform(0.3, 100), Arb.logUniform(1e-3, 300))
        .as((x, sigma, fall) -> new Threshold(x, sigma, -fall));
  }

  @Provide
  Arbitrary<Threshold> highThresholds() {
    return Combinators.combine(
            Arb.logUniform(1e-9, 1), Arb.logUniform(0.3, 100), Arb.signedLogUniform(1e-9, 3))
        .as((x, sigma, logEpsilon) -> new Threshold(x, sigma, Math.abs(logEpsilon)));
  }
}
