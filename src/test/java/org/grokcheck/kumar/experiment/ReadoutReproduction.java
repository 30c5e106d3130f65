package org.grokcheck.kumar.experiment;

import org.grokcheck.evidence.Check;
import org.grokcheck.evidence.Checks;
import org.grokcheck.evidence.Oracle;
import org.grokcheck.evidence.Scale;
import org.grokcheck.evidence.Tolerance;
import org.grokcheck.experiment.JobResult;
import org.grokcheck.experiment.Measurements;
import org.grokcheck.harness.Recordings;
import org.junit.jupiter.api.Test;

/** Fig. 11, from recorded runs with trained readouts. */
class ReadoutReproduction {
  private static final Tolerance CRITERION = new Tolerance.Exact();

  /** Index of the level 1/10. */
  private static final int TENTH = 2;

  @Test
  @Checks(value = "kumar.fig11", scale = Scale.DESK)
  void theMechanismIsThatOfFixedReadouts() {
    for (JobResult job : Recordings.of(new TrainedReadouts(), Scale.DESK).results()) {
      Measurements run = job.measurements();
      if (job.job().number("alpha") == 0.5) {
        check("t_train/t_test at the level 1/10", job)
            .part("delay")
            .expectingAtMost(0.5, CRITERION)
            .holds(1 / Sweep.ratio(job, TENTH))
            .rejects("of test over training time", Sweep.ratio(job, TENTH));
        check("final test loss over that at the start", job)
            .part("end")
            .expectingAtMost(0.1, CRITERION)
            .holds(run.value(CommitteeCurves.FINAL_TEST));
      } else {
        double excess = run.value(CommitteeCurves.PEAK) - 1;
        check("excess of the test loss at its peak over the linear term there", job)
            .part("what rises")
            .expectingAtMost(1, CRITERION)
            .holds(excess / run.value(CommitteeCurves.PEAK_LINEAR))
            .rejects(
                "over the growth of the misalignment",
                excess / Math.max(0.001, run.value(CommitteeCurves.PEAK_MISALIGNMENT) - 2.0 / 3));
      }
    }
  }

  private static Check check(String quantity, JobResult job) {
    return Check.of("kumar.fig11", quantity).by(Oracle.REPRODUCTION).at("job", job.job().name());
  }
}
