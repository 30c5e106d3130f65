package org.grokcheck.notsawo.signal;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.apache.commons.math3.special.Gamma;
import org.grokcheck.evidence.Check;
import org.grokcheck.evidence.Checks;
import org.grokcheck.evidence.Comparison;
import org.grokcheck.evidence.Oracle;
import org.grokcheck.evidence.Tolerance;
import org.grokcheck.math.exact.Rational;

/** Sec. 3 and App. F: energies, spectra and variances, against exact sums. */
class EnergyProperties {
  private static final String PARSEVAL = "notsawo.sec3.parseval";
  private static final String ACTIVITY = "notsawo.sec3.activity";
  private static final String MEAN = "notsawo.ext.m0_mean";
  private static final String VARIANCE = "notsawo.appf.activity_variance";
  private static final String MOMENT = "notsawo.sec3.moment";

  @Provide
  Arbitrary<SampledSignal> signals() {
    return SampledSignal.ofSize(1, 60);
  }

  /** n roundings of sums of squares, one a product. */
  private static Tolerance summed(int n, double scale) {
    return new Tolerance.Rounding(n + 4, scale, "a sum of n squares, each rounded");
  }

  /** Transform of n products with tables good to 2 ulp, squared and summed. */
  private static Tolerance transformed(int n, double energy) {
    return new Tolerance.Rounding(
        2 * (n + 8) + n,
        4 * n * (double) n * energy,
        "|X_k| is off by (n + 8)u Σ|x| ≤ (n + 8)u √(nE); n bins of |X|² ≤ nE");
  }

  /** Σ|X_k|² = N Σx², from both sides of the spectrum or one. */
  @Property(tries = 150)
  @Checks(PARSEVAL)
  void energyOfTheTransform(@ForAll("signals") SampledSignal s) {
    int n = s.size();
    double energy = SampledSignal.sumOfSquares(s.exact()).toDouble();
    Spectrum spectrum = Spectrum.of(s.samples());
    Check.of(PARSEVAL, "Σ|X_k|²")
        .part("discrete")
        .by(Oracle.EXACT)
        .at("x", s.sixtyFourths())
        .expecting(n * energy, transformed(n, energy))
        .holds(spectrum.total())
        .holds(spectrum.oneSidedTotal())
        .rejects("Σx²", energy)
        .rejects("N²Σx²", n * (double) n * energy)
        .rejects("2π Σx²", 2 * Math.PI * energy);
    Check.of(PARSEVAL, "Σx²")
        .part("discrete")
        .by(Oracle.EXACT)
        .at("x", s.sixtyFourths())
        .expecting(energy, summed(n, energy))
        .holds(Energy.of(s.samples()))
        .holds(spectrum.moment(0) + 0 * n)
        .rejects("mean square", energy / n);
  }

  /** T variance + T mean²; a constant moves the energy and leaves the variance. */
  @Property(tries = 150)
  @Checks({ACTIVITY, MEAN})
  void energyIsVarianceAndMean(
      @ForAll("signals") SampledSignal s, @ForAll @IntRange(min = -999, max = 999) int c) {
    Rational[] exact = s.exact();
    int n = s.size();
    double energy = SampledSignal.sumOfSquares(exact).toDouble();
    Rational mean = SampledSignal.sum(exact).over(n);
    double ofMean = mean.square().times(n).toDouble();
    double[] shifted = Arrays.stream(s.samples()).map(x -> x + c).toArray();
    double size = Arrays.stream(shifted).map(Math::abs).max().orElse(0) + Math.abs(c) + 64;
    double variance = SampledSignal.variance(exact).toDouble();
    for (String claim : List.of(ACTIVITY, MEAN)) {
      Comparison energies =
          Check.of(claim, "m₀ = T variance + T mean²")
              .part("decomposition")
              .by(Oracle.EXACT)
              .at("x", s.sixtyFourths())
              .expecting(energy, summed(3 * n, energy))
              .holds(Energy.aboutTheMean(s.samples()) + ofMean)
              .rejects("variance + mean²", energy / n);
      printed(energies, claim, "T variance alone", n * variance);
      Check.of(claim, "variance after a shift")
          .part("shift")
          .by(Oracle.EXACT)
          .at("x", s.sixtyFourths(), "c", c)
          .expecting(
              variance,
              new Tolerance.Rounding(
                  3 * n + 8, size * size * 1e-9 + variance, "deviations are exact to u·|x|"))
          .holds(Hjorth.variance(shifted))
          .rejects("mean square", Energy.of(shifted) / n);
    }
  }

  /** A zero-mean signal: energy = T variance, and twice the window holds twice the energy. */
  @Property(tries = 100)
  @Checks(VARIANCE)
  void withoutMeanTheyAgreeUpToTheDuration(@ForAll("signals") SampledSignal s) {
    double[] x = s.samples();
    int n = x.length;
    double[] odd = new double[2 * n];
    for (int t = 0; t < n; t++) {
      odd[t] = x[t];
      odd[2 * n - 1 - t] = -x[t];
    }
    double energy = 2 * SampledSignal.sumOfSquares(s.exact()).toDouble();
    Check.of(VARIANCE, "energy of a signal without mean")
        .by(Oracle.EXACT)
        .at("x", s.sixtyFourths())
        .expecting(energy, summed(4 * n, energy))
        .holds(odd.length * Hjorth.variance(odd))
        .refutes("variance", Hjorth.variance(odd));
    double[] twice = Arrays.copyOf(odd, 4 * n);
    System.arraycopy(odd, 0, twice, 2 * n, 2 * n);
    Check.of(VARIANCE, "variance of the doubled window")
        .by(Oracle.EXACT)
        .at("x", s.sixtyFourths())
        .expecting(Hjorth.variance(odd), summed(8 * n, energy / n))
        .holds(Hjorth.variance(twice));
  }

  /** A trend outweighs the oscillation that rides on it: 0.5 in 1573. */
  @Property(tries = 1)
  @Checks(MEAN)
  void trendHidesTheOscillation() {
    double[] trend = new double[400];
    double[] wave = new double[400];
    double[] both = new double[400];
    for (int t = 0; t < 400; t++) {
      trend[t] = StrictMath.log(97) * StrictMath.exp(-t / 150.0);
      wave[t] = 0.05 * StrictMath.sin(2 * Math.PI * t / 10);
      both[t] = trend[t] + wave[t];
    }
    double q = StrictMath.exp(-2 / 150.0);
    double geometric =
        StrictMath.log(97) * StrictMath.log(97) * (1 - StrictMath.pow(q, 400)) / (1 - q);
    Check.of(MEAN, "energy of the trend")
        .part("trend")
        .by(Oracle.SECOND_ALGORITHM)
        .expecting(
            geometric, new Tolerance.Rounding(2000, geometric, "a geometric sum, 1 − q = 0.013"))
        .holds(Energy.of(trend))
        .rejects("without its mean", Energy.aboutTheMean(trend));
    Check.of(MEAN, "energy of the oscillation")
        .part("trend")
        .by(Oracle.SECOND_ALGORITHM)
        .expecting(
            0.5, new Tolerance.Rounding(2000, 0.5, "400 squares of sines over whole periods"))
        .holds(Energy.of(wave))
        .rejects("of the sum", Energy.of(both));
    Check.of(MEAN, "share of the oscillation in the energy, at most a thousandth")
        .part("trend")
        .by(Oracle.INVARIANT)
        .expectingAtMost(1e-3, new Tolerance.Exact())
        .holds(Math.abs(Energy.of(both) - Energy.of(trend)) / Energy.of(both))
        .rejects("after removing the trend", 1);
  }

  /** Odd moments cancel; m_n(cL) = c²m_n(L), and a cyclic shift leaves the spectrum. */
  @Property(tries = 100)
  @Checks(MOMENT)
  void momentsOfSamples(@ForAll("signals") SampledSignal s, @ForAll @IntRange(max = 4) int order) {
    double[] x = s.samples();
    int n = x.length;
    double[] shifted = new double[n];
    double[] doubled = new double[n];
    for (int t = 0; t < n; t++) {
      shifted[t] = x[(t + 1) % n];
      doubled[t] = -2 * x[t];
    }
    double energy = Energy.of(x);
    double scale = StrictMath.pow(Math.PI, order) * energy;
    Tolerance tolerance =
        new Tolerance.Rounding(
            4.0 * n * (3 * n + 24), 4 * scale, "as the transform's, each bin times |ω|^n ≤ π^n");
    double moment = Spectrum.of(x).moment(order);
    Check.of(MOMENT, "m_n after a shift")
        .part("discrete")
        .by(Oracle.INVARIANT)
        .at("n", order, "x", s.sixtyFourths())
        .expecting(order % 2 == 1 ? 0 : moment, tolerance)
        .holds(Spectrum.of(shifted).moment(order))
        .holds(Spectrum.of(doubled).moment(order) / 4)
        .rejects("twice for 4 times", 2 * moment + 0.5 * scale);
  }

  /** Γ((n+1)/2) for even n, by the library's gamma function; 2π times that without a prefactor. */
  @Property(tries = 1)
  @Checks({MOMENT, PARSEVAL})
  void momentsOfTheGaussianPulse() {
    for (int n = 0; n <= 12; n++) {
      double expected = n % 2 == 1 ? 0 : Gamma.gamma((n + 1) / 2.0);
      Tolerance tolerance =
          new Tolerance.Rounding(200, expected, "the library's gamma function to 10⁻¹⁴");
      Check.of(MOMENT, "∫ω^n|F|² of e^{−t²/2}, unitary")
          .part("continuous")
          .by(Oracle.SECOND_ALGORITHM)
          .at("n", n)
          .expecting(expected, tolerance)
          .holds(GaussianPulse.unitaryMoment(n))
          .rejects("(n−1)!!√π", StrictMath.scalb(GaussianPulse.unitaryMoment(n), n / 2 + 1))
          .rejects("of |ω|", Gamma.gamma((n + 1) / 2.0));
    }
    double energy = StrictMath.sqrt(Math.PI);
    Check.of(PARSEVAL, "∫|F|² = ∫L², unitary")
        .part("continuous")
        .by(Oracle.SECOND_ALGORITHM)
        .expecting(energy, new Tolerance.Ulp(1, "√π"))
        .holds(GaussianPulse.energy())
        .holds(GaussianPulse.unitaryMoment(0))
        .rejects("without a prefactor", GaussianPulse.nonUnitaryMoment(0));
  }

  /** What the paper prints is refuted there; an extension of this project only tells it apart. */
  private static void printed(Comparison comparison, String claim, String variant, double value) {
    if (claim.contains(".ext.")) {
      comparison.rejects(variant, value);
    } else {
      comparison.refutes(variant, value);
    }
  }
}
