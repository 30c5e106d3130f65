package org.grokcheck.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import org.grokcheck.experiment.Job;

/** Says now and then what an estimate is timing, so that a minute of trials isn't silent. */
final class TrialProgress {
  private static final Duration PAUSE = Duration.ofSeconds(10);

  private final PrintWriter out;
  private int trials;
  private Instant spoken = Instant.now();

  TrialProgress(PrintWriter out) {
    this.out = out;
  }

  /** A trial of a job is about to start. */
  void tried(Job job) {
    trials++;
    if (trials == 1 || Duration.between(spoken, Instant.now()).compareTo(PAUSE) >= 0) {
      spoken = Instant.now();
      out.printf("trial %d, of %s%n", trials, job.name());
      out.flush();
    }
  }
}
