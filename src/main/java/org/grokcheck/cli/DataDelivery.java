package org.grokcheck.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.grokcheck.data.DataSet;

/**
 * A data set on its way into a project: it is put together in a project of its own beside the other
 * sets, checked there, and takes its place in one step.
 */
final class DataDelivery implements AutoCloseable {
  private final Path root;
  private final DataSet set;
  private final Path draft;

  private DataDelivery(Path root, DataSet set, Path draft) {
    this.root = root;
    this.set = set;
    this.draft = draft;
  }

  static DataDelivery into(Path root, DataSet set) throws IOException {
    Path sets = Files.createDirectories(root.resolve(DataSet.FOLDER));
    Path draft = Files.createTempDirectory(sets, "." + set.label());
    Files.createDirectories(set.folder(draft));
    return new DataDelivery(root, set, draft);
  }

  /** Where the files of the set belong for now. */
  Path folder() {
    return set.folder(draft);
  }

  /**
   * Copies what a user has: a folder that holds the files, or one of them.
   *
   * @throws IllegalArgumentException if there is nothing at the path
   */
  void copy(Path from) throws IOException {
    if (!Files.exists(from)) {
      throw new IllegalArgumentException(
          "--from %s: no such file or folder; give one that holds %s"
              .formatted(Project.shown(from), String.join(", ", set.accepted())));
    }
    List<Path> found = accepted(from) || !Files.isDirectory(from) ? List.of(from) : children(from);
    List<Path> wanted = found.stream().filter(this::accepted).toList();
    if (wanted.isEmpty()) {
      throw new IllegalArgumentException(
          "--from %s: none of %s is there"
              .formatted(Project.shown(from), String.join(", ", set.accepted())));
    }
    for (Path source : wanted) {
      tree(source, folder().resolve(name(source)));
    }
  }

  private boolean accepted(Path source) {
    return set.accepted().contains(name(source));
  }

  private static String name(Path path) {
    return String.valueOf(path.toAbsolutePath().normalize().getFileName());
  }

  private static List<Path> children(Path folder) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.sorted().toList();
    }
  }

  private static void tree(Path from, Path to) throws IOException {
    try (Stream<Path> all = Files.walk(from)) {
      for (Path source : all.toList()) {
        Path target = to.resolve(from.relativize(source).toString());
        if (Files.isDirectory(source)) {
          Files.createDirectories(target);
        } else {
          Files.copy(source, target);
        }
      }
    }
  }

  /**
   * Checks the delivery and puts it in its place.
   *
   * @return one line about what it holds
   * @throws org.grokcheck.data.DataFault if it is not sound; an earlier copy stays
   */
  String accept() throws IOException {
    String holds = set.check(draft);
    Path place = set.folder(root);
    Path old = draft.resolve("old");
    if (Files.exists(place)) {
      Files.move(place, old);
    }
    Files.move(folder(), place);
    return "%s: %s, in %s; licence: %s"
        .formatted(set.label(), holds, Project.shown(place), set.licence());
  }

  @Override
  public void close() {
    try (Stream<Path> all = Files.walk(draft)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(draft + ": cannot be deleted", e);
    }
  }
}
