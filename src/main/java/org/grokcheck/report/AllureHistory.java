package org.grokcheck.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.grokcheck.experiment.AtomicFile;

/**
 * Trends over runs. Allure reads them from {@code history/} among its results; a single-file report
 * carries them inside, so the report of the last run is all that needs to be kept.
 */
public final class AllureHistory {
  private static final Pattern ENTRY =
      Pattern.compile("d\\('(history/[a-z-]+\\.json)','([A-Za-z0-9+/=]*)'\\)");

  private AllureHistory() {}

  /**
   * Hands the history of the last published report on to the results of this run.
   *
   * @param published the last single-file report; need not exist
   * @param allureResults the folder of results that the next report will be made of
   * @return the files written; empty if there is no earlier report or it carries no history
   */
  public static List<Path> restore(Path published, Path allureResults) {
    if (!Files.isRegularFile(published)) {
      return List.of();
    }
    try (Stream<String> lines = Files.lines(published, StandardCharsets.UTF_8)) {
      return lines
          .filter(line -> line.contains("d('history/"))
          .flatMap(line -> ENTRY.matcher(line).results())
          .map(m -> restored(allureResults.resolve(m.group(1)), m.group(2)))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(published + ": cannot be read", e);
    }
  }

  private static Path restored(Path file, String base64) {
    AtomicFile.write(file, Base64.getDecoder().decode(base64));
    return file;
  }
}
