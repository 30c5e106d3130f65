package org.grokcheck.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.grokcheck.evidence.Plan;

/** Reads the plan of the tests from the index that the build puts beside the test classes. */
final class TestPlan {
  private static final String INDEX = "META-INF/jandex.idx";

  private TestPlan() {}

  /**
   * The tests of a project.
   *
   * @throws IllegalArgumentException if the test classes aren't there
   */
  static Plan of(Project project) {
    Path tests = project.tests().orElseThrow(() -> project.lacks("the test classes"));
    try {
      return Files.isDirectory(tests) ? ofFolder(tests) : ofJar(tests);
    } catch (IOException e) {
      throw new UncheckedIOException("no index of tests in " + Project.shown(tests), e);
    }
  }

  private static Plan ofFolder(Path classes) throws IOException {
    try (InputStream in = Files.newInputStream(classes.resolve(INDEX))) {
      return Plan.fromIndex(in);
    }
  }

  private static Plan ofJar(Path jar) throws IOException {
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      ZipEntry entry = zip.getEntry(INDEX);
      if (entry == null) {
        throw new IOException(INDEX + " is missing; build again");
      }
      try (InputStream in = zip.getInputStream(entry)) {
        return Plan.fromIndex(in);
      }
    }
  }
}
