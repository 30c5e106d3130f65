package org.grokcheck.omnigrok;

import static org.grokcheck.omnigrok.Refused.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.random.RandomGenerator;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.numbers.gamma.RegularizedBeta;
import org.ejml.simple.SimpleMatrix;
import org.grokcheck.evidence.Check;
import org.grokcheck.evidence.Checks;
import org.grokcheck.evidence.Infrastructure;
import org.grokcheck.evidence.Oracle;
import org.grokcheck.evidence.Tolerance;
import org.grokcheck.harness.Arb;
import org.grokcheck.harness.RunSettings;
import org.grokcheck.math.Real;
import org.grokcheck.math.exact.Rational;

/** How much data linear regression needs: the law of what it leaves, and its expected risk. */
class LawsOfSizeProperties {
  private static final double FALSE_ALARM = 1e-9;
  private static final double Z =
      new NormalDistribution().inverseCumulativeProbability(1 - FALSE_ALARM / 2);
  private static final int DRAWS = 10_000;
  private static final String[] CRITICAL = {
    "omnigrok.ext.beta-critical", "omnigrok.sec4.critical-N"
  };

  @Provide
  Arbitrary<Double> levels() {
    return Arb.uniform(0.01, 0.99);
  }

  @Property(tries = 60)
  @Checks("omnigrok.ext.beta-critical")
  void probabilityIsTheIncompleteBetaFunction(
      @ForAll @IntRange(min = 1, max = 40) int n,
      @ForAll @IntRange(min = 1, max = 40) int more,
      @ForAll("levels") double eps) {
    CriticalSize law = new CriticalSize(n, n + more);
    double expected = RegularizedBeta.value(eps, more / 2.0, n / 2.0);
    Check.of("omnigrok.ext.beta-critical", "I_eps((d-n)/2, n/2)")
        .part("law")
        .by(Oracle.SECOND_ALGORITHM)
        .at("n", n, "d", n + more, "eps", eps)
        .expecting(
            expected,
            Tolerance.sum(
                new Tolerance.Rounding(2000, expected, "a library's continued fraction, 1e-13"),
                Tolerance.remainder(1e-16, "its absolute error")))
        .holds(law.probability(Real.of(eps)).toDouble())
        .rejects("I_eps(d-n, n)", RegularizedBeta.value(eps, more, n));
  }

  /** n = 2: q has d − 2 of d directions, and the incomplete beta function is a power. */
  @Property(tries = 40)
  @Checks("omnigrok.ext.beta-critical")
  void powersForTwoSamples(
      @ForAll @IntRange(min = 3, max = 60) int d, @ForAll("levels") double eps) {
    double power = StrictMath.pow(eps, (d - 2) / 2.0);
    Check.of("omnigrok.ext.beta-critical", "probability at n = 2")
        .part("law")
        .by(Oracle.TABLE)
        .at("d", d, "eps", eps)
        .expecting(power, new Tolerance.Ulp(2, "a power of doubles"))
        .holds(new CriticalSize(2, d).probability(Real.of(eps)).toDouble())
        .rejects("d/2", StrictMath.pow(eps, d / 2.0));
    double mirrored = -StrictMath.expm1(StrictMath.log1p(-eps) * (d - 2) / 2.0);
    Check.of("omnigrok.ext.beta-critical", "probability at d - n = 2")
        .part("law")
        .by(Oracle.TABLE)
        .at("d", d, "eps", eps)
        .expecting(mirrored, new Tolerance.Ulp(4, "an exponential of doubles"))
        .holds(new CriticalSize(d - 2, d).probability(Real.of(eps)).toDouble())
        .rejects("d/2", -StrictMath.expm1(StrictMath.log1p(-eps) * d / 2.0));
  }

  /** Projections of a fixed teacher on the kernel of Gaussian data, by least squares. */
  @Example
  @Checks({"omnigrok.ext.beta-critical", "omnigrok.sec4.critical-N"})
  void projectionsFollowTheLaw() {
    int n = 4;
    int d = 9;
    double eps = 0.5;
    CriticalSize law = new CriticalSize(n, d);
    RandomGenerator random = RunSettings.seeds().stream("omnigrok.ext.beta-critical/draws");
    double sum = 0;
    double squares = 0;
    int reached = 0;
    for (int k = 0; k < DRAWS; k++) {
      SimpleMatrix x = gaussian(random, n, d);
      SimpleMatrix teacher = new SimpleMatrix(d, 1);
      teacher.set(0, 1);
      SimpleMatrix outputs = x.mult(teacher);
      SimpleMatrix solved = x.mult(x.transpose()).solve(outputs);
      double left = 1 - outputs.dot(solved);
      sum += left;
      squares += left * left;
      reached += left <= eps ? 1 : 0;
    }
    double mean = sum / DRAWS;
    double variance = law.variance().toDouble();
    double p = law.probability(Real.of(eps)).toDouble();
    statistical("mean of |q|^2/|w_s|^2", mean, law.mean().toDouble(), variance, n / (double) d);
    statistical("share that reaches 0.5", reached / (double) DRAWS, p, p * (1 - p), 0.5);
    double seen = squares / DRAWS - mean * mean;
    // A variable in [0, 1]: the variance of its squared deviation is below a quarter of its square
    // range, here measured by 2 Var², which light tails keep it under.
    statistical("variance", seen, variance, 2 * variance * variance, variance * 1.2);
  }

  private static void statistical(
      String quantity, double seen, double formula, double variance, double rival) {
    double error = Math.sqrt(variance / DRAWS);
    double power =
        new NormalDistribution().cumulativeProbability(Math.abs(formula - rival) / error - Z);
    for (String claim : CRITICAL) {
      Check.of(claim, quantity)
          .part(claim.endsWith("critical") ? "draws" : "")
          .by(Oracle.STATISTICAL)
          .at("n", 4, "d", 9, "draws", DRAWS)
          .expecting(seen, new Tolerance.Clt(error, FALSE_ALARM, Z, "variance of one draw"))
          .power(power)
          .holds(formula)
          .rejects("rival", rival);
    }
  }

  private static SimpleMatrix gaussian(RandomGenerator random, int height, int width) {
    SimpleMatrix x = new SimpleMatrix(height, width);
    for (int i = 0; i < height; i++) {
      for (int j = 0; j < width; j++) {
        x.set(i, j, random.nextGaussian());
      }
    }
    return x;
  }

  @Property(tries = 40)
  @Checks("omnigrok.sec4.critical-N")
  void noSharpThreshold(
      @ForAll @IntRange(min = 1, max = 40) int n,
      @ForAll @IntRange(min = 2, max = 40) int more,
      @ForAll("levels") double eps) {
    int d = n + more;
    double fewer = new CriticalSize(n, d).probability(Real.of(eps)).toDouble();
    double next = new CriticalSize(n + 1, d).probability(Real.of(eps)).toDouble();
    Check.of("omnigrok.sec4.critical-N", "probability with one sample less")
        .at("n", n, "d", d, "eps", eps)
        .expectingAtMost(next, new Tolerance.Exact())
        .holds(fewer);
  }

  /** Least squares by the pseudo-inverse on Gaussian designs with noise, on both branches. */
  @Example
  @Checks({"omnigrok.sec2.dd-to-U", "omnigrok.sec6.double-descent"})
  void risksOfBothBranches() {
    compare(8, 24);
    compare(24, 8);
  }

  private static void compare(int n, int d) {
    RandomGenerator random = RunSettings.seeds().stream("omnigrok.sec2.dd-to-U/" + n);
    double[] risk = new double[2];
    double[] norm = new double[2];
    for (int k = 0; k < DRAWS; k++) {
      SimpleMatrix x = gaussian(random, n, d);
      SimpleMatrix y = x.extractVector(false, 0);
      for (int i = 0; i < n; i++) {
        y.set(i, y.get(i) + 0.5 * random.nextGaussian());
      }
      SimpleMatrix w =
          n < d
              ? x.transpose().mult(x.mult(x.transpose()).solve(y))
              : x.transpose().mult(x).solve(x.transpose().mult(y));
      double square = w.dot(w);
      double missed = square - 2 * w.get(0) + 1;
      risk[0] += missed / DRAWS;
      risk[1] += missed * missed / DRAWS;
      norm[0] += square / DRAWS;
      norm[1] += square * square / DRAWS;
    }
    LeastSquaresRisk law = new LeastSquaresRisk(n, d, Rational.of(1, 4), Rational.ONE);
    double least = Math.min(n, d);
    double wrong = 0.25 * least / Math.abs(d - n);
    double share = Math.min(1.0, n / (double) d);
    branch("risk", n, d, risk, law.risk().orElseThrow(), 1 - share + wrong);
    branch("squared norm", n, d, norm, law.squaredNorm().orElseThrow(), share + wrong);
  }

  private static void branch(
      String quantity, int n, int d, double[] moments, Rational formula, double rival) {
    double error = Math.sqrt((moments[1] - moments[0] * moments[0]) / DRAWS);
    double right = formula.toDouble();
    double far = right + 8 * (rival - right);
    double power =
        new NormalDistribution().cumulativeProbability(Math.abs(right - far) / error - Z);
    String part = n < d ? "over-parameterised" : "under-parameterised";
    for (String claim : new String[] {"omnigrok.sec2.dd-to-U", "omnigrok.sec6.double-descent"}) {
      Check.of(claim, quantity)
          .part(claim.endsWith("U") ? part : "")
          .by(Oracle.STATISTICAL)
          .at("n", n, "d", d, "draws", DRAWS)
          .expecting(moments[0], new Tolerance.Clt(error, FALSE_ALARM, Z, "sample's deviation"))
          .power(power)
          .holds(right)
          .rejects("noise over |d - n - 1/8|", far);
    }
  }

  /** The same norm with two risks: no function of the norm, so no one U. */
  @Property(tries = 30)
  @Checks("omnigrok.sec2.dd-to-U")
  void theCurveHasTwoValues(@ForAll @IntRange(min = 3, max = 60) int n) {
    Rational noise = Rational.ONE;
    LeastSquaresRisk over = new LeastSquaresRisk(n, 2 * n, noise, Rational.ONE);
    Rational norm = over.squaredNorm().orElseThrow();
    // On the other branch risk = |w|² − 1, at every norm above 1.
    Rational other = norm.minus(Rational.ONE);
    LeastSquaresRisk under = new LeastSquaresRisk(4 * n, n, noise, Rational.ONE);
    Check.of("omnigrok.sec2.dd-to-U", "risk - norm^2 of the under-parameterised branch")
        .part("two values")
        .by(Oracle.EXACT)
        .at("n", n)
        .expectingExactly(Rational.of(-1))
        .holds(under.risk().orElseThrow().minus(under.squaredNorm().orElseThrow()))
        .rejects("of the other branch", over.risk().orElseThrow().minus(norm));
    Check.of("omnigrok.sec2.dd-to-U", "risk at the norm of n = d/2")
        .part("two values")
        .by(Oracle.EXACT)
        .at("n", n)
        .expectingExactly(norm)
        .holds(over.risk().orElseThrow())
        .refutes("one curve: the risk of the other branch at this norm", other);
  }

  @Example
  @Infrastructure("edges and refusals")
  void edges() {
    assertEquals(Real.ONE, new CriticalSize(3, 3).probability(Real.of(0.25)));
    assertEquals(Real.ONE, new CriticalSize(1, 3).probability(Real.ONE));
    assertEquals(Real.ZERO, new CriticalSize(1, 3).probability(Real.ZERO));
    assertRefused("n: need", () -> new CriticalSize(0, 3));
    assertRefused("d: need", () -> new CriticalSize(4, 3));
    assertRefused("eps: need", () -> new CriticalSize(1, 3).probability(Real.of(-1)));
    assertRefused("1: need at least eps", () -> new CriticalSize(1, 3).probability(Real.TWO));
    for (int n = 4; n <= 6; n++) {
      assertTrue(new LeastSquaresRisk(n, 5, Rational.ONE, Rational.ONE).risk().isEmpty());
      assertTrue(new LeastSquaresRisk(n, 5, Rational.ZERO, Rational.ONE).risk().isPresent());
    }
    assertTrue(new LeastSquaresRisk(3, 5, Rational.ONE, Rational.ONE).risk().isPresent());
    assertTrue(new LeastSquaresRisk(7, 5, Rational.ONE, Rational.ONE).risk().isPresent());
    assertRefused("n: need", () -> new LeastSquaresRisk(0, 5, Rational.ONE, Rational.ONE));
    assertRefused("d: need", () -> new LeastSquaresRisk(5, 0, Rational.ONE, Rational.ONE));
    assertRefused("sigma^2", () -> new LeastSquaresRisk(5, 1, Rational.of(-1), Rational.ONE));
    assertRefused("sigma^2", () -> new LeastSquaresRisk(5, 1, Rational.ONE, Rational.of(-1)));
  }
}
