package org.grokcheck.beck;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.grokcheck.evidence.Check;
import org.grokcheck.evidence.Checks;
import org.grokcheck.evidence.Oracle;
import org.grokcheck.evidence.Tolerance;
import org.grokcheck.harness.Arb;
import org.grokcheck.oracle.FieldFlow;

/** App. G: the late growth with support vectors alone, against integrated flows. */
class SupportVectorGrowthProperties {
  private static Tolerance local(double error) {
    return new Tolerance.Truncation(
        error, 1, 1, "local errors of the eighth-order method, times how far solutions part");
  }

  @Provide
  Arbitrary<SupportVectorGrowth> growths() {
    return Combinators.combine(
            Arb.logUniform(0.2, 3),
            Arb.logUniform(0.01, 1),
            Arb.logUniform(0.05, 1),
            Arb.logUniform(0.7, 5),
            Arb.logUniform(0.1, 2))
        .as(SupportVectorGrowth::new);
  }

  @Property(tries = 100)
  @Checks({"beck.eq51", "beck.eq52", "beck.eq53", "beck.eq54", "beck.eq55"})
  void growthSolvesItsEquations(
      @ForAll("growths") SupportVectorGrowth growth, @ForAll("times") double time) {
    double start = growth.growth(0);
    double e2 = growth.inverseMargin() * growth.inverseMargin();
    // Written out once more: eq. (51) for f, and db/dτ = −η(D/N)e^{−f}.
    FieldFlow.State state =
        FieldFlow.after(
            y -> {
              double pull = growth.eta() * growth.share() * StrictMath.exp(-y[0]);
              return new double[] {pull / e2, -pull};
            },
            new double[] {start, StrictMath.log(growth.c2()) - e2 * start},
            time);
    double f = growth.growth(time);
    Tolerance error =
        local(4 * (1 + e2) * state.error() + 64 * 0x1p-53 * (1 + e2) * (1 + Math.abs(f)));
    at("beck.eq52", "f(τ)", growth, time)
        .expecting(state.values()[0], error)
        .holds(f)
        .rejects(
            "E for E²",
            StrictMath.log(
                (StrictMath.exp(f) - growth.c1()) * growth.inverseMargin() + growth.c1()))
        .rejects("without C₁", StrictMath.log(StrictMath.exp(f) - growth.c1() + 1e-300));
    at("beck.eq51", "E²f′ = η(D/N)e^{−f}", growth, time)
        .expecting(
            growth.eta() * growth.share() * StrictMath.exp(-state.values()[0]) / e2,
            local(error.bound(0) * growth.eta() / e2))
        .holds(growth.growthRate(f))
        .rejects("E for E²", growth.growthRate(f) * growth.inverseMargin());
    at("beck.eq53", "db/dτ", growth, time)
        .expecting(
            -growth.eta() * growth.share() * StrictMath.exp(-state.values()[0]),
            local(error.bound(0) * growth.eta()))
        .holds(growth.biasRate(time))
        .rejects("f′", growth.growthRate(f))
        .rejects("without D/N above", growth.biasRate(time) / growth.share());
    double grown = growth.growth(growth.conformalTime(time));
    at("beck.eq54", "b(τ)", growth, time)
        .expecting(state.values()[1], error)
        .holds(growth.bias(time))
        .rejects("E for E²", StrictMath.log(growth.c2()) - growth.inverseMargin() * f)
        .refutes("t̃ read as t: at the τ of that t", StrictMath.log(growth.c2()) - e2 * grown);
    compareRealTime(growth, time, e2);
  }

  /** dτ/dt = e^{b(τ)}, integrated, against eq. (55). */
  private static void compareRealTime(SupportVectorGrowth growth, double time, double e2) {
    FieldFlow.State state =
        FieldFlow.after(
            y -> new double[] {StrictMath.exp(growth.bias(y[0]))}, new double[] {0}, time);
    double tau = growth.conformalTime(time);
    at("beck.eq55", "τ(t)", growth, time)
        .expecting(
            state.values()[0], local(4 * state.error() + 64 * 0x1p-53 * (1 + e2) * (1 + tau)))
        .holds(tau)
        .rejects("C₃ = 0", withoutC3(growth, time, e2 + 1));
    // As it stands the formula is a difference from C₁/k.
    double lost = growth.c1() * e2 / (growth.eta() * growth.share());
    at("beck.eq55", "τ(t), constants as they stand", growth, time)
        .expecting(
            state.values()[0],
            local(4 * state.error() + 64 * 0x1p-53 * (1 + e2) * (1 + tau + lost)))
        .holds(asWritten(growth, time, e2 + 1))
        .rejects("exponent 1/E²", asWritten(growth, time, e2))
        .rejects("C₃ = 0", withoutC3(growth, time, e2 + 1));
  }

  /** Eq. (55) with its three constants as they stand. */
  private static double asWritten(SupportVectorGrowth growth, double time, double power) {
    double e2 = growth.inverseMargin() * growth.inverseMargin();
    double k = growth.eta() * growth.share() / e2;
    double front = StrictMath.pow(growth.eta() * growth.share() * (e2 + 1) / e2, 1 / power);
    double c3 = growth.c3();
    return front / k * StrictMath.pow(growth.c2() * time + c3, 1 / power) - growth.c1() / k;
  }

  private static double withoutC3(SupportVectorGrowth growth, double time, double power) {
    double k = growth.eta() * growth.share() / (growth.inverseMargin() * growth.inverseMargin());
    return StrictMath.pow(k * power * growth.c2() * time, 1 / power) / k - growth.c1() / k;
  }

  private static Check at(String claim, String quantity, SupportVectorGrowth growth, double time) {
    return Check.of(claim, quantity).by(Oracle.SECOND_ALGORITHM).at("growth", growth, "time", time);
  }

  @Provide
  Arbitrary<Double> times() {
    return Arb.logUniform(0.1, 100);
  }

  @Property(tries = 60)
  @Checks({"beck.eq55", "beck.eq56", "beck.eq57"})
  void onePointFollowsTheGrowthExactly(
      @ForAll("margins") double margin, @ForAll("times") double time, @ForAll("rates") double eta) {
    double e2 = 1 / (margin * margin);
    SupportVectorGrowth growth = new SupportVectorGrowth(1 / margin, 1, eta, 1, 1);
    FieldFlow.State real =
        FieldFlow.realTime(new double[][] {{-margin}}, false, eta, new double[] {0, 0}, time);
    double tau = growth.conformalTime(time);
    double error = real.error() * (4 + 4 * margin * margin * eta * time) + 64 * 0x1p-53 * (1 + tau);
    at("beck.eq55", "τ(t) of one point", growth, time)
        .part("one point")
        .expecting(real.values()[2], local(error * (1 + time)))
        .holds(tau)
        .rejects("t", time);
    // b = −E² log q, ‖S‖ = E log q with q^{E²+1} = 1 + ηt(1 + M²): slopes in log(1 + ηt(1 + M²)).
    double log = StrictMath.log1p(eta * time * (1 + margin * margin));
    at("beck.eq56", "b of one point over its clock", growth, time)
        .part("one point")
        .expecting(real.values()[1] / log, local(error / log))
        .holds(growth.biasSlope())
        .rejects("−1", -1)
        .rejects("−M²/(1 + M²)", -1 / (1 + e2));
    at("beck.eq57", "‖S‖ of one point over its clock", growth, time)
        .part("one point")
        .expecting(Math.abs(real.values()[0]) / log, local(error / log))
        .holds(growth.normSlope())
        .rejects("M", margin)
        .rejects("E", 1 / margin)
        .rejects("E²/(E² + 1)", -growth.biasSlope());
  }

  @Provide
  Arbitrary<Double> margins() {
    return Arb.logUniform(0.2, 3);
  }

  @Provide
  Arbitrary<Double> rates() {
    return Arb.logUniform(0.05, 1);
  }
}
