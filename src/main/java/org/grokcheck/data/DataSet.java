package org.grokcheck.data;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The data sets that are read from files, each in a folder of its own below {@code
 * reference-data/data}, which is never committed.
 */
public enum DataSet {
  /** 70 000 images of handwritten digits, as raw IDX files. */
  MNIST(
      List.of(
          new PinnedFile(
              "train-images-idx3-ubyte",
              47_040_016,
              "ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db"),
          new PinnedFile(
              "train-labels-idx1-ubyte",
              60_008,
              "65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5"),
          new PinnedFile(
              "t10k-images-idx3-ubyte",
              7_840_016,
              "0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7"),
          new PinnedFile(
              "t10k-labels-idx1-ubyte",
              10_008,
              "ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2")),
      "CC BY-SA 3.0, Y. LeCun and C. Cortes",
      List.of()),

  /** 50 000 film reviews with their sentiment. */
  IMDB(
      List.of(
          new PinnedFile(
              ReviewsJson.NAME,
              66_365_517,
              "325ab424eb6899870dd9294c6fe5be9265f66f8a2f63bcd941c6277cc1c17ea8")),
      "no explicit licence for the texts, Maas et al. 2011: fetch and cite, never publish",
      List.of(ReviewsTable.NAME, ReviewsFolder.NAME)),

  /** Small molecules with their isotropic polarizability. */
  QM9(List.of(), "CC0, Ramakrishnan et al. 2014", List.of(Qm9.CSV, Qm9.SDF, Qm9.PROPERTIES));

  /** Where the sets lie, relative to the root of a project. */
  public static final Path FOLDER = Path.of("reference-data", "data");

  @SuppressWarnings("ImmutableEnumChecker") // made by List.of
  private final List<PinnedFile> files;

  private final String licence;

  @SuppressWarnings("ImmutableEnumChecker") // made by List.of
  private final List<String> others;

  DataSet(List<PinnedFile> files, String licence, List<String> others) {
    this.files = files;
    this.licence = licence;
    this.others = others;
  }

  /** Its name in commands and capabilities, such as {@code mnist}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The files whose content is pinned, byte by byte. */
  public List<PinnedFile> files() {
    return files;
  }

  /** Licence and source. */
  public String licence() {
    return licence;
  }

  /** Names of the files and folders that a user may bring. */
  public List<String> accepted() {
    return Stream.concat(files.stream().map(PinnedFile::name), others.stream()).toList();
  }

  /** Whether {@code grokcheck data fetch} finds it without being told a folder. */
  public boolean isFetched() {
    return !files.isEmpty();
  }

  /** Its folder in a project. */
  public Path folder(Path projectRoot) {
    return projectRoot.resolve(FOLDER).resolve(label());
  }

  /** Whether its folder is there; {@link #check} says whether it is sound. */
  public boolean isPresent(Path projectRoot) {
    return Files.isDirectory(folder(projectRoot));
  }

  /** The command that mends it. */
  public String remedy() {
    return isFetched()
        ? "mend it with 'grokcheck data fetch " + label() + "'"
        : "bring the files with 'grokcheck data fetch %s --from FOLDER', which takes %s"
            .formatted(label(), String.join(", ", accepted()));
  }

  /**
   * Reads the whole set.
   *
   * @return one line about what it holds
   * @throws DataFault naming the first file that is missing or damaged
   */
  public String check(Path projectRoot) {
    return switch (this) {
      case MNIST -> Mnist.load(projectRoot).describe();
      case IMDB -> Imdb.load(projectRoot).describe();
      case QM9 -> Qm9.load(projectRoot).describe();
    };
  }

  /**
   * The set of this name.
   *
   * @throws IllegalArgumentException naming those that exist, if there is none
   */
  public static DataSet named(String name) {
    return Arrays.stream(values())
        .filter(set -> set.label().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "no data set '%s'; accepted: %s"
                        .formatted(
                            name,
                            Arrays.stream(values())
                                .map(DataSet::label)
                                .collect(Collectors.joining(", ")))));
  }

  /** A fault of one of its files. */
  DataFault fault(Path file, String problem) {
    return new DataFault(file.toString(), problem, remedy());
  }

  /** A fault with its cause. */
  DataFault fault(Path file, String problem, Throwable cause) {
    return new DataFault(file.toString(), problem, remedy(), cause);
  }
}
