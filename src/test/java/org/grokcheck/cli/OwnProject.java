package org.grokcheck.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.grokcheck.cli.eval.StrictJson;
import org.junit.jupiter.api.io.TempDir;

/** A test that runs commands in a project of its own, with this build's test classes. */
abstract class OwnProject {
  @TempDir Path folder = Path.of("");

  Project project() {
    return new Project(Project.of(Main.class).program(), folder);
  }

  /** Runs a command that must end with this exit code. */
  Cli.Result run(int code, String... args) {
    Cli.Result result = Cli.run(project(), "", args);
    assertEquals(code, result.code(), result.err());
    return result;
  }

  /** What a command printed, as JSON. */
  static JsonNode json(Cli.Result result) {
    return StrictJson.read(result.out().getBytes(StandardCharsets.UTF_8), "output");
  }
}
