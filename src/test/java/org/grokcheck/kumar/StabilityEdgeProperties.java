package org.grokcheck.kumar;

import java.math.BigDecimal;
import java.util.random.RandomGenerator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.grokcheck.data.GaussianPoints;
import org.grokcheck.evidence.Check;
import org.grokcheck.evidence.Checks;
import org.grokcheck.evidence.Oracle;
import org.grokcheck.evidence.Tolerance;
import org.grokcheck.harness.Arb;
import org.grokcheck.harness.ExactArb;
import org.grokcheck.harness.RunSettings;
import org.grokcheck.math.exact.Elimination;
import org.grokcheck.math.exact.Rational;
import org.grokcheck.math.exact.RationalMatrix;

/** The learning rate beyond which descent of the linearised model diverges. */
class StabilityEdgeProperties {
  private static final String CLAIM = "kumar.ext.gd-stability";
  private static final String QUALITATIVE = "kumar.sec8.1.stability";

  @Provide
  Arbitrary<DescentCase> cases() {
    return Arbitraries.integers()
        .between(1, 3)
        .flatMap(d -> Arbitraries.integers().between(1, 4).flatMap(p -> DescentCase.of(d, 3, p)));
  }

  private static RationalMatrix gram(DescentCase c, Rational alpha) {
    CommitteeMachine network = new CommitteeMachine(alpha, c.eps(), c.weights());
    int p = c.samples().height();
    return RationalMatrix.of(
        p, p, (i, j) -> network.kernel(c.samples().row(i), c.samples().row(j)));
  }

  /** I − (2η/P)K keeps all residuals within bounds iff (P/η)I − K is positive definite. */
  @Property(tries = 60)
  @Checks({CLAIM, QUALITATIVE})
  void edgeIsWhereTheIterationStopsToContract(
      @ForAll("cases") DescentCase c, @ForAll("factors") Rational factor) {
    RationalMatrix gram = gram(c, c.alpha());
    Rational edge = Rational.of(StabilityEdge.of(gram));
    Rational width = Rational.of(1, 10).power(30);
    Rational below = edge.times(Rational.ONE.minus(width));
    Rational above = edge.times(Rational.ONE.plus(width));
    c.check(CLAIM, "contraction just below and just above η = P/λ_max")
        .part("finite samples")
        .expectingExactly("true false")
        .holds(contracts(gram, below) + " " + contracts(gram, above))
        .rejects("2P/λ_max", contracts(gram, below.times(2)) + " " + contracts(gram, above))
        .rejects("P/(2λ_max)", contracts(gram, below) + " " + contracts(gram, above.over(2)));
    Rational rescaled = Rational.of(StabilityEdge.of(gram(c, c.alpha().times(factor))));
    Rational ratio = rescaled.times(factor.square()).over(edge).minus(Rational.ONE);
    c.check(QUALITATIVE, "the edge falls like 1/α²")
        .expectingExactly(true)
        .holds(ratio.abs().compareTo(width) < 0)
        .rejects("like 1/α", isSmall(rescaled.times(factor.abs()).over(edge), width));
    c.check(QUALITATIVE, "a step that just converges diverges at twice the α")
        .expectingExactly("true false")
        .holds(contracts(gram, below) + " " + contracts(gram(c, c.alpha().times(2)), below))
        .rejects("at the same α", contracts(gram, below) + " " + contracts(gram, below));
  }

  private static boolean isSmall(Rational ratio, Rational width) {
    return ratio.minus(Rational.ONE).abs().compareTo(width) < 0;
  }

  private static boolean contracts(RationalMatrix gram, Rational eta) {
    int p = gram.height();
    return isPositive(RationalMatrix.identity(p).times(Rational.of(p).over(eta)).minus(gram));
  }

  /** Sylvester's criterion. */
  private static boolean isPositive(RationalMatrix m) {
    for (int size = 1; size <= m.height(); size++) {
      RationalMatrix minor = RationalMatrix.of(size, size, m::get);
      if (Elimination.determinant(minor).signum() <= 0) {
        return false;
      }
    }
    return true;
  }

  @Provide
  Arbitrary<Rational> factors() {
    return ExactArb.coarse();
  }

  @Provide
  Arbitrary<Double> eps() {
    return Arb.logUniform(0.1, 5);
  }

  /** Non-zero eigenvalues of K₅/P are those of the population's times some between those of C. */
  @Property(tries = 10)
  @Checks(CLAIM)
  void manySamplesHaveTheEdgeOfThePopulation(
      @ForAll @IntRange(min = 1, max = 2) int d,
      @ForAll("eps") double eps,
      @ForAll @LongRange(min = 1) long draw) {
    RandomGenerator random = RunSettings.seeds().stream("kumar.ext.gd-stability/" + draw);
    int samples = 10 + random.nextInt(10);
    double[][] x = GaussianPoints.draw(samples, d, 1 / Math.sqrt(d), random);
    Rational exact = Rational.of(eps);
    Rational scale = Rational.of(samples, 3L * d);
    RationalMatrix gram = TangentKernel.infiniteWidth(d, exact).gram(exact(x)).times(scale);
    // K₂ = (α²/N) K₅ at α² = P, N = 3D.
    double limit = population(d, eps, d + 2) * 3 * d / samples;
    SampleSpread spread = SampleSpread.of(x);
    BigDecimal edge = StabilityEdge.of(gram);
    Check check =
        Check.of(CLAIM, "edge on P samples over its limit")
            .part("many samples")
            .by(Oracle.LIMIT)
            .at("D", d, "P", samples, "eps", eps);
    check
        .expectingAtMost(
            1 / spread.least(), Tolerance.remainder(1e-9, "eigenvalues of C to rounding"))
        .holds(edge.doubleValue() / limit);
    check
        .expectingAtMost(
            edge.doubleValue() / limit, Tolerance.remainder(1e-9, "eigenvalues of C to rounding"))
        .holds(1 / spread.largest());
    Rational claimed =
        StabilityEdge.ofPopulation(new InitialSpectrum(d, exact), Rational.of(samples), 3L * d);
    Check.of(CLAIM, "limit at α² = P²")
        .part("many samples")
        .by(Oracle.SECOND_ALGORITHM)
        .at("D", d, "eps", eps)
        .expecting(
            limit / samples, new Tolerance.Rounding(12, limit / samples, "products and a maximum"))
        .holds(claimed.toDouble())
        .rejects("linear modes alone", 3.0 * d * d / samples / samples)
        .rejects("traceless modes for |x|²", 3 * d * population(d, eps, 2) / samples / samples);
  }

  /** 1/max(1/D, ε² count/D²). */
  private static double population(int d, double eps, int count) {
    return 1 / Math.max(1.0 / d, eps * eps * count / d / d);
  }

  private static RationalMatrix exact(double[][] x) {
    return RationalMatrix.of(x.length, x[0].length, (i, j) -> Rational.of(x[i][j]).rounded(20));
  }
}
