package org.grokcheck.evidence;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Things that some tests need and not every machine has: a device ({@code cuda}), a data set
 * ({@code mnist}), or a recorded run ({@code recorded/NAME}). A test declares them in {@link
 * Checks#needs}.
 */
public final class Capabilities {
  private static final String CUDA = "cuda";
  private static final List<String> DATA_SETS = List.of("imdb", "mnist", "qm9");
  private static final String RECORDED = "recorded/";
  private static final Path DRIVER = Path.of("/proc/driver/nvidia/version");
  private static final Path DATA = Path.of("reference-data");

  private Capabilities() {}

  /** Every name but those of recorded runs. */
  public static List<String> known() {
    List<String> all = new ArrayList<>(DATA_SETS);
    all.add(0, CUDA);
    return all;
  }

  /** Those of a machine: an NVIDIA driver, and data sets below {@code reference-data/data}. */
  public static Set<String> present(Path projectRoot) {
    Set<String> present = new HashSet<>(known());
    present.removeIf(name -> !isPresent(name, projectRoot));
    return present;
  }

  /**
   * Whether this machine has it; a recorded run lies below {@code reference-data/recorded}.
   *
   * @param name such as {@code cuda} or {@code recorded/kumar/fig3}
   * @param projectRoot the folder that holds {@code reference-data}
   */
  public static boolean isPresent(String name, Path projectRoot) {
    if (require(name).equals(CUDA)) {
      return Files.exists(DRIVER);
    }
    Path data = projectRoot.resolve(DATA);
    return name.startsWith(RECORDED)
        ? Files.exists(data.resolve(name))
        : Files.isDirectory(data.resolve("data").resolve(name));
  }

  /** What a reader is told where it is absent, such as {@code no device: cuda}. */
  public static String lack(String name) {
    if (require(name).equals(CUDA)) {
      return "no device: " + name;
    }
    return (name.startsWith(RECORDED) ? "no recorded run: " : "data absent: ") + name;
  }

  /**
   * The name, if it is one.
   *
   * @throws IllegalArgumentException if nothing has this name
   */
  static String require(String name) {
    boolean recorded = name.matches(RECORDED + "\\w[\\w.-]*(/\\w[\\w.-]*)*");
    if (!recorded && !known().contains(name)) {
      throw new IllegalArgumentException(
          "no capability '%s'; accepted: %s, %sNAME"
              .formatted(name, String.join(", ", known()), RECORDED));
    }
    return name;
  }
}
