package org.grokcheck.notsawo.signal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;
import org.grokcheck.evidence.Check;
import org.grokcheck.evidence.Checks;
import org.grokcheck.evidence.Infrastructure;
import org.grokcheck.evidence.Oracle;
import org.grokcheck.evidence.Tolerance;
import org.grokcheck.notsawo.signal.ForecastCalibration.Rates;
import org.grokcheck.notsawo.signal.ForecastCalibration.Run;
import org.junit.jupiter.api.Assertions;

/**
 * App. F: which filter removes constants and trends, and what a threshold of its output is worth.
 */
class HighPassProperties {
  private static final String FILTER = "notsawo.appf.lowpass";
  private static final String NOTE = "notsawo.appf.fn2";

  @Provide
  Arbitrary<SampledSignal> signals() {
    return SampledSignal.ofSize(1, 60);
  }

  /** Nothing is left of a straight line; the low-pass output, the paper's word, is all of it. */
  @Property(tries = 60)
  @Checks({FILTER, NOTE})
  void straightLinesAreRemoved(
      @ForAll @IntRange(min = 3, max = 80) int n,
      @ForAll @IntRange(min = -99, max = 99) int level,
      @ForAll @IntRange(min = -9, max = 9) int slope) {
    double[] line = new double[n];
    Arrays.setAll(line, t -> level + slope * (double) t);
    double energy = Energy.of(line);
    double size = Math.abs(level) + 9.0 * n;
    for (String claim : List.of(FILTER, NOTE)) {
      Check.of(claim, "energy left of a straight line")
          .part("trend")
          .by(Oracle.EXACT)
          .at("n", n, "level", level, "slope", slope)
          .expecting(
              0,
              Tolerance.remainder(
                  n * size * size * 1e-28, "averages of 11 numbers, each off by some ulp of them"))
          .holds(Energy.of(HighPass.oscillation(line)))
          .refutes("low-pass, as printed", Energy.of(HighPass.trend(line)))
          .rejects("mean alone removed", Energy.aboutTheMean(line))
          .rejects("nothing removed", energy);
    }
  }

  /** Both parts add up to the signal; a wave keeps the share 1 − sin(11ω/2)/(11 sin(ω/2)). */
  @Property(tries = 100)
  @Checks(FILTER)
  void partsAndTransfer(
      @ForAll("signals") SampledSignal s, @ForAll @DoubleRange(min = 0.05, max = 3.1) double w) {
    double[] x = s.samples();
    double[] trend = HighPass.trend(x);
    double[] rest = HighPass.oscillation(x);
    double worst = 0;
    for (int t = 0; t < x.length; t++) {
      worst = Math.max(worst, Math.abs(trend[t] + rest[t] - x[t]));
    }
    Check.of(FILTER, "high-pass + low-pass − signal")
        .part("complement")
        .by(Oracle.INVARIANT)
        .at("x", s.sixtyFourths())
        .expecting(0, new Tolerance.Rounding(2, 256, "one subtraction and one addition"))
        .holds(worst)
        .rejects("signal itself", Arrays.stream(x).map(Math::abs).max().orElse(0));
    double[] wave = new double[31];
    Arrays.setAll(wave, t -> StrictMath.cos(w * (t - 15)));
    double share = StrictMath.sin(5.5 * w) / (11 * StrictMath.sin(w / 2));
    Check.of(FILTER, "what is left of cos ωt at t = 0")
        .part("transfer")
        .by(Oracle.SECOND_ALGORITHM)
        .at("omega", w)
        .expecting(
            1 - share,
            new Tolerance.Rounding(
                60, 4 + 1 / StrictMath.sin(w / 2), "cosines of arguments up to 50, and a quotient"))
        .holds(HighPass.oscillation(wave)[15])
        .refutes("low-pass, as printed", share)
        .rejects("window of 9", 1 - StrictMath.sin(4.5 * w) / (9 * StrictMath.sin(w / 2)));
  }

  /** A trend with a small wave: high-passed, the wave is most of what is left. */
  @Property(tries = 1)
  @Checks({FILTER, NOTE})
  void waveOnATrend() {
    double[] both = new double[400];
    double[] wave = new double[400];
    for (int t = 0; t < 400; t++) {
      wave[t] = 0.05 * StrictMath.sin(2 * Math.PI * t / 5);
      both[t] = StrictMath.log(97) * StrictMath.exp(-t / 150.0) + wave[t];
    }
    for (String claim : List.of(FILTER, NOTE)) {
      Check.of(claim, "1 − correlation of the output with the wave, at most a hundredth")
          .part("wave")
          .by(Oracle.INVARIANT)
          .expectingAtMost(0.01, new Tolerance.Exact())
          .holds(1 - correlation(HighPass.oscillation(both), wave))
          .refutes("low-pass, as printed", 1 - correlation(HighPass.trend(both), wave));
    }
  }

  private static double correlation(double[] x, double[] y) {
    return new PearsonsCorrelation().correlation(x, y);
  }

  @Property(tries = 1)
  @Infrastructure("thresholds and left-out rates, on runs whose answer is plain")
  void calibration() {
    List<Run> runs = new ArrayList<>();
    for (int k = 1; k <= 10; k++) {
      runs.add(new Run(k, k > 4));
    }
    ForecastCalibration clear = new ForecastCalibration(runs);
    Assertions.assertEquals(4.5, clear.threshold());
    Assertions.assertEquals(1, clear.area());
    // Without the run at 4 the threshold is (3 + 5)/2 = 4, and a score at the threshold passes.
    Assertions.assertEquals(new Rates(6, 6, 3, 4), clear.leftOut());
    runs.add(new Run(0.5, true));
    Rates rates = new ForecastCalibration(runs).leftOut();
    Assertions.assertEquals(new Rates(6, 7, 3, 4), rates);
    Assertions.assertEquals(6 / 7.0, rates.sensitivity());
    Assertions.assertEquals(0.75, rates.specificity());
    ForecastCalibration read =
        ForecastCalibration.parse("# x\nscore,generalised\n1,true\n2,true\n3,false\n4,false\n");
    Assertions.assertEquals(0, read.area());
    Assertions.assertThrows(
        IllegalArgumentException.class,
        () -> new ForecastCalibration(List.of(new Run(1, true), new Run(2, false))));
    Assertions.assertThrows(
        IllegalArgumentException.class, () -> ForecastCalibration.interval(3, 2));
  }
}
