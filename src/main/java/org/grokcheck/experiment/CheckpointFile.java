package org.grokcheck.experiment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.grokcheck.compute.Checkpoint;

/** Checkpoints on disk. */
public final class CheckpointFile {
  private CheckpointFile() {}

  /** Writes the file in a single step: a run that is killed leaves the old one or the new one. */
  public static void write(Path file, Checkpoint checkpoint) {
    AtomicFile.write(file, checkpoint.toBytes());
  }

  /**
   * Reads a checkpoint.
   *
   * @throws IllegalArgumentException naming the file, if it is cut short or altered
   */
  public static Checkpoint read(Path file) {
    try {
      return Checkpoint.fromBytes(Files.readAllBytes(file));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
    } catch (IOException e) {
      throw new UncheckedIOException(file + ": cannot be read", e);
    }
  }
}
