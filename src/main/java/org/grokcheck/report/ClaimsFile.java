package org.grokcheck.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.grokcheck.evidence.Judgement;
import org.grokcheck.experiment.AtomicFile;
import org.grokcheck.experiment.Provenance;

/**
 * The verdicts of a run as {@code claims.json}.
 *
 * <p>In JSON an absent number is {@code null} and an infinite one the string {@code "Infinity"}; in
 * Java an absent number is NaN. {@code reports/README.md} documents every field.
 *
 * @param schemaVersion version of this format, {@link #SCHEMA_VERSION}
 * @param provenance where the numbers come from
 * @param claims one record a claim, in the order of the ledger
 */
public record ClaimsFile(int schemaVersion, Provenance provenance, List<ClaimRecord> claims) {
  /** The version that this code writes and reads. */
  public static final int SCHEMA_VERSION = 1;

  public ClaimsFile {
    claims = List.copyOf(claims);
  }

  /** The file for these judgements. */
  public static ClaimsFile of(List<Judgement> judgements, Provenance provenance) {
    return new ClaimsFile(
        SCHEMA_VERSION, provenance, judgements.stream().map(ClaimRecord::of).toList());
  }

  /**
   * Reads a file.
   *
   * @throws IllegalArgumentException in one line with the file's name, if it is absent, is no JSON,
   *     lacks a field or has another schema version
   */
  public static ClaimsFile read(Path file) {
    return read(file, ReportJson.MAPPER);
  }

  /**
   * Reads a file for its verdicts: members that an earlier version didn't write yet are empty.
   *
   * @throws IllegalArgumentException as {@link #read} does, but for a missing field
   */
  public static ClaimsFile readAny(Path file) {
    return read(file, ReportJson.LENIENT);
  }

  private static ClaimsFile read(Path file, JsonMapper mapper) {
    if (!Files.isRegularFile(file)) {
      throw new IllegalArgumentException(file + ": no such file");
    }
    try {
      ClaimsFile read = mapper.readValue(file.toFile(), ClaimsFile.class);
      if (read.schemaVersion() != SCHEMA_VERSION) {
        throw new IllegalArgumentException(
            "%s: schemaVersion is %d, this program reads %d; write the file again"
                .formatted(file, read.schemaVersion(), SCHEMA_VERSION));
      }
      return read;
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(file + ": " + ReportJson.oneLine(e), e);
    } catch (IOException e) {
      throw new UncheckedIOException(file + ": cannot be read", e);
    }
  }

  /** Writes the file so that a reader sees either the old or the new one, never a half. */
  public void write(Path file) {
    AtomicFile.write(file, ReportJson.text(this));
  }
}
