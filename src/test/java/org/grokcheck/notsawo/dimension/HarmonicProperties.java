package org.grokcheck.notsawo.dimension;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.apfloat.Apfloat;
import org.apfloat.ApfloatMath;
import org.grokcheck.evidence.Check;
import org.grokcheck.evidence.Checks;
import org.grokcheck.evidence.Oracle;
import org.grokcheck.evidence.Tolerance;
import org.grokcheck.harness.Arb;
import org.grokcheck.math.LogQuadrature;
import org.grokcheck.math.exact.Rational;
import org.grokcheck.oracle.Precise;

/** Mean logarithms of distance ratios. */
class HarmonicProperties {
  private static final String CLAIM = "notsawo.ext.harmonic";

  /**
   * (T_j/T_k)^m is the j-th of k − 1 ordered uniforms, of density x^{j−1}(1 − x)^{k−1−j}/B: the
   * mean of its −log by quadrature.
   */
  @Property(tries = 30)
  @Checks(CLAIM)
  void meanLogOfAnOrderedUniform(
      @ForAll @IntRange(min = 1, max = 12) int j,
      @ForAll @IntRange(min = 1, max = 12) int more,
      @ForAll("dimensions") double m) {
    int k = j + more;
    double beta = 1;
    for (int i = 1; i < more; i++) {
      beta *= i / (double) (j + i);
    }
    double scale = j / beta;
    double mean =
        LogQuadrature.integral(
            x ->
                -scale
                    * StrictMath.log(x)
                    * StrictMath.pow(x, j - 1)
                    * StrictMath.pow(1 - x, more - 1),
            1e-30,
            1,
            1e-11);
    Check.of(CLAIM, "E log(T_k/T_j)")
        .by(Oracle.SECOND_ALGORITHM)
        .at("j", j, "k", k, "m", m)
        .expecting(mean / m, Tolerance.remainder(1e-10 * mean / m, "quadrature"))
        .holds(LogRatioMean.of(j, k, m))
        .rejects("H_k − H_j", (mean + 1.0 / k - 1.0 / j) / m)
        .rejects("log of the mean", StrictMath.log(k / (double) j) / m);
  }

  @Provide
  Arbitrary<Double> dimensions() {
    return Arb.logUniform(0.1, 100);
  }

  /** Exact sums of 1/i. */
  @Property(tries = 20)
  @Checks(CLAIM)
  void exactSums(
      @ForAll @IntRange(min = 1, max = 300) int j, @ForAll @IntRange(min = 1, max = 300) int more) {
    Rational sum = Rational.ZERO;
    for (int i = j; i < j + more; i++) {
      sum = sum.plus(Rational.of(1, i));
    }
    double expected = sum.toDouble();
    Check.of(CLAIM, "H_{k−1} − H_{j−1}")
        .by(Oracle.TABLE)
        .at("j", j, "k", j + more)
        .expecting(expected, new Tolerance.Rounding(more + 4.0, expected, "k − j positive terms"))
        .holds(LogRatioMean.of(j, j + more, 1))
        .rejects("one term more", expected + 1.0 / (j + more));
  }

  /** Far beyond single terms: differences of ψ in fifty digits, by its asymptotic series. */
  @Property(tries = 20)
  @Checks(CLAIM)
  void longSums(@ForAll("starts") long j, @ForAll("lengths") long more) {
    double expected = Precise.toDouble(psi(j + more).subtract(psi(j)));
    Check.of(CLAIM, "H_{k−1} − H_{j−1}")
        .by(Oracle.TABLE)
        .at("j", j, "k", j + more)
        .expecting(
            expected,
            new Tolerance.Rounding(200_000, expected, "at most 100 000 terms, smallest first"))
        .holds(LogRatioMean.of(j, j + more, 1))
        .rejects("log(k/j)", StrictMath.log((j + more) / (double) j));
  }

  @Provide
  Arbitrary<Long> starts() {
    return Arbitraries.longs().between(40, 2000);
  }

  @Provide
  Arbitrary<Long> lengths() {
    return Arbitraries.oneOf(
        Arbitraries.longs().between(90_000, 110_000),
        Arbitraries.longs().between(1_000_000, 1_000_000_000_000L));
  }

  /** log x − 1/(2x) − Σ B_{2i}/(2i x^{2i}): at x ≥ 40 the first term left out is below 1e-25. */
  private static Apfloat psi(long x) {
    String[][] bernoulli = {
      {"1", "12"},
      {"-1", "120"},
      {"1", "252"},
      {"-1", "240"},
      {"1", "132"},
      {"-691", "32760"},
      {"1", "12"}
    };
    Apfloat at = new Apfloat(x, Precise.DIGITS);
    Apfloat square = at.multiply(at);
    Apfloat sum = ApfloatMath.log(at).subtract(Precise.ONE.divide(at.multiply(Precise.of(2))));
    Apfloat power = square;
    for (String[] b : bernoulli) {
      sum = sum.subtract(Precise.of(b[0]).divide(Precise.of(b[1]).multiply(power)));
      power = power.multiply(square);
    }
    return sum;
  }

  /** Σ_{j&lt;k} (H_{k−1} − H_{j−1}) = k − 1: the mean of the sum that the estimate divides by. */
  @Property(tries = 20)
  @Checks(CLAIM)
  void sumRule(@ForAll @IntRange(min = 2, max = 200) int k) {
    double sum = 0;
    for (int j = 1; j < k; j++) {
      sum += LogRatioMean.of(j, k, 1);
    }
    Check.of(CLAIM, "Σ over j")
        .by(Oracle.INVARIANT)
        .at("k", k)
        .expecting(k - 1, new Tolerance.Rounding(2.0 * k, k - 1, "positive terms"))
        .holds(sum)
        .rejects("k", k);
  }
}
