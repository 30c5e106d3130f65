package org.grokcheck.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.grokcheck.experiment.ExperimentRunner;
import org.grokcheck.experiment.Job;

/** Says how far an experiment has come, on lines that can be read in a log. */
final class RunProgress implements ExperimentRunner.Listener {
  private static final Duration PAUSE = Duration.ofSeconds(5);

  private final PrintWriter out;
  private final int jobs;
  private final Map<Job, Double> shares = new ConcurrentHashMap<>();
  private final Instant started = Instant.now();
  private Instant spoken = started;

  RunProgress(PrintWriter out, int jobs) {
    this.out = out;
    this.jobs = jobs;
  }

  @Override
  public synchronized void progressed(Job job, double share) {
    shares.put(job, share);
    if (Duration.between(spoken, Instant.now()).compareTo(PAUSE) >= 0) {
      say("running " + job.name());
    }
  }

  @Override
  public synchronized void finished(Job job, double seconds) {
    shares.put(job, 1.0);
    say(seconds == 0 ? "found " + job.name() : "%s took %.1f s".formatted(job.name(), seconds));
  }

  private void say(String what) {
    spoken = Instant.now();
    double done = shares.values().stream().mapToDouble(s -> s).sum() / jobs;
    out.printf("%3.0f %%  %s%n", 100 * done, what);
    out.flush();
  }
}
