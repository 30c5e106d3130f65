package org.grokcheck.compute.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.grokcheck.compute.Activation;
import org.grokcheck.compute.Architecture;
import org.grokcheck.compute.Batches;
import org.grokcheck.compute.Checkpoint;
import org.grokcheck.compute.DeviceChoice;
import org.grokcheck.compute.DivergedException;
import org.grokcheck.compute.Initialization;
import org.grokcheck.compute.Inputs;
import org.grokcheck.compute.Loss;
import org.grokcheck.compute.Model;
import org.grokcheck.compute.OptimizerSettings;
import org.grokcheck.compute.OptimizerSpec;
import org.grokcheck.compute.Precision;
import org.grokcheck.compute.Targets;
import org.grokcheck.experiment.CheckpointFile;
import org.grokcheck.math.Seeds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run that is killed in the middle goes on bit for bit; one that diverges says where. */
class TrainingResumeTest {
  private static final Seeds SEEDS = new Seeds(5);
  private static final Architecture NETWORK =
      new Architecture.EmbeddingSum(11, 2, 32, new Activation.Square(), 11);
  private static final OptimizerSettings SETTINGS =
      new OptimizerSettings(OptimizerSpec.adamW(1e-2, 0.5), 1, 10, 0);
  private static final Batches BATCHES = new Batches.Shuffled(40, SEEDS, "batches");
  private static final int STEPS = 600;
  private static final int EVERY = 25;

  @TempDir Path folder;

  private static EngineObjective objective() {
    int[][] pairs = new int[121][];
    int[] sums = new int[121];
    for (int i = 0; i < 121; i++) {
      pairs[i] = new int[] {i / 11, i % 11};
      sums[i] = (i / 11 + i % 11) % 11;
    }
    return Engine.open(new DeviceChoice.Cpu())
        .objective(
            Model.of(NETWORK),
            new Inputs.Tokens(pairs),
            new Targets.Classes(sums),
            Loss.CROSS_ENTROPY,
            Precision.FLOAT32);
  }

  private static Training fresh(EngineObjective objective, OptimizerSettings settings) {
    double[] start = Initialization.NORMAL_FAN_IN.theta(NETWORK, SEEDS.stream("start"));
    return Training.start("sums", objective, settings, BATCHES, start);
  }

  /** The run that is killed: a checkpoint every few steps, in the file that is named. */
  public static final class Victim {
    private Victim() {}

    /** Takes the file. */
    public static void main(String[] args) {
      try (EngineObjective objective = objective();
          Training training = fresh(objective, SETTINGS)) {
        while (training.steps() < STEPS) {
          training.run(EVERY);
          CheckpointFile.write(Path.of(args[0]), training.checkpoint());
        }
      }
    }
  }

  @Test
  void killedRunGoesOnBitForBit() throws IOException, InterruptedException {
    Path file = folder.resolve("state");
    Process victim =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Victim.class.getName(),
                file.toString())
            .inheritIO()
            .start();
    while (victim.isAlive() && !Files.exists(file)) {
      Thread.sleep(2);
    }
    victim.destroyForcibly().waitFor(60, TimeUnit.SECONDS);
    Checkpoint saved = CheckpointFile.read(file);
    assertTrue(saved.step() >= EVERY && saved.step() < STEPS, "killed at step " + saved.step());
    try (EngineObjective objective = objective();
        Training whole = fresh(objective, SETTINGS);
        Training resumed = Training.resume("sums", objective, SETTINGS, BATCHES, saved)) {
      whole.run(STEPS);
      resumed.run(STEPS - saved.step());
      assertEquals(STEPS, resumed.steps());
      assertArrayEquals(whole.theta(), resumed.theta());
      assertArrayEquals(
          whole.checkpoint().array("optimizer.square"),
          resumed.checkpoint().array("optimizer.square"));
    }
  }

  @Test
  void checkpointOfAnotherOptimizerIsRefused() {
    try (EngineObjective objective = objective();
        Training training = fresh(objective, SETTINGS)) {
      Checkpoint saved = training.checkpoint();
      OptimizerSettings other = OptimizerSettings.of(OptimizerSpec.adam(1e-2));
      String message =
          assertThrows(
                  IllegalArgumentException.class,
                  () -> Training.resume("sums", objective, other, BATCHES, saved))
              .getMessage();
      assertTrue(message.startsWith("the checkpoint belongs to another run"), message);
    }
  }

  @Test
  void divergenceSaysStepAndNorm() {
    Architecture network = new Architecture.Mlp(List.of(1, 1), new Activation.Identity(), false);
    try (EngineObjective objective =
            Engine.open(new DeviceChoice.Cpu())
                .objective(
                    Model.of(network),
                    new Inputs.Dense(new double[][] {{1}}),
                    new Targets.Values(new double[][] {{0}}),
                    Loss.SQUARED,
                    Precision.FLOAT64);
        Training training =
            Training.start(
                "line",
                objective,
                OptimizerSettings.of(OptimizerSpec.gradientDescent(5.5)),
                new Batches.Full(),
                new double[] {1})) {
      DivergedException end = assertThrows(DivergedException.class, () -> training.run(10_000));
      // θ grows tenfold a step, and θ² leaves the range of doubles at 1.34e154.
      assertEquals(155, end.step());
      assertEquals(1e155, end.norm(), 1e155 * 400 * 0x1p-53);
      assertEquals(end.norm(), Math.abs(training.theta()[0]));
    }
  }

  @Test
  void memoryIsFlat() throws IOException {
    try (EngineObjective objective = objective();
        Training training = fresh(objective, SETTINGS)) {
      training.run(1000);
      long before = residentKilobytes();
      training.run(5000);
      long grown = residentKilobytes() - before;
      // One leaked tensor of θ a step would be 20 MB; the Java heap may still be settling.
      assertTrue(grown < 15_000, "grew by " + grown + " kB in 5000 steps");
    }
  }

  private static long residentKilobytes() throws IOException {
    return Files.readAllLines(Path.of("/proc/self/status")).stream()
        .filter(line -> line.startsWith("VmRSS"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
        .findFirst()
        .orElseThrow();
  }
}
