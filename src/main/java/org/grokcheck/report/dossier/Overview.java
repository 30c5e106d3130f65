package org.grokcheck.report.dossier;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.grokcheck.evidence.Judge;
import org.grokcheck.evidence.Judgement;
import org.grokcheck.evidence.Observation;
import org.grokcheck.evidence.Oracle;
import org.grokcheck.evidence.Role;
import org.grokcheck.evidence.Verdict;

/** What a run says as a whole. */
final class Overview {
  private final List<Judgement> judgements;

  Overview(List<Judgement> judgements) {
    this.judgements = judgements;
  }

  /** An observation with the claim that it speaks about. */
  record Seen(Judgement judgement, Observation observation) {}

  List<Judgement> all() {
    return judgements;
  }

  List<Judgement> ofPaper(Paper paper) {
    return where(j -> j.claim().paperGroup().equals(paper.id()));
  }

  List<Judgement> with(Verdict verdict) {
    return where(j -> j.verdict() == verdict);
  }

  long count(Paper paper, Verdict verdict) {
    return ofPaper(paper).stream().filter(j -> j.verdict() == verdict).count();
  }

  /** Claims whose printed form a witness contradicts. */
  List<Judgement> errata() {
    return where(j -> j.verdict() == Verdict.CORRECTED || j.verdict() == Verdict.REFUTED);
  }

  /** Claims that the ledger calls wrong as printed, while nothing in this run shows it. */
  List<Judgement> unwitnessedErrata() {
    return where(j -> j.claim().asPrinted().contradicted() && j.witness().isEmpty());
  }

  /** Claims whose verdict contradicts what the ledger says of the printed form. */
  List<Judgement> disagreements() {
    return where(j -> Judge.disagrees(j.claim(), j.verdict()));
  }

  /** The comparisons closest to their bounds. */
  List<Seen> tightest(int most) {
    return holds().stream()
        .filter(s -> s.observation().slack() > 0)
        .sorted(Comparator.comparingDouble((Seen s) -> s.observation().slack()).reversed())
        .limit(most)
        .toList();
  }

  /** The claims whose checks would miss the largest changes. */
  List<Seen> coarsest(int most) {
    return judgements.stream()
        .flatMap(j -> j.coarsest().map(o -> new Seen(j, o)).stream())
        .filter(s -> s.observation().resolution() > 0)
        .sorted(Comparator.comparingDouble((Seen s) -> s.observation().resolution()).reversed())
        .limit(most)
        .toList();
  }

  /** Reasons why claims are not checked, most frequent first. */
  List<Map.Entry<String, List<Judgement>>> notChecked() {
    Map<String, List<Judgement>> byReason =
        with(Verdict.NOT_CHECKED).stream()
            .collect(Collectors.groupingBy(Judgement::reason, TreeMap::new, Collectors.toList()));
    List<Map.Entry<String, List<Judgement>>> groups = new ArrayList<>(byReason.entrySet());
    groups.sort(Comparator.comparingInt(e -> -e.getValue().size()));
    return groups;
  }

  long comparisons() {
    return judgements.stream().mapToLong(Judgement::tries).sum();
  }

  long wrongVariantsRejected() {
    return seen(Role.REJECTS).stream().filter(s -> s.observation().passed()).count();
  }

  long statisticalChecks() {
    return holds().stream().filter(s -> s.observation().oracle() == Oracle.STATISTICAL).count();
  }

  private List<Seen> holds() {
    return seen(Role.HOLDS);
  }

  private List<Seen> seen(Role role) {
    return judgements.stream()
        .flatMap(j -> j.observations(role).stream().map(o -> new Seen(j, o)))
        .toList();
  }

  private List<Judgement> where(Predicate<Judgement> condition) {
    return judgements.stream().filter(condition).toList();
  }
}
