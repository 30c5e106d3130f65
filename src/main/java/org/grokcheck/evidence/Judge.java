package org.grokcheck.evidence;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.grokcheck.evidence.Plan.PlannedTest;
import org.grokcheck.evidence.TestRecord.Status;
import org.grokcheck.ledger.AsPrinted;
import org.grokcheck.ledger.Claim;

/**
 * The rule that turns observations into a verdict: whether the evidence is whole; {@link Weighing}
 * says what whole evidence is worth.
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

  /** A verdict with its reason. */
  record Outcome(Verdict verdict, String reason) {}

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
        ? new Weighing(claim, ran).outcome()
        : new Outcome(Verdict.PARTIAL, "not checked in part: " + String.join("; ", skipped));
  }

  /** Whether a verdict contradicts what the ledger says of the printed form. */
  public static boolean disagrees(Claim claim, Verdict verdict) {
    boolean refuted = verdict == Verdict.CORRECTED || verdict == Verdict.REFUTED;
    return refuted && claim.asPrinted() == AsPrinted.HOLDS
        || verdict.settled() && !refuted && claim.asPrinted().contradicted();
  }
}
