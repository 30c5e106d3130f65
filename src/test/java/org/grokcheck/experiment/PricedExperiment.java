package org.grokcheck.experiment;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.grokcheck.evidence.Scale;

/** Takes a known time on a clock of its own: 2 s, and size/100 s a step. */
final class PricedExperiment implements Experiment {
  static final double SET_UP = 2;

  final AtomicLong nanos = new AtomicLong();
  private final CyclicBarrier together;
  private final List<Job> jobs;

  /**
   * An experiment.
   *
   * @param copies that must run at one time for any to end
   */
  PricedExperiment(int copies, Job... jobs) {
    together = new CyclicBarrier(copies);
    this.jobs = List.of(jobs);
  }

  static Job job(int size, int steps) {
    return Job.of("size", size, "steps", steps);
  }

  @Override
  public String id() {
    return "test.priced";
  }

  @Override
  public List<String> claims() {
    return List.of();
  }

  @Override
  public String title() {
    return "Takes a known time";
  }

  @Override
  public List<String> deviations() {
    return List.of();
  }

  @Override
  public List<Job> jobs(Scale scale) {
    return jobs;
  }

  @Override
  public Optional<Workload> workload(Job job) {
    return Optional.of(
        Workload.rounds(job, "steps", "step", "any", job.number("size"))
            .atMost(job.integer("steps") > 1000));
  }

  @Override
  public Measurements run(Job job, JobContext context) {
    if (job.integer("size") < 0) {
      throw new IllegalArgumentException("size must be > 0");
    }
    try {
      boolean last = together.await(10, TimeUnit.SECONDS) == 0;
      double seconds = SET_UP + job.number("size") / 100 * job.integer("steps");
      nanos.addAndGet(last ? Math.round(seconds * 1e9) : 0);
    } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
      throw new IllegalStateException("not so many at a time", e);
    }
    return Measurements.none().with("done", 1);
  }

  @Override
  public Job probe() {
    return job(1, 1);
  }

  @Override
  public double probeBound() {
    return 0;
  }
}
