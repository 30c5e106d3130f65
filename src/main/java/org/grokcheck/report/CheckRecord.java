package org.grokcheck.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.grokcheck.evidence.Judgement;
import org.grokcheck.evidence.Observation;
import org.grokcheck.evidence.Oracle;
import org.grokcheck.evidence.Role;
import org.grokcheck.evidence.TestRecord;

/**
 * One comparison of one test under one claim, over all its tries. Numbers are NaN where nothing was
 * held, only a printed form refuted.
 *
 * @param test {@code class#method}
 * @param part which part of the claim it speaks about; empty where there is only one
 * @param quantity what was compared
 * @param oracle where the expected value comes from
 * @param worst error of the try that came closest to its bound
 * @param bound accepted error of that try
 * @param typicalBound geometric mean of the accepted errors of all tries
 * @param tries comparisons made
 * @param variants names of the wrong variants that it told apart, sorted
 * @param witnesses names of the printed forms that it refuted, sorted
 */
public record CheckRecord(
    String test,
    String part,
    String quantity,
    Oracle oracle,
    double worst,
    double bound,
    double typicalBound,
    long tries,
    List<String> variants,
    List<String> witnesses) {

  public CheckRecord {
    variants = List.copyOf(variants);
    witnesses = List.copyOf(witnesses);
  }

  private record Key(String test, String part, String quantity, Oracle oracle) {}

  /** The comparisons behind a judgement, sorted by part, quantity and test. */
  static List<CheckRecord> of(Judgement judgement) {
    Map<Key, List<Observation>> groups = new LinkedHashMap<>();
    for (TestRecord record : judgement.records()) {
      for (Observation o : record.observations()) {
        if (o.claim().equals(judgement.claim().id())) {
          Key key = new Key(record.test(), o.part(), o.quantity(), o.oracle());
          groups.computeIfAbsent(key, k -> new ArrayList<>()).add(o);
        }
      }
    }
    return groups.entrySet().stream()
        .map(e -> of(e.getKey(), e.getValue()))
        .sorted(
            Comparator.comparing(CheckRecord::part)
                .thenComparing(CheckRecord::quantity)
                .thenComparing(CheckRecord::test)
                .thenComparing(CheckRecord::oracle))
        .toList();
  }

  private static CheckRecord of(Key key, List<Observation> seen) {
    List<Observation> holds = seen.stream().filter(o -> o.role() == Role.HOLDS).toList();
    Optional<Observation> closest =
        holds.stream().max(Comparator.comparingDouble(Observation::slack));
    return new CheckRecord(
        key.test(),
        key.part(),
        key.quantity(),
        key.oracle(),
        closest.map(Observation::error).orElse(Double.NaN),
        closest.map(Observation::bound).orElse(Double.NaN),
        typicalBound(holds),
        holds.stream().mapToLong(Observation::tries).sum(),
        names(seen, Role.REJECTS),
        names(seen, Role.REFUTES));
  }

  private static double typicalBound(List<Observation> holds) {
    double tries = holds.stream().mapToLong(Observation::tries).sum();
    return StrictMath.exp(
        holds.stream().mapToDouble(o -> o.meanLogBound() * o.tries()).sum() / tries);
  }

  private static List<String> names(List<Observation> seen, Role role) {
    return seen.stream()
        .filter(o -> o.role() == role)
        .map(Observation::variant)
        .distinct()
        .sorted()
        .toList();
  }
}
