package org.grokcheck.omnigrok.experiment;

import static org.grokcheck.omnigrok.experiment.RecordedJob.CRITERION;
import static org.grokcheck.omnigrok.experiment.TeacherStudentRuns.test;
import static org.grokcheck.omnigrok.experiment.TeacherStudentRuns.train;

import org.grokcheck.evidence.Checks;
import org.grokcheck.evidence.Scale;
import org.grokcheck.experiment.Recording;
import org.grokcheck.harness.Recordings;
import org.junit.jupiter.api.Test;

/** The summary of Sec. 7 against recorded runs of three tasks. */
class ConclusionsReproduction {
  private static final String CLAIM = "omnigrok.sec7.conclusions";

  private static RecordedJob student(Recording recording, double alpha, double gamma, int seed) {
    return RecordedJob.only(
        recording, "method", "adamw", "alpha", alpha, "gamma", gamma, "seed", seed);
  }

  /** t_train/t_test. */
  private static double promptness(RecordedJob run, String threshold) {
    return run.value("steps to " + train(threshold)) / run.value("steps to " + test(threshold));
  }

  /** With small decay a student delays from twice the default norm and not from half of it. */
  @Test
  @Checks(value = CLAIM, scale = Scale.DESK)
  void normsBeyondTheRightOneDelayTheStudent() {
    Recording recording = Recordings.of(new TeacherStudentRuns(), Scale.DESK);
    for (int seed = 0; seed < 4; seed++) {
      RecordedJob large = student(recording, 2, 0.03, seed);
      RecordedJob small = student(recording, 0.5, 0.03, seed);
      for (String threshold : new String[] {"0.01", "0.003", "0.001"}) {
        for (String part : new String[] {"mismatch", "many models"}) {
          large
              .check(CLAIM, "teacher and student: t_train/t_test from α = 2, θ = " + threshold)
              .part(part)
              .expectingAtMost(0.1, CRITERION)
              .holds(promptness(large, threshold))
              .rejects("from α = 0.5", promptness(small, threshold));
        }
      }
    }
  }

  /** At a constant norm no drift through the landscape of norms can explain a delay. */
  @Test
  @Checks(value = CLAIM, scale = Scale.DESK)
  void aTransformerDelaysAtConstantNormToo() {
    Recording recording = Recordings.of(new TransformerRuns(), Scale.DESK);
    for (int seed = 0; seed < 2; seed++) {
      RecordedJob fixed = transformer(recording, "fixed", 0, seed);
      fixed
          .check(CLAIM, "largest norm in units of the first, less 1")
          .part("mismatch")
          .expectingAtMost(1e-5, CRITERION)
          .holds(fixed.value("peak norm") - 1)
          .rejects(
              "at a free norm", transformer(recording, "free", 2, seed).value("peak norm") - 1);
      fixed
          .check(CLAIM, "t_train/t_test at constant norm" + measured(fixed))
          .part("mismatch")
          .expectingAtMost(1.0 / 3, CRITERION)
          .holds(promptness(fixed, TransformerRuns.LEVEL))
          .refutes("no delay where the norm can't move", 1);
      RecordedJob free = transformer(recording, "free", 2, seed);
      free.check(CLAIM, "modular addition: t_train/t_test" + measured(free))
          .part("many models")
          .expectingAtMost(0.5, CRITERION)
          .holds(promptness(free, TransformerRuns.LEVEL))
          .rejects("no delay", 1);
    }
  }

  /** The level of the criterion, and what other levels give. */
  private static String measured(RecordedJob run) {
    return " at an accuracy of %.2f (%.2f at 0.8, %.2f at 0.9)"
        .formatted(TransformerRuns.LEVEL, promptness(run, 0.8), promptness(run, 0.9));
  }

  private static double promptness(RecordedJob run, double level) {
    return first(run, ModularAddition.TRAIN, level) / first(run, ModularAddition.TEST, level);
  }

  private static RecordedJob transformer(
      Recording recording, String constraint, double gamma, int seed) {
    return RecordedJob.only(
        recording,
        "constraint",
        constraint,
        "alpha",
        1.0,
        "gamma",
        gamma,
        "fraction",
        0.6,
        "seed",
        seed);
  }

  /** The first stop of a run at which an accuracy reaches a level. */
  private static double first(RecordedJob run, String name, double level) {
    double[] values = run.series(name);
    for (int i = 0; i < values.length; i++) {
      if (values[i] >= level) {
        return run.series("steps")[i];
      }
    }
    return Double.POSITIVE_INFINITY;
  }

  @Test
  @Checks(value = CLAIM, scale = Scale.DESK, needs = "mnist")
  void digitsDelayFromALargeNorm() {
    Recording recording = Recordings.of(new DigitRuns(), Scale.DESK);
    for (int seed = 0; seed < 2; seed++) {
      RecordedJob large = RecordedJob.digits(recording, 8, 0.1, seed);
      RecordedJob standard = RecordedJob.digits(recording, 1, 0, seed);
      for (String level : DigitRuns.LEVELS) {
        large
            .check(CLAIM, "digits: t_train/t_test from α = 8, test accuracy " + level)
            .part("many models")
            .expectingAtMost(1.0 / 3, CRITERION)
            .holds(large.value("steps to fit") / large.value("steps to test " + level))
            .rejects(
                "from α = 1",
                standard.value("steps to fit") / standard.value("steps to test " + level));
      }
    }
  }
}
