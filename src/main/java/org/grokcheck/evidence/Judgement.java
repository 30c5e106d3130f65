package org.grokcheck.evidence;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.grokcheck.evidence.TestRecord.Status;
import org.grokcheck.ledger.Claim;

/**
 * A claim with its verdict and the evidence behind it.
 *
 * @param claim the ledger's record
 * @param verdict what the evidence says
 * @param reason why, in one line
 * @param records the runs of the tests that check it
 */
public record Judgement(Claim claim, Verdict verdict, String reason, List<TestRecord> records) {

  public Judgement {
    records = List.copyOf(records);
  }

  static Judgement of(Claim claim, Verdict verdict, String reason, List<TestRecord> records) {
    return new Judgement(claim, verdict, reason.lines().findFirst().orElse(""), records);
  }

  /** The claim's observations of one role. */
  public List<Observation> observations(Role role) {
    return all().filter(o -> o.role() == role).toList();
  }

  private Stream<Observation> all() {
    return records.stream()
        .flatMap(r -> r.observations().stream())
        .filter(o -> o.claim().equals(claim.id()));
  }

  /** The comparison that came closest to its bound. */
  public Optional<Observation> worst() {
    return observations(Role.HOLDS).stream().max(Comparator.comparingDouble(Observation::slack));
  }

  /** The witness against the printed form, if there is one. */
  public Optional<Observation> witness() {
    return observations(Role.REFUTES).stream().findFirst();
  }

  /**
   * The relative change of the formula that the claim's coarsest part would notice: per part the
   * finest two-sided comparison, over parts the coarsest. Empty where nothing two-sided was
   * checked.
   */
  public Optional<Observation> coarsest() {
    return observations(Role.HOLDS).stream()
        .filter(o -> !Double.isNaN(o.resolution()))
        .filter(
            o ->
                observations(Role.HOLDS).stream()
                    .noneMatch(p -> p.part().equals(o.part()) && p.resolution() < o.resolution()))
        .max(Comparator.comparingDouble(Observation::resolution));
  }

  /** The run that a reader should repeat: the failed one, else the one closest to its bound. */
  public Optional<TestRecord> decisive() {
    Optional<TestRecord> failed =
        records.stream().filter(r -> r.status() == Status.FAILED).findFirst();
    Optional<TestRecord> closest = worst().or(this::witness).flatMap(this::holder);
    return failed.or(() -> closest).or(() -> records.stream().findFirst());
  }

  private Optional<TestRecord> holder(Observation seen) {
    return records.stream().filter(r -> r.observations().contains(seen)).findFirst();
  }

  /** Number of comparisons made. */
  public long tries() {
    return all().filter(o -> o.role() == Role.HOLDS).mapToLong(Observation::tries).sum();
  }

  /** The largest scale at which the claim was checked. */
  public Optional<Scale> scale() {
    return records.stream().map(TestRecord::scale).max(Comparator.naturalOrder());
  }
}
