package org.grokcheck.beck;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.GenerationMode;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.grokcheck.evidence.Check;
import org.grokcheck.evidence.Checks;
import org.grokcheck.evidence.Oracle;
import org.grokcheck.evidence.Tolerance;
import org.grokcheck.harness.Arb;
import org.grokcheck.oracle.ReferenceTable;
import org.grokcheck.oracle.ReferenceTable.Row;
import org.grokcheck.oracle.TwoPointOde;

/** The general solution in conformal time, eqs. (38) and (39). */
class ConformalSolutionProperties {
  private static final String WEIGHT = "beck.eq38";
  private static final String BIAS = "beck.eq39";

  @Property(generation = GenerationMode.EXHAUSTIVE)
  @Checks({WEIGHT, BIAS})
  void trajectoryAgreesWithFiftyDigits(@ForAll("states") Row row) {
    TwoPointModel model = TwoPointModels.of(row, 1);
    double tau = row.number("tau");
    FlowRounding rounding = new FlowRounding(model, row.number("dS"), row.number("db"));
    double clock = rounding.clock(StrictMath.log(tau)) * tau;
    double weight = row.number("S");
    TwoPointModel.Rates rates = model.conformalRates(weight);
    double ofWeight = Math.abs(rates.weight()) * clock;
    double ofBias = Math.abs(rates.bias()) * clock;
    TwoPointState state = model.trajectory().atConformalTime(tau);
    String moved = "rate times the clock's error";
    String rounded = "rounding at given pull";
    Check.of(WEIGHT, "S(τ)")
        .part("trajectory")
        .by(Oracle.TABLE)
        .at(inputs(row))
        .expecting(
            weight,
            Tolerance.sum(
                Tolerance.remainder(ofWeight, moved),
                Tolerance.remainder(rounding.weight(), rounded)))
        .holds(state.weight())
        .rejects("η left out", model.trajectory().atConformalTime(tau * model.eta()).weight());
    Check.of(WEIGHT, "S(τ) − S₀")
        .part("trajectory")
        .by(Oracle.TABLE)
        .at(inputs(row))
        .expecting(
            row.number("dS"),
            Tolerance.sum(
                Tolerance.remainder(ofWeight, moved),
                Tolerance.remainder(rounding.weightChangeError(), rounded)))
        .holds(model.trajectory().weightChange(state.pull()))
        .rejects(
            "ητ for ητ/2",
            model.trajectory().atConformalTime(2 * tau).weight() - model.initialWeight());
    Check.of(BIAS, "b(τ)")
        .part("trajectory")
        .by(Oracle.TABLE)
        .at(inputs(row))
        .expecting(
            row.number("b"),
            Tolerance.sum(
                Tolerance.remainder(ofBias, moved), Tolerance.remainder(rounding.bias(), rounded)))
        .holds(state.bias())
        .rejects("S for −S", state.bias() + 2 * row.number("dS"));
  }

  @Property(generation = GenerationMode.EXHAUSTIVE)
  @Checks(WEIGHT)
  void inverseOfTheAntiderivativeAgreesWithFiftyDigits(@ForAll("states") Row row) {
    double x = row.number("x");
    double start = row.number("S0");
    double eta = row.number("eta");
    double tau = row.number("tau");
    double weight = row.number("S");
    ConformalAntiderivative f = new ConformalAntiderivative(TwoPoints.of(x));
    double reached = row.number("u");
    double first = reached + eta * tau / 2;
    double slope = Math.abs(f.derivative(weight));
    double ofStart = AntiderivativeRounding.at(x, start, first).bound(first);
    double ofEnd = AntiderivativeRounding.at(x, weight, reached).bound(reached);
    double ofTick = 4 * Tolerance.UNIT_ROUNDOFF * (Math.abs(first) + eta * tau);
    Check.of(WEIGHT, "f⁻¹(f(S₀) − ητ/2)")
        .part("inverse of f")
        .by(Oracle.TABLE)
        .at(inputs(row))
        .expecting(
            weight,
            Tolerance.sum(
                Tolerance.remainder(ofStart / slope, "rounding of f(S₀) over the slope of f"),
                Tolerance.remainder(ofEnd / slope, "rounding of f(S) over the slope of f"),
                Tolerance.remainder(ofTick / slope, "difference and ητ/2 over the slope of f"),
                new Tolerance.Ulp(2, "rounding of S")))
        .holds(f.weight(start, eta, tau))
        .rejects("η left out", f.weight(start, 1, tau))
        .rejects("ητ for ητ/2", f.weight(start, eta, 2 * tau));
  }

  @Property(generation = GenerationMode.EXHAUSTIVE)
  @Checks(BIAS)
  void biasAtAWeightAgreesWithFiftyDigits(@ForAll("states") Row row) {
    double x = row.number("x");
    double weight = row.number("S");
    double start = row.number("S0");
    ConformalAntiderivative f = new ConformalAntiderivative(TwoPoints.of(x));
    double bias = f.bias(start, row.number("b0"), weight);
    double change = weight - start;
    double pull = bias - row.number("b0") + change;
    Check.of(BIAS, "b as a function of S")
        .part("formula")
        .by(Oracle.TABLE)
        .at(inputs(row))
        .expecting(row.number("b"), formulaRounding(row, pull))
        .holds(bias)
        .rejects("sign of S₀ − S", bias + 2 * change)
        .rejects("1/x left out", bias - pull + x * pull)
        .rejects("sign of the logarithm", bias - 2 * pull);
  }

  /**
   * b₀ + S₀ − S + log1p(−xR)/x, R = (E − E₀)/(1 − xE₀): R/(1 − xR) = (E − E₀)/(1 − xE) carries the
   * relative error of R, the rounding of S enters through db/dS = (E + 1)/(xE − 1).
   */
  private static Tolerance formulaRounding(Row row, double pull) {
    double x = row.number("x");
    double start = row.number("S0");
    double weight = row.number("S");
    double g = 1 + x;
    double before = StrictMath.exp(g * start);
    double after = StrictMath.exp(g * weight);
    double gap = Math.abs(1 - x * after);
    double startGap = Math.abs(1 - x * before);
    double exponent = g * Math.abs(start);
    double ofRise = 8 + exponent + Math.abs(x) * before * (2 + exponent) / startGap;
    double moved = Math.abs(after - before) / gap * ofRise;
    double ofWeight = (after + 1) / gap * (Math.abs(weight) + Math.abs(start));
    double sum =
        Math.abs(row.number("b0")) + Math.abs(weight) + Math.abs(start) + 4 * Math.abs(pull);
    return new Tolerance.Rounding(
        2, moved + ofWeight + sum, "relative error of R, rounding of S, sum of terms");
  }

  @Property(tries = 150)
  @Checks({WEIGHT, BIAS})
  void agreesWithIntegratedEquations(
      @ForAll("models") TwoPointModel model, @ForAll("ticks") double tick) {
    double sigma = model.sigma();
    double tau = tick / model.eta() / (1 + sigma * sigma);
    TwoPointOde ode = new TwoPointOde(-sigma, sigma * model.points().x(), model.eta());
    TwoPointOde.State expected =
        ode.atConformalTime(model.initialWeight() / sigma, model.initialBias(), tau);
    TwoPointState state = model.trajectory().atConformalTime(tau);
    double errors = expected.localErrors();
    // dS/dτ = −φ(S) with φ′ > 0 contracts; the bias changes with S at most κ = max|ψ′|/φ′ as fast.
    double kappa =
        Math.max(
            biasSensitivity(model, model.initialWeight()), biasSensitivity(model, state.weight()));
    Object[] inputs = TwoPointModels.inputs(model, "tau", tau);
    Check.of(WEIGHT, "S(τ) by integration")
        .part("any σ")
        .by(Oracle.SECOND_ALGORITHM)
        .at(inputs)
        .expecting(
            sigma * expected.weight(),
            Tolerance.remainder(sigma * errors, "sum of local errors, contraction"))
        .holds(state.weight())
        .rejects("σ² left out", model.trajectory().atConformalTime(tau / sigma / sigma).weight());
    Check.of(BIAS, "b(τ) by integration")
        .part("any σ")
        .by(Oracle.SECOND_ALGORITHM)
        .at(inputs)
        .expecting(
            expected.bias(),
            Tolerance.remainder((1 + kappa) * errors, "sum of local errors, and κ times that of S"))
        .holds(state.bias())
        .rejects("σ² left out", model.trajectory().atConformalTime(tau / sigma / sigma).bias());
  }

  /** |ψ′|/φ′ in unscaled S, monotone in S. */
  private static double biasSensitivity(TwoPointModel model, double weight) {
    double x = model.points().x();
    double e = StrictMath.exp((1 + x) * weight);
    return Math.abs(x * e - 1) / (x * x * e + 1) / model.sigma();
  }

  /** S moves towards S_∞ for x > 0, to +∞ otherwise, and never across. */
  @Property(tries = 150)
  @Checks(WEIGHT)
  void weightMovesTowardsItsLimit(
      @ForAll("models") TwoPointModel model, @ForAll("ticks") double tick) {
    double limit = model.points().stationaryWeight();
    double tau = tick / model.eta() / (1 + model.sigma() * model.sigma());
    double sign = model.initialWeight() < limit ? 1 : -1;
    double early = model.trajectory().atConformalTime(tau).weight();
    double late = model.trajectory().atConformalTime(1.5 * tau).weight();
    Tolerance rounding =
        new Tolerance.Rounding(
            64, 1 + Math.abs(late), "two states whose difference may round away");
    Check.of(WEIGHT, "S(τ) on its way")
        .part("monotone")
        .at("x", model.points().x(), "S0", model.initialWeight(), "tau", tau)
        .expectingAtMost(sign * late, rounding)
        .holds(sign * early)
        .rejects("time counted backwards", sign * at(model, 3 * tau - tau));
    if (limit < Double.POSITIVE_INFINITY) {
      Check.of(WEIGHT, "S(τ) against S_∞")
          .part("branch")
          .at("x", model.points().x(), "S0", model.initialWeight(), "tau", tau)
          .expectingAtMost(sign * limit, rounding)
          .holds(sign * late)
          .rejects("start on the other branch", sign * at(acrossFrom(model), 1.5 * tau));
    }
  }

  private static double at(TwoPointModel model, double tau) {
    return model.trajectory().atConformalTime(tau).weight();
  }

  /** The flow from as far on the other side of S_∞. */
  private static TwoPointModel acrossFrom(TwoPointModel model) {
    double start = 2 * model.points().stationaryWeight() - model.initialWeight();
    return new TwoPointModel(
        model.points(), model.sigma(), model.eta(), start, model.initialBias());
  }

  private static Object[] inputs(Row row) {
    return TwoPointModels.inputs(TwoPointModels.of(row, 1), "tau", row.number("tau"));
  }

  @Provide
  Arbitrary<Row> states() {
    return Arbitraries.of(ReferenceTable.read("beck/flow-conformal.csv"));
  }

  @Provide
  Arbitrary<TwoPointModel> models() {
    return TwoPointModels.drawn(
        TwoPointModels.positions(),
        Arb.logUniform(0.1, 20),
        Arb.uniform(-2, 2),
        Arb.uniform(-3, 3));
  }

  @Provide
  Arbitrary<Double> ticks() {
    return Arb.logUniform(1e-3, 20);
  }
}
