package org.grokcheck.beck;

import static org.grokcheck.oracle.Decimal.minus;
import static org.grokcheck.oracle.Decimal.over;
import static org.grokcheck.oracle.Decimal.plus;
import static org.grokcheck.oracle.Decimal.times;

import java.math.BigDecimal;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.grokcheck.evidence.Check;
import org.grokcheck.evidence.Checks;
import org.grokcheck.evidence.Oracle;
import org.grokcheck.evidence.Tolerance;
import org.grokcheck.harness.Arb;
import org.grokcheck.oracle.Decimal;
import org.grokcheck.oracle.GaussianTail;
import org.junit.jupiter.api.Test;

/**
 * When loss 0 and accuracy 1 are approached, Sec. 3.2, with s = σ‖S‖ and k = −b/s. Needed are b →
 * −∞ and k → ∞, since L ≥ log(1 + e^b) and L ≥ (1 − A) log 2. They don't suffice: L ≥ E max(f, 0) =
 * s(φ(k) − k(1 − Φ(k))), which is close to sφ(k)/k². With sφ(k)/k² → 0 they do: L exceeds E max(f,
 * 0) by at most E e^{−|f|} = φ(k)[R(s − k) + R(s + k)], R = (1 − Φ)/φ.
 */
class PerfectGeneralizationProperties {
  private static final String CLAIM = "beck.sec32.perfect-generalization";

  /** A spread s and a threshold k of the exact doubles s and b. */
  private record State(double s, double b) {
    static State of(double s, double k) {
      return new State(s, -k * s);
    }

    GaussianClassifier classifier() {
      return new GaussianClassifier(s, b);
    }

    BigDecimal threshold() {
      return over(Decimal.of(-b), Decimal.of(s));
    }

    /** E max(f, 0). */
    BigDecimal hinge() {
      BigDecimal k = threshold();
      BigDecimal share = minus(GaussianTail.density(k), times(k, GaussianTail.upper(k)));
      return times(Decimal.of(s), share);
    }

    /** E e^{−|f|}. */
    BigDecimal excess() {
      BigDecimal k = threshold();
      BigDecimal scale = Decimal.of(s);
      BigDecimal left = GaussianTail.millsRatio(minus(scale, k));
      BigDecimal right = GaussianTail.millsRatio(plus(scale, k));
      return times(GaussianTail.density(k), plus(left, right));
    }

    /** γ₁₆ times this is what rounding may do to a loss: it lies near y = k or y = s for b < 0. */
    double roundingScale(double loss) {
      double k = b / s;
      return loss * (6 + Math.max(0, Math.min(-b, k * k)));
    }

    Tolerance lossRounding(double loss) {
      return new Tolerance.Rounding(
          16, roundingScale(loss), "exponents up to min(|b|, k²), sum over panels");
    }
  }

  @Provide
  Arbitrary<Double> spreads() {
    return Arb.logUniform(1e-3, 1e3);
  }

  @Provide
  Arbitrary<Double> thresholds() {
    return Arb.signedLogUniform(1e-3, 20);
  }

  @Property(tries = 120)
  @Checks(CLAIM)
  void neitherQuantityIsSmallWithoutTheOther(
      @ForAll("spreads") double s, @ForAll("thresholds") double k) {
    State state = State.of(s, k);
    double loss = state.classifier().logisticLoss();
    double jensen = softplus(state.b());
    double error = GaussianTail.upper(state.threshold()).doubleValue();
    double share = error * StrictMath.log(2);
    double bound = Math.max(jensen, share);
    check("larger of log(1 + e^b) and (1 − A) log 2", "necessity", s, k)
        .expecting(
            bound, new Tolerance.Rounding(6, bound * (2 + k * k), "k rounded, condition k² + k"))
        .holds(state.classifier().logisticLossLowerBound())
        .rejects("(1 − A) log 2 alone", share)
        .rejects("log(1 + e^b) alone", jensen);
    check("log(1 + e^b), at most L", "necessity", s, k)
        .expectingAtMost(loss, state.lossRounding(loss))
        .holds(jensen)
        .rejects("log(1 + e^{b+s})", softplus(state.b() + s));
    check("(1 − A) log 2, at most L", "necessity", s, k)
        .expectingAtMost(loss, state.lossRounding(loss))
        .holds(share)
        .rejects("1 − A", error);
  }

  @Property(tries = 120)
  @Checks(CLAIM)
  void lossVanishesWithTheThirdCondition(
      @ForAll("spreads") double s, @ForAll("thresholds") double k) {
    State state = State.of(s, k);
    double loss = state.classifier().logisticLoss();
    double hinge = state.hinge().doubleValue();
    double most = state.hinge().add(state.excess()).doubleValue();
    check("L, at most E max(f, 0) + E e^{−|f|}", "sufficiency with sφ(k)/k² → 0", s, k)
        .expectingAtMost(most, state.lossRounding(loss))
        .holds(loss)
        .rejects("twice the spread", new GaussianClassifier(2 * s, state.b()).logisticLoss());
    if (k > 0) {
      double leading = s * GaussianTail.density(Decimal.of(k)).doubleValue() / (k * k);
      check("E max(f, 0), at most sφ(k)/k²", "sufficiency with sφ(k)/k² → 0", s, k)
          .expectingAtMost(
              leading, new Tolerance.Rounding(4, leading * (1 + k * k), "k rounded, condition k²"))
          .holds(hinge)
          .rejects("sφ(k)", leading * k * k);
    }
  }

  @Test
  @Checks(CLAIM)
  void lossDivergesWhereTheSpreadOutrunsTheThreshold() {
    for (int k = 1; k <= 6; k++) {
      State state = State.of(StrictMath.exp(k * k), k);
      double hinge = state.hinge().doubleValue();
      check("L at s = e^{k²}, b = −ks", "insufficiency of two conditions", state.s(), k)
          .expecting(
              hinge,
              Tolerance.sum(
                  Tolerance.remainder(
                      state.excess().doubleValue(), "0 ≤ L − E max(f, 0) ≤ E e^{−|f|}"),
                  Tolerance.remainder(
                      16 * 0x1p-53 * state.roundingScale(hinge), "exponents up to k²")))
          .holds(state.classifier().logisticLoss())
          .rejects("vanishing with 1 − A", state.classifier().error());
    }
  }

  private static double softplus(double b) {
    return Math.max(b, 0) + StrictMath.log1p(StrictMath.exp(-Math.abs(b)));
  }

  private static Check check(String quantity, String part, double s, double k) {
    return Check.of(CLAIM, quantity).part(part).by(Oracle.TABLE).at("s", s, "k", k);
  }
}
