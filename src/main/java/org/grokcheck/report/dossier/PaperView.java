package org.grokcheck.report.dossier;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.grokcheck.evidence.Judgement;
import org.grokcheck.evidence.Verdict;

/** The page of one paper. */
record PaperView(
    Page page,
    String title,
    String authors,
    String arxiv,
    String total,
    List<Share> shares,
    List<Section> sections) {

  /** What every page has around its content. */
  record Page(String title, String css, String script, List<Tab> tabs, String stamp) {}

  /** An entry of the navigation. */
  record Tab(String name, String href, boolean current) {}

  /** How many claims have a verdict. */
  record Share(VerdictView verdict, String count, String percent, double width, boolean any) {}

  /** The claims of one section of the paper. */
  record Section(String name, String anchor, String count, List<CardView> cards) {}

  /** Verdicts in the order of {@link Verdict}, with their part of the claims. */
  static List<Share> shares(List<Judgement> judgements) {
    return Arrays.stream(Verdict.values()).map(v -> share(v, judgements)).toList();
  }

  private static Share share(Verdict verdict, List<Judgement> judgements) {
    long count = judgements.stream().filter(j -> j.verdict() == verdict).count();
    double width = judgements.isEmpty() ? 0 : Math.round(1e4 * count / judgements.size()) / 100.0;
    return new Share(
        VerdictView.of(verdict),
        Numbers.count(count),
        Numbers.percent(count, judgements.size()),
        width,
        count > 0);
  }

  /** Cards by section, both in the order of the ledger. */
  static List<Section> sections(List<Judgement> judgements, Cards cards) {
    Map<String, List<CardView>> bySection = new LinkedHashMap<>();
    for (Judgement j : judgements) {
      bySection.computeIfAbsent(j.claim().section(), k -> new ArrayList<>()).add(cards.of(j));
    }
    return bySection.entrySet().stream()
        .map(
            e ->
                new Section(
                    e.getKey(),
                    "section-" + e.getKey().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-"),
                    Numbers.count(e.getValue().size()),
                    e.getValue()))
        .toList();
  }
}
