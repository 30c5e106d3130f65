package org.grokcheck.beck;

import java.math.BigDecimal;
import java.math.BigInteger;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.grokcheck.evidence.Check;
import org.grokcheck.evidence.Checks;
import org.grokcheck.evidence.Oracle;
import org.grokcheck.evidence.Tolerance;
import org.grokcheck.harness.Arb;
import org.grokcheck.oracle.Decimal;
import org.grokcheck.oracle.FairTosses;
import org.grokcheck.oracle.GaussianTail;
import org.grokcheck.oracle.ReferenceTable;
import org.grokcheck.oracle.ReferenceTable.Row;
import org.junit.jupiter.api.Test;

/**
 * Large N: the Gaussian form (18), its next order, the tail bound and the step (19).
 *
 * <p>With n = N − 1 and m = 2d − N, p − ½ = (1/π) ∫₀^{π/2} cosⁿt sin(mt)/sin t dt. Since cosⁿt ·
 * t/sin t = e^{−nt²/2 − na}(1 + s) with a = −log cos t − t²/2, s = t/sin t − 1, whose Taylor
 * coefficients are all positive, on [0, 1]: s − t²/6 ≤ 0.0218t⁴, a − t⁴/12 ≤ 0.0323t⁶, a ≤
 * 0.1157t⁴, s ≤ 0.1884t². Keeping t²/6 − nt⁴/12 gives Φ(x) + φ(x)(x³ − x)/(12n), x = m/√n, and the
 * rest is at most 0.273/n²; beyond t = 1 both integrals are below 5e-13 from n = 50 on. Hence
 * {@link #REST}.
 */
class WendelLimitProperties {
  /** |p − Φ(x) − φ(x)(x³ − x)/(12n)| ≤ REST/n² for n ≥ 49. */
  private static final double REST = 0.274;

  /**
   * |p − Φ(x₀)| ≤ LEADING/n + REST/n², x₀ = m/√N: x − x₀ ≤ x/(2N) costs at most max xφ(x)/2 =
   * 0.121, and max |x³ − x|φ(x)/12 = 0.0272.
   */
  private static final double LEADING = 0.149;

  /** Second order of going from x, n to x₀, N: half the second derivative in 1/N, for N ≥ 100. */
  private static final double CHANGE_OF_VARIABLE = 0.085;

  private static final int[] SIZES = {50, 51, 100, 101, 1000};

  @Test
  @Checks({"beck.eq18", "beck.ext.wendel-edgeworth"})
  void gaussianFormsApproachTheProbability() {
    for (int size : SIZES) {
      FairTosses tosses = FairTosses.of(size - 1);
      int stride = size > 200 ? 9 : 1;
      for (int d = 1; d < size; d += stride) {
        checkGaussian(size, d, tosses.probability(d));
        if (size >= 100) {
          checkEdgeworth(size, d, tosses.probability(d));
        }
      }
    }
  }

  private static void checkGaussian(int size, int d, double p) {
    double n = size - 1;
    double x = (2 * d - size) / Math.sqrt(size);
    Check.of("beck.eq18", "p")
        .part("limit")
        .by(Oracle.LIMIT)
        .at("N", size, "d", d)
        .expecting(
            p,
            Tolerance.sum(
                new Tolerance.Truncation(LEADING, 1 / n, 1, "leading term of the Fourier integral"),
                new Tolerance.Truncation(REST, 1 / n, 2, "rest of the Fourier integral")))
        .holds(new WendelApproximation(size, d).gaussian())
        .rejects("erf(x) for erf(x/√2)", 1 - GaussianTail.upper(x * Math.sqrt(2)))
        .rejects("d for d − ½ successes", 1 - GaussianTail.upper(x + 1 / Math.sqrt(size)))
        .rejects("variance N/2", 1 - GaussianTail.upper(x / Math.sqrt(2)));
  }

  private static void checkEdgeworth(int size, int d, double p) {
    WendelApproximation approximation = new WendelApproximation(size, d);
    double n = size - 1;
    check("first form", size, d)
        .expecting(p, new Tolerance.Truncation(REST, 1 / n, 2, "Fourier integral of p"))
        .holds(approximation.edgeworth())
        .rejects("Gaussian term alone", 1 - GaussianTail.upper((2 * d - size) / Math.sqrt(n)))
        .rejects("N for n", approximation.gaussian() + correction(size, d, size, -1))
        .rejects("sign of x", approximation.edgeworth() - 2 * correction(size, d, n, -1));
    check("second form", size, d)
        .expecting(
            p,
            Tolerance.sum(
                new Tolerance.Truncation(REST, 1 / n, 2, "rest of the Fourier integral"),
                new Tolerance.Truncation(CHANGE_OF_VARIABLE, 1 / n, 2, "Taylor's series in 1/N")))
        .holds(approximation.edgeworthAboutGaussian())
        .rejects("x³ − x for x³ + 5x", approximation.gaussian() + correction(size, d, size, -1))
        .rejects("continuity correction", approximation.gaussian() + 0.5 * densityStep(size, d));
  }

  private static Check check(String form, int size, int d) {
    return Check.of("beck.ext.wendel-edgeworth", "p by the " + form)
        .part(form)
        .by(Oracle.LIMIT)
        .at("N", size, "d", d);
  }

  /** φ(x)(x³ + kx)/(12 v), x = (2d − N)/√v. */
  private static double correction(int size, int d, double variance, double k) {
    double x = (2 * d - size) / Math.sqrt(variance);
    return density(x) * x * (x * x + k) / (12 * variance);
  }

  private static double densityStep(int size, int d) {
    return 2 / Math.sqrt(size) * density((2 * d - size) / Math.sqrt(size));
  }

  private static double density(double x) {
    return GaussianTail.density(Decimal.of(x)).doubleValue();
  }

  @Test
  @Checks("beck.eq18")
  void errorIsOfOrderOneOverN() {
    for (int size : new int[] {100, 101, 1000, 3000}) {
      for (int d = size / 3; d <= 2 * size / 3; d += Math.max(1, size / 60)) {
        WendelApproximation approximation = new WendelApproximation(size, d);
        double n = size - 1;
        Check.of("beck.eq18", "p − Φ((2d−N)/√N)")
            .part("limit")
            .by(Oracle.LIMIT)
            .at("N", size, "d", d)
            .expecting(
                leadingError(size, d),
                new Tolerance.Truncation(REST, 1 / n, 2, "Fourier integral of p"))
            .holds(approximation.errorOfGaussian(Wendel.of(size, d)))
            .rejects("opposite sign", -approximation.errorOfGaussian(Wendel.of(size, d)))
            .rejects("no error of order 1/N", 0);
      }
    }
  }

  /** Φ(x) − Φ(x₀) + φ(x)(x³ − x)/(12n) at 40 digits. */
  private static double leadingError(int size, int d) {
    BigDecimal m = BigDecimal.valueOf(2L * d - size);
    BigDecimal x = Decimal.over(m, Decimal.sqrt(BigDecimal.valueOf(size - 1)));
    BigDecimal x0 = Decimal.over(m, Decimal.sqrt(BigDecimal.valueOf(size)));
    double shift = GaussianTail.upper(x0).subtract(GaussianTail.upper(x)).doubleValue();
    return shift + correction(size, d, size - 1, -1);
  }

  @Test
  @Checks("beck.eq18")
  void bothFormsAndTheErrorAgreeWithTheTable() {
    for (Row row : ReferenceTable.read("beck/wendel.csv")) {
      int size = Integer.parseInt(row.text("N"));
      int d = Integer.parseInt(row.text("d"));
      WendelApproximation approximation = new WendelApproximation(size, d);
      BigDecimal x =
          Decimal.over(BigDecimal.valueOf(2L * d - size), Decimal.sqrt(BigDecimal.valueOf(size)));
      double gaussian = GaussianTail.upper(x.negate()).doubleValue();
      double square = x.doubleValue() * x.doubleValue();
      checkForms(approximation, row, gaussian, square);
      if (size <= 10_000) {
        double small = Math.min(gaussian, GaussianTail.upper(x).doubleValue());
        table("p − Φ", row)
            .expecting(
                row.number("error18"),
                new Tolerance.Rounding(
                    4, small * (4 + square) + row.number("p") * 1e-30, "relative error of a tail"))
            .holds(approximation.errorOfGaussian(Wendel.of(size, d)))
            .rejects("difference of rounded values", row.number("p") - gaussian);
      }
    }
  }

  private static void checkForms(
      WendelApproximation approximation, Row row, double gaussian, double square) {
    double root = Math.sqrt(approximation.dimension());
    table("Φ((2d−N)/√N)", row)
        .expecting(
            gaussian,
            new Tolerance.Rounding(4, gaussian * (4 + square), "x twice rounded, 6 ulp for Φ"))
        .holds(approximation.gaussian())
        .rejects("1 + erf, cancelling", approximation.asPrintedEq18());
    table("½[1 + erf(√d(√(2λ) − 1/√(2λ)))]", row)
        .expecting(
            gaussian,
            new Tolerance.Rounding(
                4, 1 + root + 1 / Math.sqrt(approximation.dimension()), "roots cancel at λ = ½"))
        .holds(approximation.asPrintedEq18())
        .rejects(
            "twice the argument",
            1 - GaussianTail.upper(2 * Math.copySign(Math.sqrt(square), gaussian - 0.5)));
  }

  private static Check table(String quantity, Row row) {
    return Check.of("beck.eq18", quantity)
        .part("values")
        .by(Oracle.TABLE)
        .at("N", row.text("N"), "d", row.text("d"));
  }

  @Provide
  Arbitrary<Integer> sizes() {
    return Arb.logUniform(10, 4000).map(n -> (int) Math.round(n));
  }

  @Provide
  Arbitrary<Double> ratios() {
    return Arbitraries.oneOf(Arb.uniform(0.02, 0.98), Arb.nearCritical(0.5, 1e-3, 0.1));
  }

  @Property(tries = 200)
  @Checks("beck.eq19")
  void probabilityTendsToTheStep(@ForAll("sizes") int size, @ForAll("ratios") double ratio) {
    int d = Math.max(1, Math.min(size - 1, (int) Math.round(ratio * size)));
    double lambda = d / (double) size;
    double shortfall = size - 1 - 2.0 * (Math.min(d, size - d) - 1);
    // Hoeffding's bound for d ≤ N/2, and p(N, d) = 1 − p(N, N−d) beyond.
    double bound = StrictMath.exp(-shortfall * shortfall / (2.0 * (size - 1)));
    if (2 * d == size) {
      return;
    }
    Check.of("beck.eq19", "lim p")
        .part("below and above ½")
        .by(Oracle.LIMIT)
        .at("N", size, "d", d)
        .expecting(
            Wendel.of(size, d).probability(),
            Tolerance.sum(
                Tolerance.remainder(bound, "Hoeffding: exp(−(N+1−2d)²/(2(N−1)))"),
                Tolerance.remainder(0x1p-53, "rounding of p")))
        .holds(Wendel.stepLimit(lambda))
        .rejects("step at λ = 1", 0)
        .rejects("½ for every λ", 0.5);
  }

  @Test
  @Checks("beck.eq19")
  void isOneHalfAtTheStep() {
    for (int d = 1; d <= 500; d++) {
      Check.of("beck.eq19", "p(2d, d) 2^{2d−1}")
          .part("at ½")
          .by(Oracle.EXACT)
          .at("d", d)
          .expectingExactly(BigInteger.TWO.pow(2 * d - 2))
          .holds(Wendel.of(2 * d, d).favourable())
          .rejects("one dimension more", Wendel.of(2 * d, d + 1).favourable());
      Check.of("beck.eq19", "lim p")
          .part("at ½")
          .by(Oracle.EXACT)
          .at("d", d)
          .expecting(Wendel.of(2 * d, d).probability(), new Tolerance.Exact())
          .holds(Wendel.stepLimit(0.5))
          .rejects("1, the value above", Wendel.stepLimit(0.6));
    }
  }
}
