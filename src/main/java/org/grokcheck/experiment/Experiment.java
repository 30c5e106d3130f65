package org.grokcheck.experiment;

import java.util.List;
import java.util.Optional;
import org.grokcheck.evidence.Scale;

/**
 * Something that is measured over independent jobs, such as a training run for each of several
 * seeds. An implementation has a public constructor without arguments, by which programs find it.
 */
public interface Experiment {
  /** Its name, such as {@code beck.fig1.left}: the claim's id where it belongs to one claim. */
  String id();

  /** Ids of the claims that its measurements bear on. */
  List<String> claims();

  /** One line for a list of experiments. */
  String title();

  /**
   * What the paper leaves out and what was taken instead, and in what the jobs differ from the
   * paper's; empty if in nothing.
   */
  List<String> deviations();

  /**
   * The jobs of a scale.
   *
   * @return at least one; none if the experiment does not exist at this scale
   */
  List<Job> jobs(Scale scale);

  /** Whether jobs compute on the native engine, so that a device can be chosen. */
  default boolean usesEngine() {
    return false;
  }

  /**
   * What a job has to do, as far as that is known before it runs, to estimate how long it takes.
   *
   * @return empty if nothing can be said
   */
  default Optional<Workload> workload(Job job) {
    return Optional.empty();
  }

  /**
   * Runs one job. The same job with the same seeds gives the same measurements: bit for bit on one
   * device, within {@link #probeBound} on another machine.
   *
   * @throws RuntimeException if the job can't be completed; the runner names it
   */
  Measurements run(Job job, JobContext context);

  /**
   * A job of at most two seconds through the same code, run with every recording and again whenever
   * the recording is used: while both agree, the recorded numbers are those of the present code.
   */
  Job probe();

  /** Largest relative difference between two machines' measurements of the probe. */
  double probeBound();
}
