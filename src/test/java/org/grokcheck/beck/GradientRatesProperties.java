package org.grokcheck.beck;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.grokcheck.evidence.Check;
import org.grokcheck.evidence.Checks;
import org.grokcheck.evidence.Oracle;
import org.grokcheck.evidence.Tolerance;
import org.grokcheck.oracle.Decimal;

/** Gradient fields on a few points, against central differences of the loss at 60 digits. */
class GradientRatesProperties {
  @Provide
  Arbitrary<TrainingState> states() {
    return TrainingState.arbitrary();
  }

  private static Check table(String claim, String quantity, TrainingState state) {
    return Check.of(claim, quantity).by(Oracle.TABLE).at("state", state);
  }

  @Property(tries = 60)
  @Checks({"beck.eq9", "beck.eq10", "beck.eq3", "beck.appc.beta-ode", "beck.eq50"})
  void ratesAreMinusTheGradient(@ForAll("states") TrainingState any) {
    TrainingState state = any.moderate();
    int d = state.set().dimension();
    double[] weight = state.vector();
    BigDecimal bias = Decimal.of(state.bias());
    double[] real = state.data().exponentialRates(weight, state.bias(), state.eta());
    double[] conformal = state.data().conformalRates(weight, state.eta());
    double[] stepped =
        new GradientDescent(state.data(), GradientDescent.Loss.LOGISTIC, state.eta(), state.eta())
            .run(state.start(state.bias()), 1);
    Tolerance tolerance = state.rounding(weight, state.bias(), state.eta());
    Tolerance free = state.rounding(weight, 0, state.eta());
    for (int j = 0; j <= d; j++) {
      double fall = state.eta() * state.fall(false, j, bias, BigDecimal.ONE);
      double freeFall = state.eta() * state.fall(false, j, BigDecimal.ZERO, BigDecimal.ONE);
      String name = j < d ? "dS/dt" : "db/dt";
      table("beck.eq9", name, state)
          .expecting(fall, tolerance)
          .holds(real[j])
          .rejects("without e^b", conformal[j])
          .rejects("uphill", -real[j])
          .rejects("sum for mean", 2 * real[j]);
      table("beck.eq10", j < d ? "dS/dτ" : "db/dτ", state)
          .part("rates")
          .expecting(freeFall, free)
          .holds(conformal[j])
          .rejects("with e^b", real[j]);
      double logistic = state.eta() * state.fall(true, j, bias, BigDecimal.ONE);
      double start = j < d ? weight[j] : state.bias();
      table("beck.eq3", "one step", state)
          .expecting(
              start + logistic,
              new Tolerance.Truncation(
                  tolerance.bound(0) + 4 * Math.ulp(Math.abs(start) + Math.abs(logistic)),
                  1,
                  1,
                  "as for the rates; the sum"))
          .holds(stepped[j])
          .rejects("uphill", start - logistic)
          .rejects("exponential loss", start + real[j]);
    }
    double mean =
        TrainingState.loss(
                state.outputs(state.exactWeight(), BigDecimal.ZERO, BigDecimal.ONE), false)
            .doubleValue();
    double beta = StrictMath.exp(state.bias());
    table("beck.appc.beta-ode", "dβ/dt = β db/dt", state)
        .expecting(
            -state.eta() * beta * beta * mean,
            new Tolerance.Truncation(
                beta * tolerance.bound(0) + 8 * Math.ulp(state.eta() * beta * beta * mean),
                1,
                1,
                "β times the rate of b"))
        .holds(beta * real[d])
        .rejects("β for β²", -state.eta() * beta * mean)
        .rejects("db/dt", real[d]);
    compareNormRate(state, weight, conformal, free);
  }

  /** d‖S‖/dτ against the rate at which the loss falls along Ŝ. */
  private static void compareNormRate(
      TrainingState state, double[] weight, double[] conformal, Tolerance tolerance) {
    BigDecimal norm = norm(state.exactWeight());
    if (norm.signum() == 0) {
      return;
    }
    // d‖S‖/dτ as the rate of the loss along Ŝ.
    BigDecimal[] values = new BigDecimal[2];
    for (int side = 0; side < 2; side++) {
      BigDecimal factor =
          BigDecimal.ONE.add(
              Decimal.over(side == 0 ? TrainingState.STEP : TrainingState.STEP.negate(), norm));
      List<BigDecimal> moved = new ArrayList<>();
      for (BigDecimal s : state.exactWeight()) {
        moved.add(Decimal.times(s, factor));
      }
      values[side] =
          TrainingState.loss(state.outputs(moved, BigDecimal.ZERO, BigDecimal.ONE), false);
    }
    double rate =
        state.eta()
            * Decimal.over(values[1].subtract(values[0]), TrainingState.STEP.multiply(Decimal.TWO))
                .doubleValue();
    double length = 0;
    for (int j = 0; j < weight.length; j++) {
      length += conformal[j] * conformal[j];
    }
    table("beck.eq50", "d‖S‖/dτ", state)
        .expecting(
            rate,
            new Tolerance.Truncation(
                2 * weight.length * tolerance.bound(0) + 8 * Math.ulp(Math.sqrt(length)),
                1,
                1,
                "d rates, projected"))
        .holds(state.data().conformalNormRate(weight, state.eta()))
        .rejects("‖dS/dτ‖", Math.sqrt(length))
        .rejects(
            "S for Ŝ", state.data().conformalNormRate(weight, state.eta()) * norm.doubleValue());
  }

  private static BigDecimal norm(List<BigDecimal> weight) {
    BigDecimal sum = BigDecimal.ZERO;
    for (BigDecimal s : weight) {
      sum = Decimal.plus(sum, Decimal.times(s, s));
    }
    return Decimal.sqrt(sum);
  }
}
