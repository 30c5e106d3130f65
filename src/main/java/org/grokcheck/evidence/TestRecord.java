package org.grokcheck.evidence;

import java.util.List;

/**
 * One line of evidence: one run of one test method.
 *
 * @param test {@code class#method}
 * @param claims ids of the claims that it checks
 * @param scale the scale at which it worked
 * @param device where it computed
 * @param needs capabilities without which it is skipped
 * @param stale why the recorded numbers that it used are out of date; empty if they aren't
 * @param status how it ended
 * @param message the failure or the reason of the skip; empty otherwise
 * @param rootSeed the seed of the whole run
 * @param seed the seed of this test, derived from the root seed and the test's name
 * @param tries generated inputs
 * @param edgeCases edge cases among them
 * @param seconds duration
 * @param replay the command that repeats this test
 * @param observations what it saw
 */
public record TestRecord(
    String test,
    List<String> claims,
    Scale scale,
    String device,
    List<String> needs,
    String stale,
    Status status,
    String message,
    long rootSeed,
    String seed,
    long tries,
    long edgeCases,
    double seconds,
    String replay,
    List<Observation> observations) {

  /** How a test ended. */
  public enum Status {
    PASSED,
    FAILED,
    SKIPPED
  }

  public TestRecord {
    claims = List.copyOf(claims);
    needs = List.copyOf(needs);
    observations = List.copyOf(observations);
  }
}
