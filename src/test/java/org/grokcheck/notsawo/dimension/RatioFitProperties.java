package org.grokcheck.notsawo.dimension;

import java.math.BigDecimal;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.apfloat.Apfloat;
import org.apfloat.ApfloatMath;
import org.grokcheck.evidence.Check;
import org.grokcheck.evidence.Checks;
import org.grokcheck.evidence.Oracle;
import org.grokcheck.evidence.Tolerance;
import org.grokcheck.harness.Arb;
import org.grokcheck.oracle.Precise;

/** Step 4 to 6 of the algorithm in App. H.1: plotting positions, the fit, and its residual. */
class RatioFitProperties {
  private static final String POSITIONS = "notsawo.apph.step4";
  private static final String FIT = "notsawo.apph.least_squares";
  private static final String RESIDUAL = "notsawo.apph.residual";
  private static final String RELATION = "notsawo.apph.relation";
  private static final String CONSTANT = "notsawo.ext.cn";

  @Provide
  Arbitrary<List<Double>> ratios() {
    return Arb.logUniform(1e-9, 30).map(gap -> 1 + gap).list().ofMinSize(2).ofMaxSize(14);
  }

  @Provide
  Arbitrary<PlottingPosition> rules() {
    return Arbitraries.of(PlottingPosition.values());
  }

  private static RatioFit fit(List<Double> ratios, PlottingPosition rule) {
    return RatioFit.of(ratios.stream().map(BigDecimal::new).toList(), rule);
  }

  /** Sums over the ratios that enter, in fifty digits. */
  private record Sums(Apfloat products, Apfloat squares, Apfloat levels) {
    static Sums of(List<Double> ratios, PlottingPosition rule) {
      List<Double> sorted = ratios.stream().sorted().toList();
      int n = sorted.size();
      Apfloat products = Apfloat.ZERO;
      Apfloat squares = Apfloat.ZERO;
      Apfloat levels = Apfloat.ZERO;
      for (int i = 1; i <= rule.kept(n); i++) {
        Apfloat x = ApfloatMath.log(Precise.of(sorted.get(i - 1)));
        Apfloat y = ApfloatMath.log(survival(rule, i, n));
        products = products.subtract(x.multiply(y));
        squares = squares.add(x.multiply(x));
        levels = levels.add(y.multiply(y));
      }
      return new Sums(products, squares, levels);
    }

    private static Apfloat survival(PlottingPosition rule, int i, int n) {
      Apfloat whole = Precise.of(n);
      return switch (rule) {
        case OVER_ONE_MORE -> Precise.of(n + 1 - i).divide(Precise.of(n + 1));
        case MIDPOINT -> Precise.of(n - i + 0.5).divide(whole);
        case LARGEST_DROPPED -> Precise.of(n - i).divide(whole);
      };
    }

    double dimension() {
      return Precise.toDouble(products.divide(squares));
    }

    /** Σ y² − d*² Σ x². */
    double residual() {
      return Precise.toDouble(levels.subtract(products.multiply(products).divide(squares)));
    }
  }

  @Property(tries = 40)
  @Checks(FIT)
  void leastSquares(@ForAll("ratios") List<Double> ratios, @ForAll("rules") PlottingPosition rule) {
    Sums sums = Sums.of(ratios, rule);
    double expected = sums.dimension();
    double doubled = 0;
    for (double mu : ratios) {
      doubled += StrictMath.log(mu * mu);
    }
    Check.of(FIT, "d*")
        .by(Oracle.TABLE)
        .at("mu", ratios, "rule", rule.label())
        .expecting(
            expected,
            new Tolerance.Rounding(
                2.0 * ratios.size() + 16, expected, "sums of positive terms and a quotient"))
        .holds(fit(ratios, rule).dimension())
        .rejects("log(μ²) for (log μ)²", Precise.toDouble(sums.products()) / doubled)
        .rejects("other positions", fit(ratios, other(rule)).dimension());
  }

  private static PlottingPosition other(PlottingPosition rule) {
    return rule == PlottingPosition.MIDPOINT
        ? PlottingPosition.OVER_ONE_MORE
        : PlottingPosition.MIDPOINT;
  }

  /** No other slope has a smaller sum of squares: the mean error along log μ is 0. */
  @Property(tries = 30)
  @Checks(FIT)
  void normalEquation(@ForAll("ratios") List<Double> ratios, @ForAll("powers") double c) {
    double dimension = fit(ratios, PlottingPosition.OVER_ONE_MORE).dimension();
    double[] logs = ratios.stream().mapToDouble(mu -> c * StrictMath.log1p(mu - 1)).toArray();
    Check.of(FIT, "d* of μ^c, times c")
        .by(Oracle.INVARIANT)
        .at("mu", ratios, "c", c)
        .expecting(
            dimension,
            new Tolerance.Rounding(
                4.0 * ratios.size() + 32, dimension, "two fits; μ − 1 is exact, log1p not"))
        .holds(c * RatioFit.ofLogs(logs, PlottingPosition.OVER_ONE_MORE).dimension())
        .rejects("d*", RatioFit.ofLogs(logs, PlottingPosition.OVER_ONE_MORE).dimension());
  }

  @Provide
  Arbitrary<Double> powers() {
    return Arb.logUniform(0.1, 10);
  }

  /** As printed, F = 1 at i = n: the fit is infinite whatever the ratios are. */
  @Property(tries = 30)
  @Checks(POSITIONS)
  void printedPositionsHaveNoFit(
      @ForAll("ratios") List<Double> ratios, @ForAll("rules") PlottingPosition rule) {
    double[] logs = ratios.stream().mapToDouble(StrictMath::log).sorted().toArray();
    int n = logs.length;
    double products = 0;
    double squares = 0;
    for (int i = 1; i <= n; i++) {
      products -= logs[i - 1] * StrictMath.log1p(-i / (double) n);
      squares += logs[i - 1] * logs[i - 1];
    }
    double expected = Sums.of(ratios, rule).dimension();
    Check.of(POSITIONS, "d*")
        .part("finite")
        .by(Oracle.TABLE)
        .at("mu", ratios, "rule", rule.label())
        .expecting(
            expected,
            new Tolerance.Rounding(2.0 * n + 16, expected, "sums of positive terms, a quotient"))
        .holds(fit(ratios, rule).dimension())
        .refutes("F = i/n", products / squares);
  }

  /** All rules agree for many ratios: log n/n is what they differ by. */
  @Property(tries = 8)
  @Checks(POSITIONS)
  void rulesAgreeInTheLimit(@ForAll @IntRange(min = 2, max = 5) int decade) {
    int n = (int) StrictMath.pow(10, decade);
    double[] logs = new double[n];
    for (int i = 0; i < n; i++) {
      logs[i] = -StrictMath.log1p(-(i + 0.5) / n);
    }
    double middle = RatioFit.ofLogs(logs, PlottingPosition.MIDPOINT).dimension();
    double log = StrictMath.log(n);
    for (PlottingPosition rule : PlottingPosition.values()) {
      Check.of(POSITIONS, "d* at the quantiles of d = 1, " + rule.label())
          .part("agree for many ratios")
          .by(Oracle.LIMIT)
          .at("n", n)
          .expecting(
              middle,
              Tolerance.remainder(
                  4 * log * log / n, "the last of n terms log² is at most log² n of a sum of 2n"))
          .holds(RatioFit.ofLogs(logs, rule).dimension())
          .rejects("half the ratios alone", RatioFit.ofLowest(logs, n / 2).mostLikely());
    }
  }

  @Property(tries = 40)
  @Checks(RESIDUAL)
  void residualWithoutCancellation(
      @ForAll("ratios") List<Double> ratios, @ForAll("rules") PlottingPosition rule) {
    Sums sums = Sums.of(ratios, rule);
    double expected = sums.residual();
    double levels = Precise.toDouble(sums.levels());
    double squares = Precise.toDouble(sums.squares());
    double d = sums.dimension();
    Check.of(RESIDUAL, "Σ (log(1 − F) + d* log μ)²")
        .by(Oracle.TABLE)
        .at("mu", ratios, "rule", rule.label())
        .expecting(
            expected,
            new Tolerance.Rounding(
                4.0 * ratios.size() + 32,
                expected + Math.sqrt(levels * expected) + 1e-15 * levels,
                "each error is rounded by a unit of its terms"))
        .holds(fit(ratios, rule).residual())
        .rejects("d* for d*²", levels - d * squares)
        .rejects("without the fit", levels);
  }

  /** Ratios on a line through the origin: d* over m_2 is the constant of the rule. */
  @Property(tries = 30)
  @Checks(RELATION)
  void perfectRatios(@ForAll @IntRange(min = 2, max = 400) int n, @ForAll("powers") double d) {
    double[] logs = new double[n];
    for (int i = 1; i <= n; i++) {
      logs[i - 1] = -PlottingPosition.OVER_ONE_MORE.logSurvival(i, n) / d;
    }
    RatioFit fit = RatioFit.ofLogs(logs, PlottingPosition.OVER_ONE_MORE);
    double constant = Precise.toDouble(constant(n, n + 1, n));
    Check.of(RELATION, "d*/m_2")
        .part("on a line")
        .by(Oracle.TABLE)
        .at("n", n, "d", d)
        .expecting(constant, new Tolerance.Rounding(3.0 * n + 16, 1, "three sums of n terms"))
        .holds(fit.dimension() / fit.mostLikely())
        .rejects("1", 1)
        .rejects("that of i/n without the last", FitConstant.largestDropped(n));
    double printed = 0;
    for (int i = 1; i <= n; i++) {
      printed -= StrictMath.log1p(-i / (double) n) / n;
    }
    Check.of(RELATION, "d*/m_2, as a constant of n")
        .part("constant")
        .by(Oracle.TABLE)
        .at("n", n)
        .expecting(constant, new Tolerance.Rounding(n + 16.0, 1, "log n! a sum of n terms"))
        .holds(FitConstant.overOneMore(n))
        .refutes("−(1/n) Σ log(1 − i/n)", printed);
  }

  /** −(1/n) Σ_{i≤m} log((whole − i)/whole) in fifty digits. */
  private static Apfloat constant(int n, int whole, int terms) {
    Apfloat product = Precise.ONE;
    for (int i = 1; i <= terms; i++) {
      product = product.multiply(Precise.of(whole - i)).divide(Precise.of(whole));
    }
    return ApfloatMath.log(product).negate().divide(Precise.of(n));
  }

  @Property(tries = 30)
  @Checks(CONSTANT)
  void constantsAsSums(@ForAll @IntRange(min = 1, max = 1000) int n) {
    double full = Precise.toDouble(constant(n, n + 1, n));
    double dropped = n == 1 ? 0 : Precise.toDouble(constant(n, n, n - 1));
    Tolerance rounding =
        new Tolerance.Rounding(128, 1, "a sum of at most 64 logarithms, or a series");
    Check.of(CONSTANT, "constant of i/(n + 1)")
        .part("closed form")
        .by(Oracle.TABLE)
        .at("n", n)
        .expecting(full, rounding)
        .holds(FitConstant.overOneMore(n))
        .rejects("that without the last", dropped)
        .rejects("1", 1);
    Check.of(CONSTANT, "constant of i/n without the last")
        .part("closed form")
        .by(Oracle.TABLE)
        .at("n", n)
        .expecting(dropped, rounding)
        .holds(FitConstant.largestDropped(n))
        .rejects("that of i/(n + 1)", full);
  }

  /** 1 − log(2πn)/(2n) + 1/n up to 1/n²: the remainder is (1/12 + 1/2)/n² to leading order. */
  @Property(tries = 20)
  @Checks(CONSTANT)
  void approachToOne(@ForAll("large") double size) {
    long n = (long) size;
    double gap = StrictMath.log(2 * Math.PI * n) / (2.0 * n);
    double remainder = 1.0 / n / n + 4e-16;
    Check.of(CONSTANT, "constant of i/(n + 1)")
        .part("limit")
        .by(Oracle.LIMIT)
        .at("n", n)
        .expecting(1 - gap + 1.0 / n, Tolerance.remainder(remainder, "7/12 n⁻², and rounding"))
        .holds(FitConstant.overOneMore(n))
        .rejects("without 1/n", 1 - gap);
    Check.of(CONSTANT, "constant of i/n without the last")
        .part("limit")
        .by(Oracle.LIMIT)
        .at("n", n)
        .expecting(1 - gap, Tolerance.remainder(remainder, "n⁻²/12, and rounding"))
        .holds(FitConstant.largestDropped(n))
        .rejects("with 1/n", 1 - gap + 1.0 / n);
  }

  @Provide
  Arbitrary<Double> large() {
    return Arb.logUniform(100, 1e13);
  }
}
