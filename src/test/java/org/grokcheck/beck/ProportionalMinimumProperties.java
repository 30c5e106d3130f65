package org.grokcheck.beck;

import java.math.BigDecimal;
import java.util.function.DoubleUnaryOperator;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.grokcheck.evidence.Check;
import org.grokcheck.evidence.Checks;
import org.grokcheck.evidence.Comparison;
import org.grokcheck.evidence.Oracle;
import org.grokcheck.evidence.Tolerance;
import org.grokcheck.harness.Arb;
import org.grokcheck.oracle.GordonLimit;
import org.grokcheck.oracle.ReferenceTable;
import org.grokcheck.oracle.ReferenceTable.Row;

/** The scalar equations of the minimiser for d/N = λ &lt; ½, N → ∞, and their limit λ → ½. */
class ProportionalMinimumProperties {
  /** Norms s of the approach to the edge. */
  private static final double[] NORMS = {1e3, 1e4, 1e5};

  private static Tolerance relative(double size, double norm, String why) {
    // Near the edge ½ − λ is what is left of terms of order 1/s: s times its rounding.
    return new Tolerance.Truncation(1e-14 * (1 + norm) * size, 1, 1, why);
  }

  @Example
  @Checks({"beck.ext.cgmt", "beck.ext.relaxation-edge", "beck.sec32.edge"})
  void equationsAgreeWithThirtyDigits() {
    double last = 0;
    for (Row row : ReferenceTable.read("beck/proportional-minimum.csv")) {
      BigDecimal lambda = new BigDecimal(row.text("lambda"));
      ProportionalMinimum limit = ProportionalMinimum.ofLambda(lambda);
      double s = row.number("s");
      String why = "some hundred nodes to 4 ulp; gap of order s/s² from terms of order 1";
      table("beck.ext.cgmt", "s = lim σ‖S_∞‖", lambda)
          .expecting(s, relative(s, s, why))
          .holds(limit.norm())
          .rejects("two points: log(1/(1−2λ))/(2(1−λ))", twoPointNorm(lambda))
          .rejects("√λ", Math.sqrt(lambda.doubleValue()));
      table("beck.ext.cgmt", "a", lambda)
          .expecting(row.number("a"), relative(Math.abs(row.number("a")) + 1, s, why))
          .holds(limit.offset())
          .rejects("log s", StrictMath.log(limit.norm()));
      double logZ = row.number("log_z");
      table("beck.ext.cgmt", "log Z", lambda)
          .expecting(logZ, relative(Math.abs(logZ), s, why))
          .holds(limit.logMeanExponential())
          .rejects("log E[W], without −a", limit.logMeanExponential() + limit.offset());
      double share = row.number("positive_share");
      table("beck.ext.cgmt", "P(S_∞·x > 0)", lambda)
          .expecting(share, relative(share, s, why))
          .holds(limit.positiveShare())
          .rejects("Q(a/s)", 0.5 - (limit.positiveShare() - 0.5))
          .rejects("½, Gaussian projections", 0.5);
      table("beck.ext.relaxation-edge", "r/σ²", lambda)
          .part("equation")
          .expecting(row.number("r"), relative(row.number("r"), 10 * s, why))
          .holds(limit.relaxationExponent())
          .rejects("1 − 2λ, of two points", 2 * limit.halfGap())
          .rejects("h, without 1/Z", limit.relaxationExponent() * StrictMath.exp(logZ));
      table("beck.sec32.edge", "‖S_∞‖ grows with λ", lambda)
          .part("monotone")
          .expectingAtMost(s, relative(s, s, why))
          .holds(last)
          .rejects("bounded by its value at λ = 0.3 for smaller λ", 1.1096);
      last = limit.norm();
    }
  }

  private static double twoPointNorm(BigDecimal lambda) {
    double l = lambda.doubleValue();
    return -StrictMath.log1p(-2 * l) / (2 * (1 - l));
  }

  private static Check table(String claim, String quantity, BigDecimal lambda) {
    return Check.of(claim, quantity).by(Oracle.TABLE).at("lambda", lambda);
  }

  @Provide
  Arbitrary<Double> norms() {
    return Arb.logUniform(0.02, 300);
  }

  @Property(tries = 12)
  @Checks({"beck.ext.cgmt", "beck.ext.cgmt-law"})
  void averagesAgreeWithQuadratureOverTheProjections(@ForAll("norms") double norm) {
    ProportionalMinimum limit = ProportionalMinimum.ofNorm(norm);
    GordonLimit gordon = new GordonLimit(norm);
    Check.of("beck.ext.cgmt", "½ − λ at given s")
        .by(Oracle.SECOND_ALGORITHM)
        .part("second algorithm")
        .at("s", norm)
        .expecting(
            0.5 * gordon.gap(),
            new Tolerance.Truncation(2e-15, 1, 1, "panels of Gauss and Legendre to a few 1e-16"))
        .holds(limit.halfGap())
        .rejects("½ − λ from E[W²]/s² with a + 0.01", shiftedGap(limit));
    compareLaw(norm, limit);
  }

  private static double shiftedGap(ProportionalMinimum limit) {
    return limit.halfGap() - 0.01 * limit.lambda() * 0.25;
  }

  /** E[e^V] = Z, E[Ve^V] = 0 and E[V²] = s²(1 − λ) from the density of V alone. */
  private static void compareLaw(double norm, ProportionalMinimum limit) {
    double a = limit.offset();
    double z = StrictMath.exp(limit.logMeanExponential());
    double second = momentOfLaw(limit, v -> v * v);
    law("E[e^V] = Z", norm)
        .expecting(
            z,
            new Tolerance.Truncation(1e-10 * z, 1, 1, "Stieltjes sum of order two, extrapolated"))
        .holds(momentOfLaw(limit, StrictMath::exp))
        .rejects("Φ(v/s), Gaussian", StrictMath.exp(norm * norm / 2 > 600 ? 600 : norm * norm / 2));
    law("E[V e^V] = 0", norm)
        .expecting(
            0,
            new Tolerance.Truncation(
                1e-10 * (1 + norm), 1, 1, "Stieltjes sum of order two, extrapolated"))
        .holds(momentOfLaw(limit, v -> v * StrictMath.exp(v)))
        .rejects("mean of V", momentOfLaw(limit, v -> v));
    law("E[V²] = s²(1 − λ)", norm)
        .expecting(
            norm * norm * (0.5 + limit.halfGap()),
            new Tolerance.Truncation(
                1e-10 * norm * norm, 1, 1, "Stieltjes sum of order two, extrapolated"))
        .holds(second)
        .rejects("s²", norm * norm)
        .rejects("a = 0", second + a);
  }

  private static Check law(String quantity, double norm) {
    return Check.of("beck.ext.cgmt-law", quantity)
        .by(Oracle.INVARIANT)
        .part("moments")
        .at("s", norm);
  }

  /** ∫ f dF by Richardson's extrapolation of midpoint sums of F's increments. */
  private static double momentOfLaw(ProportionalMinimum limit, DoubleUnaryOperator f) {
    double[] sums = new double[4];
    for (int level = 0; level < sums.length; level++) {
      sums[level] = stieltjes(limit, f, 1500 << level);
    }
    for (int order = 1; order < sums.length; order++) {
      for (int level = sums.length - 1; level >= order; level--) {
        double factor = StrictMath.pow(4, order);
        sums[level] = (factor * sums[level] - sums[level - 1]) / (factor - 1);
      }
    }
    return sums[sums.length - 1];
  }

  private static double stieltjes(ProportionalMinimum limit, DoubleUnaryOperator f, int steps) {
    // V ≤ log(9s) − a or so, where e^{a+v} overtakes 9s; V ≥ −9s.
    double top = Math.min(9 * limit.norm(), StrictMath.log(9 * limit.norm() + 9) - limit.offset());
    double bottom = -9 * limit.norm() - StrictMath.exp(Math.min(limit.offset(), 2));
    double sum = 0;
    double before = 0;
    for (int k = 1; k <= steps; k++) {
      double reached = limit.projectionCdf(node(bottom, top, k / (double) steps));
      sum += (reached - before) * f.applyAsDouble(node(bottom, top, (k - 0.5) / steps));
      before = reached;
    }
    return sum;
  }

  /** Nodes that crowd at the upper end, where F rises within 1. */
  private static double node(double bottom, double top, double share) {
    double bend = StrictMath.log(top - bottom + 1);
    return top + 1 - StrictMath.exp(bend * (1 - share));
  }

  @Example
  @Checks({
    "beck.ext.cgmt-critical",
    "beck.sec32.edge",
    "beck-summary.prop34",
    "beck-summary.sinf-side",
    "beck.appe1.singularity"
  })
  void edgeIsApproachedLikeThePowerLaw() {
    double[][] values = new double[NORMS.length][];
    for (int k = 0; k < NORMS.length; k++) {
      double s = NORMS[k];
      ProportionalMinimum limit = ProportionalMinimum.ofNorm(s);
      values[k] =
          new double[] {
            2 * limit.halfGap() * s * s,
            limit.offset() - StrictMath.log(s),
            StrictMath.exp(limit.logMeanExponential()),
            limit.positiveShare()
          };
    }
    double square = CriticalNormLaw.normCoefficient(1) * CriticalNormLaw.normCoefficient(1);
    double gap = values[2][0] / NORMS[2] / NORMS[2];
    for (String claim :
        new String[] {"beck.ext.cgmt-critical", "beck.sec32.edge", "beck-summary.prop34"}) {
      limit(claim, "lim (1 − 2λ)‖S̃_∞‖²", values, 0)
          .holds(square)
          .rejects("π²/8 alone", Math.PI * Math.PI / 8)
          .rejects("log²(1/(1 − 2λ)), a logarithm", gap * StrictMath.pow(StrictMath.log(gap), 2))
          .rejects("bounded norm", gap * 100);
    }
    limit("beck-summary.sinf-side", "lim (1 − 2λ)‖S̃_∞‖², from below", values, 0)
        .holds(square)
        .refutes("from above, where 1 − 2λ < 0", -square);
    limit("beck.ext.cgmt-critical", "lim a − log s", values, 1)
        .holds(CriticalNormLaw.offset())
        .rejects("(log 2 + γ)/2", StrictMath.log(2) - CriticalNormLaw.offset());
    limit("beck.ext.cgmt-critical", "lim Z", values, 2)
        .holds(CriticalNormLaw.meanExponential())
        .rejects("½, of two points", 0.5);
    limit("beck.ext.cgmt-critical", "lim P(S_∞·x > 0)", values, 3)
        .holds(CriticalNormLaw.positiveShare())
        .rejects("erfc(e^{−γ/2})", 2 * CriticalNormLaw.positiveShare());
    limit(
            "beck.appe1.singularity",
            "lim P(S_∞·x > 0), while these projections/‖S‖ vanish",
            values,
            3)
        .holds(CriticalNormLaw.positiveShare())
        .rejects("0, no atom", 0)
        .rejects("½", 0.5);
    checkScale();
  }

  /** At σ = 3 the coefficient is that of σ‖S_∞‖. */
  private static void checkScale() {
    Check.of("beck.ext.cgmt-critical", "σ√((1 − 2λ)‖S_∞‖²)")
        .by(Oracle.INVARIANT)
        .part("scale")
        .at("sigma", 3)
        .expecting(
            CriticalNormLaw.normCoefficient(1), new Tolerance.Ulp(2, "one quotient, one product"))
        .holds(3 * CriticalNormLaw.normCoefficient(3))
        .rejects("σ-free", 3 * CriticalNormLaw.normCoefficient(1));
  }

  private static Comparison limit(String claim, String quantity, double[][] values, int column) {
    double first = values[1][column] + (values[1][column] - values[0][column]) / 9;
    double second = values[2][column] + (values[2][column] - values[1][column]) / 9;
    // Corrections fall like 1/s, perhaps times log s; the second step changes less than is left
    // out.
    double error = Math.abs(second - first) + 1e-9;
    return Check.of(claim, quantity)
        .by(Oracle.LIMIT)
        .part("limit")
        .at("s", NORMS[2])
        .expecting(
            second,
            new Tolerance.Truncation(
                error, 1, 1, "change by the second Richardson step in 1/s, s = 1e3, 1e4, 1e5"));
  }

  @Example
  @Checks("beck.ext.relaxation-edge")
  void relaxationExponentFollowsItsCriticalLaw() {
    double[] slopes = new double[2];
    double[] logs = new double[2];
    for (int k = 0; k < 2; k++) {
      double s = StrictMath.pow(10, 4.5 + k);
      slopes[k] = (scaledRate(s * Math.sqrt(10)) - scaledRate(s)) / StrictMath.log(Math.sqrt(10));
      logs[k] = StrictMath.pow(StrictMath.log(s) + 0.25 * StrictMath.log(10), 2);
    }
    // r s² = ¼ log s + c + O(1/log s), whose slope in log s errs by O(1/log² s).
    double limit = (logs[1] * slopes[1] - logs[0] * slopes[0]) / (logs[1] - logs[0]);
    double square = CriticalNormLaw.normCoefficient(1) * CriticalNormLaw.normCoefficient(1);
    Check.of("beck.ext.relaxation-edge", "lim d(s²r)/d log s")
        .by(Oracle.LIMIT)
        .part("critical law")
        .at("s", 1e6)
        .expecting(
            limit,
            new Tolerance.Truncation(
                Math.abs(limit - slopes[1]), 1, 1, "change by a Richardson step in 1/log² s"))
        .holds(2 * square * CriticalNormLaw.relaxationCoefficient())
        .rejects("1/(4A) for 1/(8A)", 4 * square * CriticalNormLaw.relaxationCoefficient())
        .rejects("without the logarithm", 0);
  }

  private static double scaledRate(double s) {
    return ProportionalMinimum.ofNorm(s).relaxationExponent() * s * s;
  }
}
