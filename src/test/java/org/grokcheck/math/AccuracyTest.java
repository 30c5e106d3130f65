package org.grokcheck.math;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Grades every function in ulps against its table. */
class AccuracyTest {
  @ParameterizedTest
  @EnumSource
  void errorsAreAsRecorded(GradedFunction graded) {
    UlpStatistics measured = graded.measure();
    String summary =
        "%s: max %.4f, rms %.4f ulp over %d rows; worst: %s"
            .formatted(graded, measured.max(), measured.rms(), measured.count(), measured.worst());
    assertTrue(measured.max() <= graded.max && measured.rms() <= graded.rms, summary);
    // A limit far above the error guards nothing: after an improvement the smaller figure goes in.
    assertTrue(measured.max() >= 0.9 * graded.max && measured.rms() >= 0.9 * graded.rms, summary);
  }
}
