package org.grokcheck.beck;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.GenerationMode;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apfloat.Apfloat;
import org.grokcheck.evidence.Check;
import org.grokcheck.evidence.Checks;
import org.grokcheck.evidence.Comparison;
import org.grokcheck.evidence.Oracle;
import org.grokcheck.evidence.Tolerance;
import org.grokcheck.harness.Arb;
import org.grokcheck.oracle.PreciseTime;
import org.grokcheck.oracle.ReferenceTable;
import org.grokcheck.oracle.ReferenceTable.Row;
import org.grokcheck.oracle.TwoPointOde;

/** The exact solution in real time at any σ, for t from 1e-12 to 1e300. */
class TwoPointSolutionProperties {
  private static final String CLAIM = "beck.ext.t-of-S";

  @Property(generation = GenerationMode.EXHAUSTIVE)
  @Checks(CLAIM)
  void stateAgreesWithFiftyDigits(@ForAll("rows") Row row) {
    TwoPointModel model = TwoPointModels.of(row);
    TwoPointTrajectory trajectory = model.trajectory();
    double logTime = row.number("log_t");
    TwoPointState state = trajectory.atLogTime(logTime);
    FlowRounding rounding = new FlowRounding(model, row.number("dS"), row.number("db"));
    double clock = rounding.clock(logTime);
    double ofWeight = Math.abs(row.number("rate_S")) * clock;
    double ofBias = Math.abs(row.number("rate_b")) * clock;
    // Mutants: i for 1 in the exponents of t, and a time constant without e^{−b₀} or 1/σ².
    TwoPointState unit =
        new TwoPointModel(
                model.points(), 1, model.eta(), model.initialWeight(), model.initialBias())
            .trajectory()
            .atLogTime(logTime);
    TwoPointState shifted = trajectory.atLogTime(logTime + StrictMath.log(2));
    compare("S̃(t)", row, "S", moved(ofWeight, rounding.weight()))
        .holds(state.weight())
        .rejects("σ = 1", unit.weight())
        .rejects("η for η/2", shifted.weight());
    compare("S̃(t) − S̃₀", row, "dS", moved(ofWeight, rounding.weightChangeError()))
        .holds(trajectory.weightChange(state.pull()))
        .rejects("η for η/2", trajectory.weightChange(shifted.pull()));
    compare("b(t)", row, "b", moved(ofBias, rounding.bias()))
        .holds(state.bias())
        .rejects("σ = 1", unit.bias())
        .rejects("S̃ for −S̃", state.bias() + 2 * row.number("dS"));
    compare("b(t) − b₀", row, "db", moved(ofBias, rounding.biasChangeError()))
        .holds(trajectory.biasChange(state.pull()))
        .rejects("η for η/2", trajectory.biasChange(shifted.pull()));
    // d log τ/d log t = t e^b/τ ≤ 1 carries the error of log t on to that of log τ, read with its
    // own.
    compare(
            "log τ(t)",
            row,
            "log_tau",
            Tolerance.sum(
                Tolerance.remainder(2 * clock, "the clock's error, twice"),
                new Tolerance.Ulp(4, "rounding of log τ")))
        .holds(trajectory.logConformalTimeAtPull(state.pull()))
        .rejects("τ = t", logTime);
  }

  private static Tolerance moved(double byClock, double rounding) {
    return Tolerance.sum(
        Tolerance.remainder(byClock, "rate times the clock's error"),
        Tolerance.remainder(rounding, "rounding at given pull"));
  }

  private static Comparison compare(String what, Row row, String column, Tolerance bound) {
    return Check.of(CLAIM, what)
        .part("trajectory")
        .by(Oracle.TABLE)
        .at(TwoPointModels.inputs(TwoPointModels.of(row), "logT", row.number("log_t")))
        .expecting(row.number(column), bound);
  }

  /** The closed form with 2F1, at a weight given through log(1 − xE). */
  @Property(tries = 12)
  @Checks(CLAIM)
  void timeAgreesWithTheHypergeometricForm(
      @ForAll("closedForms") TwoPointModel model, @ForAll("pulls") double pull) {
    double x = model.points().x();
    double start = model.initialWeight();
    PreciseTime precise = new PreciseTime(x, model.sigma());
    Apfloat weight = precise.weightAt(start, pull);
    Apfloat difference =
        precise.byHypergeometric(weight).subtract(precise.byHypergeometric(precise.of(start)));
    double expected = precise.logTime(model.eta(), start, model.initialBias(), difference);
    closed("log t by 2F1", model, pull, expected)
        .holds(model.trajectory().logTimeAtPull(pull))
        .rejects("(1 − xE₀)^{i/x} left out", expected - logGapPower(model))
        .rejects("σ for σ²", expected + StrictMath.log(model.sigma()))
        .rejects("e^{−iS₀} left out", expected + start / model.sigma() / model.sigma());
  }

  @Property(tries = 12)
  @Checks(CLAIM)
  void timeAgreesWithTheIncompleteBetaForm(
      @ForAll("betaForms") TwoPointModel model, @ForAll("pulls") double pull) {
    double start = model.initialWeight();
    PreciseTime precise = new PreciseTime(model.points().x(), model.sigma());
    Apfloat difference =
        precise
            .byIncompleteBeta(precise.weightAt(start, pull))
            .subtract(precise.byIncompleteBeta(precise.of(start)));
    double expected = precise.logTime(model.eta(), start, model.initialBias(), difference);
    closed("log t by the incomplete beta function", model, pull, expected)
        .holds(model.trajectory().logTimeAtPull(pull))
        .rejects("x^{−a} left out", expected + StrictMath.log(model.points().x()))
        .rejects("e^{−b₀} left out", expected + model.initialBias());
  }

  private static double logGapPower(TwoPointModel model) {
    double x = model.points().x();
    double gap = 1 - x * StrictMath.exp((1 + x) * model.initialWeight());
    return StrictMath.log(gap) / x / model.sigma() / model.sigma();
  }

  private static Comparison closed(String what, TwoPointModel model, double pull, double expected) {
    TwoPointState state = model.trajectory().atPull(pull);
    double clock = FlowRounding.of(model, state).clock(expected);
    return Check.of(CLAIM, what)
        .part("closed form")
        .by(Oracle.TABLE)
        .at(TwoPointModels.inputs(model, "k", pull))
        .expecting(expected, Tolerance.remainder(clock, "the clock's error"));
  }

  /**
   * b + i[S̃ − S̃₀ − (1/x) log((1−xE)/(1−xE₀))] is conserved, in the limit x → 0 b + i(S̃ +
   * e^{S̃}).
   */
  @Property(tries = 200)
  @Checks(CLAIM)
  void biasFollowsFromTheWeight(
      @ForAll("ordinary") TwoPointModel model, @ForAll("earlyLogTimes") double logTime) {
    double x = model.points().x();
    double i = 1 / (model.sigma() * model.sigma());
    TwoPointState state = model.trajectory().atLogTime(logTime);
    double before = StrictMath.exp((1 + x) * model.initialWeight());
    double after = StrictMath.exp((1 + x) * state.weight());
    // Where S̃ has all but reached S̃_∞ it no longer tells b.
    Assume.that(Math.abs(1 - x * after) > 1e-4);
    double rise = (after - before) / (1 - x * before);
    double pull = x == 0 ? rise : -StrictMath.log1p(-x * rise) / x;
    double expected = model.initialBias() - i * (state.weight() - model.initialWeight() + pull);
    // The rounding of S̃ moves the logarithm by (E + 1)/(1 − xE) times it.
    double moved = (after + before + 1) / Math.abs(1 - x * after);
    double ofStart = (1 + Math.abs(x) * before) / Math.abs(1 - x * before) * Math.abs(pull);
    double size = 3 + 2 * Math.abs(state.weight()) + 2 * Math.abs(model.initialWeight());
    double rounding = i * (moved * size * 2 + ofStart * size + Math.abs(pull)) + Math.abs(expected);
    Check.of(CLAIM, "b as a function of S̃")
        .part("bias")
        .at(TwoPointModels.inputs(model, "logT", logTime))
        .expecting(
            expected,
            new Tolerance.Rounding(
                16, rounding + Math.abs(model.initialBias()), "conditions of E and of 1 − xE"))
        .holds(state.bias())
        .rejects("1/σ² left out", model.initialBias() + (expected - model.initialBias()) / i)
        .rejects(
            "1/x left out",
            model.initialBias() - i * (state.weight() - model.initialWeight() + x * pull));
  }

  @Property(tries = 100)
  @Checks(CLAIM)
  void agreesWithIntegratedEquations(
      @ForAll("ordinary") TwoPointModel model, @ForAll("logTimes") double logTime) {
    double sigma = model.sigma();
    TwoPointOde ode = new TwoPointOde(-sigma, sigma * model.points().x(), model.eta());
    TwoPointOde.State expected =
        ode.atLogTime(model.initialWeight() / sigma, model.initialBias(), logTime);
    TwoPointState state = model.trajectory().atLogTime(logTime);
    // The two coordinates together: √2 times the sum of the larger local error.
    double errors = Math.sqrt(2) * expected.localErrors();
    integrated("S̃(t) by integration", model, logTime, sigma * expected.weight(), sigma * errors)
        .holds(state.weight())
        .rejects("η for η/2", model.trajectory().atLogTime(logTime + StrictMath.log(2)).weight());
    integrated("b(t) by integration", model, logTime, expected.bias(), errors)
        .holds(state.bias())
        .rejects("η for η/2", model.trajectory().atLogTime(logTime + StrictMath.log(2)).bias());
  }

  private static Comparison integrated(
      String what, TwoPointModel model, double logTime, double expected, double errors) {
    return Check.of(CLAIM, what)
        .part("equations")
        .by(Oracle.SECOND_ALGORITHM)
        .at(TwoPointModels.inputs(model, "logT", logTime))
        .expecting(
            expected,
            Tolerance.remainder(
                errors, "sum of local errors; the flow of a convex loss contracts"));
  }

  @Provide
  Arbitrary<Row> rows() {
    return Arbitraries.of(ReferenceTable.read("beck/flow-trajectory.csv"));
  }

  /** Starts below S_∞, and arguments of 2F1 well inside the unit circle. */
  @Provide
  Arbitrary<TwoPointModel> closedForms() {
    return TwoPointModels.drawn(
        Arbitraries.oneOf(Arb.uniform(0.05, 0.5), Arb.uniform(-0.5, -0.05)),
        Arb.uniform(0.7, 5),
        Arb.uniform(-1, 0.1),
        Arb.uniform(-3, 3));
  }

  @Provide
  Arbitrary<TwoPointModel> betaForms() {
    return closedForms().filter(m -> m.points().x() > 0);
  }

  @Provide
  Arbitrary<Double> pulls() {
    return Arb.logUniform(1e-3, 1);
  }

  @Provide
  Arbitrary<TwoPointModel> ordinary() {
    return TwoPointModels.drawn(
        TwoPointModels.positions(), Arb.logUniform(0.1, 4), Arb.uniform(-2, 2), Arb.uniform(-3, 3));
  }

  @Provide
  Arbitrary<Double> logTimes() {
    return Arb.uniform(-5, 120);
  }

  @Provide
  Arbitrary<Double> earlyLogTimes() {
    return Arb.uniform(-10, 10);
  }
}
