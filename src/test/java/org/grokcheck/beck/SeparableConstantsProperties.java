package org.grokcheck.beck;

import java.math.BigDecimal;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apfloat.Apfloat;
import org.apfloat.ApfloatMath;
import org.grokcheck.evidence.Check;
import org.grokcheck.evidence.Checks;
import org.grokcheck.evidence.Oracle;
import org.grokcheck.evidence.Tolerance;
import org.grokcheck.harness.Arb;
import org.grokcheck.oracle.Precise;
import org.grokcheck.oracle.SeparableRemainder;

/** What the separable two-point flow leaves behind its logarithms, from any start and for any σ. */
class SeparableConstantsProperties {
  /** A flow from a general start, and a time. */
  record Flow(double margin, double sigma, double eta, double s0, double b0, double logTime) {
    TwoPointState state() {
      return new TwoPointModel(TwoPoints.of(-margin), sigma, eta, s0, b0)
          .trajectory()
          .atLogTime(logTime);
    }

    SeparableConstants constants() {
      return SeparableConstants.of(new BigDecimal(margin), sigma, s0, b0);
    }

    SeparableRemainder remainder() {
      return new SeparableRemainder(margin, sigma, eta, s0, b0);
    }

    double norm() {
      return 1 + sigma * sigma * margin * margin;
    }

    double pull() {
      return sigma * sigma * margin;
    }

    Object[] inputs() {
      return new Object[] {
        "M", margin, "sigma", sigma, "eta", eta, "S0", s0, "b0", b0, "logT", logTime
      };
    }
  }

  @Property(tries = 200)
  @Checks("beck.ext.u-inf")
  void conservedSumAgreesWithFiftyDigits(@ForAll("flows") Flow flow) {
    double expected = Precise.toDouble(conserved(flow));
    double pulled = flow.margin * (Math.abs(flow.s0) + flow.sigma * flow.sigma * Math.abs(flow.b0));
    double scale = pulled + Math.abs(flow.s0) + StrictMath.log1p(1 / flow.margin);
    Check.of("beck.ext.u-inf", "c = lim(S̃ + σ²Mb)")
        .part("constant")
        .by(Oracle.TABLE)
        .at(flow.inputs())
        .expecting(
            expected,
            new Tolerance.Rounding(16, scale, "σ², its products, two logarithms and two sums"))
        .holds(flow.constants().conserved())
        .rejects("from the origin", StrictMath.log1p(1 / flow.margin))
        .rejects("σ² left out", expected + flow.margin * flow.b0 * (1 - flow.sigma * flow.sigma))
        .rejects("log M with the other sign", expected + 2 * StrictMath.log(flow.margin));
  }

  /** c in fifty digits; the points coincide at M = 1, where S̃ + σ²b itself is conserved. */
  private static Apfloat conserved(Flow flow) {
    Apfloat m = Precise.of(flow.margin);
    Apfloat sigma = Precise.of(flow.sigma);
    Apfloat sum = Precise.of(flow.s0).add(sigma.multiply(sigma).multiply(Precise.of(flow.b0)));
    if (flow.margin == 1) {
      return sum;
    }
    Apfloat raised = ApfloatMath.exp(Precise.ONE.subtract(m).multiply(Precise.of(flow.s0)));
    Apfloat inside = Precise.ONE.add(m.multiply(raised)).divide(m);
    return m.multiply(sum).add(ApfloatMath.log(inside));
  }

  @Property(tries = 300)
  @Checks("beck.ext.u-inf")
  void weightSettlesOnItsLogarithm(@ForAll("flows") Flow flow) {
    SeparableRemainder remainder = flow.remainder();
    double grown = flow.pull() * remainder.scaledLogTime(flow.logTime) / flow.norm();
    double rounding =
        remainder.weightSlope(flow.logTime) * Remainders.clockRounding(clock(flow))
            + Remainders.valueRounding(grown + size(flow));
    Check.of("beck.ext.u-inf", "S̃ − σ²Mℓ/(1+σ²M²) → u∞")
        .part("weight")
        .by(Oracle.LIMIT)
        .at(flow.inputs())
        .expecting(
            flow.constants().weightResidual() + grown,
            Remainders.sum(remainder.weightRemainder(flow.logTime), rounding, "ε₁, σ²Mε₂"))
        .holds(flow.state().weight())
        .rejects("u∞ left out", grown)
        .rejects("slope 1/(1+σ²M²)", flow.constants().weightResidual() + grown / flow.pull());
  }

  @Property(tries = 300)
  @Checks("beck.ext.u-inf")
  void biasSettlesOnItsLogarithm(@ForAll("flows") Flow flow) {
    SeparableRemainder remainder = flow.remainder();
    double fallen = remainder.scaledLogTime(flow.logTime) / flow.norm();
    double rounding =
        remainder.biasSlope() * Remainders.clockRounding(clock(flow))
            + Remainders.valueRounding(fallen + size(flow));
    Check.of("beck.ext.u-inf", "b + ℓ/(1+σ²M²) → v∞")
        .part("bias")
        .by(Oracle.LIMIT)
        .at(flow.inputs())
        .expecting(
            flow.constants().biasResidual() - fallen,
            Remainders.sum(remainder.biasRemainder(flow.logTime), rounding, "Mε₁, ε₂"))
        .holds(flow.state().bias())
        .rejects("v∞ left out", -fallen)
        .rejects("c for Mc", flow.constants().biasResidual() / flow.margin - fallen);
  }

  @Property(tries = 300)
  @Checks("beck.ext.u-slow")
  void ratioCreepsToItsLimit(@ForAll("fromOrigin") Flow flow) {
    SeparableRemainder remainder = flow.remainder();
    double scaled = remainder.scaledLogTime(flow.logTime);
    TwoPointState state = flow.state();
    double expected = flow.constants().approachRatio(scaled);
    double weightError =
        remainder.weightRemainder(flow.logTime)
            + remainder.weightSlope(flow.logTime) * Remainders.clockRounding(clock(flow))
            + Remainders.valueRounding(state.weight());
    double biasError =
        remainder.biasRemainder(flow.logTime)
            + remainder.biasSlope() * Remainders.clockRounding(clock(flow))
            + Remainders.valueRounding(state.bias());
    double least = state.weight() - weightError;
    double condition = least > 0 ? 1 / least : Double.POSITIVE_INFINITY;
    Check.of("beck.ext.u-slow", "σ²M|b|/S̃ at finite time")
        .by(Oracle.LIMIT)
        .at(flow.inputs())
        .expecting(
            expected,
            Tolerance.sum(
                Tolerance.remainder(
                    flow.pull() * biasError * condition, "remainder and rounding of b, over S̃"),
                Tolerance.remainder(
                    Math.abs(expected) * weightError * condition,
                    "remainder and rounding of S̃, times the quotient over S̃")))
        .holds(flow.pull() * -state.bias() / state.weight())
        .rejects("limit reached", 1)
        .rejects("c for (1+σ²M²)c", 1 - (1 - expected) / flow.norm());
  }

  @Property(tries = 200)
  @Checks("beck.ext.u-slow")
  void tenPerCentIsReachedAtThePredictedTime(@ForAll("properMargins") double margin) {
    double c = Precise.log(Precise.ONE.add(Precise.ONE.divide(Precise.of(margin))));
    double tenPerCent = (9 + 10 * margin * margin) * c / margin;
    Check.of("beck.ext.u-slow", "ratio at ℓ = (9 + 10M²)c/M, σ = 1")
        .part("ten per cent")
        .by(Oracle.TABLE)
        .at("M", margin)
        .expecting(
            0.9, new Tolerance.Rounding(24, 1.0, "ratio changes by 0.1 dℓ/ℓ; ℓ and ratio, 12 each"))
        .holds(SeparableConstants.of(new BigDecimal(margin), 1, 0, 0).approachRatio(tenPerCent))
        .rejects(
            "9c/M",
            SeparableConstants.of(new BigDecimal(margin), 1, 0, 0).approachRatio(9 * c / margin));
  }

  /** The start enters the time by e^{MS̃₀−b₀}: its size adds to the exponents that are rounded. */
  private static double clock(Flow flow) {
    return Math.abs(flow.logTime) + Math.abs(flow.s0) + Math.abs(flow.b0);
  }

  private static double size(Flow flow) {
    double start = Math.abs(flow.s0) + flow.sigma * flow.sigma * Math.abs(flow.b0);
    return start + Math.abs(flow.b0) + StrictMath.log1p(1 / flow.margin);
  }

  @Provide
  Arbitrary<Double> margins() {
    return Arbitraries.oneOf(
            Arb.logUniform(1e-12, 1), Arb.uniform(0.1, 0.9), Arb.nearCritical(1, 1e-15, 0.1))
        .map(m -> Math.min(1, m));
  }

  /** Margins of two distinct points. */
  @Provide
  Arbitrary<Double> properMargins() {
    return margins().filter(m -> m < 1);
  }

  @Provide
  Arbitrary<Flow> fromOrigin() {
    return Combinators.combine(
            properMargins(),
            Arb.logUniform(0.05, 100),
            Arb.logUniform(1e-3, 10),
            Arb.logUniform(20, 1e4))
        .as((m, sigma, eta, logT) -> new Flow(m, sigma, eta, 0, 0, logT));
  }

  @Provide
  Arbitrary<Flow> flows() {
    return Combinators.combine(
            margins(),
            Arb.logUniform(0.05, 100),
            Arb.logUniform(1e-3, 10),
            Arb.uniform(-3, 5),
            Arb.uniform(-5, 3),
            Arb.logUniform(20, 1e4))
        .as(Flow::new);
  }
}
