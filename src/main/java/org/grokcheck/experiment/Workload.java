package org.grokcheck.experiment;

import java.util.function.LongFunction;
import java.util.function.LongUnaryOperator;

/**
 * What a job has to do: some set-up, a number of equal rounds such as steps or draws, and readings
 * of the state between them. Jobs of one kind and size cost the same in each of the three.
 *
 * @param kind jobs of different kinds are timed apart
 * @param size within a kind, a number with which costs change smoothly
 * @param unit name of a round, such as {@code step}
 * @param rounds how many the job has, at least 1
 * @param readings number of readings in so many rounds; 0 if readings are part of the set-up
 * @param cut the same job with so many rounds, from 1 to {@code rounds}
 * @param most whether a job may end before its last round
 */
public record Workload(
    String kind,
    double size,
    String unit,
    long rounds,
    LongUnaryOperator readings,
    LongFunction<Job> cut,
    boolean most) {

  public Workload {
    if (rounds < 1) {
      throw new IllegalArgumentException("a workload of " + rounds + " rounds is none");
    }
  }

  /**
   * Rounds that a parameter of the job counts.
   *
   * @param parameter its name
   */
  public static Workload rounds(Job job, String parameter, String unit, String kind, double size) {
    return new Workload(
        kind, size, unit, job.integer(parameter), n -> 0, n -> job.with(parameter, n), false);
  }

  /** The same with readings. */
  public Workload reading(LongUnaryOperator count) {
    return new Workload(kind, size, unit, rounds, count, cut, most);
  }

  /** The same for a job that may end early. */
  public Workload atMost(boolean may) {
    return new Workload(kind, size, unit, rounds, readings, cut, may);
  }
}
