package org.grokcheck.report;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds what a page would load from elsewhere; links that a reader may follow are no loads. */
final class NetworkFree {
  private static final String OUTSIDE = "\\s*(?:[a-z+]+:)?//";
  private static final Pattern LOADED =
      Pattern.compile(
          "<(?:script|img|iframe|frame|embed|object|audio|video|source|track|input|image|use)\\b"
              + "[^>]*?\\s(?:src|srcset|data|poster|href|xlink:href)\\s*=\\s*[\"']?"
              + OUTSIDE
              + "[^\"'\\s>]*",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern LINKED =
      Pattern.compile(
          "<link\\b[^>]*?\\shref\\s*=\\s*[\"']?" + OUTSIDE + "[^\"'\\s>]*",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern STYLED =
      Pattern.compile(
          "url\\(\\s*[\"']?" + OUTSIDE + "[^)\"']*|@import\\s+[\"']" + OUTSIDE + "[^\"']*",
          Pattern.CASE_INSENSITIVE);

  private NetworkFree() {}

  /** The loads, shortened; empty if the page is whole in itself. */
  static List<String> externalResources(String html) {
    return Stream.of(LOADED, LINKED, STYLED)
        .flatMap(pattern -> pattern.matcher(html).results().map(m -> shorten(m.group())))
        .distinct()
        .toList();
  }

  private static String shorten(String text) {
    Matcher line = Pattern.compile("\\s+").matcher(text);
    String flat = line.replaceAll(" ");
    return flat.length() > 120 ? flat.substring(0, 120) + "…" : flat;
  }
}
