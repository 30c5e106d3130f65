package org.grokcheck.experiment;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import org.grokcheck.compute.Checkpoint;
import org.grokcheck.compute.DeviceChoice;
import org.grokcheck.math.Seeds;

/**
 * What a running job may use.
 *
 * @param seeds root of the random streams; a job names its streams after itself
 * @param device where to compute
 * @param checkpoint the file that holds the job's state while it runs; empty to keep none
 * @param progress receives the share done, in [0, 1]
 */
public record JobContext(
    Seeds seeds, DeviceChoice device, Optional<Path> checkpoint, DoubleConsumer progress) {

  /** A context for a short job on the CPU that keeps no state. */
  public static JobContext brief(Seeds seeds) {
    return new JobContext(seeds, new DeviceChoice.Cpu(), Optional.empty(), share -> {});
  }

  /**
   * The state that an interrupted run of this job left.
   *
   * @throws IllegalArgumentException naming the file, if it is damaged
   */
  public Optional<Checkpoint> saved() {
    return checkpoint.filter(Files::exists).map(CheckpointFile::read);
  }

  /** Keeps the state, replacing an earlier one in a single step. */
  public void save(Checkpoint state) {
    checkpoint.ifPresent(file -> CheckpointFile.write(file, state));
  }
}
