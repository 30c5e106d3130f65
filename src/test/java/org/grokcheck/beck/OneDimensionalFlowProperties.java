package org.grokcheck.beck;

import java.util.Arrays;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.grokcheck.evidence.Check;
import org.grokcheck.evidence.Checks;
import org.grokcheck.evidence.Oracle;
import org.grokcheck.harness.Arb;
import org.grokcheck.oracle.ExponentialMinimum;
import org.grokcheck.oracle.LineBoundary;
import org.grokcheck.oracle.LineEscape;
import org.grokcheck.oracle.LineRelaxation;

/**
 * The laws of arbitrary points on the line, held against integrated gradient flows from S = b = 0
 * with η = 1, to which any η brings but a unit of time. Remainders are derived in the oracles.
 */
class OneDimensionalFlowProperties {
  private static final String CLAIM = "beck.ext.d1-arbitrary";

  /** One-sided points and how far to follow them. */
  record Run(LinePoints points, double reach) {
    LineEscape escape() {
      return new LineEscape(points.sizes());
    }

    /** The s at which log t is close to the reach. */
    double weight(double margin) {
      return reach / (margin + 1 / margin);
    }

    Object[] inputs() {
      return new Object[] {"points", points.values(), "reach", reach};
    }
  }

  /**
   * Inseparable: with |S − S_∞| = |δ| falling, m₂/m stays within e^{±2X|δ|} of r, X = max|x|, and
   * ηZT → 1 for T = te^b, so that over a late interval Δlog|δ|/Δlog t is r but for r(e^{2X|δ|} − 1)
   * and r|Δlog T|/Δlog t.
   */
  @Property(tries = 60)
  @Checks(CLAIM)
  void weightRelaxesLikeAPower(@ForAll("inseparable") LinePoints points) {
    ExponentialMinimum minimum = new ExponentialMinimum(points.decimals());
    double s = minimum.minimiser().doubleValue();
    double r = minimum.tiltedVariance().doubleValue();
    double z = minimum.meanExponential().doubleValue();
    Assume.that(Math.abs(s) > 1e-6 && r > 0.01 && r < 100);
    LineRelaxation flow = new LineRelaxation(points.x(), s);
    double decades = Math.max(40, 30 / r);
    LineRelaxation.State early = flow.after(flow.start(), decades / z);
    LineRelaxation.State late = flow.after(early, 2 * decades / z);
    double span = late.logTime() - early.logTime();
    double spread = 2 * points.largest() * StrictMath.exp(early.logDistance());
    double clock = Math.abs(StrictMath.log(late.scaledTime() / early.scaledTime()));
    double errors = 4 * late.localErrors();
    double remains = r * (StrictMath.expm1(spread) + clock / span) + errors * (1 + r) / span;
    double slope = (early.logDistance() - late.logDistance()) / span;
    at("r", "S − S_∞ ~ t^{−r}", points.inputs())
        .expecting(slope, Remainders.sum(remains, 0, "r(e^{2Xδ} − 1 + ΔlogT/Δlog t)"))
        .holds(points.data().relaxationExponent())
        .rejects("rZ", r * z)
        .rejects("untilted", Arrays.stream(points.x()).map(x -> x * x).average().orElseThrow());
    // T lies between (1 − e^{−Zv})/max m and 1/Z over the second half of the flow.
    double lag = spread + StrictMath.exp(-decades) + errors;
    at("Z", "b + log(Zt) → 0", points.inputs())
        .expecting(late.bias(), Remainders.sum(lag, 1e-13, "|log m/Z| ≤ 2Xδ, e^{−Zv}"))
        .holds(-points.data().logMeanExponential() - late.logTime())
        .rejects("Z left out", -late.logTime());
  }

  /** Separable: (1+M²)Δb + Δlog t = Δlog W + MΔD and Δs = ΔD − MΔb, in the names of the oracle. */
  @Property(tries = 80)
  @Checks(CLAIM)
  void separableFlowKeepsToTheMargin(@ForAll("escapes") Run run) {
    double margin = Arrays.stream(run.points.sizes()).min().orElseThrow();
    LineEscape flow = run.escape();
    double from = run.weight(margin);
    LineEscape.State early = flow.at(from);
    LineEscape.State late = flow.at(2 * from);
    double left = flow.sumRemainder(from);
    double clock = flow.clockRemainder(from);
    Assume.that(clock < 0.5);
    double square = 1 + margin * margin;
    double span = late.logTime() - early.logTime();
    double rounding = (4 * late.localErrors() + 1e-15 * late.logTime() * square) / margin;
    double remains = (margin * left - StrictMath.log1p(-clock)) / square / span;
    double m = run.points.data().margin();
    at("separable", "Δb/Δlog t → −1/(1+M²)", run.inputs())
        .expecting(
            (late.bias() - early.bias()) / span,
            Remainders.sum(remains, rounding / span, "(MΔD + Δlog W)/(1+M²)"))
        .holds(-1 / (1 + m * m))
        .rejects("−1", -1)
        .rejects("−1/(1+M)", -1 / (1 + m));
    at("separable", "Δ|S|/Δlog t → M/(1+M²)", run.inputs())
        .expecting(
            (late.weight() - early.weight()) / span,
            Remainders.sum(
                margin * remains + left / span,
                (1 + margin) * rounding / span,
                "ΔD + M(MΔD + Δlog W)/(1+M²)"))
        .holds(m / (1 + m * m))
        .rejects("M", m)
        .rejects("max|x| for M", run.points.largest() / (1 + square(run.points.largest())));
    at("separable", "|S| + Mb converges", run.inputs())
        .expecting(
            late.weight() + m * late.bias(),
            Remainders.sum(left, margin * rounding, "Σ e^{−s(xᵢ−M)}/(kM)"))
        .holds(early.weight() + m * early.bias())
        .rejects("|S| + b", early.weight() + early.bias());
  }

  /** A point at 0 and others on one side: M|S| − log log t → log(kM²/k₀). */
  @Property(tries = 80)
  @Checks(CLAIM)
  void boundaryFlowGrowsLikeTheIteratedLogarithm(@ForAll("boundaries") Run run) {
    LineBoundary flow = new LineBoundary(run.points.sizes());
    double least = Arrays.stream(run.points.sizes()).filter(x -> x > 0).min().orElseThrow();
    LineBoundary.State state = flow.at(run.reach / least);
    double remains = flow.remainder(state.weight());
    Assume.that(remains < 0.5 && state.logLogTime() > StrictMath.log(100));
    double rounding = 1e-14 * run.reach + 2 * state.localErrors();
    double law = (state.logLogTime() + flow.offset()) / least;
    at("boundary", "|S| − (log log t + log(kM²/k₀))/M → 0", run.inputs())
        .expecting(
            state.weight(),
            Remainders.sum(
                (-StrictMath.log1p(-remains) + state.clockError()) / least,
                rounding / least,
                "B/B_∞ − 1, log T/log t"))
        .holds(law)
        .rejects("log t", (StrictMath.exp(state.logLogTime()) + flow.offset()) / least)
        .rejects("constant left out", state.logLogTime() / least);
  }

  private static Check at(String part, String quantity, Object[] inputs) {
    return Check.of(CLAIM, quantity).by(Oracle.LIMIT).part(part).at(inputs);
  }

  private static double square(double value) {
    return value * value;
  }

  @Provide
  Arbitrary<LinePoints> inseparable() {
    return LinePoints.inseparable();
  }

  /** Followed to t = e^100 to e^2000. */
  @Provide
  Arbitrary<Run> escapes() {
    return Combinators.combine(LinePoints.separable(), Arb.logUniform(100, 2000)).as(Run::new);
  }

  /** Followed to log t = e^30, 1e13, up to e^600. */
  @Provide
  Arbitrary<Run> boundaries() {
    return Combinators.combine(LinePoints.boundary(), Arb.logUniform(30, 600)).as(Run::new);
  }
}
