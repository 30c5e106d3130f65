package org.grokcheck.experiment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.grokcheck.evidence.Scale;
import org.grokcheck.math.Seeds;

/**
 * The results of an experiment at one scale, with where they come from and the command that makes
 * them again.
 *
 * @param schemaVersion of this file
 * @param experiment id
 * @param scale of the jobs
 * @param command that remakes the file
 * @param provenance seed, commit, device, versions, duration
 * @param deviations from the paper
 * @param probe measurements of {@link Experiment#probe} when this was recorded
 * @param results one a job, in the order of the experiment
 */
public record Recording(
    int schemaVersion,
    String experiment,
    Scale scale,
    String command,
    Provenance provenance,
    List<String> deviations,
    Measurements probe,
    List<JobResult> results) {
  /** Version of the format. */
  public static final int SCHEMA = 1;

  /** Where a project keeps its recordings, relative to its root. */
  public static final Path FOLDER = Path.of("reference-data", "recorded");

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
          .build();

  public Recording {
    deviations = List.copyOf(deviations);
    results = List.copyOf(results);
  }

  /** Name of the file of an experiment at a scale. */
  public static String fileName(String experiment, Scale scale) {
    return experiment + "." + scale.label() + ".json";
  }

  /** Writes the file in a single step. */
  public void write(Path file) {
    AtomicFile.write(file, text(this) + "\n");
  }

  /**
   * Reads a recording.
   *
   * @throws IllegalArgumentException naming the file, if it holds none
   */
  public static Recording read(Path file) {
    Recording read = parse(file, Recording.class);
    if (read.schemaVersion() != SCHEMA) {
      throw new IllegalArgumentException(
          "%s: schema version %d; this program reads %d: make it again with '%s'"
              .formatted(file, read.schemaVersion(), SCHEMA, read.command()));
    }
    return read;
  }

  /**
   * Runs the probe of an experiment again.
   *
   * @return the largest relative difference to what was recorded
   */
  public double drift(Experiment of) {
    JobContext context = JobContext.brief(new Seeds(provenance.rootSeed()));
    return of.run(of.probe(), context).distance(probe);
  }

  static String text(Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  static <T> T parse(Path file, Class<T> type) {
    try {
      return JSON.readValue(Files.readString(file), type);
    } catch (JsonProcessingException e) {
      String problem = e.getOriginalMessage().lines().findFirst().orElse("not JSON");
      throw new IllegalArgumentException(
          file + ": not a " + type.getSimpleName() + ": " + problem, e);
    } catch (IOException e) {
      throw new UncheckedIOException(file + ": cannot be read", e);
    }
  }
}
