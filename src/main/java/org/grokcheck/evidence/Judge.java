package org.grokcheck.evidence;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.grokcheck.evidence.Plan.PlannedTest;
import org.grokcheck.evidence.TestRecord.Status;
import org.grokcheck.ledger.AsPrinted;
import org.grokcheck.ledger.Claim;

/**
 * The rule that turns observations into a verdict. A claim may have several parts; a part is as
 * good as its best oracle, the claim as its weakest part.
 */
public final class Judge {
  /** A deterministic check that notices only relative changes above this needs a derivation. */
  public static final double COARSE = 1e-6;

  /** A statistical check must reject its named rival with at least this probability. */
  public static final double ENOUGH_POWER = 0.9;

  private final Plan plan;
  private final EvidenceBook book;

  /** A judge for one run. */
  public Judge(Plan plan, EvidenceBook book) {
    this.plan = plan;
    this.book = book;
  }

  /** The verdict on one claim. */
  public Judgement judge(Claim claim) {
    List<PlannedTest> expected = plan.of(claim.id());
    List<TestRecord> records =
        expected.stream().flatMap(t -> book.ofTest(t.test()).stream()).toList();
    Optional<String> broken = broken(claim.id(), expected, records);
    Outcome outcome =
        broken.isPresent()
            ? new Outcome(Verdict.BROKEN, broken.get())
            : unbroken(claim, expected, records);
    return Judgement.of(claim, outcome.verdict(), outcome.reason(), records);
  }

  private record Outcome(Verdict verdict, String reason) {}

  private Optional<String> broken(
      String claim, List<PlannedTest> expected, List<TestRecord> records) {
    Stream<String> missing =
        expected.stream()
            .filter(t -> book.ofTest(t.test()).isEmpty())
            .map(t -> "expected test " + t.test() + " left no evidence");
    Stream<String> failed =
        records.stream()
            .filter(r -> r.status() == Status.FAILED)
            .map(r -> r.test() + " failed: " + r.message());
    Stream<String> silent =
        records.stream()
            .filter(r -> r.status() == Status.PASSED)
            .filter(r -> of(claim, r).noneMatch(o -> o.role() != Role.REJECTS))
            .map(r -> r.test() + " passed without observing the claim's form");
    Stream<String> swallowed =
        records.stream()
            .filter(r -> r.status() == Status.PASSED)
            .filter(r -> of(claim, r).anyMatch(o -> !o.passed()))
            .map(r -> r.test() + " passed although a comparison failed");
    return Stream.of(missing, failed, silent, swallowed).flatMap(s -> s).findFirst();
  }

  private static Stream<Observation> of(String claim, TestRecord record) {
    return record.observations().stream().filter(o -> o.claim().equals(claim));
  }

  private static Outcome unbroken(
      Claim claim, List<PlannedTest> expected, List<TestRecord> records) {
    if (expected.isEmpty()) {
      return new Outcome(Verdict.NOT_CHECKED, claim.notChecked().orElse("not yet"));
    }
    List<TestRecord> ran = records.stream().filter(r -> r.status() == Status.PASSED).toList();
    List<String> skipped =
        records.stream()
            .filter(r -> r.status() == Status.SKIPPED)
            .map(TestRecord::message)
            .distinct()
            .toList();
    if (ran.isEmpty()) {
      return new Outcome(Verdict.NOT_CHECKED, String.join("; ", skipped));
    }
    return skipped.isEmpty()
        ? weigh(claim, ran)
        : new Outcome(Verdict.PARTIAL, "not checked in part: " + String.join("; ", skipped));
  }

  private static Outcome weigh(Claim claim, List<TestRecord> ran) {
    List<Observation> seen = ran.stream().flatMap(r -> of(claim.id(), r)).toList();
    List<Observation> holds = with(seen, Role.HOLDS);
    List<Observation> refutes = with(seen, Role.REFUTES);
    List<String> shortfalls = shortfalls(claim, seen, ran);
    if (!shortfalls.isEmpty()) {
      return new Outcome(Verdict.PARTIAL, String.join("; ", shortfalls));
    }
    Optional<String> powerless = powerless(holds);
    if (powerless.isPresent()) {
      return new Outcome(Verdict.INCONCLUSIVE, powerless.get());
    }
    if (refutes.isEmpty()) {
      return weakestPart(holds);
    }
    String witness = refutes.get(0).variant() + " fails at " + refutes.get(0).worst();
    if (!holds.isEmpty()) {
      return new Outcome(
          Verdict.CORRECTED, witness + "; corrected form: " + weakestPart(holds).reason());
    }
    boolean conclusive = refutes.stream().anyMatch(o -> o.oracle().compareTo(Oracle.TABLE) <= 0);
    return conclusive
        ? new Outcome(Verdict.REFUTED, witness)
        : new Outcome(Verdict.PARTIAL, witness + ", but not exactly nor at 30 digits");
  }

  private static List<Observation> with(List<Observation> seen, Role role) {
    return seen.stream().filter(o -> o.role() == role).toList();
  }

  /** What keeps otherwise good evidence from settling the claim. */
  private static List<String> shortfalls(
      Claim claim, List<Observation> seen, List<TestRecord> ran) {
    List<String> reasons = new ArrayList<>();
    boolean anyRefuted = seen.stream().anyMatch(o -> o.role() == Role.REFUTES);
    boolean anyRejected = seen.stream().anyMatch(o -> o.role() == Role.REJECTS);
    if (claim.asPrinted().contradicted() && !anyRefuted) {
      reasons.add(
          "the ledger calls the printed form " + claim.asPrinted().label() + ", without a witness");
    }
    if (claim.kind().isFormula() && !anyRefuted && !anyRejected) {
      reasons.add("no wrong variant is shown to be rejected");
    }
    seen.stream()
        .filter(o -> o.role() == Role.HOLDS && !o.derived() && o.resolution() > COARSE)
        .map(
            o ->
                "%s is checked only to %.1g, without a derivation"
                    .formatted(o.quantity(), o.resolution()))
        .forEach(reasons::add);
    List<Observation> holds = with(seen, Role.HOLDS);
    boolean onlyQuick = ran.stream().allMatch(r -> r.scale() == Scale.QUICK);
    if (onlyQuick && !holds.isEmpty() && weakestPart(holds).verdict() == Verdict.REPRODUCED) {
      reasons.add("reproduced at quick scale only");
    }
    return reasons;
  }

  private static Optional<String> powerless(List<Observation> holds) {
    return holds.stream()
        .filter(o -> o.oracle() == Oracle.STATISTICAL && o.power() < ENOUGH_POWER)
        .filter(o -> holds.stream().noneMatch(p -> isBetter(p, o)))
        .map(o -> "%s: power %.2f against its rival".formatted(o.quantity(), o.power()))
        .findFirst();
  }

  private static boolean isBetter(Observation p, Observation o) {
    return p.part().equals(o.part()) && p.oracle().compareTo(o.oracle()) < 0;
  }

  private static Outcome weakestPart(List<Observation> holds) {
    Map<String, Oracle> best = new TreeMap<>();
    holds.forEach(o -> best.merge(o.part(), strength(o), (a, b) -> a.compareTo(b) <= 0 ? a : b));
    Oracle weakest = best.values().stream().max(Comparator.naturalOrder()).orElseThrow();
    String reason =
        best.entrySet().stream()
            .map(e -> (e.getKey().isEmpty() ? "" : e.getKey() + ": ") + e.getValue().label())
            .collect(Collectors.joining("; "));
    return new Outcome(weakest.establishes(), reason);
  }

  /** Exact arithmetic proves only what is compared without tolerance. */
  private static Oracle strength(Observation o) {
    return o.oracle() == Oracle.EXACT && o.bound() > 0 ? Oracle.TABLE : o.oracle();
  }

  /** Whether a verdict contradicts what the ledger says of the printed form. */
  public static boolean disagrees(Claim claim, Verdict verdict) {
    boolean refuted = verdict == Verdict.CORRECTED || verdict == Verdict.REFUTED;
    return refuted && claim.asPrinted() == AsPrinted.HOLDS
        || verdict.settled() && !refuted && claim.asPrinted().contradicted();
  }
}
