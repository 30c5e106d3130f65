package org.grokcheck.cli;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.grokcheck.evidence.Judgement;
import org.grokcheck.evidence.Observation;
import org.grokcheck.evidence.TestRecord;
import org.grokcheck.evidence.TestRecord.Status;
import org.grokcheck.evidence.Verdict;
import picocli.CommandLine.Help.Ansi;

/** Verdicts as lines of text. */
final class VerdictTable {
  private final Ansi ansi;

  VerdictTable(boolean colour) {
    this.ansi = colour ? Ansi.ON : Ansi.OFF;
  }

  /** A line a claim, what failed with its worst input and how to repeat it, and the counts. */
  List<String> lines(List<Judgement> judgements) {
    List<String> lines = new ArrayList<>();
    judgements.forEach(j -> lines.add(line(j)));
    judgements.stream()
        .filter(j -> j.verdict() == Verdict.BROKEN)
        .flatMap(j -> j.records().stream())
        .filter(r -> r.status() == Status.FAILED)
        .distinct()
        .forEach(r -> lines.addAll(failure(r)));
    lines.add("");
    lines.addAll(counts(judgements));
    return lines;
  }

  private static List<String> failure(TestRecord failed) {
    return List.of(
        "", "failed  " + failed.test(), "  " + failed.message(), "  replay: " + failed.replay());
  }

  /** The verdict's word, padded to a column, in its colour. */
  private String word(Verdict verdict) {
    String colour =
        switch (verdict.rank()) {
          case 0 -> "fg(red),bold";
          case 1 -> "faint";
          case 2, 3 -> "fg(yellow)";
          default -> "fg(green)";
        };
    return ansi.string("@|%s %-14s|@".formatted(colour, verdict));
  }

  /** A claim with its verdict, how close it came to its bound, and the reason. */
  private String line(Judgement judgement) {
    String slack =
        judgement.worst().map(Observation::slack).map("slack %-8.2g"::formatted).orElse("");
    return "%-32s %s %-15s%s"
        .formatted(judgement.claim().id(), word(judgement.verdict()), slack, judgement.reason());
  }

  /** Per paper, how many claims have which verdict. */
  static List<String> counts(List<Judgement> judgements) {
    Map<String, Map<Verdict, Long>> byPaper = new TreeMap<>();
    for (Judgement j : judgements) {
      byPaper
          .computeIfAbsent(j.claim().paperGroup(), p -> new EnumMap<>(Verdict.class))
          .merge(j.verdict(), 1L, Long::sum);
    }
    return byPaper.entrySet().stream()
        .map(e -> "%-9s %s".formatted(e.getKey(), counts(e.getValue())))
        .toList();
  }

  private static String counts(Map<Verdict, Long> counts) {
    return counts.entrySet().stream()
        .map((Entry<Verdict, Long> e) -> e.getKey() + " " + e.getValue())
        .collect(Collectors.joining(", "));
  }
}
