package org.grokcheck.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AllureExtrasTest {
  private final Path folder;

  AllureExtrasTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void theEnvironmentIsReadBackAsWritten() throws IOException {
    AllureExtras.write(folder, Samples.PROVENANCE.onDevice("cpu = C:\\é"), Map.of());
    Properties read = new Properties();
    try (Reader in = Files.newBufferedReader(folder.resolve("environment.properties"))) {
      read.load(in);
    }
    assertEquals("42", read.getProperty("Root seed"));
    assertEquals("cpu = C:\\é", read.getProperty("Device"));
    assertEquals("3.6.1", read.getProperty("Library commons-math3"));
  }

  @Test
  void theExecutorIsTakenFromTheCiSystem() throws IOException {
    assertEquals("local", executor(Map.of()).get("name").asText());
    JsonNode github =
        executor(
            Map.of("GITHUB_ACTIONS", "true", "GITHUB_REPOSITORY", "a/b", "GITHUB_RUN_ID", "9"));
    assertEquals("https://github.com/a/b/actions/runs/9", github.get("buildUrl").asText());
    assertEquals("gitlab", executor(Map.of("GITLAB_CI", "true")).get("type").asText());
    assertEquals("jenkins", executor(Map.of("JENKINS_URL", "x")).get("type").asText());
  }

  @Test
  void everyEndingButAPassFindsACategory() throws IOException {
    AllureExtras.write(folder, Samples.PROVENANCE, Map.of());
    JsonNode all = ReportJson.MAPPER.readTree(folder.resolve("categories.json").toFile());
    for (String status : new String[] {"failed", "broken", "skipped"}) {
      assertTrue(category(all, status, "any\nmessage").isPresent(), status);
    }
    assertTrue(category(all, "passed", "any").isEmpty());
    String powerless = "beck.eq6: variant 'x' passes for the right form in all 3 tries";
    assertTrue(category(all, "failed", powerless).orElse("").startsWith("Inconclusive"));
    assertTrue(category(all, "failed", "error 2 > bound 1").orElse("").startsWith("Broken"));
  }

  private static Optional<String> category(JsonNode all, String status, String message) {
    for (JsonNode c : all) {
      boolean ends = c.get("matchedStatuses").toString().contains("\"" + status + "\"");
      if (ends && message.matches(c.get("messageRegex").asText())) {
        return Optional.of(c.get("name").asText());
      }
    }
    return Optional.empty();
  }

  private JsonNode executor(Map<String, String> environment) throws IOException {
    AllureExtras.write(folder, Samples.PROVENANCE, environment);
    return ReportJson.MAPPER.readTree(folder.resolve("executor.json").toFile());
  }
}
