package org.grokcheck.beck;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.grokcheck.evidence.Check;
import org.grokcheck.evidence.Checks;
import org.grokcheck.evidence.Comparison;
import org.grokcheck.evidence.Oracle;
import org.grokcheck.evidence.Tolerance;
import org.grokcheck.harness.Arb;
import org.grokcheck.oracle.InseparableRemainder;
import org.grokcheck.oracle.ReferenceTable;
import org.grokcheck.oracle.ReferenceTable.Row;

/**
 * Threshold times at finite σ and ε against fifty digits from incomplete beta functions ({@code
 * reference-data/beck/delay-times.py}), and where the delay law saturates.
 */
class ExactThresholdProperties {
  private static final List<Row> TABLE = ReferenceTable.read("beck/delay-times.csv");

  private static LossThresholds.Times times(Row row) {
    return LossThresholds.of(TwoPointModels.of(row)).times(row.number("log_epsilon"));
  }

  @Property(tries = 200)
  @Checks({"beck.ext.tstar-exact", "beck.ext.sigma-eps-cutoff"})
  void timesAgreeWithFiftyDigits(@ForAll("rows") Row row) {
    LossThresholds.Times times = times(row);
    LossThresholds.Crossing gen = times.generalization().orElseThrow();
    double oneOver = -row.number("log_epsilon") - StrictMath.log(row.number("eta"));
    double law = law(row.number("x"));
    compare(row, "log t_tr", row.number("log_t_train"), absolute(row, "slope_train"))
        .holds(times.training().logTime())
        .rejects("1/(ηε)", oneOver);
    compare(row, "log t_gen", row.number("log_t_gen"), absolute(row, "slope_gen"))
        .holds(gen.logTime())
        .rejects("law of ε → 0", oneOver + law);
    double tau = row.number("tau_train");
    compare(row, "τ_tr", tau, tau * absolute(row, "slope_train"))
        .holds(StrictMath.exp(times.training().logConformalTime()))
        .rejects("−log(ηε)", oneOver);
    double later = row.number("tau_gen");
    compare(row, "τ_gen", later, later * absolute(row, "slope_gen"))
        .holds(StrictMath.exp(gen.logConformalTime()))
        .rejects("log t_gen", gen.logTime());
    String cutoff = "beck.ext.sigma-eps-cutoff";
    double ratio = row.number("log_ratio");
    check(row, cutoff, "log(t_gen/t_tr)")
        .part("values")
        .expecting(ratio, Remainders.sum(0, relative(row), "none, closed forms"))
        .holds(times.logRatio().orElseThrow())
        .rejects("law of ε → 0", law);
  }

  @Property(tries = 100)
  @Checks({"beck.ext.sigma-eps-cutoff", "beck.sec41.any-epsilon"})
  void ratioFallsWithX(@ForAll("pairs") Pair pair) {
    double larger = pair.logRatio(pair.near);
    double smaller = pair.logRatio(pair.far);
    double critical = pair.logRatio(0);
    Check.of("beck.ext.sigma-eps-cutoff", "ratio nonincreasing in x")
        .part("monotone")
        .by(Oracle.INVARIANT)
        .at(pair.inputs())
        .expectingAtMost(larger, pair.rounding(larger))
        .holds(smaller)
        .rejects("law of ε → 0, which knows no σ", law(pair.far));
    Check.of("beck.sec41.any-epsilon", "log ratio at most that of x = 0")
        .part("bounded")
        .by(Oracle.INVARIANT)
        .at(pair.inputs())
        .expectingAtMost(critical, pair.rounding(critical))
        .holds(larger)
        .refutes(
            "diverging as eq. (16)",
            new DelayLaws(TwoPoints.of(pair.near)).asPrintedLogRatioEq16());
  }

  @Property(tries = 60)
  @Checks({"beck.ext.sigma-eps-cutoff", "beck.sec41.any-epsilon"})
  void ratioIsContinuousAtCriticality(@ForAll("tinyPositions") double x) {
    Row zero = paperRow(0);
    // The table's rows show a difference to x = 0 that is linear in x; what its slope still changes
    // from x = 1e-6 to 1e-9 is more than what it changes from there to 0.
    double slope = slope(zero, 1e-9);
    double curvature = Math.abs(slope - slope(zero, 1e-6));
    double ratio = ratioAt(x, zero);
    Tolerance tolerance =
        Tolerance.sum(
            new Tolerance.Truncation(slope, x, 1, "slope·x, the slope fitted at x = 1e-9"),
            new Tolerance.Truncation(curvature, x, 1, "the slope's change from x = 1e-6 to 1e-9"),
            Tolerance.remainder(2 * relative(zero), "rounding of log t"));
    Check.of("beck.ext.sigma-eps-cutoff", "log ratio at x → 0, σ = 20, ε = 1e-50")
        .part("continuous")
        .by(Oracle.LIMIT)
        .at("x", x)
        .expecting(zero.number("log_ratio"), tolerance)
        .holds(ratio)
        .rejects("law of ε → 0", law(x));
    Check.of("beck.sec41.any-epsilon", "log ratio at x → 0, σ = 20, ε = 1e-50")
        .part("finite limit")
        .by(Oracle.LIMIT)
        .at("x", x)
        .expecting(zero.number("log_ratio"), tolerance)
        .holds(ratio)
        .refutes("diverging as eq. (16)", new DelayLaws(TwoPoints.of(x)).asPrintedLogRatioEq16());
  }

  @Property(tries = 60)
  @Checks("beck.sec41.any-epsilon")
  void finiteAtCriticality(@ForAll("criticalRows") Row row) {
    check(row, "beck.sec41.any-epsilon", "log(t_gen/t_tr) at x = 0")
        .part("at x = 0")
        .expecting(row.number("log_ratio"), Remainders.sum(0, relative(row), "none, closed forms"))
        .holds(times(row).logRatio().orElseThrow())
        .refutes("infinite", Double.POSITIVE_INFINITY);
  }

  @Property(tries = 100)
  @Checks("beck.ext.sigma-eps-cutoff")
  void largeSigmaRestoresTheLaw(@ForAll("restored") DelayFlows.Flow flow) {
    double remains = flow.remainder().training() + flow.remainder().generalization();
    double law = law(flow.x());
    Check.of("beck.ext.sigma-eps-cutoff", "log ratio for σ²x log(1/ε) → ∞")
        .part("σ → ∞")
        .by(Oracle.LIMIT)
        .at(flow.inputs())
        .expecting(law, Remainders.sum(remains, 2 * flow.rounding(), "log(1+u), log(m/Z), S̃_∞δ"))
        .holds(flow.logRatio())
        .rejects("value at x = 0", new Pair(flow.sigma(), flow.logEpsilon(), 0, 0).logRatio(0));
  }

  /** Two positions at the same scale and threshold. */
  record Pair(double sigma, double logEpsilon, double near, double far) {
    double logRatio(double x) {
      TwoPointModel model = TwoPointModel.fromOrigin(TwoPoints.of(x), sigma, 1);
      return LossThresholds.of(model).times(logEpsilon).logRatio().orElseThrow();
    }

    Tolerance rounding(double value) {
      double logTime = value - logEpsilon;
      return Remainders.sum(
          0,
          4 * (Remainders.clockRounding(logTime) + Remainders.valueRounding(logTime)),
          "none; two nearly equal ratios are compared");
    }

    Object[] inputs() {
      return new Object[] {"sigma", sigma, "logEpsilon", logEpsilon, "x", near, "other", far};
    }
  }

  private static double ratioAt(double x, Row at) {
    return new Pair(at.number("sigma"), at.number("log_epsilon"), x, x).logRatio(x);
  }

  private static Row paperRow(double x) {
    return TABLE.stream()
        .filter(r -> r.number("x") == x && r.number("sigma") == 20)
        .findFirst()
        .orElseThrow();
  }

  /** −Δ log(t_gen/t_tr)/Δx between the table's rows at 0 and at x. */
  private static double slope(Row zero, double x) {
    return (zero.number("log_ratio") - paperRow(x).number("log_ratio")) / x;
  }

  private static double law(double x) {
    InseparableRemainder limit = new InseparableRemainder(Math.max(x, 1e-300), 1, 1, 0, 0);
    return 0.5 * limit.stationaryWeight() * limit.stationaryWeight() - limit.logZ();
  }

  /** The clock's rounding, and that of the threshold's terms over d log L/d log t. */
  private static double absolute(Row row, String slope) {
    double weight = row.number(slope.equals("slope_gen") ? "S_gen" : "S_train");
    double terms =
        Math.abs(row.number("log_epsilon")) + weight * weight + Math.abs(row.number("b0"));
    return Remainders.clockRounding(row.number("log_t_gen"))
        + Remainders.valueRounding(terms) / Math.abs(row.number(slope));
  }

  /** A delay d = t_gen/t_tr − 1 has a relative error of both roundings, log(1 + d) that times d. */
  private static double relative(Row row) {
    double delay = StrictMath.expm1(Math.min(1, row.number("log_ratio")));
    return Math.min(1, delay) * 4 * (absolute(row, "slope_train") + absolute(row, "slope_gen"));
  }

  private static Check check(Row row, String claim, String quantity) {
    return Check.of(claim, quantity)
        .by(Oracle.TABLE)
        .at(
            "x", row.text("x"),
            "sigma", row.text("sigma"),
            "eta", row.text("eta"),
            "S0", row.text("S0"),
            "b0", row.text("b0"),
            "logEpsilon", row.text("log_epsilon"));
  }

  private static Comparison compare(Row row, String quantity, double expected, double rounding) {
    return check(row, "beck.ext.tstar-exact", quantity)
        .expecting(expected, Remainders.sum(0, rounding, "none, closed forms"));
  }

  @Provide
  Arbitrary<Row> rows() {
    return Arbitraries.of(TABLE);
  }

  @Provide
  Arbitrary<Row> criticalRows() {
    return Arbitraries.of(TABLE.stream().filter(r -> r.number("x") == 0).toList());
  }

  @Provide
  Arbitrary<Pair> pairs() {
    return Combinators.combine(
            Arb.logUniform(0.5, 1000),
            Arb.logUniform(5, 700),
            Arb.logUniform(1e-15, 0.9),
            Arb.logUniform(1e-15, 0.9))
        .as((s, fall, x, y) -> new Pair(s, -fall, Math.min(x, y), Math.max(x, y)));
  }

  @Provide
  Arbitrary<Double> tinyPositions() {
    return Arb.logUniform(1e-300, 1e-9);
  }

  @Provide
  Arbitrary<DelayFlows.Flow> restored() {
    return DelayFlows.relaxed(1e-12, 0.9).filter(f -> f.start() == 0 && f.bias() == 0);
  }
}
