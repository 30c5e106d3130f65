package org.grokcheck.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.grokcheck.experiment.AtomicFile;

/**
 * Publishes Allure's single-file report so that it makes no network request: the tracking scripts
 * are cut out, a content security policy forbids the browser every other source, and what is left
 * is searched for external resources.
 */
public final class AllureSingleFile {
  /** Everything that the report needs is inside it. */
  private static final String POLICY =
      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none';"
          + " script-src 'unsafe-inline' data: blob:; style-src 'unsafe-inline' data:;"
          + " img-src data: blob:; media-src data: blob:; font-src data:; frame-src data: blob:;"
          + " connect-src data: blob:\">";

  private static final Pattern SCRIPT =
      Pattern.compile(
          "[ \\t]*<script\\b([^>]*)>((?:(?!</script).)*+)</script>\\R?", Pattern.DOTALL);
  private static final Pattern TRACKER =
      Pattern.compile("googletagmanager|google-analytics|gtag\\(|\\bdataLayer\\b");
  private static final Pattern HEAD = Pattern.compile("<meta charset=[^>]*>");

  private AllureSingleFile() {}

  /**
   * Copies the report.
   *
   * @param generated the {@code index.html} that Allure made with {@code --single-file}
   * @param target where it goes, such as {@code reports/allure/index.html}
   * @throws IllegalArgumentException if there is no such file or it is no Allure report
   * @throws IllegalStateException if an external resource is left, naming it; nothing is written
   */
  public static void publish(Path generated, Path target) {
    if (!Files.isRegularFile(generated)) {
      throw new IllegalArgumentException(generated + ": no such file; generate the report first");
    }
    try {
      String html = Files.readString(generated, StandardCharsets.UTF_8);
      AtomicFile.write(target, offline(html, generated.toString()));
    } catch (IOException e) {
      throw new UncheckedIOException(generated + ": cannot be read", e);
    }
  }

  static String offline(String html, String name) {
    if (!html.contains("reportData")) {
      throw new IllegalArgumentException(name + ": not a single-file Allure report");
    }
    String silent =
        SCRIPT
            .matcher(html)
            .replaceAll(
                m -> tracks(m.group(1), m.group(2)) ? "" : Matcher.quoteReplacement(m.group()));
    String closed = HEAD.matcher(silent).replaceFirst(m -> m.group() + "\n    " + POLICY);
    List<String> left = problems(closed);
    if (!left.isEmpty()) {
      throw new IllegalStateException(name + ": still reaches the network: " + left);
    }
    return closed;
  }

  private static boolean tracks(String attributes, String body) {
    return TRACKER.matcher(attributes).find() || TRACKER.matcher(body).find();
  }

  private static List<String> problems(String html) {
    Stream<String> policy =
        html.contains(POLICY) ? Stream.empty() : Stream.of("no content security policy");
    return Stream.of(policy, NetworkFree.externalResources(html).stream(), trackers(html))
        .flatMap(s -> s)
        .toList();
  }

  private static Stream<String> trackers(String html) {
    return TRACKER.matcher(html).results().map(m -> m.group()).distinct();
  }
}
