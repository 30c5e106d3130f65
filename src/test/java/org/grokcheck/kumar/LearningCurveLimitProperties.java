package org.grokcheck.kumar;

import java.util.function.LongFunction;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.grokcheck.evidence.Check;
import org.grokcheck.evidence.Checks;
import org.grokcheck.evidence.Oracle;
import org.grokcheck.evidence.Tolerance;
import org.grokcheck.harness.Arb;
import org.grokcheck.math.exact.Rational;

/**
 * The learning curve at D, 2D and 4D against its limits: 2E(2D) − E(D) cancels terms of order 1/D,
 * and what it changes by from D to 2D is three times what is left at 2D.
 */
class LearningCurveLimitProperties {
  private static final long DIMENSION = 1L << 20;
  private static final String PROPORTIONAL = "kumar.ext.learning-curve-proportional";
  private static final String QUADRATIC = "kumar.ext.learning-curve-quadratic";

  @Provide
  Arbitrary<Double> eps() {
    return Arb.logUniform(0.05, 5);
  }

  @Provide
  Arbitrary<Double> ridges() {
    return Arbitraries.oneOf(Arbitraries.just(0.0), Arb.logUniform(1e-2, 10));
  }

  /** E D²/|β|⁴ and κ' of the learning curve. */
  private static LearningCurve.Point point(long d, long samples, double eps, double ridge) {
    Rational scale = Rational.of(d);
    return new LearningCurve(new InitialSpectrum(d, Rational.of(eps)), scale, Rational.of(ridge))
        .at(samples);
  }

  /** A limit with the error bar that the sequence itself gives. */
  private record Extrapolated(double value, double left) {
    static Extrapolated of(LongFunction<Double> sequence) {
      double first = sequence.apply(DIMENSION);
      double second = sequence.apply(2 * DIMENSION);
      double third = sequence.apply(4 * DIMENSION);
      double coarse = 2 * second - first;
      double fine = 2 * third - second;
      return new Extrapolated(fine, Math.abs(fine - coarse));
    }

    Tolerance tolerance() {
      return Tolerance.sum(
          Tolerance.remainder(left, "three times the term of order 1/D² that is left"),
          new Tolerance.Rounding(8, Math.abs(value), "values of the curve, combined as 2 − 1"));
    }
  }

  private static Check check(String claim, String quantity, Object... at) {
    return Check.of(claim, quantity).part("limit of the equation").by(Oracle.LIMIT).at(at);
  }

  @Property(tries = 60)
  @Checks(PROPORTIONAL)
  void curveTendsToTheProportionalOne(
      @ForAll @IntRange(min = 1, max = 64) int sixteenths,
      @ForAll("eps") double eps,
      @ForAll("ridges") double ridge) {
    Rational rho = Rational.of(sixteenths, 16);
    ProportionalCurve.Point limit =
        new ProportionalCurve(Rational.of(eps), Rational.of(ridge)).at(rho);
    Object[] at = {"rho", rho.toDouble(), "eps", eps, "ridge", ridge};
    Extrapolated risk =
        Extrapolated.of(d -> point(d, d / 16 * sixteenths, eps, ridge).risk().doubleValue());
    check(PROPORTIONAL, "E D²/|β|⁴ as D → ∞", at)
        .expecting(risk.value(), risk.tolerance())
        .holds(limit.risk().doubleValue())
        .rejects("kernel without x² as a ridge", withoutQuadratic(rho, eps, ridge));
    Extrapolated kappa =
        Extrapolated.of(
            d -> {
              long samples = d / 16 * sixteenths;
              return point(d, samples, eps, ridge).kappa().doubleValue() * samples;
            });
    check(PROPORTIONAL, "κ = Pκ' as D → ∞", at)
        .expecting(kappa.value(), kappa.tolerance())
        .holds(limit.kappa().doubleValue())
        .rejects("Dκ'", limit.kappa().doubleValue() / rho.toDouble());
  }

  /** ε²/2 for the unlearned part, as if it were spread over |x|² too. */
  private static double withoutQuadratic(Rational rho, double eps, double ridge) {
    Rational half = Rational.of(eps).square().over(2);
    return new ProportionalCurve(Rational.of(eps), Rational.of(ridge).plus(half))
        .at(rho)
        .risk()
        .doubleValue();
  }

  /** κ = ε + ε²/2 + …, hence E = (3/8ε)(1 + ε/3 + …) at P = D. */
  @Property(tries = 60)
  @Checks(PROPORTIONAL)
  void riskDivergesAtThePeak(@ForAll("small") double eps) {
    double risk =
        new ProportionalCurve(Rational.of(eps), Rational.ZERO)
            .at(Rational.ONE)
            .risk()
            .doubleValue();
    check(PROPORTIONAL, "8ε E D²/(3|β|⁴) at ρ = 1", "eps", eps)
        .expecting(
            1 + eps / 3,
            Tolerance.sum(
                new Tolerance.Truncation(
                    25 / 24.0, eps, 2, "next term of the series; those after it are negative"),
                new Tolerance.Rounding(4, 1, "quotients")))
        .holds(risk * eps * 8 / 3)
        .rejects("the leading term alone", 1)
        .rejects("3/(4ε)", risk * eps * 4 / 3);
  }

  @Provide
  Arbitrary<Double> small() {
    return Arb.logUniform(1e-8, 0.1);
  }

  @Property(tries = 60)
  @Checks(QUADRATIC)
  void curveTendsToTheQuadraticOne(
      @ForAll @IntRange(min = 1, max = 40) int sixteenths,
      @ForAll("eps") double eps,
      @ForAll("ridges") double ridge) {
    Rational p = Rational.of(sixteenths, 16);
    double limit = new QuadraticCurve(Rational.of(eps), Rational.of(ridge)).at(p).doubleValue();
    Extrapolated risk =
        Extrapolated.of(d -> point(d, d / 32 * d * sixteenths, eps, ridge).risk().doubleValue());
    check(QUADRATIC, "E D²/|β|⁴ as D → ∞", "p", p.toDouble(), "eps", eps, "ridge", ridge)
        .expecting(risk.value(), risk.tolerance())
        .holds(limit)
        .rejects("P = p D²", quadratic(p.times(2), eps, ridge))
        .rejects("d = ridge/ε", quadratic(p, Math.sqrt(eps), ridge))
        .rejects("max(0, 1 − p)/2 whatever the ridge", quadratic(p, eps, 0));
  }

  private static double quadratic(Rational p, double eps, double ridge) {
    return new QuadraticCurve(Rational.of(eps), Rational.of(ridge)).at(p).doubleValue();
  }

  /** Without a ridge ε drops out, and the general form goes over into max(0, 1 − p)/2. */
  @Property(tries = 60)
  @Checks(QUADRATIC)
  void ridgelessLimitIsReachedFromSmallRidges(
      @ForAll @IntRange(min = 1, max = 40) int sixteenths, @ForAll("eps") double eps) {
    Rational p = Rational.of(sixteenths, 16);
    double ridgeless = quadratic(p, eps, 0);
    double ridge = 1e-12 * eps * eps;
    check(QUADRATIC, "E D²/|β|⁴ at d = 1e-12", "p", p.toDouble(), "eps", eps)
        .expecting(
            Math.max(0, 1 - p.toDouble()) / 2,
            sixteenths == 16
                ? new Tolerance.Truncation(1, 1e-12, 0.5, "√d/2 at p = 1")
                : new Tolerance.Truncation(
                    1, 1e-12 / Math.abs(1 - p.toDouble()), 1, "linear in d, slope 1/|1 − p|"))
        .holds(ridgeless)
        .holds(quadratic(p, eps, ridge))
        .rejects("at d = 1e-6", quadratic(p, eps, 1e-6 * eps * eps));
  }

  @Property(tries = 60)
  @Checks({"kumar.sec5.degree-k", "kumar.sec11.two-scales"})
  void halfOfAModeIsLearnedAtItsScale(@ForAll("eps") double eps) {
    Rational exact = Rational.of(eps);
    double square = eps * eps;
    scale("kumar.sec5.degree-k", "linear", eps, 1, d -> d.linear(), 0.5 + square);
    scale("kumar.sec5.degree-k", "quadratic", eps, 2, d -> d.traceless(), 0.25);
    double norm = 1 + 1 / (1 + square);
    scale("kumar.sec11.two-scales", "|x|²", eps, 1, d -> d.normSquared(), norm);
    scale("kumar.sec11.two-scales", "traceless", eps, 2, d -> d.traceless(), 0.25);
    Check.of("kumar.sec11.two-scales", "P of |x|² doesn't follow 1/λ = D/ε² as ε → 0")
        .part("|x|²")
        .by(Oracle.LIMIT)
        .at("eps", eps)
        .expecting(norm, new Tolerance.Rounding(4, norm, "the limit itself"))
        .holds(1 + Rational.ONE.over(Rational.ONE.plus(exact.square())).toDouble())
        .rejects("1/ε²", 1 / square);
  }

  private interface Eigenvalue {
    Rational of(InitialSpectrum spectrum);
  }

  private static void scale(
      String claim, String part, double eps, int power, Eigenvalue mode, double limit) {
    Extrapolated share =
        Extrapolated.of(
            d -> {
              InitialSpectrum spectrum = new InitialSpectrum(d, Rational.of(eps));
              Rational samples =
                  new LearningCurve(spectrum, Rational.ONE, Rational.ZERO)
                      .samplesAt(mode.of(spectrum));
              return samples.over(Rational.of(d).power(power)).toDouble();
            });
    Check.of(claim, "P/D^" + power + " at which half of the mode is learned")
        .part(part)
        .by(Oracle.LIMIT)
        .at("eps", eps)
        .expecting(share.value(), share.tolerance())
        .holds(limit)
        .rejects("twice as many", 2 * limit)
        .rejects("P ~ D^" + (3 - power), limit * (power == 1 ? DIMENSION : 1.0 / DIMENSION));
  }
}
