package org.grokcheck.experiment;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.grokcheck.compute.Checkpoint;
import org.grokcheck.compute.Precision;
import org.grokcheck.evidence.Scale;

/** Sums random draws; stops after a number of draws in all where told, as a killed run would. */
final class CountingExperiment implements Experiment {
  private static final int EVERY = 10;

  final AtomicInteger drawn = new AtomicInteger();
  private final int limit;

  CountingExperiment(int limit) {
    this.limit = limit;
  }

  @Override
  public String id() {
    return "test.counting";
  }

  @Override
  public List<String> claims() {
    return List.of();
  }

  @Override
  public String title() {
    return "Sums of random draws";
  }

  @Override
  public List<String> deviations() {
    return List.of("there is no paper");
  }

  @Override
  public List<Job> jobs(Scale scale) {
    return scale == Scale.PAPER
        ? List.of()
        : IntStream.range(0, 4).mapToObj(i -> Job.of("n", 100, "seed", i)).toList();
  }

  @Override
  public Measurements run(Job job, JobContext context) {
    double sum = context.saved().map(c -> c.theta()[0]).orElse(0.0);
    int from = context.saved().map(c -> (int) c.step()).orElse(0);
    for (int i = from; i < job.integer("n"); i++) {
      if (i % EVERY == 0) {
        context.save(state(job, i, sum));
        context.progress().accept((double) i / job.integer("n"));
      }
      if (drawn.incrementAndGet() > limit) {
        throw new IllegalStateException("killed");
      }
      RandomGenerator stream = context.seeds().stream(id() + "/" + job.name() + "/" + i);
      sum += stream.nextDouble();
    }
    return Measurements.none().with("sum", sum).with("never", Double.NaN);
  }

  private static Checkpoint state(Job job, int step, double sum) {
    SortedMap<String, double[]> arrays = new TreeMap<>();
    arrays.put("theta", new double[] {sum});
    return new Checkpoint(job.name(), Precision.FLOAT64, step, arrays);
  }

  @Override
  public Job probe() {
    return Job.of("n", 3, "seed", 0);
  }

  @Override
  public double probeBound() {
    return 0;
  }
}
