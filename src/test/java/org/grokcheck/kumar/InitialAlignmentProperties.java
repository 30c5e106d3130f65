package org.grokcheck.kumar;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.grokcheck.evidence.Check;
import org.grokcheck.evidence.Checks;
import org.grokcheck.evidence.Oracle;
import org.grokcheck.evidence.Tolerance;
import org.grokcheck.harness.ExactArb;
import org.grokcheck.math.exact.Isserlis;
import org.grokcheck.math.exact.Polynomial;
import org.grokcheck.math.exact.Rational;
import org.grokcheck.oracle.KernelOperator;

/** Alignment at initialisation as a function of D and ε, its limit and its bias at finite P. */
class InitialAlignmentProperties {
  @Provide
  Arbitrary<Rational> eps() {
    return ExactArb.nonzero();
  }

  /** ½ x₀², |β| = 1: the alignment doesn't depend on β. */
  private static Polynomial target() {
    return Polynomial.variable(0).square().times(Rational.HALF);
  }

  private static Check check(String claim, String quantity, long dimension, Rational eps) {
    return Check.of(claim, quantity).by(Oracle.EXACT).at("D", dimension, "eps", eps);
  }

  @Property(tries = 20)
  @Checks({"kumar.ext.alignment-init", "kumar.ext.cka-centred"})
  void closedFormsAreTheQuotientsOfAverages(
      @ForAll @IntRange(min = 1, max = 4) int d, @ForAll("eps") Rational eps) {
    KernelOperator k = KernelOperator.initial(d, eps);
    InitialAlignment alignment = new InitialAlignment(d, eps);
    check("kumar.ext.alignment-init", "A²", d, eps)
        .expectingExactly(squared(k, target()))
        .holds(alignment.uncentredSquared())
        .rejects("D+2 for D+8", alignment.uncentredSquared().times(d + 2L).over(d + 8L))
        .rejects("4 <yKy'>, as printed", alignment.uncentredSquared().times(16));
    Polynomial centred = target().minus(Polynomial.constant(Rational.of(1, 2L * d)));
    check("kumar.ext.cka-centred", "A_c²", d, eps)
        .expectingExactly(squared(k.centred(), centred))
        .holds(alignment.centredSquared())
        .rejects("not centred", alignment.uncentredSquared());
  }

  private static Rational squared(KernelOperator k, Polynomial y) {
    Rational power = k.inner(y, y);
    return k.form(y).square().over(k.meanSquare()).over(power.square());
  }

  /** Exact squares are compared, so that no rounding hides the order. */
  @Property(tries = 200)
  @Checks("kumar.sec5.cka-eps")
  void alignmentGrowsWithTheSizeOfEps(
      @ForAll @LongRange(min = 1, max = 1_000_000_000) long d,
      @ForAll("eps") Rational eps,
      @ForAll("eps") Rational step) {
    Rational larger = eps.abs().plus(step.square());
    InitialAlignment before = new InitialAlignment(d, eps);
    InitialAlignment after = new InitialAlignment(d, larger);
    check("kumar.sec5.cka-eps", "A(ε) < A(larger) < limit", d, eps)
        .expectingExactly(true)
        .holds(
            before.uncentredSquared().compareTo(after.uncentredSquared()) < 0
                && after.uncentredSquared().compareTo(after.limitSquared()) < 0)
        .rejects(
            "without the norm of the kernel's quadratic part, A may pass its limit",
            unnormalised(after).compareTo(after.limitSquared()) < 0);
    check("kumar.sec5.cka-eps", "A(-ε) = A(ε)", d, eps)
        .expectingExactly(before.uncentredSquared())
        .holds(new InitialAlignment(d, eps.negate()).uncentredSquared());
  }

  /** A² with the norm of the linear part alone. */
  private static Rational unnormalised(InitialAlignment a) {
    Rational size = Rational.of(a.dimension());
    Rational numerator = a.eps().square().times(a.dimension() + 8).over(size.square()).over(3);
    return numerator.square().times(size);
  }

  /** 1 − A²/A_∞² = 1/(1 + 3ε⁴(D+2)/D²), which tends to 0 as ε grows. */
  @Property(tries = 100)
  @Checks({"kumar.ext.alignment-init", "kumar.sec5.cka-eps"})
  void saturatesAtALargeEps(
      @ForAll @LongRange(min = 1, max = 1_000_000_000) long d, @ForAll("eps") Rational small) {
    Rational eps = Rational.ONE.over(small.abs()).times(1_000_000);
    InitialAlignment alignment = new InitialAlignment(d, eps);
    Rational ratio = alignment.uncentredSquared().over(alignment.limitSquared());
    Rational quadratic = eps.power(4).times(3).times(d + 2).over(d).over(d);
    for (String claim : new String[] {"kumar.ext.alignment-init", "kumar.sec5.cka-eps"}) {
      check(claim, "A² over its limit", d, eps)
          .expectingExactly(Rational.ONE.minus(Rational.ONE.over(Rational.ONE.plus(quadratic))))
          .holds(ratio)
          .rejects("limit 1/27 at any D", alignment.uncentredSquared().times(27));
    }
  }

  /** The samples' own diagonal, averaged over one point: K(x, x) = q + ε²q² with q = |x|². */
  @Property(tries = 20)
  @Checks("kumar.ext.cka-finiteP")
  void diagonalsBiasTheAlignmentOfSamples(
      @ForAll @IntRange(min = 1, max = 4) int d,
      @ForAll("eps") Rational eps,
      @ForAll @IntRange(min = 1, max = 500) int samples) {
    Polynomial norm = Polynomial.sum(d, i -> Polynomial.variable(i).square());
    Polynomial diagonal = norm.plus(norm.square().times(eps.square()));
    Rational first = average(d, target().square().times(diagonal));
    Rational second = average(d, diagonal.square());
    SampleAlignment alignment = new SampleAlignment(d, eps);
    check("kumar.ext.cka-finiteP", "d_1/|β|⁴", d, eps)
        .expectingExactly(first)
        .holds(alignment.diagonalNumerator())
        .rejects("D+2 for D+4", alignment.diagonalNumerator().times(d + 2L).over(d + 4L));
    check("kumar.ext.cka-finiteP", "d_2", d, eps)
        .expectingExactly(second)
        .holds(alignment.diagonalSquare())
        .rejects("square of the mean", average(d, diagonal).square());
    KernelOperator k = KernelOperator.initial(d, eps);
    Rational numerator = k.form(target()).times(samples - 1L).plus(first);
    Rational square = k.meanSquare().times(samples - 1L).plus(second).times(samples);
    double power = k.inner(target(), target()).toDouble();
    double expected = numerator.toDouble() / (Math.sqrt(square.toDouble()) * power);
    check("kumar.ext.cka-finiteP", "ratio of means", d, eps)
        .expecting(
            expected,
            new Tolerance.Rounding(
                8, expected, "three rounded averages, a root, a product, a quotient"))
        .holds(alignment.ofSamples(samples))
        .rejects("population value", new InitialAlignment(d, eps).uncentred());
  }

  private static Rational average(int d, Polynomial p) {
    return Isserlis.average(p, 0, d, Rational.of(1, d)).toConstant();
  }
}
