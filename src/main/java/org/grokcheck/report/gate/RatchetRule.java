package org.grokcheck.report.gate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.grokcheck.evidence.Verdict;
import org.grokcheck.report.ClaimRecord;
import org.grokcheck.report.gate.GateInput.Pair;

/**
 * No comparison gets worse: none is lost, none makes fewer tries or tells fewer wrong variants
 * apart, no error grows past its ratchet, no tolerance is loosened. They are compared at the same
 * root seed only: then the same inputs are drawn, and the reference paths give the same digits on
 * every machine. A broken claim, and a test that is gone or skipped, are for other rules.
 */
final class RatchetRule implements Rule {
  /** An error or a resolution may grow by this factor. */
  static final double FACTOR = 2;

  /** An error below this share of its bound is far from failing, whatever it was before. */
  static final double FLOOR = 0.01;

  /** The mean bound of equal inputs moves by rounding alone, unless the tolerance changes. */
  static final double SAME_BOUND = 1.1;

  @Override
  public Stream<Finding> check(GateInput input) {
    if (!input.sameSeed()) {
      return Stream.of(
          Finding.note(
              "root seed",
              "%d, recorded with %d: comparisons are not compared"
                  .formatted(
                      input.current().provenance().rootSeed(), input.baseline().rootSeed())));
    }
    return input
        .pairs()
        .filter(pair -> pair.now().verdict() != Verdict.BROKEN)
        .flatMap(
            pair ->
                Stream.concat(
                    input.comparable(pair.before()) ? resolution(pair) : Stream.empty(),
                    checks(input.baseline(), pair.now())));
  }

  private static Stream<Finding> resolution(Pair pair) {
    double before = pair.before().resolution();
    double now = pair.now().resolution();
    boolean coarser = now > FACTOR * before || (Double.isNaN(now) && !Double.isNaN(before));
    return coarser && !pair.now().checks().isEmpty()
        ? Stream.of(
            Finding.red(
                pair.now().id(),
                "resolution coarsened from %.3g to %.3g".formatted(before, now),
                pair.now().replay()))
        : Stream.empty();
  }

  private static Stream<Finding> checks(Baseline baseline, ClaimRecord claim) {
    List<RecordedCheck> now =
        claim.checks().stream().map(check -> RecordedCheck.of(claim.id(), check)).toList();
    return baseline.checks(claim.id()).stream()
        .filter(before -> now.stream().anyMatch(c -> c.test().equals(before.test())))
        .flatMap(
            before ->
                successor(before, now)
                    .map(after -> worse(before, after))
                    .orElseGet(() -> List.of("comparison lost"))
                    .stream()
                    .map(what -> before.name() + ": " + what)
                    .map(what -> Finding.red(claim.id(), what, replay(claim, before.test()))));
  }

  /** The same comparison by the same oracle, else by the best one. */
  private static Optional<RecordedCheck> successor(RecordedCheck before, List<RecordedCheck> now) {
    List<RecordedCheck> same = now.stream().filter(c -> c.key().equals(before.key())).toList();
    return same.stream()
        .filter(c -> c.oracle() == before.oracle())
        .findFirst()
        .or(() -> same.stream().min(Comparator.comparing(RecordedCheck::oracle)));
  }

  /** The command of the decisive test serves where it is the one that got worse. */
  private static String replay(ClaimRecord claim, String test) {
    return claim.replay().contains(test) ? claim.replay() : "";
  }

  private static List<String> worse(RecordedCheck before, RecordedCheck now) {
    List<String> worse = new ArrayList<>();
    if (now.oracle().compareTo(before.oracle()) > 0) {
      worse.add("now by " + now.oracle().label());
    }
    if (now.slack() > Math.max(FACTOR * before.slack(), FLOOR)) {
      worse.add(
          "worst error over its bound rose from %.3g to %.3g"
              .formatted(before.slack(), now.slack()));
    }
    if (now.typicalBound() > SAME_BOUND * before.typicalBound()) {
      worse.add(
          "tolerance loosened from %.3g to %.3g in the mean"
              .formatted(before.typicalBound(), now.typicalBound()));
    }
    if (now.tries() < before.tries()) {
      worse.add("%d tries, had %d".formatted(now.tries(), before.tries()));
    }
    lost(before.variants(), now.variants())
        .forEach(v -> worse.add("no longer rejects '" + v + "'"));
    lost(before.witnesses(), now.witnesses())
        .forEach(v -> worse.add("no longer refutes '" + v + "'"));
    return worse;
  }

  private static List<String> lost(List<String> before, List<String> now) {
    return before.stream().filter(name -> !now.contains(name)).toList();
  }
}
