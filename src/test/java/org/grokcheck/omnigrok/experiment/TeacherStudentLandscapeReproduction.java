package org.grokcheck.omnigrok.experiment;

import static org.grokcheck.omnigrok.experiment.RecordedJob.CRITERION;
import static org.grokcheck.omnigrok.experiment.TeacherStudentLandscape.DRIFT;
import static org.grokcheck.omnigrok.experiment.TeacherStudentLandscape.RESCALED;
import static org.grokcheck.omnigrok.experiment.TeacherStudentLandscape.SPHERE;
import static org.grokcheck.omnigrok.experiment.TeacherStudentLandscape.TEST;
import static org.grokcheck.omnigrok.experiment.TeacherStudentLandscape.TRAIN;

import java.util.Comparator;
import java.util.List;
import org.grokcheck.evidence.Checks;
import org.grokcheck.evidence.Scale;
import org.grokcheck.experiment.Recording;
import org.grokcheck.harness.Recordings;
import org.junit.jupiter.api.Test;

/** Fig. 2a, from recorded minimisations at fixed norm of four students, by two procedures. */
class TeacherStudentLandscapeReproduction {
  private static final int SEEDS = 4;

  private static Recording recording() {
    return Recordings.of(new TeacherStudentLandscape(), Scale.DESK);
  }

  private static List<RecordedJob> curve(Recording recording, String procedure, int seed) {
    return RecordedJob.of(recording, "procedure", procedure, "seed", seed);
  }

  /** The job whose α is nearest. */
  private static RecordedJob near(List<RecordedJob> curve, double alpha) {
    return curve.stream()
        .min(Comparator.comparingDouble(job -> Math.abs(job.number("alpha") - alpha)))
        .orElseThrow();
  }

  private static RecordedJob lowestTest(List<RecordedJob> curve) {
    return curve.stream().min(Comparator.comparingDouble(job -> job.value(TEST))).orElseThrow();
  }

  @Test
  @Checks(
      value = {"omnigrok.fig2a", "omnigrok.sec2.U-shape"},
      scale = Scale.DESK)
  void testLossesAreUAndTrainingLossesAreL() {
    Recording recording = recording();
    OmnigrokFigures.write(
        OmnigrokFigures.landscape(
            recording, curve(recording, RESCALED, 0), curve(recording, SPHERE, 0)));
    for (String procedure : List.of(RESCALED, SPHERE)) {
      for (int seed = 0; seed < SEEDS; seed++) {
        List<RecordedJob> curve = curve(recording, procedure, seed);
        shapeOfU(curve);
        shapeOfL(curve);
      }
    }
  }

  private static void shapeOfU(List<RecordedJob> curve) {
    RecordedJob lowest = lowestTest(curve);
    for (String claim : List.of("omnigrok.fig2a", "omnigrok.sec2.U-shape")) {
      lowest
          .check(claim, "|log₁₀ α| where the test loss is least, against log₁₀ 0.4")
          .part("U")
          .expectingAtMost(-Math.log10(0.4), CRITERION)
          .holds(Math.abs(Math.log10(lowest.number("alpha"))))
          .rejects("at an end of the curve", 1);
      near(curve, 10)
          .check(claim, "least test loss in units of that at α = 10")
          .part("U")
          .expectingAtMost(1e-3, CRITERION)
          .holds(lowest.value(TEST) / near(curve, 10).value(TEST))
          .rejects("training loss at α = 0.1", near(curve, 0.1).value(TRAIN));
      near(curve, 0.1)
          .check(claim, "least test loss in units of that at α = 0.1")
          .part("U")
          .expectingAtMost(1.0 / 50, CRITERION)
          .holds(lowest.value(TEST) / near(curve, 0.1).value(TEST));
    }
  }

  private static void shapeOfL(List<RecordedJob> curve) {
    for (RecordedJob job : curve) {
      if (job.number("alpha") >= 0.63) {
        job.check("omnigrok.fig2a", "training loss from α = 0.63 on")
            .part("L")
            .expectingAtMost(1e-4, CRITERION)
            .holds(job.value(TRAIN))
            .rejects("at α = 0.1", near(curve, 0.1).value(TRAIN));
      }
    }
  }

  @Test
  @Checks(value = "omnigrok.rescale-procedure", scale = Scale.DESK)
  void rescalingMissesTheMinimumOfSmallSpheres() {
    Recording recording = recording();
    for (int seed = 0; seed < SEEDS; seed++) {
      List<RecordedJob> rescaled = curve(recording, RESCALED, seed);
      List<RecordedJob> sphere = curve(recording, SPHERE, seed);
      lower(rescaled, sphere, 0.1, 2.0 / 3);
      lower(rescaled, sphere, 0.25, 0.2);
      RecordedJob large = near(rescaled, 0.63);
      large
          .check("omnigrok.rescale-procedure", "|ln| of the ratio of both losses at α = 0.63")
          .part("teacher and student")
          .expectingAtMost(Math.log(10), CRITERION)
          .holds(Math.abs(Math.log(large.value(TRAIN) / near(sphere, 0.63).value(TRAIN))));
      for (RecordedJob job : rescaled) {
        job.check("omnigrok.rescale-procedure", "relative drift of the norm")
            .part("teacher and student")
            .expectingAtMost(1e-9, CRITERION)
            .holds(job.value(DRIFT));
      }
    }
  }

  /** A point of the same sphere has a loss that is lower by a factor. */
  private static void lower(
      List<RecordedJob> rescaled, List<RecordedJob> sphere, double alpha, double factor) {
    RecordedJob job = near(rescaled, alpha);
    job.check(
            "omnigrok.rescale-procedure",
            "loss by the parametrised sphere in units of that by rescaling at α = " + alpha)
        .part("teacher and student")
        .expectingAtMost(factor, CRITERION)
        .holds(near(sphere, alpha).value(TRAIN) / job.value(TRAIN))
        .refutes("rescaling ends at the least loss of the sphere", 1);
  }
}
