package org.grokcheck.kumar;

import java.util.List;
import java.util.random.RandomGenerator;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.grokcheck.data.GaussianPoints;
import org.grokcheck.evidence.Check;
import org.grokcheck.evidence.Checks;
import org.grokcheck.evidence.Oracle;
import org.grokcheck.evidence.Tolerance;
import org.grokcheck.harness.ExactArb;
import org.grokcheck.harness.RunSettings;
import org.grokcheck.math.exact.Elimination;
import org.grokcheck.math.exact.Isserlis;
import org.grokcheck.math.exact.Polynomial;
import org.grokcheck.math.exact.Rational;
import org.grokcheck.math.exact.RationalMatrix;
import org.grokcheck.math.exact.RationalVector;
import org.junit.jupiter.api.Test;

/** The law of the inputs, and targets of several directions. */
class InputAndTargetProperties {
  private static final String INPUTS = "kumar.sec5.gaussian-inputs";
  private static final String TARGETS = "kumar.sec15.1.targets";

  @Property(tries = 8)
  @Checks(INPUTS)
  void normsAreThoseOfTheLaw(@ForAll @IntRange(min = 1, max = 8) int d) {
    GaussianInput input = new GaussianInput(d);
    Polynomial square = Polynomial.sum(d, i -> Polynomial.variable(i).square());
    Rational variance = Rational.of(1, d);
    Rational second = Isserlis.average(square, 0, d, variance).toConstant();
    Rational fourth = Isserlis.average(square.square(), 0, d, variance).toConstant();
    check("⟨|x|²⟩", d)
        .expectingExactly(second)
        .holds(input.meanNormSquared())
        .rejects("N(0, I)", Rational.of(d));
    check("⟨|x|⁴⟩", d)
        .expectingExactly(fourth)
        .holds(input.meanNormFourth())
        .rejects("on the sphere", Rational.ONE);
    check("variance of |x|²", d)
        .expectingExactly(fourth.minus(second.square()))
        .holds(input.normVariance())
        .rejects("1/D", variance);
  }

  private static Check check(String quantity, int d) {
    return Check.of(INPUTS, quantity).part("law").by(Oracle.EXACT).at("D", d);
  }

  @Provide
  Arbitrary<ExactCase> cases() {
    return ExactCase.upTo(4, 3);
  }

  /** (√D x)·(√D x') is D x·x', so that the kernel's terms grow by D and D². */
  @Property(tries = 30)
  @Checks(INPUTS)
  void standardInputsWeighTheQuadraticPartMore(@ForAll("cases") ExactCase c) {
    int d = c.dimension();
    Rational inner = c.x().dot(c.other());
    TangentKernel kernel = TangentKernel.infiniteWidth(d, c.eps());
    // Only √D x with x' as D x' has rational components; the kernel depends on x·x' alone.
    Rational standard = kernel.at(c.x().times(Rational.of(d)), c.other());
    Rational linear = inner.times(d);
    Rational quadratic = kernel.at(c.x(), c.other()).minus(inner);
    c.check(INPUTS, "quadratic over linear part at N(0, I), over that at N(0, I/D)")
        .part("standard inputs")
        .expectingExactly(Rational.of(d))
        .holds(standard.minus(linear).over(linear).over(quadratic.over(inner)))
        .rejects("the same", d == 1 ? Rational.of(2) : Rational.ONE);
  }

  /** What draws points for every experiment: |x|² is χ²_D/D. */
  @Test
  @Checks(INPUTS)
  void drawnPointsFollowTheLaw() {
    int d = 6;
    int count = 20_000;
    GaussianInput input = new GaussianInput(d);
    RandomGenerator random = RunSettings.seeds().stream(INPUTS);
    double[][] x = GaussianPoints.draw(count, d, input.componentDeviation(), random);
    double sum = 0;
    for (double[] row : x) {
      sum += MomentState.dot(row, row);
    }
    double falseAlarm = 1e-9;
    double z = -new NormalDistribution().inverseCumulativeProbability(falseAlarm / 2);
    double error = Math.sqrt(input.normVariance().toDouble() / count);
    double rival = 1 + 1.0 / d;
    Check.of(INPUTS, "mean of |x|² over drawn points")
        .part("draws")
        .by(Oracle.STATISTICAL)
        .at("D", d, "points", count)
        .expecting(1, new Tolerance.Clt(error, falseAlarm, z, "variance 2/D of |x|²"))
        .power(new NormalDistribution().cumulativeProbability((rival - 1) / error - z))
        .holds(sum / count)
        .rejects("variance 1/D² more", rival);
  }

  /** ⟨∂_i y ∂_j y⟩ by formal derivatives: what is printed has rank one, so that it is one index. */
  @Property(tries = 25)
  @Checks(TARGETS)
  void printedTargetsHaveOneIndexAndCorrectedOnesAsManyAsDirections(
      @ForAll @IntRange(min = 2, max = 3) int directions, @ForAll("betas") RationalMatrix betas) {
    int d = betas.width();
    List<RationalVector> beta = betas.rows().subList(0, directions);
    MultiIndexTarget target = new MultiIndexTarget(beta);
    Polynomial sum = Polynomial.ZERO;
    Polynomial printed = Polynomial.ZERO;
    for (RationalVector b : beta) {
      Polynomial projection = Polynomial.sum(d, i -> Polynomial.variable(i).times(b.get(i)));
      sum = sum.plus(projection.square().times(Rational.HALF));
      printed = printed.plus(projection);
    }
    RationalVector x = betas.row(3);
    exact("y at a point", beta)
        .expectingExactly(sum.at(0, x).toConstant())
        .holds(target.at(x))
        .rejects("without the ½", target.at(x).times(2));
    RationalMatrix covariance = covariance(sum, d);
    exact("⟨∇y ∇yᵀ⟩", beta)
        .expectingExactly(covariance)
        .holds(target.gradientCovariance())
        .rejects("N(0, I)", covariance.times(Rational.of(d)));
    exact("number of indices", beta)
        .expectingExactly(directions)
        .holds(Elimination.rank(target.gradientCovariance()))
        .refutes("Σ β_k·x, as printed", Elimination.rank(covariance(printed, d)));
  }

  private static RationalMatrix covariance(Polynomial y, int d) {
    return RationalMatrix.of(
        d,
        d,
        (i, j) ->
            Isserlis.average(y.derivative(i).times(y.derivative(j)), 0, d, Rational.of(1, d))
                .toConstant());
  }

  private static Check exact(String quantity, List<RationalVector> beta) {
    return Check.of(TARGETS, quantity).by(Oracle.EXACT).at("beta", beta);
  }

  @Provide
  Arbitrary<RationalMatrix> betas() {
    return ExactArb.matrix(4, 3);
  }

  /** A direction twice is one index again. */
  @Property(tries = 10)
  @Checks(TARGETS)
  void parallelDirectionsAreOneIndex(@ForAll("betas") RationalMatrix betas) {
    RationalVector beta = betas.row(0);
    MultiIndexTarget target = new MultiIndexTarget(List.of(beta, beta.times(Rational.of(-3))));
    exact("number of indices of two parallel directions", target.directions())
        .expectingExactly(1)
        .holds(Elimination.rank(target.gradientCovariance()))
        .rejects("number of directions", target.directions().size());
  }
}
