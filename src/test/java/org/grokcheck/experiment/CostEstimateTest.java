package org.grokcheck.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.grokcheck.compute.DeviceChoice;
import org.grokcheck.evidence.Scale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Estimates on a clock that jobs move by known amounts. */
class CostEstimateTest {
  /** Clocks count nanoseconds. */
  private static final double TICK = 1e-6;

  @TempDir Path folder;

  /** Jobs that were tried. */
  private final List<Job> heard = new ArrayList<>();

  private static ExperimentRunner runner(int threads) {
    return new ExperimentRunner(1, new DeviceChoice.Cpu(), threads, Optional.empty(), Shard.WHOLE);
  }

  private CostEstimate estimate(int threads, int copies, Job... jobs) {
    PricedExperiment priced = new PricedExperiment(copies, jobs);
    return runner(threads)
        .estimate(priced, Scale.PAPER, priced.nanos::get, heard::add)
        .orElseThrow();
  }

  @Test
  void aJobIsItsSetUpAndItsSteps() {
    CostEstimate one = estimate(1, 1, PricedExperiment.job(50, 900));
    assertEquals(PricedExperiment.SET_UP + 0.5 * 900, one.seconds(), TICK);
    assertEquals(
        "1 job, about 8 min on cpu (500 ms a step, from trials of up to 9)", one.text(" on cpu"));
    // The first warms up.
    assertEquals(
        List.of("1", "1", "3", "9"), heard.stream().map(job -> job.text("steps")).toList());
  }

  /** One round is all, and slow ones are told in seconds. */
  @Test
  void aJobOfOneSlowStep() {
    assertEquals(
        "1 job, about 7 s on cpu (7.0 s a step, from trials of one)",
        estimate(1, 1, PricedExperiment.job(500, 1)).text(" on cpu"));
  }

  /** 2 + 10, 2 + 20 and 2 + 30 s: the first thread is free first, and takes the third. */
  @Test
  void jobsRunSideBySideInTheirOrder() {
    Job[] jobs =
        Stream.of(10, 20, 30).map(size -> PricedExperiment.job(size, 100)).toArray(Job[]::new);
    assertEquals(12 + 32, estimate(2, 2, jobs).seconds(), TICK);
    assertEquals(32, estimate(7, 3, jobs).seconds(), TICK);
  }

  /** Costs are linear in the size here, so that what lies between the timed sizes is exact. */
  @Test
  void sizesBetweenThoseTimedAreInterpolated() {
    Job[] jobs =
        IntStream.rangeClosed(1, 40)
            .mapToObj(size -> PricedExperiment.job(size, 2000))
            .toArray(Job[]::new);
    CostEstimate all = estimate(1, 1, jobs);
    assertEquals(40 * PricedExperiment.SET_UP + 20 * 820, all.seconds(), 40 * TICK);
    assertEquals(
        "40 jobs, at most about 4 h 35 min on cpu (10 ms to 400 ms a step, from trials of up to"
            + " 300; 4 of 40 sizes timed, the others between)",
        all.text(" on cpu"));
  }

  @Test
  void trialsGrowUntilTheyTellRoundsFromSetUp() {
    List<Job> made = new ArrayList<>();
    Workload work =
        Workload.rounds(PricedExperiment.job(1, 10_000), "steps", "step", "any", 1)
            .reading(n -> Math.min(n + 1, 50));
    List<JobCost.Trial> trials =
        new Trials(
                job -> {
                  made.add(job);
                  return 0.02 * job.integer("steps");
                })
            .of(work);
    assertEquals(
        List.of(1L, 3L, 9L, 27L, 81L, 243L), trials.stream().map(JobCost.Trial::rounds).toList());
    assertEquals(made.size(), trials.size());
    List<JobCost.Trial> slow = new Trials(job -> 40.0).of(work);
    assertEquals(List.of(1L, 3L), slow.stream().map(JobCost.Trial::rounds).toList());
    List<JobCost.Trial> heavy = new Trials(job -> 9 + 0.02 * job.integer("steps")).of(work);
    assertEquals(
        List.of(1L, 3L, 30L, 300L, 900L), heavy.stream().map(JobCost.Trial::rounds).toList());
    List<JobCost.Trial> all =
        new Trials(job -> 1e-3)
            .of(Workload.rounds(PricedExperiment.job(1, 5), "steps", "step", "any", 1));
    assertEquals(List.of(1L, 3L, 5L), all.stream().map(JobCost.Trial::rounds).toList());
  }

  @Test
  void whatIsDoneCountsNoMore() {
    PricedExperiment priced =
        new PricedExperiment(1, PricedExperiment.job(10, 100), PricedExperiment.job(20, 100));
    ExperimentRunner half =
        new ExperimentRunner(1, new DeviceChoice.Cpu(), 1, Optional.of(folder), new Shard(1, 2));
    half.run(priced, Scale.PAPER, ExperimentRunner.Listener.silent());
    ExperimentRunner whole =
        new ExperimentRunner(1, new DeviceChoice.Cpu(), 1, Optional.of(folder), Shard.WHOLE);
    assertEquals(List.of(PricedExperiment.job(20, 100)), whole.pending(priced, Scale.PAPER));
    CostEstimate left =
        whole.estimate(priced, Scale.PAPER, priced.nanos::get, heard::add).orElseThrow();
    assertEquals(22, left.seconds(), TICK);
    assertTrue(half.estimate(priced, Scale.PAPER, priced.nanos::get, heard::add).isEmpty());
  }

  private static Workload steps(Job job) {
    return Workload.rounds(job, "steps", "step", "any", 1);
  }

  /** Set-up of 2 s, 30 s a step and 10 s a reading: patience ends with readings at every step. */
  @Test
  void frequentReadingsOfSlowStepsAreToldAsABound() {
    List<Job> one = List.of(PricedExperiment.job(1, 1000));
    FakeExperiment slow =
        new FakeExperiment(one, j -> steps(j).reading(n -> Math.min(n, 50)), j -> 0);
    CostEstimate told =
        CostEstimate.of(slow, one, 1, job -> 2 + 40 * job.number("steps")).orElseThrow();
    assertTrue(told.most());
    assertEquals(2 + 40 * 1000, told.seconds(), TICK);
    assertEquals(
        "1 job, at most about 11 h 7 min (40.0 s a step, from trials of up to 3; readings counted"
            + " with every step)",
        told.text(""));
  }

  /** What a job that has begun has done already is not known. */
  @Test
  void aBegunJobTakesAtMostTheWhole() throws IOException {
    PricedExperiment priced = new PricedExperiment(1, PricedExperiment.job(10, 100));
    Path jobs = Files.createDirectories(folder.resolve("test.priced.paper.jobs"));
    ExperimentRunner again =
        new ExperimentRunner(1, new DeviceChoice.Cpu(), 1, Optional.of(folder), Shard.WHOLE);
    assertFalse(
        again.estimate(priced, Scale.PAPER, priced.nanos::get, heard::add).orElseThrow().most());
    Files.createFile(jobs.resolve("size=10,steps=100.checkpoint"));
    CostEstimate most =
        again.estimate(priced, Scale.PAPER, priced.nanos::get, heard::add).orElseThrow();
    assertTrue(most.most());
    assertEquals(12, most.seconds(), TICK);
  }

  private static void spinWhile(BooleanSupplier waiting) {
    while (waiting.getAsBoolean()) {
      Thread.onSpinWait();
    }
  }

  /** One copy fails at once, and the other, deaf to interrupts, ends before the refusal comes. */
  @Test
  void noTrialGoesOnAfterTheEstimate() {
    AtomicInteger started = new AtomicInteger();
    AtomicInteger ended = new AtomicInteger();
    FakeExperiment deaf =
        new FakeExperiment(
            List.of(PricedExperiment.job(1, 9), PricedExperiment.job(2, 9)),
            CostEstimateTest::steps,
            job -> {
              if (started.incrementAndGet() == 1) {
                spinWhile(() -> started.get() < 2);
                throw new IllegalStateException("failed");
              }
              long until = System.nanoTime() + 200_000_000;
              spinWhile(() -> System.nanoTime() < until);
              return ended.incrementAndGet();
            });
    assertThrows(
        IllegalStateException.class,
        () -> runner(2).estimate(deaf, Scale.QUICK, System::nanoTime, heard::add));
    assertEquals(1, ended.get());
  }

  @Test
  void anExperimentThatCannotTellHasNoEstimate() {
    assertTrue(
        runner(1)
            .estimate(new CountingExperiment(0), Scale.QUICK, System::nanoTime, heard::add)
            .isEmpty());
  }

  @Test
  void aTrialThatFailsIsNamed() {
    IllegalArgumentException refusal =
        assertThrows(
            IllegalArgumentException.class, () -> estimate(1, 1, PricedExperiment.job(-1, 9)));
    assertEquals("test.priced, job size=-1,steps=9: size must be > 0", refusal.getMessage());
    assertThrows(IllegalArgumentException.class, () -> estimate(1, 1, PricedExperiment.job(1, 0)));
  }

  @ParameterizedTest
  @CsvSource({
    "0.2, 1 s",
    "89, 89 s",
    "91, 2 min",
    "5300, 88 min",
    "5400, 1 h 30 min",
    "172000, 47 h 47 min",
    "172800, 2 days"
  })
  void durations(double seconds, String expected) {
    assertEquals(expected, CostEstimate.time(seconds));
  }
}
