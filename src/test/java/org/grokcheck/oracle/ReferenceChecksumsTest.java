package org.grokcheck.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The reference tables and their generating scripts are those that were recorded. */
class ReferenceChecksumsTest {
  private static final String SUMS = "SHA256SUMS";

  /** The folders that have sums. */
  static List<String> folders() throws IOException {
    try (Stream<Path> folders = Files.list(Path.of("reference-data"))) {
      return folders
          .filter(folder -> Files.exists(folder.resolve(SUMS)))
          .map(folder -> folder.getFileName().toString())
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("folders")
  void filesHaveTheirRecordedChecksums(String name) throws IOException, NoSuchAlgorithmException {
    Path folder = Path.of("reference-data", name);
    Map<String, String> recorded =
        Files.readAllLines(folder.resolve(SUMS)).stream()
            .map(line -> line.split("  "))
            .collect(Collectors.toMap(part -> part[1], part -> part[0]));
    assertEquals(new TreeMap<>(recorded), present(folder));
  }

  private static Map<String, String> present(Path folder)
      throws IOException, NoSuchAlgorithmException {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    Map<String, String> sums = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(f -> Files.isRegularFile(f) && !f.endsWith(SUMS)).toList()) {
        sums.put(
            folder.relativize(file).toString(),
            HexFormat.of().formatHex(digest.digest(Files.readAllBytes(file))));
      }
    }
    return sums;
  }
}
