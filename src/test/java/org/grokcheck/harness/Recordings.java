package org.grokcheck.harness;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.grokcheck.evidence.Recorder;
import org.grokcheck.evidence.Scale;
import org.grokcheck.experiment.Experiment;
import org.grokcheck.experiment.Recording;

/** Recordings of experiments as evidence. */
public final class Recordings {
  /** What probes gave; the code doesn't change while it runs, so that once is enough. */
  private static final Map<Path, Double> DRIFTS = new ConcurrentHashMap<>();

  private Recordings() {}

  /**
   * The recording of an experiment at a scale. Its probe is run again, once in a process: where
   * that no longer gives what was recorded, the running test's evidence is marked as stale, and its
   * claims are partial.
   */
  public static Recording of(Experiment experiment, Scale scale) {
    Path file = Recording.FOLDER.resolve(Recording.fileName(experiment.id(), scale));
    Recording recording = Recording.read(file);
    double drift = DRIFTS.computeIfAbsent(file, f -> recording.drift(experiment));
    if (drift > experiment.probeBound()) {
      Recorder.current()
          .staleBecause(
              "the probe of %s drifted by %.3g, more than %.3g: remake the recording with '%s'"
                  .formatted(experiment.id(), drift, experiment.probeBound(), recording.command()));
    }
    return recording;
  }
}
