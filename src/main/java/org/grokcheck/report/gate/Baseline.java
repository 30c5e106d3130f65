package org.grokcheck.report.gate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.grokcheck.evidence.Verdict;
import org.grokcheck.report.ClaimRecord;
import org.grokcheck.report.ClaimsFile;

/**
 * What a run must not fall short of. Claims without a test are left out.
 *
 * @param schemaVersion version of this format, {@link #SCHEMA_VERSION}
 * @param reason why this was recorded
 * @param commit revision of the sources that it was recorded from
 * @param recorded when, ISO 8601
 * @param rootSeed seed of the recorded run: errors are comparable at equal seeds only
 * @param claims the checked claims, in the order of the ledger
 */
public record Baseline(
    int schemaVersion,
    String reason,
    String commit,
    String recorded,
    long rootSeed,
    List<Entry> claims) {
  /** The version that this code writes and reads. */
  public static final int SCHEMA_VERSION = 1;

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .build();

  /**
   * A recorded claim.
   *
   * @param id the claim's id
   * @param verdict its verdict
   * @param quantity the comparison that came closest to its bound
   * @param bound accepted error of that comparison; NaN if there is none
   * @param slack its error over its bound; NaN if there is none
   * @param resolution relative change that the claim's coarsest part would notice; NaN if none
   * @param tests names of its tests
   * @param needs capabilities without which it can't be checked
   */
  public record Entry(
      String id,
      Verdict verdict,
      String quantity,
      double bound,
      double slack,
      double resolution,
      List<String> tests,
      List<String> needs) {
    public Entry {
      tests = List.copyOf(tests);
      needs = List.copyOf(needs);
    }

    static Entry of(ClaimRecord record) {
      return new Entry(
          record.id(),
          record.verdict(),
          record.quantity(),
          record.bound(),
          record.slack(),
          record.resolution(),
          record.tests(),
          record.needs());
    }
  }

  public Baseline {
    claims = List.copyOf(claims);
  }

  /** A baseline of a run. */
  public static Baseline of(ClaimsFile run, String reason) {
    return new Baseline(
        SCHEMA_VERSION,
        reason,
        run.provenance().commit(),
        run.provenance().finished(),
        run.provenance().rootSeed(),
        run.claims().stream().filter(c -> !c.tests().isEmpty()).map(Entry::of).toList());
  }

  /**
   * Reads a baseline.
   *
   * @throws IllegalArgumentException in one line with the file's name, if it is absent, is no JSON,
   *     lacks a field or has another schema version
   */
  public static Baseline read(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new IllegalArgumentException(
          file + ": no such file; record one with 'grokcheck gate --record --reason TEXT'");
    }
    try {
      Baseline read = JSON.readValue(file.toFile(), Baseline.class);
      if (read.schemaVersion() != SCHEMA_VERSION) {
        throw new IllegalArgumentException(
            "%s: schemaVersion is %d, this program reads %d; record it again"
                .formatted(file, read.schemaVersion(), SCHEMA_VERSION));
      }
      return read;
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(file + where(e) + ": " + e.getOriginalMessage(), e);
    } catch (IOException e) {
      throw new UncheckedIOException(file + ": cannot be read", e);
    }
  }

  private static String where(JsonProcessingException e) {
    String line = e.getLocation() == null ? "" : ":" + e.getLocation().getLineNr();
    boolean inField = e instanceof JsonMappingException m && !m.getPath().isEmpty();
    return line + (inField ? ": " + field((JsonMappingException) e) : "");
  }

  private static String field(JsonMappingException e) {
    return e.getPath().stream()
        .map(r -> r.getFieldName() == null ? "[" + r.getIndex() + "]" : "." + r.getFieldName())
        .reduce("", String::concat)
        .substring(1);
  }

  /** Writes the baseline, indented, one field a line, so that a review shows what changes. */
  public void write(Path file) {
    DefaultPrettyPrinter printer =
        new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n"));
    try {
      Files.createDirectories(file.toAbsolutePath().normalize().getParent());
      Files.writeString(file, JSON.writer(printer).writeValueAsString(this) + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(file + ": cannot be written", e);
    }
  }

  /** This baseline without its claims. */
  public Baseline emptied() {
    return new Baseline(schemaVersion, reason, commit, recorded, rootSeed, List.of());
  }

  Optional<Entry> find(String id) {
    return claims.stream().filter(e -> e.id().equals(id)).findFirst();
  }
}
