package org.grokcheck.compute.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.grokcheck.compute.Activation;
import org.grokcheck.compute.Architecture;
import org.grokcheck.compute.DeviceChoice;
import org.grokcheck.compute.Inputs;
import org.grokcheck.compute.Loss;
import org.grokcheck.compute.Model;
import org.grokcheck.compute.Precision;
import org.grokcheck.compute.Targets;
import org.grokcheck.compute.linear.PlainMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** What goes wrong is told in one line that says what to do. */
class EngineFaultsTest {
  private static final Architecture.Mlp MLP =
      new Architecture.Mlp(List.of(2, 3, 2), new Activation.Square(), true);
  private static final Inputs.Dense POINTS = new Inputs.Dense(new double[][] {{1, 2}, {3, 4}});
  private static final Targets.Classes LABELS = new Targets.Classes(new int[] {0, 1});

  private static void assertTold(
      Class<? extends RuntimeException> kind, String message, Executable call) {
    String told = assertThrows(kind, call).getMessage();
    assertTrue(told.contains(message), told);
    assertEquals(1, told.lines().count(), told);
  }

  private static EngineObjective objective(Inputs inputs, Targets targets, Loss loss) {
    return Parties.CPU.objective(Model.of(MLP), inputs, targets, loss, Precision.FLOAT32);
  }

  @Test
  void whatDoesNotFitIsRefusedBeforeAnythingIsComputed() {
    Inputs tokens = new Inputs.Tokens(new int[][] {{0, 1}, {1, 0}});
    Class<IllegalArgumentException> refused = IllegalArgumentException.class;
    assertTold(
        refused,
        "Mlp does not take inputs of kind Tokens",
        () -> objective(tokens, LABELS, Loss.CROSS_ENTROPY));
    assertTold(
        refused,
        "a sample has 3 features; the architecture takes 2",
        () -> objective(new Inputs.Dense(new double[2][3]), LABELS, Loss.CROSS_ENTROPY));
    assertTold(
        refused,
        "the cross-entropy takes class labels",
        () -> objective(POINTS, new Targets.Values(new double[2][2]), Loss.CROSS_ENTROPY));
    assertTold(
        refused,
        "2 inputs and 1 targets",
        () -> objective(POINTS, new Targets.Classes(new int[1]), Loss.SQUARED));
    assertTold(
        refused,
        "does not take inputs of kind",
        () -> Parties.CPU.jacobian(Model.of(MLP), tokens, Precision.FLOAT64));
  }

  @Test
  void overflowIsToldWithThePointAtWhichItCame() {
    double[] theta = new double[MLP.parameters()];
    Arrays.fill(theta, 1e30);
    try (EngineObjective objective = objective(POINTS, LABELS, Loss.SQUARED)) {
      Class<ArithmeticException> overflow = ArithmeticException.class;
      assertTold(overflow, "the loss is", () -> objective.loss(theta));
      assertTold(overflow, "largest parameter is 1.0E30", () -> objective.gradient(theta));
      assertTold(overflow, "grown too large", () -> objective.hessianTimes(theta, theta));
    }
  }

  /**
   * Two terabytes are more than the machine has, and no page is touched before that is known,
   * unless the system promises memory that it does not have.
   */
  @Test
  void exhaustedMemoryIsToldAndSurvived() throws IOException {
    Path promises = Path.of("/proc/sys/vm/overcommit_memory");
    assumeFalse(
        Files.exists(promises) && Files.readString(promises).strip().equals("1"),
        "skipped: this system never refuses memory");
    Architecture.Mlp wide =
        new Architecture.Mlp(List.of(1, 1 << 20, 1), new Activation.Identity(), false);
    Inputs many = new Inputs.Dense(new double[1 << 18][1]);
    Targets targets = new Targets.Values(new double[1 << 18][1]);
    double[] theta = new double[wide.parameters()];
    try (EngineObjective objective =
        Parties.CPU.objective(Model.of(wide), many, targets, Loss.SQUARED, Precision.FLOAT64)) {
      assertTold(EngineException.class, "memory is exhausted", () -> objective.loss(theta));
      assertTold(
          EngineException.class,
          "use smaller batches, a smaller network or float32",
          () -> objective.gradient(theta));
    }
    try (EngineObjective small = objective(POINTS, LABELS, Loss.SQUARED)) {
      assertEquals(0.5, small.loss(new double[MLP.parameters()]));
    }
  }

  @Test
  void devicesThatAreNotThereAreRefused() {
    assertTold(
        EngineUnavailableException.class,
        "device cuda:4000 can't be used",
        () -> Engine.open(new DeviceChoice.Cuda(4000)));
    assertTold(
        IllegalArgumentException.class,
        "accepted: auto, cpu, cuda",
        () -> DeviceChoice.parse("gpu"));
    assertTold(IllegalArgumentException.class, "threads = 0", () -> Engine.threads(0));
  }

  @Test
  void matricesRefuseWhatTheyCannotHold() {
    PlainMatrix large = PlainMatrix.of(new double[][] {{1, 2}, {3, 1e39}});
    Class<IllegalArgumentException> refused = IllegalArgumentException.class;
    assertTold(
        refused,
        "row 1, column 1 is 1.0E39, which FLOAT32 does not hold",
        () -> Parties.CPU.matrix(large, Precision.FLOAT32));
    try (EngineMatrix matrix = Parties.CPU.matrix(large, Precision.FLOAT64)) {
      double[] two = new double[2];
      double[] three = new double[3];
      assertTold(refused, "s: need length 2, got 3", () -> matrix.times(three, two));
      assertTold(refused, "out: need length 2, got 3", () -> matrix.times(two, three));
      assertTold(refused, "weights: need length 2", () -> matrix.transposeTimes(three, two));
      assertTold(
          refused,
          "margins: need length 2",
          () -> matrix.weightedSum(two, (i, z) -> z, three, two));
      assertTold(refused, "out: need length 4", () -> matrix.weightedGram(two, three));
      assertTold(refused, "need a number from 0 to 1, got 2", () -> matrix.row(2, two));
      assertTold(refused, "got -1", () -> matrix.gramOf(new int[] {0, -1}));
    }
  }

  /** The library prints pages of its own frames; none of them reaches the user. */
  @Test
  void nativeFailuresLoseTheirFrames() {
    EngineException told =
        assertThrows(
            EngineException.class,
            () ->
                NativeErrors.scoped(
                    () ->
                        Tensors.vector(Parties.CPU, Precision.FLOAT64, new double[3])
                            .view(2, 2)
                            .dim()));
    assertTrue(told.getMessage().startsWith("the native engine failed: shape"), told.getMessage());
    assertFalse(told.getMessage().contains("frame #"), told.getMessage());
  }
}
