package org.grokcheck.omnigrok;

import static org.grokcheck.omnigrok.Refused.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.RoundingMode;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.apfloat.Apfloat;
import org.apfloat.ApfloatMath;
import org.grokcheck.evidence.Check;
import org.grokcheck.evidence.Checks;
import org.grokcheck.evidence.Infrastructure;
import org.grokcheck.evidence.Oracle;
import org.grokcheck.evidence.Tolerance;
import org.grokcheck.harness.Arb;
import org.grokcheck.math.Real;
import org.grokcheck.math.exact.Rational;
import org.grokcheck.oracle.Precise;

/** Decay of the norm without a gradient, counted step by step. */
class NormDecayProperties {
  private static final Tolerance TWICE_ROUNDED =
      new Tolerance.Ulp(2, "60 and 50 digits, each rounded to a double once");

  private static Real thousandths(int k) {
    return Real.of(k).over(1000);
  }

  /** Steps until w₀(1 − x)ᵏ ≤ w_c, in decimals of as many digits as it takes. */
  private static BigDecimal counted(BigDecimal start, BigDecimal end, BigDecimal kept) {
    BigDecimal norm = start;
    int k = 0;
    while (norm.compareTo(end) > 0) {
      norm = norm.multiply(kept);
      k++;
    }
    return BigDecimal.valueOf(k);
  }

  @Property(tries = 60)
  @Checks({"omnigrok.ext.discrete-count", "omnigrok.sec2.time"})
  void countIsThatOfMultiplications(
      @ForAll @IntRange(min = 5, max = 999) int perMille,
      @ForAll @IntRange(min = 1000, max = 4000) int from) {
    BigDecimal kept = new BigDecimal(1000 - perMille).movePointLeft(3);
    BigDecimal start = new BigDecimal(from).movePointLeft(3);
    NormDecay decay = new NormDecay(thousandths(perMille), Real.ONE);
    Real w0 = Real.of(start);
    BigDecimal flow = decay.flowSteps(w0, Real.ONE).orElseThrow().ceiling();
    BigDecimal real = decay.steps(w0, Real.ONE).orElseThrow().value();
    for (String claim : new String[] {"omnigrok.ext.discrete-count", "omnigrok.sec2.time"}) {
      Check.of(claim, "steps until the norm is at most w_c")
          .part(claim.endsWith("count") ? "count" : "")
          .by(Oracle.EXACT)
          .at("w0", start, "wc", 1, "eta*gamma", decay.shrinkage())
          .expectingExactly(counted(start, BigDecimal.ONE, kept))
          .holds(decay.wholeSteps(w0, Real.ONE).orElseThrow())
          .rejects("ln(w0/wc)/(eta gamma) rounded up", flow)
          .rejects("rounded down", real.setScale(0, RoundingMode.FLOOR));
    }
  }

  /** Norms that a whole power meets exactly: no step more, however the logarithms round. */
  @Property(tries = 60)
  @Checks("omnigrok.ext.discrete-count")
  void exactPowersTakeNoStepMore(
      @ForAll @IntRange(min = 1, max = 99) int percent,
      @ForAll @IntRange(min = 0, max = 25) int k) {
    BigDecimal end = new BigDecimal(100 - percent).movePointLeft(2).pow(k);
    NormDecay decay = new NormDecay(Real.of(percent).over(100), Real.ONE);
    Check.of("omnigrok.ext.discrete-count", "steps to an exact power")
        .part("count")
        .by(Oracle.EXACT)
        .at("eta*gamma", decay.shrinkage(), "k", k)
        .expectingExactly(BigDecimal.valueOf(k))
        .holds(decay.wholeSteps(Real.ONE, Real.of(end)).orElseThrow())
        .rejects("one more", BigDecimal.valueOf(k + 1L));
  }

  @Provide
  Arbitrary<Double> shrinkages() {
    return Arb.logUniform(1e-16, 0.1);
  }

  /** −1/ln(1−x) = 1/x − ½ − x/12 − x²/24 − 19x³/720 − (3/160)x⁴ − …, all further signs negative. */
  @Property(tries = 60)
  @Checks("omnigrok.ext.discrete-count")
  void seriesOfTheCount(@ForAll("shrinkages") double x) {
    NormDecay decay = new NormDecay(Real.of(x), Real.ONE);
    Real steps = decay.steps(Real.ONE.exp(), Real.ONE).orElseThrow();
    double missing = Real.ONE.over(Real.of(x)).minus(steps).toDouble();
    double tail = x / 12 + x * x / 24;
    Check.of("omnigrok.ext.discrete-count", "1/x + 1/ln(1-x)")
        .part("series")
        .by(Oracle.LIMIT)
        .at("x", x)
        .expecting(
            0.5 + tail + 19 * x * x * x / 720,
            Tolerance.sum(
                new Tolerance.Truncation(0.0206, x, 4, "3/160 x^4 + 863/60480 x^5 + ..., x <= 0.1"),
                new Tolerance.Ulp(4, "sums of doubles")))
        .holds(missing)
        .rejects("without 19x^3/720", 0.5 + tail)
        .rejects("without 1/2", missing - 0.5);
  }

  @Provide
  Arbitrary<Double> rates() {
    return Arb.logUniform(1e-9, 0.9);
  }

  @Property(tries = 60)
  @Checks({"omnigrok.sec2.time", "omnigrok.sec51.logw-speed"})
  void timeIsTheLogarithmOverTheRate(
      @ForAll("rates") double eta, @ForAll("rates") double gamma, @ForAll("rates") double ratio) {
    NormDecay decay = new NormDecay(Real.of(eta), Real.of(gamma));
    Apfloat log = ApfloatMath.log(Precise.of(ratio)).negate();
    double expected = Precise.toDouble(log.divide(Precise.of(eta).multiply(Precise.of(gamma))));
    Real steps = decay.flowSteps(Real.ONE, Real.of(ratio)).orElseThrow();
    Check.of("omnigrok.sec2.time", "ln(w0/wc)/(eta gamma)")
        .by(Oracle.TABLE)
        .at("eta", eta, "gamma", gamma, "wc/w0", ratio)
        .expecting(expected, TWICE_ROUNDED)
        .holds(steps.toDouble())
        .rejects("without eta", steps.times(Real.of(eta)).toDouble());
    // After half of these steps ln w has fallen by half of ln(w0/wc): its speed is constant.
    double fallen = decay.flowNorm(Real.ONE, steps.over(2)).log().negate().toDouble();
    Check.of("omnigrok.sec51.logw-speed", "fall of ln w after half of the steps")
        .by(Oracle.TABLE)
        .at("eta", eta, "gamma", gamma, "wc/w0", ratio)
        .expecting(Precise.toDouble(log) / 2, TWICE_ROUNDED)
        .holds(fallen)
        .rejects("w itself at constant speed", -StrictMath.log((1 + ratio) / 2));
  }

  @Property(tries = 60)
  @Checks("omnigrok.sec2.time")
  void timesAddUpAndScale(
      @ForAll("rates") double eta, @ForAll("rates") double first, @ForAll("rates") double second) {
    NormDecay decay = new NormDecay(Real.of(eta), Real.of(0.5));
    Real middle = Real.of(first);
    Real end = middle.times(Real.of(second));
    Real whole = decay.steps(Real.ONE, end).orElseThrow();
    Real parts =
        decay.steps(Real.ONE, middle).orElseThrow().plus(decay.steps(middle, end).orElseThrow());
    Check.of("omnigrok.sec2.time", "t(w0,wm) + t(wm,wc) = t(w0,wc)")
        .at("eta", eta, "wm", first, "wc", end)
        .expecting(whole.toDouble(), TWICE_ROUNDED)
        .holds(parts.toDouble());
    NormDecay slower = new NormDecay(Real.of(eta), Real.of(0.25));
    Real flow = decay.flowSteps(Real.ONE, end).orElseThrow();
    Check.of("omnigrok.sec2.time", "halving gamma doubles the time of the flow")
        .at("eta", eta, "wc", end)
        .expecting(2 * flow.toDouble(), TWICE_ROUNDED)
        .holds(slower.flowSteps(Real.ONE, end).orElseThrow().toDouble());
    double x = decay.shrinkage().toDouble();
    Check.of("omnigrok.sec2.time", "steps over those of the flow, 1 - x/2 - x^2/12 - ...")
        .at("x", x)
        .expecting(
            1 - x / 2 - x * x / 12,
            Tolerance.sum(
                new Tolerance.Truncation(0.06, x, 3, "x^3/24 + 19x^4/720 + ... for x <= 0.45"),
                new Tolerance.Ulp(4, "sums of doubles")))
        .holds(whole.over(flow).toDouble())
        .rejects("no correction", 1);
  }

  @Property(tries = 60)
  @Checks("omnigrok.sec2.exp-decay")
  void normAfterStepsIsThePower(
      @ForAll @IntRange(min = 0, max = 60) int steps,
      @ForAll @IntRange(min = 1, max = 2500) int perMille) {
    Rational kept = Rational.of(1000 - perMille, 1000).abs();
    NormDecay decay = new NormDecay(Real.ONE, thousandths(perMille));
    Check.of("omnigrok.sec2.exp-decay", "norm after k steps without a gradient")
        .part("no gradient")
        .by(Oracle.TABLE)
        .at("k", steps, "eta*gamma", decay.shrinkage())
        .expecting(
            kept.power(steps).times(3).toDouble(),
            new Tolerance.Ulp(1, "60 digits against an exact power, rounded once"))
        .holds(decay.norm(Real.of(3), Real.of(steps)).toDouble())
        .rejects("exp(-eta gamma k)", decay.flowNorm(Real.of(3), Real.of(steps)).toDouble());
  }

  @Example
  @Infrastructure("edges and refusals")
  void edges() {
    NormDecay none = new NormDecay(Real.ONE, Real.ZERO);
    assertTrue(none.flowSteps(Real.TWO, Real.ONE).isEmpty());
    assertTrue(none.steps(Real.TWO, Real.ONE).isEmpty());
    assertEquals(Real.ZERO, none.steps(Real.ONE, Real.ONE).orElseThrow());
    assertEquals(Real.ZERO, none.flowSteps(Real.ONE, Real.ONE).orElseThrow());
    assertEquals(BigDecimal.ZERO, none.wholeSteps(Real.ONE, Real.ONE).orElseThrow());
    assertEquals(Real.TWO, none.norm(Real.TWO, Real.of(9)));
    NormDecay whole = new NormDecay(Real.ONE, Real.ONE);
    assertEquals(BigDecimal.ONE, whole.wholeSteps(Real.TWO, Real.ONE).orElseThrow());
    assertEquals(Real.ZERO, whole.norm(Real.TWO, Real.ONE));
    assertEquals(Real.TWO, whole.norm(Real.TWO, Real.ZERO));
    assertRefused("eta: need a number above 0, got 0", () -> new NormDecay(Real.ZERO, Real.ONE));
    assertRefused("gamma: need a number of at least 0", () -> new NormDecay(Real.ONE, Real.of(-1)));
    assertRefused("wc: need a number above 0", () -> whole.steps(Real.ONE, Real.ZERO));
    assertRefused("w0: need at least wc = 2, got 1", () -> whole.steps(Real.ONE, Real.TWO));
    assertRefused("steps: need", () -> whole.norm(Real.ONE, Real.of(-1)));
    NormDecay fast = new NormDecay(Real.ONE, Real.of(1.5));
    assertRefused("eta*gamma: need at most 1", () -> fast.steps(Real.TWO, Real.ONE));
  }
}
