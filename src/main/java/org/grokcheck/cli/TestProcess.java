package org.grokcheck.cli;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The real tests in a Java machine of their own, whose working folder is the project's root. */
final class TestProcess {
  private static final String MAIN = "org.grokcheck.harness.VerifyMain";

  private final Project project;
  private final List<String> command = new ArrayList<>();

  /**
   * Prepares a run.
   *
   * @throws IllegalArgumentException if the tests or their libraries aren't there
   */
  TestProcess(Project project) {
    this.project = project;
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx2g", "-XX:+UseSerialGC", "-Djava.awt.headless=true"));
    command.add("-Dslf4j.internal.verbosity=ERROR");
    command.addAll(List.of("-cp", classPath()));
  }

  private String classPath() {
    Path tests = project.tests().orElseThrow(() -> project.lacks("the test classes"));
    if (Files.isDirectory(project.program())) {
      return absolute(System.getProperty("java.class.path"));
    }
    if (!Files.isDirectory(project.testLibraries())) {
      throw project.lacks("the libraries of the tests");
    }
    Path libraries = project.program().resolveSibling("lib");
    return Stream.of(
            tests, project.program(), libraries.resolve("*"), project.testLibraries().resolve("*"))
        .map(path -> path.toAbsolutePath().toString())
        .collect(Collectors.joining(File.pathSeparator));
  }

  /** The run has another working folder. */
  private static String absolute(String classPath) {
    return Arrays.stream(classPath.split(File.pathSeparator, -1))
        .map(entry -> Path.of(entry).toAbsolutePath().toString())
        .collect(Collectors.joining(File.pathSeparator));
  }

  /** Sets a system property of the run. */
  TestProcess with(String property, Object value) {
    command.add(3, "-D" + property + "=" + value);
    return this;
  }

  /**
   * Runs the tests.
   *
   * @param line receives each line that the run prints
   * @return the exit code; not 0 if the run stopped before its end
   */
  int run(Consumer<String> line) {
    List<String> all = new ArrayList<>(command);
    all.add(MAIN);
    ProcessBuilder process =
        new ProcessBuilder(all).directory(project.root().toFile()).redirectErrorStream(true);
    // Without it some operations on CUDA differ from run to run.
    process.environment().putIfAbsent("CUBLAS_WORKSPACE_CONFIG", ":4096:8");
    try {
      return watch(process.start(), line);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot run the tests", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while the tests ran", e);
    }
  }

  /** Ends with the run, and the run ends with this program. */
  private static int watch(Process process, Consumer<String> line)
      throws IOException, InterruptedException {
    Thread reaper = new Thread(process::destroy);
    Runtime.getRuntime().addShutdownHook(reaper);
    process.getOutputStream().close();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      lines.lines().forEach(line);
    }
    int code = process.waitFor();
    Runtime.getRuntime().removeShutdownHook(reaper);
    return code;
  }
}
