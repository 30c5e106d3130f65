package org.grokcheck.compute;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class CheckpointTest {
  private static Checkpoint sample() {
    return new Checkpoint(
        "run",
        Precision.FLOAT32,
        7,
        new TreeMap<>(
            Map.of("theta", new double[] {1, -0.0, Double.MIN_VALUE}, "m", new double[0])));
  }

  @Test
  void bytesKeepEveryBit() {
    Checkpoint read = Checkpoint.fromBytes(sample().toBytes());
    assertEquals("run", read.run());
    assertEquals(7, read.step());
    assertEquals(Precision.FLOAT32, read.precision());
    assertArrayEquals(sample().theta(), read.theta());
    assertEquals(0, read.array("m").length);
  }

  @Test
  void everyAlteredByteAndEveryCutIsNoticed() {
    byte[] bytes = sample().toBytes();
    for (int i = 0; i < bytes.length; i++) {
      byte[] altered = bytes.clone();
      altered[i] ^= 1;
      assertThrows(IllegalArgumentException.class, () -> Checkpoint.fromBytes(altered));
      byte[] cut = Arrays.copyOf(bytes, i);
      assertThrows(IllegalArgumentException.class, () -> Checkpoint.fromBytes(cut));
    }
  }

  @Test
  void otherRunsAndPrecisionsAreRefusedByName() {
    assertEquals(
        "the checkpoint belongs to another run: it says 'run', this one is 'other'",
        refusal(() -> sample().requireRun("other", Precision.FLOAT32)));
    assertEquals(
        "the checkpoint holds FLOAT32, this run computes in FLOAT64",
        refusal(() -> sample().requireRun("run", Precision.FLOAT64)));
    assertEquals("the checkpoint has no 'v', only [m, theta]", refusal(() -> sample().array("v")));
  }

  private static String refusal(Runnable body) {
    return String.valueOf(assertThrows(IllegalArgumentException.class, body::run).getMessage());
  }
}
