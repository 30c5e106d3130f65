package org.grokcheck.report.gate;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Things that some claims need and not every machine has. */
public final class Capabilities {
  private static final String CUDA = "cuda";
  private static final List<String> DATA_SETS = List.of("imdb", "mnist", "qm9");
  private static final Path DRIVER = Path.of("/proc/driver/nvidia/version");

  private Capabilities() {}

  /** Every name that may be required. */
  public static List<String> known() {
    List<String> all = new ArrayList<>(DATA_SETS);
    all.add(0, CUDA);
    return all;
  }

  /** Those of this machine: an NVIDIA driver, and data sets below {@code reference-data/data}. */
  public static Set<String> present(Path projectRoot) {
    Set<String> present = new HashSet<>();
    if (Files.exists(DRIVER)) {
      present.add(CUDA);
    }
    DATA_SETS.stream()
        .filter(name -> Files.isDirectory(projectRoot.resolve("reference-data/data").resolve(name)))
        .forEach(present::add);
    return present;
  }
}
