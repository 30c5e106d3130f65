package org.grokcheck.beck;

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
import org.grokcheck.oracle.GaussianTail;

/**
 * The ends of the accuracy Φ(ζ), ζ = −b/S̃, of a flow from S̃ = b = 0: for separable data the limit
 * is approached from below; opposite equal points keep ζ = 1/σ².
 */
class AccuracyEndsProperties {
  /** Two states of a flow from S̃ = b = 0, by the times' logarithms. */
  record Pair(double x, double sigma, double first, double second) {
    TwoPointTrajectory path() {
      return TwoPointModel.fromOrigin(TwoPoints.of(x), sigma, 1).trajectory();
    }

    /** −b/S̃ of a flow from S̃ = 0 and another bias, at the later time. */
    double from(double bias) {
      TwoPointModel model = new TwoPointModel(TwoPoints.of(x), sigma, 1, 0, bias);
      return argument(model.trajectory().atLogTime(second));
    }

    Object[] inputs() {
      return new Object[] {"x", x, "sigma", sigma, "logT", first, "later", second};
    }
  }

  private static double argument(TwoPointState state) {
    return -state.bias() / state.weight();
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
        .expectingAtMost(
            limit, new Tolerance.Rounding(32, limit, "S̃ and b with a few ulp, one quotient"))
        .holds(late)
        .rejects("S for S̃ = σS", late * pair.sigma)
        .rejects("b₀ = −log(1 + 1/M), not 0", pair.from(-StrictMath.log1p(1 / margin)));
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
  Arbitrary<Pair> separable() {
    return pairs(Arb.logUniform(1e-6, 0.99).map(m -> -m), 2, 1e4);
  }

  @Provide
  Arbitrary<Pair> opposite() {
    return pairs(Arbitraries.just(-1.0), -20, 700);
  }
}
