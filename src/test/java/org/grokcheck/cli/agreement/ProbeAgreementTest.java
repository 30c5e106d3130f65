package org.grokcheck.cli.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.grokcheck.cli.agreement.Row.Status;
import org.grokcheck.evidence.Scale;
import org.grokcheck.experiment.Experiment;
import org.grokcheck.experiment.Job;
import org.grokcheck.experiment.JobContext;
import org.grokcheck.experiment.Measurements;
import org.grokcheck.math.Seeds;
import org.junit.jupiter.api.Test;

class ProbeAgreementTest {
  /** Measures 1, then 1 + drift, then 1 + 2 drift, ..., and states a bound of 1e-6. */
  private static final class Drifting implements Experiment {
    private final double drift;
    private int calls;

    private Drifting(double drift) {
      this.drift = drift;
    }

    @Override
    public String id() {
      return "beck.drifting";
    }

    @Override
    public List<String> claims() {
      return List.of();
    }

    @Override
    public String title() {
      return "drifts";
    }

    @Override
    public List<String> deviations() {
      return List.of();
    }

    @Override
    public List<Job> jobs(Scale scale) {
      return List.of(probe());
    }

    @Override
    public Measurements run(Job job, JobContext context) {
      return Measurements.none().with("value", 1 + drift * calls++);
    }

    @Override
    public Job probe() {
      return Job.of("seed", 0);
    }

    @Override
    public double probeBound() {
      return 1e-6;
    }
  }

  private static Row row(double drift) {
    return new ProbeAgreement(List.of(new Drifting(drift)), new Seeds(1)).onThreads(2).get(0);
  }

  @Test
  void measurementsAreHeldToTheBoundOfTheirExperiment() {
    assertEquals(Status.AGREE, row(0).status());
    assertEquals(Status.AGREE, row(9e-7).status());
    assertEquals(Status.DISAGREE, row(1.1e-6).status());
    assertEquals(Status.DISAGREE, row(Double.POSITIVE_INFINITY).status());
    assertEquals("cpu, 2 threads = cpu", row(0).pair());
    assertEquals("measurements of beck.drifting, relative", row(0).quantity());
  }
}
