package org.grokcheck.omnigrok.experiment;

import static org.grokcheck.omnigrok.experiment.RecordedJob.CRITERION;
import static org.grokcheck.omnigrok.experiment.TeacherStudentLandscape.RESCALED;
import static org.grokcheck.omnigrok.experiment.TeacherStudentLandscape.SPHERE;
import static org.grokcheck.omnigrok.experiment.TeacherStudentLandscape.TEST;

import java.util.Comparator;
import java.util.List;
import org.grokcheck.evidence.Checks;
import org.grokcheck.evidence.Scale;
import org.grokcheck.experiment.Recording;
import org.grokcheck.harness.Recordings;
import org.junit.jupiter.api.Test;

/** Where the default norm α = 1 lies in recorded landscapes, and whether runs from it delay. */
class StandardNormReproduction {
  private static final String CLAIM = "omnigrok.sec2.std-not-above";

  private static RecordedJob least(List<RecordedJob> curve, String loss) {
    return curve.stream().min(Comparator.comparingDouble(job -> job.value(loss))).orElseThrow();
  }

  private static RecordedJob at(List<RecordedJob> curve, double alpha) {
    return curve.stream().filter(job -> job.number("alpha") == alpha).findFirst().orElseThrow();
  }

  /** The test loss at the default norm is near the bottom of its U, for four draws. */
  @Test
  @Checks(value = CLAIM, scale = Scale.DESK)
  void testLossOfTheStudentIsNearItsLeastAtTheDefaultNorm() {
    Recording recording = Recordings.of(new TeacherStudentLandscape(), Scale.DESK);
    double next = StrictMath.pow(10, 1 / 5.0);
    for (String procedure : List.of(RESCALED, SPHERE)) {
      for (int seed = 0; seed < 4; seed++) {
        List<RecordedJob> curve = RecordedJob.of(recording, "procedure", procedure, "seed", seed);
        RecordedJob least = least(curve, TEST);
        least
            .check(CLAIM, "test loss at α = 1 in units of the least")
            .part("teacher and student")
            .expectingAtMost(3, CRITERION)
            .holds(at(curve, 1).value(TEST) / least.value(TEST))
            .rejects("at α = 1.6", at(curve, next).value(TEST) / least.value(TEST));
        least
            .check(CLAIM, "0.4 − α where the test loss is least")
            .part("teacher and student")
            .expectingAtMost(0, CRITERION)
            .holds(0.4 - least.number("alpha"))
            .rejects("at α = 0.1", 0.4 - 0.1);
      }
    }
  }

  @Test
  @Checks(value = CLAIM, scale = Scale.DESK, needs = "mnist")
  void testErrorOfDigitsIsNearItsLeastAtTheDefaultNorm() {
    Recording recording = Recordings.of(new DigitLandscape(), Scale.DESK);
    for (int seed = 0; seed < 2; seed++) {
      for (int count : new int[] {100, 1000, 5000}) {
        List<RecordedJob> curve = RecordedJob.of(recording, "N", count, "seed", seed);
        double best = curve.stream().mapToDouble(job -> job.value(Digits.TEST)).max().orElseThrow();
        at(curve, 1)
            .check(CLAIM, "test error at α = 1 in units of the least")
            .part("digits")
            .expectingAtMost(1.15, CRITERION)
            .holds((1 - at(curve, 1).value(Digits.TEST)) / (1 - best))
            .rejects("at α = 4", (1 - at(curve, 4).value(Digits.TEST)) / (1 - best));
      }
    }
  }

  /** From the default norm test accuracies come before the fit, from eight times it long after. */
  @Test
  @Checks(value = CLAIM, scale = Scale.DESK, needs = "mnist")
  void onlyLargerNormsDelay() {
    Recording recording = Recordings.of(new DigitRuns(), Scale.DESK);
    for (int seed = 0; seed < 2; seed++) {
      RecordedJob standard = RecordedJob.digits(recording, 1, 0, seed);
      RecordedJob large = RecordedJob.digits(recording, 8, 0.1, seed);
      for (String level : DigitRuns.LEVELS) {
        standard
            .check(CLAIM, "t_test/t_train from α = 1 at a test accuracy of " + level)
            .part("delay")
            .expectingAtMost(1.5, CRITERION)
            .holds(delay(standard, level))
            .rejects("from α = 8", delay(large, level));
        large
            .check(CLAIM, "t_train/t_test from α = 8 at a test accuracy of " + level)
            .part("delay")
            .expectingAtMost(0.5, CRITERION)
            .holds(1 / delay(large, level))
            .rejects("from α = 1", 1 / delay(standard, level));
      }
    }
  }

  private static double delay(RecordedJob run, String level) {
    return run.value("steps to test " + level) / run.value("steps to fit");
  }
}
