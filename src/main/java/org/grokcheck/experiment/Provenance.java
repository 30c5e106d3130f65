package org.grokcheck.experiment;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * Where a run's numbers come from.
 *
 * @param rootSeed the seed from which every test's seed is derived
 * @param commit revision of the sources; {@code -dirty} when files differ from it, {@code unknown}
 *     outside version control
 * @param java version and vendor of the Java machine
 * @param os name and architecture of the operating system
 * @param cores processors that the run could use
 * @param device where the tests computed
 * @param started beginning of the run, ISO 8601 in UTC
 * @param finished end of the run
 * @param seconds duration of the run
 * @param libraries versions of the main libraries, by name
 */
public record Provenance(
    long rootSeed,
    String commit,
    String java,
    String os,
    int cores,
    String device,
    String started,
    String finished,
    double seconds,
    Map<String, String> libraries) {

  public Provenance {
    libraries = Collections.unmodifiableMap(new TreeMap<>(libraries));
  }

  /**
   * The provenance of a run that ends now.
   *
   * @param rootSeed the root seed
   * @param started when the run began
   */
  public static Provenance capture(long rootSeed, Instant started) {
    Instant now = Instant.now();
    return new Provenance(
        rootSeed,
        revision(),
        System.getProperty("java.version") + " (" + System.getProperty("java.vendor") + ")",
        System.getProperty("os.name") + " " + System.getProperty("os.arch"),
        Runtime.getRuntime().availableProcessors(),
        "cpu",
        started.truncatedTo(ChronoUnit.SECONDS).toString(),
        now.truncatedTo(ChronoUnit.SECONDS).toString(),
        Duration.between(started, now).toMillis() / 1000.0,
        Libraries.versions());
  }

  /** The same run with other words for where the tests computed. */
  public Provenance onDevice(String name) {
    return new Provenance(
        rootSeed, commit, java, os, cores, name, started, finished, seconds, libraries);
  }

  /** The revision of the sources; {@code -dirty} where files differ from it. */
  static String revision() {
    String told = System.getenv("GROKCHECK_COMMIT");
    if (told != null && !told.isBlank()) {
      return told.strip();
    }
    String head = git("rev-parse", "HEAD");
    if (head.isEmpty()) {
      return "unknown";
    }
    return git("status", "--porcelain", "--untracked-files=no").isEmpty() ? head : head + "-dirty";
  }

  /** The output of a git command; empty where git or a repository is missing. */
  private static String git(String... arguments) {
    String[] command = new String[arguments.length + 1];
    command[0] = "git";
    System.arraycopy(arguments, 0, command, 1, arguments.length);
    try {
      Process process =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
      String output =
          new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      boolean ended = process.waitFor(10, TimeUnit.SECONDS);
      return ended && process.exitValue() == 0 ? output : "";
    } catch (IOException e) {
      return "";
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "";
    }
  }
}
