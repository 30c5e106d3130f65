package org.grokcheck.experiment;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.grokcheck.evidence.Scale;

/** Jobs that have to do, and do, what a test says. */
record FakeExperiment(List<Job> all, Function<Job, Workload> work, ToDoubleFunction<Job> done)
    implements Experiment {

  @Override
  public String id() {
    return "test.fake";
  }

  @Override
  public List<String> claims() {
    return List.of();
  }

  @Override
  public String title() {
    return "Does what a test says";
  }

  @Override
  public List<String> deviations() {
    return List.of();
  }

  @Override
  public List<Job> jobs(Scale scale) {
    return all;
  }

  @Override
  public Optional<Workload> workload(Job job) {
    return Optional.of(work.apply(job));
  }

  @Override
  public Measurements run(Job job, JobContext context) {
    return Measurements.none().with("done", done.applyAsDouble(job));
  }

  @Override
  public Job probe() {
    return all.get(0);
  }

  @Override
  public double probeBound() {
    return 0;
  }
}
