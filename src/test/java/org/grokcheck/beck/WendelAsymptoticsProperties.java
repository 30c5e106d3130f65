package org.grokcheck.beck;

import java.math.BigDecimal;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.grokcheck.evidence.Check;
import org.grokcheck.evidence.Checks;
import org.grokcheck.evidence.Oracle;
import org.grokcheck.evidence.Tolerance;
import org.grokcheck.oracle.Decimal;
import org.grokcheck.oracle.GaussianTail;
import org.grokcheck.oracle.WendelRemainder;
import org.grokcheck.oracle.WendelSum;

/** Eq. (18), the normal approximation of Wendel's probability, and its next order. */
class WendelAsymptoticsProperties {
  /** N and d with 1 ≤ d ≤ N. */
  record Size(int points, int dimension) {
    WendelApproximation approximation() {
      return new WendelApproximation(points, dimension);
    }

    /** p to 60 digits. */
    BigDecimal exact() {
      return new WendelSum(points, dimension).probability();
    }

    /** (2d − N)/√v to 60 digits. */
    BigDecimal deviation(int variance) {
      BigDecimal excess = BigDecimal.valueOf(2L * dimension - points);
      return Decimal.over(excess, Decimal.sqrt(BigDecimal.valueOf(variance)));
    }

    /** Φ((2d − shift − N)/√v), for wrong variants. */
    double cdf(double shift, int variance) {
      return GaussianTail.upper((points - 2.0 * dimension + shift) / Math.sqrt(variance));
    }

    /** φ(x)(x³ + cx)/(12v), x = (2d − N)/√v. */
    double correction(double c, int variance) {
      double x = deviation(variance).doubleValue();
      double density = GaussianTail.density(deviation(variance)).doubleValue();
      return density * (x * x + c) * x / (12.0 * variance);
    }

    Object[] inputs() {
      return new Object[] {"N", points, "d", dimension};
    }
  }

  @Property(tries = 100)
  @Checks("beck.eq18")
  void probabilityTendsToTheNormalLaw(@ForAll("sizes") Size size) {
    // φ(x)(x³ + 5x)/12 is largest, 0.125056, at x² = √6 − 1.
    double remains = 0.12506 / size.points + WendelRemainder.ofSecondOrder(size.points);
    WendelApproximation approximation = size.approximation();
    Check.of("beck.eq18", "p → Φ((2d−N)/√N), off by at most 0.1251/N + 0.0748/N²")
        .by(Oracle.LIMIT)
        .part("limit")
        .at(size.inputs())
        .expecting(size.exact().doubleValue(), remainder(remains, "plus its leading term"))
        .holds(approximation.gaussian())
        .holds(approximation.asPrintedEq18())
        .rejects("continuity correction ½", size.cdf(1, size.points))
        .rejects("variance N/2", size.cdf(0, (size.points + 1) / 2));
  }

  @Property(tries = 150)
  @Checks("beck.eq18")
  void normalLawKeepsItsDigitsInTheTails(@ForAll("anySizes") Size size) {
    BigDecimal x = size.deviation(size.points);
    BigDecimal value = GaussianTail.upper(x.negate());
    double distance = x.doubleValue();
    // x has two roundings, and Φ(x) the condition number xφ/Φ.
    double condition = Math.abs(distance) * GaussianTail.hazard(-distance);
    double expected = value.doubleValue();
    Check.of("beck.eq18", "Φ((2d−N)/√N)")
        .by(Oracle.TABLE)
        .part("values")
        .at(size.inputs())
        .expecting(
            expected,
            new Tolerance.Rounding(
                8, (1 + condition) * expected + Double.MIN_NORMAL, "x twice, Φ four"))
        .holds(size.approximation().gaussian())
        .rejects("1 + erf(negative)", size.approximation().asPrintedEq18());
    double logarithm =
        distance < 5
            ? Decimal.log(value).doubleValue()
            : StrictMath.log1p(-GaussianTail.upper(x).doubleValue());
    Check.of("beck.eq18", "log Φ((2d−N)/√N)")
        .by(Oracle.TABLE)
        .part("values")
        .at(size.inputs())
        .expecting(
            logarithm,
            new Tolerance.Rounding(
                8, condition + Math.abs(logarithm) + Double.MIN_NORMAL, "x twice, log Φ four"))
        .holds(size.approximation().logGaussian())
        .rejects("log of the double", StrictMath.log(size.approximation().gaussian()));
  }

  @Property(tries = 100)
  @Checks("beck.ext.wendel-edgeworth")
  void nextOrderLeavesOneOverNSquared(@ForAll("sizes") Size size) {
    int n = size.points - 1;
    double exact = size.exact().doubleValue();
    Check.of("beck.ext.wendel-edgeworth", "p → Φ(x) + φ(x)(x³−x)/(12n)")
        .by(Oracle.LIMIT)
        .part("first form")
        .at(size.inputs())
        .expecting(
            exact,
            remainder(WendelRemainder.ofSecondOrderAboutTosses(size.points), "near 0.0330/n²"))
        .holds(size.approximation().edgeworth())
        .rejects("without the correction", size.cdf(0, n))
        .rejects("5x for −x", size.cdf(0, n) + size.correction(5, n))
        .rejects("x for −x", size.cdf(0, n) + size.correction(1, n));
    double second = WendelRemainder.ofSecondOrder(size.points);
    Check.of("beck.ext.wendel-edgeworth", "p → Φ(x₀) + φ(x₀)(x₀³+5x₀)/(12N)")
        .by(Oracle.LIMIT)
        .part("second form")
        .at(size.inputs())
        .expecting(exact, remainder(second, "near 0.0747/N²"))
        .holds(size.approximation().edgeworthAboutGaussian())
        .holds(size.approximation().gaussian() + size.approximation().leadingError())
        .rejects("without the correction", size.cdf(0, size.points))
        .rejects("continuity correction", size.cdf(1, size.points))
        .rejects("−x for 5x", size.cdf(0, size.points) + size.correction(-1, size.points));
    double square = (double) size.points * size.points;
    Check.of("beck.ext.wendel-edgeworth", "N²·remainder ≤ 0.0776")
        .part("second form")
        .at(size.inputs())
        .expectingAtMost(
            0.0776, new Tolerance.Rounding(8, square, "p, Φ and the correction, times N²"))
        .holds(square * Math.abs(exact - size.approximation().edgeworthAboutGaussian()))
        .rejects("without the correction", square * Math.abs(exact - size.cdf(0, size.points)));
  }

  private static Tolerance remainder(double remains, String size) {
    return Remainders.sum(remains, 1e-15, "of Fourier's inversion, " + size);
  }

  /** N from 20, d anywhere, within a few standard deviations of N/2, or at the ends. */
  @Provide
  Arbitrary<Size> sizes() {
    return Arbitraries.frequencyOf(Tuple.of(40, near(20, 4000)), Tuple.of(1, near(39_990, 40_000)));
  }

  /** N up to 10⁸. */
  @Provide
  Arbitrary<Size> anySizes() {
    return Arbitraries.oneOf(near(1, 100), near(100, 100_000), near(1_000_000, 100_000_000));
  }

  private static Arbitrary<Size> near(int least, int most) {
    return Arbitraries.integers()
        .between(least, most)
        .flatMap(
            n ->
                Arbitraries.oneOf(
                        Arbitraries.integers().between(1, n),
                        Arbitraries.integers()
                            .between(-40, 40)
                            .map(k -> (int) Math.round(0.5 * n + 0.1 * k * Math.sqrt(n))),
                        Arbitraries.of(1, Math.max(1, n - 1)))
                    .map(d -> new Size(n, Math.max(1, Math.min(n, d)))));
  }
}
