package org.grokcheck.math;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The tables are those that were generated, whole, and say where they come from. */
class ReferenceDataTest {
  @Test
  void filesHaveTheirRecordedChecksums() throws IOException, NoSuchAlgorithmException {
    Map<String, String> recorded =
        ReferenceTable.lines("SHA256SUMS")
            .map(line -> line.split("  "))
            .collect(Collectors.toMap(part -> part[1], part -> part[0]));
    assertEquals(filesPresent(), new TreeSet<>(recorded.keySet()));
    for (Map.Entry<String, String> entry : recorded.entrySet()) {
      byte[] content = Files.readAllBytes(ReferenceTable.FOLDER.resolve(entry.getKey()));
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
      assertEquals(entry.getValue(), HexFormat.of().formatHex(digest), entry.getKey());
    }
  }

  private static Set<String> filesPresent() throws IOException {
    try (Stream<Path> files = Files.list(ReferenceTable.FOLDER)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> !name.equals("SHA256SUMS"))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  @ParameterizedTest
  @EnumSource
  void tablesSayWhereTheyComeFrom(GradedFunction graded) {
    String header =
        ReferenceTable.lines(graded.table + ".csv")
            .takeWhile(line -> line.startsWith("#"))
            .collect(Collectors.joining("\n"));
    assertTrue(header.contains("generate.py") && header.contains("Licence:"), graded.table);
  }

  @ParameterizedTest
  @EnumSource
  void outputsHaveMoreThanThirtyDigits(GradedFunction graded) {
    for (ReferenceTable.Row row : ReferenceTable.read(graded.table).rows()) {
      BigDecimal value = row.expected(graded.column);
      assertTrue(value.signum() == 0 || value.precision() > 30, () -> graded.table + ": " + row);
    }
  }
}
