package org.grokcheck.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.LongUnaryOperator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Costs of the parts of a job come back from trials that were made up from them. */
class JobCostTest {
  /** Sums of a few terms, solved for by orthogonal columns: far less is lost. */
  private static final double ROUNDING = 1e-9;

  private static List<JobCost.Trial> trials(JobCost cost, LongUnaryOperator readings, long... n) {
    return LongStream.of(n)
        .mapToObj(
            rounds -> {
              long read = readings.applyAsLong(rounds);
              double seconds = cost.setUp() + cost.round() * rounds + cost.reading() * read;
              return new JobCost.Trial(rounds, read, seconds);
            })
        .toList();
  }

  private static void assertNear(JobCost expected, JobCost found) {
    assertEquals(expected.setUp(), found.setUp(), ROUNDING);
    assertEquals(expected.round(), found.round(), ROUNDING);
    assertEquals(expected.reading(), found.reading(), ROUNDING);
  }

  @Test
  void setUpAndRoundsSeparate() {
    JobCost cost = new JobCost(3, 0.25, 0);
    assertNear(cost, JobCost.fit(trials(cost, n -> 0, 1, 3)));
    assertNear(cost, JobCost.fit(trials(cost, n -> 0, 1, 3, 9, 27)));
  }

  @Test
  void readingsSeparateWhereTheyBecomeRare() {
    JobCost cost = new JobCost(0.5, 0.01, 2);
    assertNear(cost, JobCost.fit(trials(cost, n -> n < 4 ? n + 1 : n / 4 + 5, 1, 3, 9, 27)));
  }

  /** As many readings as rounds: their sum is all that can be known. */
  @Test
  void frequentReadingsCountAsPartOfARound() {
    JobCost found = JobCost.fit(trials(new JobCost(1, 0.25, 0.5), n -> n + 1, 1, 3, 9));
    assertNear(new JobCost(1.5, 0.75, 0), found);
  }

  /** Readings that become rare only after the longest trial make the whole job too dear. */
  @Test
  void readingsOfTrialsCountWithRoundsWhereTheJobHasFewer() {
    Workload rare =
        Workload.rounds(PricedExperiment.job(1, 10_000), "steps", "step", "any", 1)
            .reading(n -> Math.min(n + 1, 50));
    JobCost cost = new JobCost(1, 0.25, 0.5);
    assertTrue(JobCost.lumps(trials(cost, rare.readings(), 1, 3, 9), rare));
    assertTrue(JobCost.lumps(trials(cost, rare.readings(), 1, 30), rare));
    assertFalse(JobCost.lumps(trials(cost, rare.readings(), 1, 3, 9, 90), rare));
    Workload frequent = rare.reading(n -> n);
    assertFalse(JobCost.lumps(trials(cost, frequent.readings(), 1, 3, 9), frequent));
    assertFalse(JobCost.lumps(trials(cost, n -> 0, 1, 3, 9), rare.reading(n -> 0)));
  }

  /** A shorter time for more rounds is chance: all is set-up, the mean weighted by 1/seconds. */
  @Test
  void noCostIsNegative() {
    JobCost falling = JobCost.fit(List.of(new JobCost.Trial(1, 0, 2), new JobCost.Trial(2, 0, 1)));
    assertNear(new JobCost(4.0 / 3, 0, 0), falling);
  }

  @Test
  void oneTrialIsAllThereIsToAJobOfOneRound() {
    assertNear(new JobCost(0, 7, 0), JobCost.fit(List.of(new JobCost.Trial(1, 0, 7))));
  }
}
