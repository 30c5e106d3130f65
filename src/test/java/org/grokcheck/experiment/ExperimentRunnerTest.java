package org.grokcheck.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.grokcheck.compute.DeviceChoice;
import org.grokcheck.evidence.Scale;
import org.grokcheck.experiment.ExperimentRunner.Listener;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExperimentRunnerTest {
  private static final int UNLIMITED = Integer.MAX_VALUE;

  @TempDir Path folder;

  private ExperimentRunner runner(int threads, Optional<Path> place, Shard shard) {
    return new ExperimentRunner(11, new DeviceChoice.Cpu(), threads, place, shard);
  }

  private static List<Measurements> measured(Recording recording) {
    return recording.results().stream().map(JobResult::measurements).toList();
  }

  private static Recording undisturbed() {
    return ExperimentRunner.inMemory(11, new DeviceChoice.Cpu())
        .run(new CountingExperiment(UNLIMITED), Scale.QUICK, Listener.silent());
  }

  @Test
  void severalThreadsGiveTheSameResultsInTheSameOrder() {
    Recording two =
        runner(2, Optional.empty(), Shard.WHOLE)
            .run(new CountingExperiment(UNLIMITED), Scale.QUICK, Listener.silent());
    assertEquals(measured(undisturbed()), measured(two));
    assertEquals("n=100,seed=3", two.results().get(3).job().name());
  }

  @Test
  void stoppedRunGoesOnWithTheSameResultAndWithoutRepeatingWhatItSaved() {
    ExperimentRunner runner = runner(1, Optional.of(folder), Shard.WHOLE);
    CountingExperiment killed = new CountingExperiment(255);
    IllegalStateException stop =
        assertThrows(
            IllegalStateException.class, () -> runner.run(killed, Scale.QUICK, Listener.silent()));
    assertEquals("test.counting, job n=100,seed=2: killed", stop.getMessage());

    CountingExperiment second = new CountingExperiment(UNLIMITED);
    Recording resumed = runner.run(second, Scale.QUICK, Listener.silent());
    assertEquals(measured(undisturbed()), measured(resumed));
    // 250 draws were saved, 150 remain, and the probe makes 3.
    assertEquals(153, second.drawn.get());
  }

  @Test
  void finishedJobsLeaveNoCheckpoint() throws IOException {
    runner(1, Optional.of(folder), Shard.WHOLE)
        .run(new CountingExperiment(UNLIMITED), Scale.QUICK, Listener.silent());
    try (Stream<Path> files = Files.walk(folder)) {
      assertTrue(files.noneMatch(f -> f.toString().endsWith(".checkpoint")));
    }
  }

  @Test
  void shardsDivideTheJobs() {
    Recording odd =
        runner(1, Optional.of(folder), new Shard(1, 2))
            .run(new CountingExperiment(UNLIMITED), Scale.QUICK, Listener.silent());
    runner(1, Optional.of(folder), new Shard(2, 2))
        .run(new CountingExperiment(UNLIMITED), Scale.QUICK, Listener.silent());
    assertEquals(2, odd.results().size());

    CountingExperiment nothingLeft = new CountingExperiment(3);
    Recording whole =
        runner(1, Optional.of(folder), Shard.WHOLE)
            .run(nothingLeft, Scale.QUICK, Listener.silent());
    assertEquals(measured(undisturbed()), measured(whole));
  }

  @Test
  void resultsOfOtherSourcesAreMadeAgain() throws IOException {
    ExperimentRunner runner = runner(1, Optional.of(folder), Shard.WHOLE);
    runner.run(new CountingExperiment(UNLIMITED), Scale.QUICK, Listener.silent());
    Path job = folder.resolve("test.counting.quick.jobs").resolve("n=100,seed=1.json");
    String text = Files.readString(job);
    Files.writeString(job, text.replaceFirst("\"commit\" : \"[^\"]*\"", "\"commit\" : \"other\""));
    CountingExperiment again = new CountingExperiment(UNLIMITED);
    runner.run(again, Scale.QUICK, Listener.silent());
    // One job of 100 draws, and the probe's 3.
    assertEquals(103, again.drawn.get());
  }

  @Test
  void resultsOfAnotherSeedAreRefused() {
    runner(1, Optional.of(folder), Shard.WHOLE)
        .run(new CountingExperiment(UNLIMITED), Scale.QUICK, Listener.silent());
    ExperimentRunner other =
        new ExperimentRunner(12, new DeviceChoice.Cpu(), 1, Optional.of(folder), Shard.WHOLE);
    IllegalArgumentException refusal =
        assertThrows(
            IllegalArgumentException.class,
            () -> other.run(new CountingExperiment(UNLIMITED), Scale.QUICK, Listener.silent()));
    assertTrue(refusal.getMessage().contains("with seed 11, not to"), refusal.getMessage());
  }

  @Test
  void scaleWithoutJobsIsRefused() {
    IllegalArgumentException refusal =
        assertThrows(
            IllegalArgumentException.class,
            () ->
                runner(1, Optional.empty(), Shard.WHOLE)
                    .run(new CountingExperiment(UNLIMITED), Scale.PAPER, Listener.silent()));
    assertEquals("test.counting does not exist at scale paper", refusal.getMessage());
  }

  @Test
  void recordingSurvivesTheDiskAndItsProbeAgrees() {
    Path file = folder.resolve(Recording.fileName("test.counting", Scale.QUICK));
    Recording written = undisturbed();
    written.write(file);
    Recording read = Recording.read(file);
    assertEquals(written, read);
    assertEquals(0, read.drift(new CountingExperiment(UNLIMITED)));
  }

  @Test
  void damagedRecordingIsNamed() throws IOException {
    Path file = folder.resolve("x.json");
    Files.writeString(file, "{\"schemaVersion\": 1,");
    IllegalArgumentException refusal =
        assertThrows(IllegalArgumentException.class, () -> Recording.read(file));
    assertTrue(refusal.getMessage().startsWith(file + ": not a Recording: "));
  }
}
