package org.grokcheck.report.gate;

import java.util.stream.Stream;
import org.grokcheck.report.gate.GateInput.Pair;

/**
 * No error grows past its ratchet and no tolerance is loosened. Both are compared at the same root
 * seed only: then the same inputs are drawn, and the reference paths give the same digits on every
 * machine.
 */
final class ErrorRule implements Rule {
  /** A change by more than this factor counts. */
  static final double FACTOR = 2;

  /** An error below this share of its bound is far from failing, whatever it was before. */
  static final double FLOOR = 0.01;

  @Override
  public Stream<Finding> check(GateInput input) {
    if (!input.sameSeed()) {
      return Stream.of(
          Finding.note(
              "root seed",
              "%d, recorded with %d: errors and tolerances are not compared"
                  .formatted(
                      input.current().provenance().rootSeed(), input.baseline().rootSeed())));
    }
    return input.pairs().filter(p -> !p.now().tests().isEmpty()).flatMap(ErrorRule::compare);
  }

  private static Stream<Finding> compare(Pair pair) {
    return Stream.of(error(pair), bound(pair), resolution(pair)).flatMap(findings -> findings);
  }

  private static Stream<Finding> error(Pair pair) {
    double before = pair.before().slack();
    double now = pair.now().slack();
    boolean worse = now > Math.max(FACTOR * before, FLOOR);
    return finding(worse, pair, "worst error over its bound rose from %.3g to %.3g", before, now);
  }

  private static Stream<Finding> bound(Pair pair) {
    double before = pair.before().bound();
    double now = pair.now().bound();
    boolean looser =
        now > FACTOR * before && pair.before().quantity().equals(pair.now().quantity());
    return finding(looser, pair, "tolerance loosened from %.3g to %.3g", before, now);
  }

  private static Stream<Finding> resolution(Pair pair) {
    double before = pair.before().resolution();
    double now = pair.now().resolution();
    boolean coarser = now > FACTOR * before || (Double.isNaN(now) && !Double.isNaN(before));
    return finding(coarser, pair, "resolution coarsened from %.3g to %.3g", before, now);
  }

  private static Stream<Finding> finding(
      boolean holds, Pair pair, String what, double before, double now) {
    return holds
        ? Stream.of(
            Finding.red(
                pair.now().id(),
                what.formatted(before, now) + " (" + pair.now().quantity() + ")",
                pair.now().replay()))
        : Stream.empty();
  }
}
