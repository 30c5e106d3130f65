package org.grokcheck.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.grokcheck.cli.eval.StrictJson;
import org.grokcheck.compute.engine.CudaState;
import org.grokcheck.compute.engine.EngineStatus;

/**
 * Looks at the engine in a Java machine of its own, since native libraries that don't fit can end
 * the machine that loads them.
 */
public final class EngineProbe {
  private EngineProbe() {}

  /** Prints the status of the engine as one line of JSON. */
  public static void main(String[] args) throws JsonProcessingException {
    System.out.println(StrictJson.MAPPER.writeValueAsString(EngineStatus.look()));
  }

  /** The status of the engine; a problem if its machine died. */
  static EngineStatus look() {
    try {
      Path folder = Files.createTempDirectory("grokcheck-engine");
      try {
        return run(folder);
      } finally {
        delete(folder);
      }
    } catch (IOException e) {
      return dead("it could not be started: " + FileProblem.describe(e));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return dead("interrupted while it loaded");
    }
  }

  private static EngineStatus run(Path folder) throws IOException, InterruptedException {
    Process process = start(folder);
    String answer = "";
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
      answer = lines.lines().filter(line -> line.startsWith("{")).findFirst().orElse("");
    }
    int code = process.waitFor();
    return code == 0 && !answer.isEmpty()
        ? StrictJson.MAPPER.readValue(answer, EngineStatus.class)
        : dead("the Java machine that loaded it ended with exit code " + code);
  }

  private static Process start(Path folder) throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String crash = folder.resolve("crash.log").toString();
    return new ProcessBuilder(
            List.of(
                java,
                "-XX:ErrorFile=" + crash,
                "-XX:-CreateCoredumpOnCrash",
                "-cp",
                classPath(),
                EngineProbe.class.getName()))
        .directory(folder.toFile())
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  private static String classPath() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
        .map(entry -> Path.of(entry).toAbsolutePath().toString())
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static void delete(Path folder) throws IOException {
    Files.deleteIfExists(folder.resolve("crash.log"));
    Files.deleteIfExists(folder);
  }

  private static EngineStatus dead(String problem) {
    CudaState unknown = new CudaState(CudaState.Kind.LIBRARIES_MISSING, "not looked for");
    return new EngineStatus("", "", 0, 0, problem, unknown, "", 0);
  }
}
