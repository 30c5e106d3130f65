package org.grokcheck.beck;

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
import org.grokcheck.evidence.Comparison;
import org.grokcheck.evidence.Oracle;
import org.grokcheck.evidence.Tolerance;
import org.grokcheck.harness.Arb;
import org.grokcheck.oracle.GaussianTail;
import org.grokcheck.oracle.Precise;

/**
 * From S̃ = b = 0 the accuracy Φ(−b/S̃) rises from Φ(2/(σ²(1−x))) to its limit. It is compared through
 * its argument ζ = −b/S̃, since Φ rounds to 1: by the conserved quantity of the flow σ²ζ = 1 + h(S̃)/S̃,
 * h(S) = −log((1 − xE)/(1 − x))/x, a convex function with h(0) = 0.
 */
class AccuracyMonotonicityProperties {
  /** Two states of a flow from S̃ = b = 0, by the times' logarithms. */
  record Pair(double x, double sigma, double first, double second) {
    TwoPointTrajectory path() {
      return TwoPointModel.fromOrigin(TwoPoints.of(x), sigma, 1).trajectory();
    }

    Object[] inputs() {
      return new Object[] {"x", x, "sigma", sigma, "logT", first, "later", second};
    }
  }

  private static double argument(TwoPointState state) {
    return -state.bias() / state.weight();
  }

  @Property(tries = 300)
  @Checks("beck.ext.monotone-accuracy")
  void argumentRisesWithTime(@ForAll("pairs") Pair pair) {
    double earlier = argument(pair.path().atLogTime(pair.first));
    double later = argument(pair.path().atLogTime(pair.second));
    Check.of("beck.ext.monotone-accuracy", "earlier −b/S̃ at most the later")
        .part("monotone")
        .by(Oracle.INVARIANT)
        .at(pair.inputs())
        .expectingAtMost(
            later, new Tolerance.Rounding(32, Math.abs(later), "S̃ and b with a few ulp, one quotient"))
        .holds(earlier)
        .rejects("falling", 2 * later - earlier);
  }

  @Property(tries = 60)
  @Checks("beck.ext.monotone-accuracy")
  void argumentIsOnePlusConvexQuotient(
      @ForAll("nonzero") double position, @ForAll("scales") double sigma, @ForAll("shares") double share) {
    Pair pair = new Pair(position, sigma, 0, 0);
    double most = position > 0 ? -StrictMath.log(position) / (1 + position) : 20;
    TwoPointState state = pair.path().atPull(pair.path().pullAtWeight(share * most));
    Apfloat x = Precise.of(position);
    Apfloat weight = Precise.of(state.weight());
    Apfloat lift = ApfloatMath.exp(Precise.ONE.add(x).multiply(weight));
    Apfloat distance = Precise.ONE.subtract(x.multiply(lift));
    Apfloat h = ApfloatMath.log(distance.divide(Precise.ONE.subtract(x))).negate().divide(x);
    Apfloat square = Precise.of(pair.sigma).multiply(Precise.of(pair.sigma));
    double expected =
        Precise.toDouble(Precise.ONE.add(h.divide(weight)).divide(square));
    // d log h/d log S = S·gE/((1 − xE)h): what an ulp of the state's weight amounts to.
    Apfloat slope =
        weight
            .multiply(Precise.ONE.add(x))
            .multiply(lift)
            .divide(distance.multiply(h));
    double condition = 1 + Math.abs(Precise.toDouble(slope));
    Check.of("beck.ext.monotone-accuracy", "−b/S̃ = (1 + h(S̃)/S̃)/σ²")
        .part("form")
        .by(Oracle.TABLE)
        .at("x", position, "sigma", sigma, "weight", state.weight())
        .expecting(
            expected,
            new Tolerance.Rounding(
                32, condition * Math.abs(expected), "an ulp of S̃ times the condition of h"))
        .holds(argument(state))
        .rejects("h alone", expected - Precise.toDouble(Precise.ONE.divide(square)))
        .rejects("1/σ for 1/σ²", expected * pair.sigma);
  }

  @Property(tries = 200)
  @Checks("beck.ext.monotone-accuracy")
  void startsAtItsInitialValue(@ForAll("pairs") Pair pair) {
    double gap = 1 - pair.x;
    double square = pair.sigma * pair.sigma;
    double tiny = 1e-12 / (1 + square);
    double early = argument(pair.path().atLogTime(StrictMath.log(tiny)));
    double initial = 2 / (square * gap);
    // Relative to its start the quotient rises by ¼h″S̃(1−x), h″(0) = ((1+x)/(1−x))², and S̃ ≤
    // ½σ²(1−x)t: at most ½σ²t, taken eight times to cover h″ between 0 and S̃.
    Check.of("beck.ext.monotone-accuracy", "−b/S̃ → 2/(σ²(1−x)) as t → 0")
        .part("start")
        .by(Oracle.LIMIT)
        .at(pair.inputs())
        .expecting(
            initial,
            Remainders.sum(
                initial * 8 * 0.5 * square * tiny,
                64 * Tolerance.UNIT_ROUNDOFF * initial,
                "h″S̃/2 relative to h/S̃"))
        .holds(early)
        .rejects("1/(σ²(1−x))", 0.5 * initial)
        .rejects("2/(σ(1−x))", initial * pair.sigma);
  }

  @Property(tries = 200)
  @Checks("beck.ext.monotone-accuracy")
  void staysBelowItsLimit(@ForAll("separable") Pair pair) {
    double margin = -pair.x;
    double limit = 1 / (pair.sigma * pair.sigma * margin);
    double late = argument(pair.path().atLogTime(pair.second));
    Check.of("beck.ext.monotone-accuracy", "−b/S̃ ≤ 1/(σ²M)")
        .part("separable limit from below")
        .by(Oracle.INVARIANT)
        .at(pair.inputs())
        .expectingAtMost(limit, new Tolerance.Rounding(32, limit, "S̃ and b with a few ulp, one quotient"))
        .holds(late)
        .rejects("approached from above", 2 * limit - late);
    double weight = pair.path().atLogTime(pair.second).weight();
    // S̃ + σ²Mb = c − ε₁ with 0 ≤ c − ε₁ ≤ log(1 + 1/M): the quotient lacks that over σ²MS̃.
    Check.of("beck.ext.monotone-accuracy", "−b/S̃ → 1/(σ²M)")
        .part("separable limit")
        .by(Oracle.LIMIT)
        .at(pair.inputs())
        .expecting(
            limit,
            Remainders.sum(
                limit * StrictMath.log1p(1 / margin) / weight,
                limit * 32 * Tolerance.UNIT_ROUNDOFF,
                "log(1 + 1/M)/(σ²MS̃)"))
        .holds(late)
        .rejects("1/(σM)", limit * pair.sigma);
  }

  @Property(tries = 60)
  @Checks("beck.ext.monotone-accuracy")
  void endsOfTheAccuracy(@ForAll("separable") Pair pair) {
    double square = pair.sigma * pair.sigma;
    TwoPoints points = TwoPoints.of(pair.x);
    double end = 1 / (square * -pair.x);
    share(pair, "lim A = Φ(1/(σ²M))", end)
        .holds(AccuracyThreshold.limit(points, pair.sigma))
        .rejects("Φ(1/(σM))", normal(end * pair.sigma));
    double start = 2 / (square * (1 - pair.x));
    share(pair, "A(0+) = Φ(2/(σ²(1−x)))", start)
        .holds(AccuracyThreshold.initialFromOrigin(points, pair.sigma))
        .rejects("Φ(1/(σ²(1−x)))", normal(start / 2));
  }

  private static Comparison share(Pair pair, String quantity, double argument) {
    double expected = normal(argument);
    // φ(ζ)ζ/Φ(ζ) is at most 0.3 for ζ > 0: the argument's four roundings count less than Φ's own.
    return Check.of("beck.ext.monotone-accuracy", quantity)
        .part("ends")
        .by(Oracle.TABLE)
        .at("x", pair.x, "sigma", pair.sigma)
        .expecting(expected, new Tolerance.Rounding(12, expected, "4 of ζ, 6 of Φ"));
  }

  private static double normal(double argument) {
    return GaussianTail.upper(-Math.min(argument, 40));
  }

  @Property(tries = 100)
  @Checks("beck.ext.monotone-accuracy")
  void isConstantForOppositeEqualPoints(@ForAll("opposite") Pair pair) {
    Check.of("beck.ext.monotone-accuracy", "−b/S̃ at x = −1")
        .part("x = −1")
        .by(Oracle.INVARIANT)
        .at(pair.inputs())
        .expecting(
            1 / (pair.sigma * pair.sigma),
            new Tolerance.Rounding(16, 1 / (pair.sigma * pair.sigma), "one quotient of S̃ and b"))
        .holds(argument(pair.path().atLogTime(pair.first)))
        .holds(argument(pair.path().atLogTime(pair.second)))
        .rejects("2/σ²", 2 / (pair.sigma * pair.sigma));
  }

  private static Arbitrary<Pair> pairs(Arbitrary<Double> positions, double from, double to) {
    return Combinators.combine(
            positions, Arb.logUniform(0.05, 1000), Arb.uniform(from, to), Arb.uniform(from, to))
        .as((x, sigma, a, b) -> new Pair(x, sigma, Math.min(a, b), Math.max(a, b)));
  }

  @Provide
  Arbitrary<Pair> pairs() {
    return pairs(
        Arbitraries.oneOf(
            Arb.uniform(-0.999, 0.999), Arb.signedLogUniform(1e-15, 0.9), Arb.uniform(-0.1, 0.1)),
        -20,
        700);
  }

  @Provide
  Arbitrary<Double> nonzero() {
    return Arbitraries.oneOf(Arb.uniform(-0.95, 0.95), Arb.signedLogUniform(1e-6, 0.9))
        .filter(x -> x != 0);
  }

  @Provide
  Arbitrary<Double> scales() {
    return Arb.logUniform(0.05, 1000);
  }

  /** Shares of the largest weight considered. */
  @Provide
  Arbitrary<Double> shares() {
    return Arb.uniform(0.001, 0.99);
  }

  @Provide
  Arbitrary<Pair> separable() {
    return pairs(Arb.logUniform(1e-6, 0.99).map(m -> -m), 2, 1e4);
  }

  @Provide
  Arbitrary<Pair> opposite() {
    return pairs(Arbitraries.just(-1.0), -20, 700);
  }
}
