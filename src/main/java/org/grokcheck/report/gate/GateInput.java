package org.grokcheck.report.gate;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.grokcheck.evidence.Plan;
import org.grokcheck.ledger.Ledger;
import org.grokcheck.report.ClaimRecord;
import org.grokcheck.report.ClaimsFile;

/**
 * What the gate looks at.
 *
 * @param ledger all claims
 * @param plan the tests that should have reported
 * @param evaluated ids of the claims that the code evaluates
 * @param current the run
 * @param baseline what it is compared with
 * @param available capabilities of this machine, such as {@code cuda}
 * @param required capabilities whose absence is a failure
 */
public record GateInput(
    Ledger ledger,
    Plan plan,
    Set<String> evaluated,
    ClaimsFile current,
    Baseline baseline,
    Set<String> available,
    Set<String> required) {

  public GateInput {
    evaluated = Set.copyOf(evaluated);
    available = Set.copyOf(available);
    required = Set.copyOf(required);
  }

  /** A recorded claim beside what the run says of it. */
  record Pair(RecordedClaim before, ClaimRecord now) {}

  /** The recorded claims that the run speaks of. */
  Stream<Pair> pairs() {
    Map<String, ClaimRecord> now = byId();
    return baseline.claims().stream()
        .flatMap(
            entry ->
                Optional.ofNullable(now.get(entry.id())).map(c -> new Pair(entry, c)).stream());
  }

  /** Whether this machine can check a recorded claim whole. */
  boolean comparable(RecordedClaim claim) {
    return absent(claim.needs()).isEmpty();
  }

  /** The capabilities among these that this machine lacks. */
  List<String> absent(List<String> needs) {
    return needs.stream().filter(need -> !available.contains(need)).toList();
  }

  boolean sameSeed() {
    return current.provenance().rootSeed() == baseline.rootSeed();
  }

  Map<String, ClaimRecord> byId() {
    return current.claims().stream()
        .collect(Collectors.toMap(ClaimRecord::id, Function.identity(), (a, b) -> b));
  }
}
