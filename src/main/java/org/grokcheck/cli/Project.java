package org.grokcheck.cli;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Optional;

/**
 * Where things lie, told from the place of the running program, so that the commands work from any
 * working folder.
 *
 * @param program the jar, or the folder of classes
 * @param root the project: the parent of the build folder {@code target}; the working folder if the
 *     program isn't in one
 */
record Project(Path program, Path root) {

  /** The project that a class was loaded from. */
  static Project of(Class<?> type) {
    try {
      CodeSource source = type.getProtectionDomain().getCodeSource();
      return at(Path.of(source.getLocation().toURI()));
    } catch (URISyntaxException e) {
      throw new IllegalStateException("the program's own place is no path", e);
    }
  }

  /** The project of a jar or a folder of classes. */
  static Project at(Path program) {
    Path folder = program.toAbsolutePath().getParent();
    while (folder != null && !folder.endsWith("target")) {
      folder = folder.getParent();
    }
    Path root = folder == null ? null : folder.getParent();
    return new Project(program, root == null ? Path.of("").toAbsolutePath() : root);
  }

  /** The jar or folder of test classes beside the program, if it is there. */
  Optional<Path> tests() {
    String name = program.getFileName().toString();
    String sibling =
        name.endsWith(".jar") ? name.replaceFirst("\\.jar$", "-tests.jar") : "test-classes";
    return Optional.of(program.resolveSibling(sibling)).filter(Files::exists);
  }

  /** The folder of the libraries that only tests need. */
  Path testLibraries() {
    return program.resolveSibling("lib").resolve("test");
  }

  /** The message for a part of the build that isn't there. */
  IllegalArgumentException lacks(String what) {
    return new IllegalArgumentException(
        what
            + " are not beside "
            + shown(program)
            + "; build with 'mvn -DskipTests package' and run target/grokcheck.jar");
  }

  Path claimsFile() {
    return root.resolve("reports").resolve("claims.json");
  }

  Path partialReports() {
    return root.resolve("reports").resolve("partial");
  }

  Path baseline() {
    return root.resolve("reference-data").resolve("baseline").resolve("claims.json");
  }

  /** A path as a reader in the working folder would write it. */
  static String shown(Path path) {
    Path here = Path.of("").toAbsolutePath();
    Path full = path.toAbsolutePath().normalize();
    return full.startsWith(here) ? here.relativize(full).toString() : full.toString();
  }
}
