package org.grokcheck.beck;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.grokcheck.evidence.Tolerance;
import org.grokcheck.harness.Arb;
import org.grokcheck.oracle.InseparableRemainder;
import org.grokcheck.oracle.ThresholdRemainder;

/** Flows for the delay laws: inseparable, with thresholds late against the relaxation of S̃. */
final class DelayFlows {
  private DelayFlows() {}

  /** A flow, a threshold log ε and the remainders that belong to them. */
  record Flow(double x, double sigma, double eta, double start, double bias, double logEpsilon) {
    TwoPoints points() {
      return TwoPoints.of(x);
    }

    DelayLaws laws() {
      return new DelayLaws(points());
    }

    LossThresholds.Times times() {
      TwoPointModel model = new TwoPointModel(points(), sigma, eta, start, bias);
      return LossThresholds.of(model).times(logEpsilon);
    }

    double logTrainingTime() {
      return times().training().logTime();
    }

    double logGeneralizationTime() {
      return times().generalization().orElseThrow().logTime();
    }

    double logRatio() {
      return times().logRatio().orElseThrow();
    }

    /** −log(ηε). */
    double logPrintedTrainingTime() {
      return -StrictMath.log(eta) - logEpsilon;
    }

    InseparableRemainder path() {
      return new InseparableRemainder(x, sigma, eta, start, bias);
    }

    ThresholdRemainder remainder() {
      return new ThresholdRemainder(path(), eta, logEpsilon);
    }

    /**
     * Rounding of a threshold's log t: the clock's, and eight roundings of log ε, S̃²/2 and b₀,
     * which the threshold equation adds up and to which log t is proportional with factor 1.
     */
    double rounding() {
      double weight = path().stationaryWeight();
      double logTime = 0.5 * weight * weight - logEpsilon + Math.abs(StrictMath.log(eta));
      return Remainders.clockRounding(logTime)
          + Remainders.valueRounding(logTime + Math.abs(bias) + start * start);
    }

    Object[] inputs() {
      return new Object[] {
        "x", x, "sigma", sigma, "eta", eta, "S0", start, "b0", bias, "logEpsilon", logEpsilon
      };
    }
  }

  /**
   * Flows with σ²x log(1/ε) between 5 and 1000, the number of e-folds by which S̃ relaxes before
   * the training threshold; ε down to e^{−5000}.
   *
   * @param leastX smallest x
   * @param mostX largest x
   */
  static Arbitrary<Flow> relaxed(double leastX, double mostX) {
    return Combinators.combine(
            Arb.logUniform(leastX, mostX),
            Arb.logUniform(5, 1000),
            Arb.logUniform(1e-2, 10),
            Arbitraries.oneOf(Arbitraries.just(0.0), Arb.signedLogUniform(1e-2, 1)),
            Arbitraries.oneOf(Arbitraries.just(0.0), Arb.signedLogUniform(1e-2, 1)),
            Arb.logUniform(50, 5000))
        .as(
            (x, decay, eta, s0, b0, fall) ->
                new Flow(x, Math.sqrt(decay / fall / x), eta, s0, b0, -fall));
  }

  /** Fifty-digit constants, rounded once, with a few roundings of the product's own. */
  static Tolerance closedForm(double scale, String why) {
    return new Tolerance.Rounding(8, scale, why);
  }
}
