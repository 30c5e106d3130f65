package org.grokcheck.omnigrok.experiment;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.grokcheck.evidence.Check;
import org.grokcheck.evidence.Checks;
import org.grokcheck.evidence.Oracle;
import org.junit.jupiter.api.Assertions;

/** Accuracy of a regression by a threshold, against counts of whole numbers. */
class ThresholdProperties {
  private static final String CLAIM = "omnigrok.sec3.threshold";

  /** Residuals of whole sixteenths: squares, their means over four outputs and θ are exact. */
  @Property
  @Checks(CLAIM)
  void accuracyCountsTheSamplesBelowTheThreshold(
      @ForAll @Size(min = 4, max = 40) int[] residuals,
      @ForAll @IntRange(min = 1, max = 1_000_000) int threshold) {
    int samples = residuals.length / 4;
    double[][] outputs = new double[samples][4];
    double[][] targets = new double[samples][4];
    long[] sums = new long[samples];
    for (int i = 0; i < 4 * samples; i++) {
      long sixteenths = residuals[i] % 1000;
      outputs[i / 4][i % 4] = sixteenths / 16.0;
      sums[i / 4] += sixteenths * sixteenths;
    }
    // Every third try looks at a sample that lies exactly on the threshold.
    long level = threshold % 3 == 0 ? Math.max(4, sums[0]) : 4L * threshold;
    double theta = level / 4.0 / 256.0;
    double share = Thresholds.share(Thresholds.squaredErrors(outputs, targets), theta);
    long below = Arrays.stream(sums).filter(s -> s < level).count();
    Check.of(CLAIM, "number of samples below θ")
        .by(Oracle.EXACT)
        .at("samples", samples, "theta", theta)
        .expectingExactly(below)
        .holds(Math.round(share * samples))
        .rejects("all but those below", samples - below);
  }

  @Property
  @Checks(CLAIM)
  void accuracyDoesNotFallWithTheThreshold(
      @ForAll @Size(min = 1, max = 30) double[] errors,
      @ForAll @DoubleRange(min = 0.01, max = 1) double low,
      @ForAll @DoubleRange(min = 1, max = 1e6) double high) {
    Check.of(CLAIM, "accuracy at a lower threshold less that at a higher one, where it is more")
        .by(Oracle.EXACT)
        .expectingExactly(0.0)
        .holds(Math.max(0, Thresholds.share(errors, low) - Thresholds.share(errors, high)));
    Assertions.assertThrows(IllegalArgumentException.class, () -> Thresholds.share(errors, 0));
  }
}
