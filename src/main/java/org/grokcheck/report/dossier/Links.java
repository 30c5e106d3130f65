package org.grokcheck.report.dossier;

import com.samskivert.mustache.Escapers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.grokcheck.evidence.Judgement;

/** Turns ids of claims into links to their cards; ids without a card stay text. */
final class Links {
  private static final Pattern ID =
      Pattern.compile("\\b(?:beck|beck-summary|kumar|notsawo|omnigrok)(?:\\.[A-Za-z0-9_-]+)+");

  private final Map<String, String> pages = new HashMap<>();

  Links(List<Judgement> judgements) {
    judgements.forEach(j -> pages.put(j.claim().id(), j.claim().paperGroup() + ".html"));
  }

  boolean has(String id) {
    return pages.containsKey(id);
  }

  /** Where a claim's card is, relative to any page. */
  String to(String id) {
    return pages.getOrDefault(id, "index.html") + "#" + id;
  }

  /** A link as HTML, or the bare id. */
  String link(String id) {
    String text = "<code>" + Escapers.HTML.escape(id) + "</code>";
    return has(id) ? "<a href=\"" + to(id) + "\">" + text + "</a>" : text;
  }

  /** Escaped text, with the signs that a keyboard lacks. */
  private static String typeset(String text) {
    String signs = text.replace(" -> ", " → ").replace(" <= ", " ≤ ").replace(" >= ", " ≥ ");
    return Escapers.HTML.escape(signs);
  }

  /** Escaped text whose ids of claims are links. */
  String html(String text) {
    Matcher ids = ID.matcher(text);
    StringBuilder out = new StringBuilder();
    int from = 0;
    while (ids.find()) {
      if (has(ids.group())) {
        out.append(typeset(text.substring(from, ids.start())));
        out.append(link(ids.group()));
        from = ids.end();
      }
    }
    return out.append(typeset(text.substring(from))).toString();
  }
}
