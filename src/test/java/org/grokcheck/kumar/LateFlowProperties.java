package org.grokcheck.kumar;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.grokcheck.evidence.Check;
import org.grokcheck.evidence.Checks;
import org.grokcheck.evidence.Oracle;
import org.grokcheck.evidence.Tolerance;
import org.grokcheck.harness.Arb;
import org.grokcheck.math.exact.Rational;

/** Where trajectories of the two species go: their end, their power law, their lazy limit. */
class LateFlowProperties {
  @Provide
  Arbitrary<Double> kappas() {
    return Arb.logUniform(0.05, 20);
  }

  @Provide
  Arbitrary<Double> starts() {
    return Arb.logUniform(0.1, 10);
  }

  private static Check check(String claim, String part, String quantity, int d, double kappa) {
    return Check.of(claim, quantity).part(part).by(Oracle.LIMIT).at("D", d, "kappa", kappa);
  }

  /** 80 units of the slowest rate: what is left of the start is e^{-80}, far below rounding. */
  @Property(tries = 30)
  @Checks({"kumar.ext.lotka-volterra", "kumar.ext.bures-endpoint"})
  void centredFlowEndsAtTheNearestZeroLossNetwork(
      @ForAll @IntRange(min = 1, max = 8) int d,
      @ForAll("kappas") double kappa,
      @ForAll("starts") double along,
      @ForAll("starts") double across) {
    double slow = new RelaxationRates(d, Rational.of(kappa)).slow().doubleValue();
    SpeciesFlow flow = new SpeciesFlow(d, kappa, true);
    SpeciesFlow.Point end = flow.at(along, across, 80 / slow);
    SpeciesFlow.Point early = flow.at(along, across, 2 / slow);
    Tolerance rounding =
        new Tolerance.Rounding(
            64, 1 + kappa + along + across, "errors contract; a few roundings at every step");
    check("kumar.ext.lotka-volterra", "end", "m_1 at the end", d, kappa)
        .expecting(1 + kappa, rounding)
        .holds(end.along())
        .rejects("uncentred end κ", kappa)
        .rejects("after two relaxation times", early.along());
    check("kumar.ext.lotka-volterra", "end", "m_2 at the end", d, kappa)
        .expecting(1, rounding)
        .holds(end.across())
        .rejects("after two relaxation times", early.across());
    // From M = I the change of W = W₀T is T − I, with the roots of m₁ and m₂ on the diagonal of T.
    SpeciesFlow.Point isotropic = flow.at(1, 1, 80 / slow);
    double stretch = Math.sqrt(isotropic.along()) - 1;
    double turn = Math.sqrt(isotropic.across()) - 1;
    double moved = Math.sqrt((stretch * stretch + (d - 1) * turn * turn) / d);
    BuresEndpoint endpoint = new BuresEndpoint(d, Rational.of(kappa));
    check("kumar.ext.bures-endpoint", "end of the flow", "|W - W0|/|W0|", d, kappa)
        .expecting(
            moved,
            new Tolerance.Rounding(
                64, 1 + kappa, "m to rounding, whose root less 1 loses at most as much"))
        .holds(endpoint.relativeChange())
        .rejects("lazy slope κ/(2√D)", kappa / 2 / Math.sqrt(d));
  }

  /**
   * L/leading = 1 + (A + B log κτ')/(κτ') + …: A and B are removed by three times. The next terms
   * are squares of the first, doubled for the elimination and again for their own logarithms.
   */
  @Property(tries = 10)
  @Checks("kumar.ext.uncentred-power-law")
  void trajectoriesReachThePowerLaw(
      @ForAll @IntRange(min = 2, max = 10) int d, @ForAll("kappas") double kappa) {
    double[] x = {2e3, 8e3, 32e3};
    double[] deviation = new double[3];
    double[] across = new double[3];
    UncentredDecay decay = new UncentredDecay(d);
    SpeciesFlow flow = new SpeciesFlow(d, kappa, false);
    for (int k = 0; k < 3; k++) {
      double time = x[k] / kappa;
      SpeciesFlow.Point point = flow.at(1, 1, time);
      Rational exact = Rational.of(time);
      deviation[k] = point.loss() / decay.loss(Rational.ONE, exact).toDouble() - 1;
      across[k] = point.across() / decay.across(exact).toDouble() - 1;
    }
    compare("τ'² L over its constant", d, kappa, x, deviation);
    compare("τ' m_2 over its constant", d, kappa, x, across);
  }

  private static void compare(String what, int d, double kappa, double[] x, double[] deviation) {
    double limit = extrapolated(x, deviation);
    check("kumar.ext.uncentred-power-law", "trajectory", what, d, kappa)
        .expecting(
            1,
            new Tolerance.Truncation(
                4, correction(x, deviation), 2, "squares of the first correction at κτ' = 2000"))
        .holds(1 + limit)
        .rejects("2D for 2D+4", (1 + limit) * (d + 2.0) / d);
  }

  /**
   * (1 + |A| + |B| log x₀)/x₀: the sizes of its parts, which may cancel in the deviation itself.
   */
  private static double correction(double[] x, double[] y) {
    double log = StrictMath.log(x[0]);
    double slope =
        (4 * y[1] - y[0] - (4 * y[2] - y[1])) / (StrictMath.log(4) * (1 / x[0] - 1 / x[1]));
    double constant = x[0] * y[0] - slope * log;
    return (1 + Math.abs(constant) + Math.abs(slope) * log) / x[0];
  }

  /** The constant c of y = c + (A + B log x)/x through three points with ratios of 4. */
  private static double extrapolated(double[] x, double[] y) {
    // y − y(4x)·4 has no A; (A + B log x) is then a constant B log 4, which a second step removes.
    double first = 4 * y[1] - y[0];
    double second = 4 * y[2] - y[1];
    // first = 3c + B log 4/x₀, second = 3c + B log 4/x₁.
    return (x[1] * second - x[0] * first) / (x[1] - x[0]) / 3;
  }

  /** Relative to κ², the flow differs from the linear one by terms of relative size κ. */
  @Property(tries = 40)
  @Checks("kumar.ext.lazy-pop-loss")
  void lossOfALazyNetworkIsTheLinearOne(
      @ForAll @IntRange(min = 1, max = 6) int d, @ForAll("lazyTimes") double time) {
    LazyRisk risk = new LazyRisk(new TargetDecomposition(d, Rational.ONE));
    double expected = risk.at(Rational.of(time)).doubleValue();
    for (double kappa : new double[] {1e-3, 1e-5, 1e-7}) {
      double loss = new SpeciesFlow(d, kappa, true).at(1, 1, time).loss() / kappa / kappa;
      check("kumar.ext.lazy-pop-loss", "limit", "L/|β|⁴ at a small κ", d, kappa)
          .expecting(
              expected,
              new Tolerance.Truncation(
                  (d + 4.0) / d / d,
                  kappa,
                  1,
                  "da = -(1 + κ - a)Ba: B is off by κ, over the time 1/rate of the decay"))
          .holds(loss)
          .rejects("half the rates", risk.at(Rational.of(time).over(2)).doubleValue());
    }
  }

  @Provide
  Arbitrary<Double> lazyTimes() {
    return Arb.logUniform(1e-3, 3);
  }
}
