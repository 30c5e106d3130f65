package org.grokcheck.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AllureSingleFileTest {
  private static final String GENERATED =
      """
      <!DOCTYPE html>
      <html><head>
          <meta charset="utf-8">
          <link rel="stylesheet" href="data:text/css;base64,AAAA">
      </head><body>
          <script src="data:text/javascript;base64,BBBB"></script>
          <script async src="https://www.googletagmanager.com/gtag/js?id=G-X"></script>
          <script>
              window.dataLayer = window.dataLayer || [];
              function gtag(){dataLayer.push(arguments);}
          </script>
          <script>window.reportData = {};</script>
          <script defer>
            Promise.allSettled([
              d('history/history-trend.json','W3siZGF0YSI6MX1d'),
              d('history/history.json','e30='),
              d('widgets/summary.json','e30='),
            ])
          </script>
      </body></html>
      """;

  private final Path folder;

  AllureSingleFileTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void trackingScriptsAreCutOutAndTheRestStays() throws IOException {
    Path target = published(GENERATED);
    String html = Files.readString(target);
    assertFalse(html.contains("googletagmanager"), html);
    assertFalse(html.contains("dataLayer"), html);
    assertTrue(html.contains("data:text/javascript;base64,BBBB"), html);
    assertTrue(html.contains("window.reportData = {}"), html);
    assertTrue(html.contains("default-src 'none'"), html);
  }

  @Test
  void anotherExternalResourceIsRefusedByName() throws IOException {
    for (String load :
        List.of(
            "<link href='//fonts.example/x.css'>",
            "<img alt='' src=\"http://example.org/pixel\">",
            "<style>@import 'https://example.org/a.css'</style>",
            "<style>p { background: url( https://example.org/a.png) }</style>")) {
      Path target = folder.resolve("refused.html");
      Path source = Files.writeString(folder.resolve("in.html"), GENERATED + load);
      IllegalStateException e =
          assertThrows(
              IllegalStateException.class, () -> AllureSingleFile.publish(source, target), load);
      assertTrue(message(e).contains("example"), message(e));
      assertFalse(Files.exists(target));
    }
  }

  @Test
  void aLinkToFollowIsNoLoad() throws IOException {
    published(GENERATED + "<a href='https://example.org'>source</a>");
  }

  @Test
  void anythingElseIsRefused() throws IOException {
    Path page = Files.writeString(folder.resolve("page.html"), "<html></html>");
    Path absent = folder.resolve("absent.html");
    for (Path source : List.of(page, absent)) {
      IllegalArgumentException e =
          assertThrows(
              IllegalArgumentException.class, () -> AllureSingleFile.publish(source, absent));
      assertTrue(message(e).startsWith(source.toString()), message(e));
    }
  }

  @Test
  void historyPassesFromThePublishedReportToTheNextResults() throws IOException {
    Path results = folder.resolve("results");
    List<Path> restored = AllureHistory.restore(published(GENERATED), results);
    assertEquals(2, restored.size());
    assertEquals("[{\"data\":1}]", Files.readString(results.resolve("history/history-trend.json")));
    assertEquals("{}", Files.readString(results.resolve("history/history.json")));
    assertEquals(List.of(), AllureHistory.restore(folder.resolve("absent.html"), results));
  }

  private Path published(String html) throws IOException {
    Path source = Files.writeString(folder.resolve("generated.html"), html);
    Path target = folder.resolve("out/index.html");
    AllureSingleFile.publish(source, target);
    return target;
  }

  private static String message(Throwable e) {
    return String.valueOf(e.getMessage());
  }
}
