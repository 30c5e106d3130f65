package org.grokcheck.beck;

import java.math.BigDecimal;
import java.util.Arrays;
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

/** Losses and accuracy on a few points, and how fast the bias can move, against 50 digits. */
class TrainingLossProperties {
  @Provide
  Arbitrary<TrainingState> states() {
    return TrainingState.arbitrary();
  }

  private static Check table(String claim, String quantity, TrainingState state) {
    return Check.of(claim, quantity).by(Oracle.TABLE).at("state", state);
  }

  @Property(tries = 200)
  @Checks({"beck.eq1", "beck.eq8", "beck.eq2"})
  void lossesAndAccuracyAgreeWithFiftyDigits(@ForAll("states") TrainingState state) {
    List<BigDecimal> outputs =
        state.outputs(state.exactWeight(), Decimal.of(state.bias()), BigDecimal.ONE);
    double size = state.size();
    double logistic = TrainingState.loss(outputs, true).doubleValue();
    table("beck.eq1", "L", state)
        .expecting(
            logistic,
            new Tolerance.Rounding(
                2.0 * state.set().dimension() + 8,
                logistic * (1 + size),
                "outputs of d terms, exp"))
        .holds(state.data().logisticLoss(state.vector(), state.bias()))
        .rejects(
            "exponential loss",
            StrictMath.exp(
                Math.min(700, state.data().logExponentialLoss(state.vector(), state.bias()))))
        .rejects(
            "log(1 + e^{−f})", state.data().logisticLoss(negated(state.vector()), -state.bias()))
        .rejects("sum for mean", 2 * logistic);
    double logLoss = Decimal.log(TrainingState.loss(outputs, false)).doubleValue();
    table("beck.eq8", "log L_e", state)
        .expecting(
            logLoss,
            new Tolerance.Rounding(
                2.0 * state.set().dimension() + 8,
                2 + size + Math.abs(logLoss),
                "outputs, exp, log"))
        .holds(state.data().logExponentialLoss(state.vector(), state.bias()))
        .rejects("without 1/N", logLoss + StrictMath.log(2))
        .rejects("without the bias", logLoss - state.bias());
    long right = outputs.stream().filter(f -> f.signum() < 0).count();
    long ties = outputs.stream().filter(f -> f.signum() == 0).count();
    if (outputs.stream().allMatch(f -> f.signum() == 0 || Math.abs(f.doubleValue()) > 1e-12 * size)
        && ties == ties(state)) {
      table("beck.eq2", "N A", state)
          .by(Oracle.EXACT)
          .expectingExactly(right + 0.5 * ties)
          .holds(
              (double)
                      Math.round(
                          2
                              * state.set().size()
                              * state.data().accuracy(state.vector(), state.bias(), 0.5))
                  / 2)
          .rejects("Θ(f)", state.set().size() - right - 0.5 * ties);
    }
  }

  private static long ties(TrainingState state) {
    return Arrays.stream(state.data().outputs(state.vector(), state.bias()))
        .filter(f -> f == 0)
        .count();
  }

  private static double[] negated(double[] weight) {
    double[] copy = weight.clone();
    for (int j = 0; j < copy.length; j++) {
      copy[j] = -copy[j];
    }
    return copy;
  }

  @Property(tries = 100)
  @Checks("beck-summary.b-rate")
  void rateOfTheBiasIsBounded(@ForAll("states") TrainingState state) {
    int d = state.set().dimension();
    double logisticFall = -state.data().logisticRates(state.vector(), state.bias(), state.eta())[d];
    double loss =
        TrainingState.loss(
                state.outputs(state.exactWeight(), Decimal.of(state.bias()), BigDecimal.ONE), true)
            .doubleValue();
    Tolerance rounding =
        new Tolerance.Rounding(
            16, state.eta() * Math.min(1, loss) * (1 + state.size()), "outputs, exp, sum");
    table("beck-summary.b-rate", "|db/dt| of the logistic loss", state)
        .expectingAtMost(state.eta() * Math.min(1, loss), rounding)
        .holds(logisticFall)
        .rejects(
            "of the exponential loss",
            state.bias() > 100
                ? Double.NaN
                : -state.data().exponentialRates(state.vector(), state.bias(), state.eta())[d])
        .rejects("sum for mean", logisticFall * state.set().size());
  }
}
