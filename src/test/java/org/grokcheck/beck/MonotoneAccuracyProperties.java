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
import org.grokcheck.evidence.Oracle;
import org.grokcheck.evidence.Tolerance;
import org.grokcheck.harness.Arb;
import org.grokcheck.oracle.Precise;
import org.grokcheck.oracle.SeparableRemainder;

/** The accuracy of the two-point flow from S̃ = b = 0 rises from its first value to its limit. */
class MonotoneAccuracyProperties {
  /** A flow and a place on it, as a share of the pull. */
  record Place(double x, double sigma, double pull, double ratio) {
    TwoPointModel model() {
      return TwoPointModel.fromOrigin(TwoPoints.of(x), sigma, 1);
    }

    TwoPointState state() {
      return model().trajectory().atPull(pull);
    }

    Object[] inputs() {
      return new Object[] {"x", x, "sigma", sigma, "pull", pull, "ratio", ratio};
    }
  }

  private static double threshold(TwoPointState state) {
    return -state.bias() / state.weight();
  }

  /**
   * z(S̃) = (1/σ²)(1 + h/S̃), h = −(1/x) log((1−xE)/(1−x)), in fifty digits at the product's S̃.
   */
  @Property(tries = 150)
  @Checks("beck.ext.monotone-accuracy")
  void thresholdIsAFunctionOfTheWeight(@ForAll("awayFromTheEnd") Place p) {
    TwoPointState state = p.state();
    Apfloat x = Precise.of(p.x);
    Apfloat s = Precise.of(state.weight());
    Apfloat e = ApfloatMath.exp(Precise.ONE.add(x).multiply(s));
    Apfloat rest = Precise.ONE.subtract(x.multiply(e)).divide(Precise.ONE.subtract(x));
    Apfloat h = ApfloatMath.log(rest).divide(x).negate();
    double i = 1 / (p.sigma * p.sigma);
    double expected = i * (1 + Precise.toDouble(h.divide(s)));
    double slope = (1 + p.x) * Precise.toDouble(e.divide(rest.multiply(Precise.ONE.subtract(x))));
    FlowRounding rounding = FlowRounding.of(p.model(), state);
    double weightError = rounding.weightChangeError();
    Check.of("beck.ext.monotone-accuracy", "−b/S̃ = (1 + h(S̃)/S̃)/σ²")
        .part("form")
        .by(Oracle.TABLE)
        .at(p.inputs())
        .expecting(
            expected,
            Tolerance.sum(
                Tolerance.remainder(
                    (i * slope + 2 * expected) * weightError / state.weight(),
                    "rounding of S̃ through dz/dS̃"),
                Tolerance.remainder(
                    rounding.biasChangeError() / state.weight(), "rounding of b over S̃"),
                Tolerance.remainder(
                    8 * Tolerance.UNIT_ROUNDOFF * expected, "rounding of the quotient")))
        .holds(threshold(state))
        .rejects("h without 1/x", i * (1 + p.x * (expected / i - 1)))
        .rejects("σ for σ²", expected * p.sigma);
  }

  @Property(tries = 300)
  @Checks("beck.ext.monotone-accuracy")
  void thresholdRisesAlongTheFlow(@ForAll("places") Place p) {
    TwoPointModel model = p.model();
    double later = threshold(model.trajectory().atPull(p.pull * p.ratio));
    double earlier = threshold(p.state());
    TwoPointTrajectory shifted = model.startingAt(0, -1).trajectory();
    double shiftedLater = threshold(shifted.atPull(p.pull * p.ratio));
    double shiftedEarlier = threshold(shifted.atPull(p.pull));
    Check.of("beck.ext.monotone-accuracy", "z(t₁) − z(t₂), t₁ < t₂")
        .part("monotone")
        .at(p.inputs())
        .expectingAtMost(
            0, new Tolerance.Rounding(40, later, "z at both times: S̃, b and their quotient"))
        .holds(earlier - later)
        .rejects("from b₀ = −1, where it first falls", shiftedEarlier - shiftedLater);
  }

  /** h is convex, so 0 ≤ h/S̃ − h′(0) ≤ S̃h″(S̃)/2 with h″ = (1+x)²E/(1−xE)². */
  @Property(tries = 300)
  @Checks("beck.ext.monotone-accuracy")
  void startsFromItsFirstValue(@ForAll("earlyPlaces") Place p) {
    TwoPointState state = p.state();
    double i = 1 / (p.sigma * p.sigma);
    double lift = StrictMath.expm1((1 + p.x) * state.weight());
    double distance = TwoPoints.of(p.x).oneMinusX() - p.x * lift;
    double curvature = (1 + p.x) * (1 + p.x) * (1 + lift) / (distance * distance);
    double expected = 2 * i / TwoPoints.of(p.x).oneMinusX();
    double remains = i * state.weight() * curvature / 2;
    Check.of("beck.ext.monotone-accuracy", "z → 2/(σ²(1−x)), t → 0")
        .part("first value")
        .by(Oracle.LIMIT)
        .at(p.inputs())
        .expecting(
            expected,
            Remainders.sum(remains, 40 * Tolerance.UNIT_ROUNDOFF * expected, "S̃h″/(2σ²)"))
        .holds(threshold(state))
        .rejects("1/(σ²(1−x))", expected / 2)
        .rejects("σ for σ²", expected * p.sigma);
  }

  @Property(tries = 200)
  @Checks("beck.ext.monotone-accuracy")
  void separableLimitIsTheMargins(
      @ForAll("margins") double m, @ForAll("scales") double sigma, @ForAll("late") double logTime) {
    TwoPointState state =
        TwoPointModel.fromOrigin(TwoPoints.of(-m), sigma, 1).trajectory().atLogTime(logTime);
    SeparableRemainder remainder = new SeparableRemainder(m, sigma, 1);
    double norm = 1 + sigma * sigma * m * m;
    double l = remainder.scaledLogTime(logTime);
    double least = sigma * sigma * m * l / norm + remainder.weightConstant();
    double below = remainder.weightRemainder(logTime);
    double limit = 1 / (sigma * sigma * m);
    double biasGap = Math.abs(remainder.biasConstant()) + remainder.biasRemainder(logTime);
    double remains = (biasGap + limit * (remainder.weightConstant() + below)) / (least - below);
    double rounding = 40 * Tolerance.UNIT_ROUNDOFF * limit + Remainders.clockRounding(logTime) / l;
    Check.of("beck.ext.monotone-accuracy", "z → 1/(σ²|x|), x < 0")
        .part("limit of separable data")
        .by(Oracle.LIMIT)
        .at("x", -m, "sigma", sigma, "logT", logTime)
        .expecting(
            limit,
            Remainders.sum(
                least > below ? remains : Double.POSITIVE_INFINITY,
                rounding,
                "constants and remainders of b and S̃ over S̃"))
        .holds(threshold(state))
        .rejects("1/(σ|x|)", limit * sigma)
        .rejects("first value", 2 / (sigma * sigma * (1 + m)));
  }

  /**
   * L_train ≥ Z e^b gives b ≤ −log(1 + ηZt), and S̃ ≤ S̃_∞: 1 − A ≤ ½ e^{−z²/2} with z of these.
   */
  @Property(tries = 200)
  @Checks("beck.ext.monotone-accuracy")
  void inseparableLimitIsOne(
      @ForAll("inseparable") double x,
      @ForAll("scales") double sigma,
      @ForAll("late") double logT) {
    TwoPointModel model = TwoPointModel.fromOrigin(TwoPoints.of(x), sigma, 1);
    TwoPointState state = model.trajectory().atLogTime(logT);
    double logX = StrictMath.log(x);
    double stationary = -logX / (1 + x);
    double z = (StrictMath.log(0.5) + logT) / stationary;
    double remains = 0.5 * StrictMath.exp(-z * z / 2);
    double first = new GaussianClassifier(1, -2 / (sigma * sigma * (1 - x))).error();
    Check.of("beck.ext.monotone-accuracy", "1 − A → 0, x > 0")
        .part("limit of inseparable data")
        .by(Oracle.LIMIT)
        .at("x", x, "sigma", sigma, "logT", logT)
        .expecting(0, Tolerance.remainder(remains, "Gaussian tail at log(t/2)/S̃_∞, as Z ≥ ½"))
        .holds(model.classifier(state.weight(), state.bias()).error())
        .rejects("first value kept", first);
  }

  @Provide
  Arbitrary<Double> scales() {
    return Arb.logUniform(0.3, 30);
  }

  @Provide
  Arbitrary<Double> late() {
    return Arb.logUniform(200, 1e4);
  }

  @Provide
  Arbitrary<Double> margins() {
    return Arb.uniform(0.05, 0.99);
  }

  @Provide
  Arbitrary<Double> inseparable() {
    return Arbitraries.oneOf(Arb.logUniform(1e-6, 0.1), Arb.uniform(0.1, 0.999));
  }

  private Arbitrary<Double> sides() {
    return Arbitraries.oneOf(
        Arb.signedLogUniform(1e-12, 0.1).filter(v -> v != 0),
        Arb.uniform(-0.99, 0.99).filter(v -> v != 0),
        Arb.logUniform(1e-12, 0.01).map(d -> 1 - d));
  }

  @Provide
  Arbitrary<Place> places() {
    return Combinators.combine(
            sides(), scales(), Arb.logUniform(1e-6, 1e3), Arb.logUniform(1 + 1e-9, 1e3))
        .as(Place::new);
  }

  @Provide
  Arbitrary<Place> awayFromTheEnd() {
    return Combinators.combine(
            sides().filter(v -> Math.abs(v) > 1e-9),
            scales(),
            Arb.logUniform(1e-3, 3),
            Arbitraries.just(1.0))
        .as(Place::new);
  }

  /** Pulls that are small beside 1 − x, hence S̃ far from S̃_∞. */
  @Provide
  Arbitrary<Place> earlyPlaces() {
    return Combinators.combine(
            sides(), scales(), Arb.logUniform(1e-18, 1e-3), Arbitraries.just(1.0))
        .as((x, sigma, share, ratio) -> new Place(x, sigma, share * (1 - x), ratio));
  }
}
