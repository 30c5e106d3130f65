package org.grokcheck.beck;

import java.math.BigDecimal;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;
import org.apfloat.Apfloat;
import org.apfloat.ApfloatMath;
import org.grokcheck.evidence.Check;
import org.grokcheck.evidence.Checks;
import org.grokcheck.evidence.Oracle;
import org.grokcheck.evidence.Tolerance;
import org.grokcheck.harness.Arb;
import org.grokcheck.oracle.Precise;
import org.grokcheck.oracle.ReducedResidualOde;
import org.grokcheck.oracle.SeparableRemainder;
import org.grokcheck.oracle.TwoPointOde;

/** App. E.4: the equation for the residual u, its truncation, and what the truncation misses. */
class SeparableResidualProperties {
  private static final GaussIntegratorFactory QUADRATURE = new GaussIntegratorFactory();

  /** Exact to rounding for e^{−v} on a panel of length 2. */
  private static final int NODES = 20;

  /** Arguments of the equation for u. */
  record Point(double margin, double eta, double residual, double time) {
    SeparableResidual product() {
      return new SeparableResidual(margin, eta);
    }

    Apfloat m() {
      return Precise.of(margin);
    }

    Apfloat norm() {
      return Precise.ONE.add(m().multiply(m()));
    }

    /** T in fifty digits. */
    Apfloat clock() {
      return Precise.ONE.add(grown());
    }

    /**
     * The same where a logarithm of it is needed: at t = 0 the clock of the variant stands at T.
     */
    Apfloat grownLater() {
      return time == 0 ? clock() : grown();
    }

    /** (η/2)(1 + M²)t in fifty digits. */
    Apfloat grown() {
      return Precise.of(eta / 2).multiply(norm()).multiply(Precise.of(time));
    }

    Object[] inputs() {
      return new Object[] {"M", margin, "eta", eta, "u", residual, "t", time};
    }
  }

  @Property(tries = 200)
  @Checks("beck.appe4.ansatz")
  void weightIsResidualPlusGrowingLogarithm(@ForAll("points") Point p) {
    Apfloat slope = p.m().divide(p.norm());
    Apfloat logarithm = ApfloatMath.log(p.clock());
    double expected = Precise.toDouble(Precise.of(p.residual).add(slope.multiply(logarithm)));
    double term = Precise.toDouble(slope.multiply(logarithm));
    Check.of("beck.appe4.ansatz", "S = u + M/(1+M²) log T")
        .by(Oracle.TABLE)
        .at(p.inputs())
        .expecting(
            expected,
            new Tolerance.Rounding(10, Math.abs(p.residual) + term, "argument, log1p, slope, sum"))
        .holds(p.product().weight(p.residual, p.time))
        .rejects(
            "without the 1 in T",
            p.residual + Precise.toDouble(slope.multiply(ApfloatMath.log(p.grownLater()))))
        .rejects("slope 1/(1+M²)", p.residual + term / p.margin);
  }

  @Property(tries = 200)
  @Checks("beck.appe4.u-ode")
  void equationFollowsFromTheAnsatz(@ForAll("points") Point p) {
    Apfloat logT = ApfloatMath.log(p.clock());
    Apfloat slope = p.m().divide(p.norm());
    double expected = rate(p, logT, p.clock());
    double exponent = Math.abs(p.residual) + 2 * Precise.toDouble(logT);
    double size = Math.abs(expected) + 2 * Math.abs(p.product().neglectedRate(p.residual, p.time));
    Check.of("beck.appe4.u-ode", "du/dt with b replaced by its ansatz")
        .by(Oracle.TABLE)
        .at(p.inputs())
        .expecting(
            expected,
            new Tolerance.Rounding(
                20 + 6 * exponent, size, "six roundings of each exponent, twenty besides"))
        .holds(p.product().rate(p.residual, p.time))
        .rejects("second display, without the 1 in its logarithms", secondDisplay(p, slope))
        .rejects(
            "second term with the other sign",
            p.product().rate(p.residual, p.time)
                - 2 * p.product().neglectedRate(p.residual, p.time));
  }

  /** du/dt = dS/dt − M/(1+M²) dlog T/dt at b = −log T/(1+M²), for a clock that may lack its 1. */
  private static double rate(Point p, Apfloat logT, Apfloat clock) {
    Apfloat slope = p.m().divide(p.norm());
    Apfloat weight = Precise.of(p.residual).add(slope.multiply(logT));
    Apfloat bias = logT.divide(p.norm()).negate();
    Apfloat half = Precise.of(p.eta / 2);
    Apfloat left = ApfloatMath.exp(bias.subtract(weight));
    Apfloat right = p.m().multiply(ApfloatMath.exp(bias.subtract(p.m().multiply(weight))));
    Apfloat growth = slope.multiply(half).multiply(p.norm()).divide(clock);
    return Precise.toDouble(half.multiply(left.add(right)).subtract(growth));
  }

  private static double secondDisplay(Point p, Apfloat slope) {
    return rate(p, ApfloatMath.log(p.grownLater()), p.grownLater());
  }

  @Property(tries = 200)
  @Checks("beck.appe4.u-solution")
  void truncatedSolutionSolvesTheTruncatedEquation(@ForAll("points") Point p) {
    double q = (1 - p.margin) * p.margin / (1 + p.margin * p.margin);
    double s = Precise.log(p.clock());
    double integral = integralOfExponential(q, s) / (1 + p.margin * p.margin);
    double expected = StrictMath.log1p(integral);
    double growth = StrictMath.expm1(-q * s) / (p.margin * (p.margin - 1));
    Check.of("beck.appe4.u-solution", "u of the truncated equation")
        .by(Oracle.SECOND_ALGORITHM)
        .at("M", p.margin, "eta", p.eta, "t", p.time)
        .expecting(
            expected,
            new Tolerance.Rounding(
                60, integral / (1 + integral), "Gauss-Legendre sums of positive terms, log1p"))
        .holds(p.product().truncatedResidual(p.time))
        .rejects("without the +1", p.time == 0 ? expected : StrictMath.log(growth))
        .rejects("other sign of the exponent", StrictMath.log1p(StrictMath.expm1(q * s) / q));
  }

  /** ∫₀ˢ e^{−qv} dv by Gauss-Legendre panels on which qv changes by at most 2: no cancellation. */
  private static double integralOfExponential(double q, double s) {
    if (s == 0) {
      return 0;
    }
    int panels = (int) Math.ceil(Math.max(1, q * s / 2));
    double width = s / panels;
    double sum = 0;
    for (int k = 0; k < panels; k++) {
      sum +=
          QUADRATURE
              .legendre(NODES, k * width, (k + 1) * width)
              .integrate(v -> StrictMath.exp(-q * v));
    }
    return sum;
  }

  @Property(tries = 60)
  @Checks("beck.appe4.neglect")
  void theDroppedTermIsNotNegligibleForAllTimes(@ForAll("latePoints") Point p) {
    double s = p.product().logClock(p.time);
    ReducedResidualOde.Solution kept = ReducedResidualOde.at(p.margin, s);
    double u = kept.residual();
    double norm = 1 + p.margin * p.margin;
    double firstTerm = StrictMath.exp(-u - (1 - p.margin) * p.margin * s / norm) / norm;
    double decay = p.margin * p.margin / norm;
    double remains = decay * p.margin * u / 2 + firstTerm / u;
    double perLogClock = (p.time + 2 / (p.eta * norm)) / u;
    Check.of("beck.appe4.neglect", "dlog u/dlog T of the equation with its second term")
        .part("reduced equation")
        .by(Oracle.LIMIT)
        .at("M", p.margin, "eta", p.eta, "t", p.time)
        .expecting(
            -decay,
            Remainders.sum(remains, 1e-13, "of e^{-Mu} - 1 + Mu, and the first term over u"))
        .holds(p.product().rate(u, p.time) * perLogClock)
        .rejects("decay with M for M²", -decay / p.margin);
    Check.of("beck.appe4.neglect", "u of the reduced equation, second term kept")
        .part("reduced equation")
        .by(Oracle.SECOND_ALGORITHM)
        .at("M", p.margin, "eta", p.eta, "t", p.time)
        .expecting(u, Tolerance.remainder(kept.error(), "sum of local errors"))
        .refutes("second term dropped", p.product().truncatedResidual(p.time));
  }

  @Property(tries = 200)
  @Checks({"beck.appe4.neglect", "beck.appe4.u-limit", "beck.appe4.b-approx"})
  void theFlowKeepsItsResidual(@ForAll("latePoints") Point p) {
    double logTime = StrictMath.log(p.time);
    TwoPointState state =
        TwoPointModel.fromOrigin(TwoPoints.of(-p.margin), 1, p.eta).trajectory().atLogTime(logTime);
    SeparableRemainder remainder = new SeparableRemainder(p.margin, 1, p.eta);
    double norm = 1 + p.margin * p.margin;
    double s = p.product().logClock(p.time);
    double residual = state.weight() - p.margin / norm * s;
    double rounding =
        Remainders.clockRounding(logTime) + Remainders.valueRounding(state.weight() + s);
    double clockGap = 1 / (p.eta / 2 * norm * p.time);
    double remains = remainder.weightRemainder(logTime) + clockGap;
    double limit = StrictMath.log1p(1 / p.margin) / norm;
    Check.of("beck.appe4.neglect", "u of the full flow → log(1+1/M)/(1+M²)")
        .part("full flow")
        .by(Oracle.LIMIT)
        .at(p.inputs())
        .expecting(limit, Remainders.sum(remains, rounding, "ε₁, σ²Mε₂ and log T − ℓ"))
        .holds(residual)
        .rejects("limit of the truncated equation", p.product().truncatedLimit());
    Check.of("beck.appe4.u-limit", "u → log(1/M) as M → 0")
        .part("flow")
        .by(Oracle.LIMIT)
        .at(p.inputs())
        .expecting(
            -StrictMath.log(p.margin),
            Remainders.sum(remains + p.margin, rounding, "|u∞ − log(1/M)| ≤ M"))
        .holds(residual)
        .rejects("log M", StrictMath.log(p.margin));
    double correction = p.margin * limit;
    double biasRemains = remainder.biasRemainder(logTime) + clockGap;
    Check.of("beck.appe4.b-approx", "b + log T/(1+M²) → M log(1+1/M)/(1+M²)")
        .part("constant beyond it")
        .by(Oracle.LIMIT)
        .at(p.inputs())
        .expecting(correction, Remainders.sum(biasRemains, rounding, "Mε₁, ε₂ and log T − ℓ"))
        .holds(state.bias() - p.product().approximateBias(p.time))
        .rejects("no constant", 0);
    Check.of("beck.appe4.b-approx", "b / (−log T/(1+M²)) → 1")
        .part("leading order")
        .by(Oracle.LIMIT)
        .at(p.inputs())
        .expecting(
            1,
            Tolerance.sum(
                new Tolerance.Truncation(
                    correction * norm, 1 / s, 1, "the constant beyond, over log T"),
                new Tolerance.Truncation(biasRemains * norm, 1 / s, 1, "its remainder"),
                new Tolerance.Truncation(rounding * norm, 1 / s, 1, "its rounding")))
        .holds(state.bias() / p.product().approximateBias(p.time))
        .rejects("1/(1+M) for 1/(1+M²)", state.bias() / (-s / (1 + p.margin)));
  }

  @Property(tries = 100)
  @Checks("beck.appe4.u-limit")
  void bothSidesOfTheTransitionHaveTheSameLimit(@ForAll("smallMargins") double m) {
    double expected = -StrictMath.log(m);
    double rounding = Remainders.valueRounding(expected);
    Check.of("beck.appe4.u-limit", "u∞ − log(1/M), M → 0")
        .part("closed form")
        .by(Oracle.LIMIT)
        .at("M", m)
        .expecting(expected, Remainders.sum(m, rounding, "log1p(M) − M² log(1/M) lies in [−M, M]"))
        .holds(SeparableConstants.of(new BigDecimal(m), 1, 0, 0).weightResidual())
        .rejects("over 1 + M", expected / (1 + m));
    Check.of("beck.appe4.u-limit", "S∞ at x = M, to which it is called identical")
        .part("inseparable side")
        .by(Oracle.LIMIT)
        .at("M", m)
        .expecting(
            expected, Remainders.sum(m * expected, rounding, "log(1/M)/(1+M) ≥ (1−M) log(1/M)"))
        .holds(TwoPoints.of(m).stationaryWeight())
        .rejects("half of it, as Sec. 4.1 prints", expected / 2);
  }

  @Property(tries = 60)
  @Checks("beck.appe4.b-approx")
  void biasOfASinglePointIsExact(
      @ForAll("points") Point p,
      @ForAll("starts") double initialWeight,
      @ForAll("starts") double initialBias) {
    double t = p.time + 1e-3;
    TwoPointOde.State flow =
        new TwoPointOde(-p.margin, -p.margin, p.eta / 2)
            .atLogTime(initialWeight, initialBias, StrictMath.log(t));
    Check.of("beck.appe4.b-approx", "b of the single point −M")
        .part("from any start")
        .by(Oracle.SECOND_ALGORITHM)
        .at("M", p.margin, "eta", p.eta, "S0", initialWeight, "b0", initialBias, "t", t)
        .expecting(
            flow.bias(),
            Tolerance.sum(
                Tolerance.remainder(
                    flow.localErrors(), "sum of the local errors of the integration"),
                Tolerance.remainder(Remainders.valueRounding(flow.bias()), "rounding of b")))
        .holds(p.product().singlePointBias(initialWeight, initialBias, t))
        .rejects("as printed, for b₀ ≠ 0", p.product().asPrintedBias(initialBias, t));
  }

  @Provide
  Arbitrary<Double> starts() {
    return Arb.uniform(-3, 3);
  }

  @Provide
  Arbitrary<Double> smallMargins() {
    return Arb.logUniform(1e-300, 0.1);
  }

  @Provide
  Arbitrary<Point> points() {
    return Combinators.combine(
            Arb.logUniform(1e-6, 0.999),
            Arb.logUniform(1e-3, 10),
            Arb.uniform(0, 5),
            Arbitraries.oneOf(Arbitraries.just(0.0), Arb.logUniform(1e-6, 1e300)))
        .as(Point::new);
  }

  /** Times at which M² log T is large, so that a term of its size shows. */
  @Provide
  Arbitrary<Point> latePoints() {
    return Combinators.combine(
            Arb.uniform(0.1, 0.3),
            Arb.logUniform(1e-2, 10),
            Arbitraries.just(0.0),
            Arb.logUniform(1e60, 1e150))
        .as(Point::new);
  }
}
