package org.grokcheck.report.gate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A baseline on disk: strict JSON, one claim and one comparison a line. */
final class BaselineFile {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private BaselineFile() {}

  static Baseline read(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new IllegalArgumentException(
          file + ": no such file; record one with 'grokcheck gate --record --reason TEXT'");
    }
    try {
      requireVersion(file, JSON.readTree(file.toFile()).path("schemaVersion"));
      return JSON.readValue(file.toFile(), Baseline.class);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(file + where(e) + ": " + e.getOriginalMessage(), e);
    } catch (IOException e) {
      throw new UncheckedIOException(file + ": cannot be read", e);
    }
  }

  /** Before anything else is read: another version has other fields. */
  private static void requireVersion(Path file, JsonNode version) {
    if (version.isInt() && version.intValue() != Baseline.SCHEMA_VERSION) {
      throw new IllegalArgumentException(
          "%s: schemaVersion is %d, this program reads %d; record it again"
              .formatted(file, version.intValue(), Baseline.SCHEMA_VERSION));
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

  static void write(Baseline baseline, Path file) {
    try {
      Files.createDirectories(file.toAbsolutePath().normalize().getParent());
      Files.writeString(file, text(baseline));
    } catch (IOException e) {
      throw new UncheckedIOException(file + ": cannot be written", e);
    }
  }

  private static String text(Baseline baseline) throws JsonProcessingException {
    return """
    {
      "schemaVersion": %d,
      "reason": %s,
      "commit": %s,
      "recorded": %s,
      "rootSeed": %d,
      "claims": [%s],
      "checks": [%s]
    }
    """
        .formatted(
            baseline.schemaVersion(),
            JSON.writeValueAsString(baseline.reason()),
            JSON.writeValueAsString(baseline.commit()),
            JSON.writeValueAsString(baseline.recorded()),
            baseline.rootSeed(),
            lines(baseline.claims()),
            lines(baseline.checks()));
  }

  private static String lines(List<?> entries) throws JsonProcessingException {
    StringBuilder text = new StringBuilder();
    for (Object entry : entries) {
      text.append(text.isEmpty() ? "\n    " : ",\n    ").append(JSON.writeValueAsString(entry));
    }
    return text.isEmpty() ? "" : text + "\n  ";
  }
}
