package org.grokcheck.report.dossier;

import java.util.Locale;
import org.grokcheck.evidence.Verdict;

/**
 * A verdict as readers see it.
 *
 * @param name in words, such as {@code limit verified}
 * @param style class for its colour
 * @param meaning one line
 */
record VerdictView(String name, String style, String meaning) {
  static VerdictView of(Verdict verdict) {
    String words = verdict.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    return new VerdictView(words, "v-" + words.replace(' ', '-'), verdict.meaning());
  }
}
