package org.grokcheck.report.dossier;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.grokcheck.evidence.Judgement;
import org.grokcheck.evidence.Verdict;
import org.grokcheck.report.dossier.Overview.Seen;

/** A run in a page of Markdown, broken things first; what a CI system posts on a change. */
public final class Summary {
  private static final int LISTED = 20;

  private Summary() {}

  /**
   * The summary.
   *
   * @param run what to speak about
   * @param changes what moved against the baseline, as Markdown; absent if nothing was compared
   */
  public static String markdown(Run run, Optional<String> changes) {
    Overview all = new Overview(run.judgements());
    List<String> lines = new ArrayList<>();
    lines.add("# Grokcheck: " + headline(all));
    lines.add("");
    broken(all, lines);
    run.problems().forEach(p -> lines.add("- **Problem:** " + escape(p)));
    table(all, lines);
    lines.add("");
    lines.add("- " + changes.orElse("Changes: no baseline was compared."));
    lines.add("- Errata with a witness: " + all.errata().size() + unwitnessed(all));
    lines.add("- Disagreements with the ledger: " + ids(all.disagreements()));
    coarsest(all).ifPresent(lines::add);
    lines.add(budget(all, run.book().falseAlarm()));
    run.origin().stream()
        .limit(3)
        .map(f -> f.name() + " `" + f.value() + "`")
        .reduce((a, b) -> a + ", " + b)
        .ifPresent(origin -> lines.add("- " + origin));
    return String.join("\n", lines) + "\n";
  }

  private static String headline(Overview all) {
    long settled = all.all().stream().filter(j -> j.verdict().settled()).count();
    return "%s of %s claims settled, %s broken"
        .formatted(
            Numbers.count(settled),
            Numbers.count(all.all().size()),
            Numbers.count(all.with(Verdict.BROKEN).size()));
  }

  private static void broken(Overview all, List<String> lines) {
    List<Judgement> broken = all.with(Verdict.BROKEN);
    if (broken.isEmpty()) {
      return;
    }
    lines.add("## Broken");
    lines.add("");
    broken.stream()
        .limit(LISTED)
        .forEach(j -> lines.add("- `" + j.claim().id() + "`: " + escape(j.reason())));
    if (broken.size() > LISTED) {
      lines.add("- and " + (broken.size() - LISTED) + " more");
    }
    lines.add("");
  }

  private static void table(Overview all, List<String> lines) {
    String papers = Arrays.stream(Paper.values()).map(Paper::id).collect(Collectors.joining(" | "));
    lines.add("| verdict | " + papers + " | all |");
    lines.add("|---|" + "--:|".repeat(Paper.values().length + 1));
    for (Verdict v : Verdict.values()) {
      if (!all.with(v).isEmpty()) {
        String counts =
            Arrays.stream(Paper.values())
                .map(p -> Numbers.count(all.count(p, v)))
                .collect(Collectors.joining(" | "));
        String total = Numbers.count(all.with(v).size());
        lines.add("| " + VerdictView.of(v).name() + " | " + counts + " | " + total + " |");
      }
    }
  }

  private static String unwitnessed(Overview all) {
    int count = all.unwitnessedErrata().size();
    return count == 0 ? "" : " (the ledger expects " + count + " more)";
  }

  private static String ids(List<Judgement> judgements) {
    return judgements.isEmpty()
        ? "none"
        : judgements.stream()
            .limit(LISTED)
            .map(j -> "`" + j.claim().id() + "`")
            .collect(Collectors.joining(", "));
  }

  private static Optional<String> coarsest(Overview all) {
    return all.coarsest(1).stream().findFirst().map(Summary::coarsest);
  }

  private static String coarsest(Seen seen) {
    return "- Coarsest check: `%s`, resolution %s (%s)"
        .formatted(
            seen.judgement().claim().id(),
            Numbers.of(seen.observation().resolution()),
            escape(seen.observation().tolerance()));
  }

  private static String budget(Overview all, double used) {
    return "- False alarms: %s statistical comparisons use %s of %s"
        .formatted(
            Numbers.count(all.statisticalChecks()),
            Numbers.of(used),
            Numbers.of(Run.FALSE_ALARM_BUDGET));
  }

  /** Keeps text from becoming markup. */
  private static String escape(String text) {
    return text.replaceAll("\\R", " ")
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replaceAll("([\\\\`*_\\[\\]|])", "\\\\$1");
  }
}
