package org.grokcheck.experiment;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.grokcheck.compute.DeviceChoice;
import org.grokcheck.evidence.Scale;
import org.grokcheck.math.Seeds;

/**
 * Runs the jobs of an experiment side by side. With a folder, every finished job leaves its result
 * there, and a running one a checkpoint if it makes any, so that a run that was killed goes on with
 * the same result. A job whose result is there is not run again, unless other sources made it.
 *
 * @param rootSeed of all random streams
 * @param device where jobs compute
 * @param threads jobs at a time, at least 1
 * @param folder for results and checkpoints; empty to keep none
 * @param shard which of the jobs to run
 */
public record ExperimentRunner(
    long rootSeed, DeviceChoice device, int threads, Optional<Path> folder, Shard shard) {

  private static final String REVISION = Provenance.revision();

  public ExperimentRunner {
    if (threads < 1) {
      throw new IllegalArgumentException("threads = " + threads + " must be at least 1");
    }
  }

  /** A runner that makes one job at a time and keeps nothing. */
  public static ExperimentRunner inMemory(long rootSeed, DeviceChoice device) {
    return new ExperimentRunner(rootSeed, device, 1, Optional.empty(), Shard.WHOLE);
  }

  /** Hears of the jobs as they run; called from several threads. */
  public interface Listener {
    /** A job has made progress; its share is in [0, 1]. */
    void progressed(Job job, double share);

    /** A job is done; it was found finished if {@code seconds} is 0. */
    void finished(Job job, double seconds);

    /** A listener that ignores everything. */
    static Listener silent() {
      return new Listener() {
        @Override
        public void progressed(Job job, double share) {}

        @Override
        public void finished(Job job, double seconds) {}
      };
    }
  }

  /**
   * Runs the jobs of a scale, and the probe.
   *
   * @throws IllegalArgumentException if the experiment has no jobs at the scale
   * @throws IllegalStateException naming the job, if one fails; finished ones stay on disk
   */
  public Recording run(Experiment experiment, Scale scale, Listener listener) {
    List<Job> jobs = jobs(experiment, scale);
    Instant started = Instant.now();
    List<JobResult> results = runAll(experiment, scale, jobs, listener);
    Measurements probe = experiment.run(experiment.probe(), JobContext.brief(new Seeds(rootSeed)));
    return new Recording(
        Recording.SCHEMA,
        experiment.id(),
        scale,
        "grokcheck run %s --scale %s --seed %d".formatted(experiment.id(), scale.label(), rootSeed),
        Provenance.capture(rootSeed, started).onDevice(device.toString()),
        experiment.deviations(),
        probe,
        results);
  }

  private List<Job> jobs(Experiment experiment, Scale scale) {
    List<Job> all = experiment.jobs(scale);
    List<Job> jobs = shard.of(all);
    if (jobs.isEmpty()) {
      throw new IllegalArgumentException(
          all.isEmpty()
              ? experiment.id() + " does not exist at scale " + scale.label()
              : "shard %d/%d of %s is empty: there are only %d jobs"
                  .formatted(shard.index(), shard.of(), experiment.id(), all.size()));
    }
    return jobs;
  }

  /**
   * The jobs of a scale that have no result yet.
   *
   * @throws IllegalArgumentException if the experiment has no jobs at the scale
   */
  public List<Job> pending(Experiment experiment, Scale scale) {
    return jobs(experiment, scale).stream()
        .filter(
            job ->
                file(experiment, scale, job, ".json")
                    .filter(Files::exists)
                    .flatMap(f -> finished(f, job))
                    .isEmpty())
        .toList();
  }

  /**
   * About how long the jobs of a scale that have no result yet will take.
   *
   * @param nanos a clock
   * @param trial hears of the job of each trial before it is made; none goes on when this returns
   * @return empty if the experiment can't tell, or nothing is left to do
   * @throws RuntimeException as a run does, if a trial fails
   */
  public Optional<CostEstimate> estimate(
      Experiment experiment, Scale scale, LongSupplier nanos, Consumer<Job> trial) {
    List<Job> jobs = pending(experiment, scale);
    boolean begun = jobs.stream().anyMatch(job -> isBegun(experiment, scale, job));
    int together = Math.max(1, Math.min(threads, jobs.size()));
    ExecutorService pool = Executors.newFixedThreadPool(together);
    try {
      return CostEstimate.of(
              experiment,
              jobs,
              together,
              job -> {
                trial.accept(job);
                return timed(experiment, job, together, pool, nanos);
              })
          .map(estimate -> begun ? estimate.atMost() : estimate);
    } finally {
      Pools.end(pool);
    }
  }

  private boolean isBegun(Experiment experiment, Scale scale, Job job) {
    return file(experiment, scale, job, ".checkpoint").filter(Files::exists).isPresent();
  }

  /** Seconds until the last of some copies of a job ends: jobs share the machine. */
  private double timed(
      Experiment experiment, Job job, int copies, ExecutorService pool, LongSupplier nanos) {
    JobContext context = new JobContext(new Seeds(rootSeed), device, Optional.empty(), share -> {});
    long started = nanos.getAsLong();
    Stream.generate(() -> pool.submit(() -> experiment.run(job, context)))
        .limit(copies)
        .toList()
        .forEach(future -> await(experiment, job, future));
    return (nanos.getAsLong() - started) / 1e9;
  }

  private Optional<Path> file(Experiment experiment, Scale scale, Job job, String kind) {
    return folder.map(
        f -> f.resolve(experiment.id() + "." + scale.label() + ".jobs").resolve(job.name() + kind));
  }

  private List<JobResult> runAll(
      Experiment experiment, Scale scale, List<Job> jobs, Listener listener) {
    ExecutorService pool = Executors.newFixedThreadPool(Math.min(threads, jobs.size()));
    try {
      List<Future<JobResult>> futures =
          jobs.stream()
              .map(job -> pool.submit(() -> runOne(experiment, scale, job, listener)))
              .toList();
      List<JobResult> results = new ArrayList<>();
      for (int i = 0; i < jobs.size(); i++) {
        results.add(await(experiment, jobs.get(i), futures.get(i)));
      }
      return results;
    } finally {
      pool.shutdownNow();
    }
  }

  private static <T> T await(Experiment experiment, Job job, Future<T> future) {
    try {
      return future.get();
    } catch (ExecutionException e) {
      Throwable cause = Objects.requireNonNullElse(e.getCause(), e);
      String what = "%s, job %s: %s".formatted(experiment.id(), job.name(), told(cause));
      if (cause instanceof IllegalArgumentException) {
        throw new IllegalArgumentException(what, cause);
      } else if (cause instanceof UncheckedIOException io) {
        throw io;
      }
      throw new IllegalStateException(what, cause);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(experiment.id() + " was interrupted", e);
    }
  }

  private static String told(Throwable cause) {
    return Objects.requireNonNullElse(cause.getMessage(), cause.toString());
  }

  private JobResult runOne(Experiment experiment, Scale scale, Job job, Listener listener) {
    Optional<Path> file = file(experiment, scale, job, ".json");
    Optional<JobResult> done = file.filter(Files::exists).flatMap(f -> finished(f, job));
    if (done.isPresent()) {
      listener.finished(job, 0);
      return done.get();
    }
    Optional<Path> state = file(experiment, scale, job, ".checkpoint");
    Instant started = Instant.now();
    Measurements measured =
        experiment.run(
            job,
            new JobContext(
                new Seeds(rootSeed), device, state, share -> listener.progressed(job, share)));
    double seconds = Duration.between(started, Instant.now()).toMillis() / 1000.0;
    JobResult result = new JobResult(job, rootSeed, seconds, measured);
    file.ifPresent(f -> AtomicFile.write(f, Recording.text(new SavedResult(REVISION, result))));
    state.ifPresent(AtomicFile::delete);
    listener.finished(job, seconds);
    return result;
  }

  /** A result on disk with the sources that made it. */
  record SavedResult(String commit, JobResult result) {}

  private Optional<JobResult> finished(Path file, Job job) {
    SavedResult saved = Recording.parse(file, SavedResult.class);
    JobResult found = saved.result();
    if (!found.job().equals(job) || found.rootSeed() != rootSeed) {
      throw new IllegalArgumentException(
          "%s: belongs to job %s with seed %d, not to %s with seed %d; choose another folder"
              .formatted(file, found.job().name(), found.rootSeed(), job.name(), rootSeed));
    }
    return saved.commit().equals(REVISION) ? Optional.of(found) : Optional.empty();
  }
}
