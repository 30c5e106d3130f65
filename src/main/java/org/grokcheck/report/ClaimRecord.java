package org.grokcheck.report;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.grokcheck.evidence.Judgement;
import org.grokcheck.evidence.Observation;
import org.grokcheck.evidence.Role;
import org.grokcheck.evidence.Scale;
import org.grokcheck.evidence.TestRecord;
import org.grokcheck.evidence.TestRecord.Status;
import org.grokcheck.evidence.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * One claim in {@link ClaimsFile}. {@code quantity}, {@code worst}, {@code bound}, {@code slack}
 * and {@code tolerance} speak of the comparison that came closest to its bound.
 *
 * @param id the claim's id
 * @param paper the paper's short name
 * @param title a few words
 * @param kind the ledger's label, such as {@code scaling-law}
 * @param asPrinted the ledger's label, such as {@code misprint}
 * @param verdict what the evidence says
 * @param reason why, in one line
 * @param resolution relative change of the formula that the coarsest part would notice; NaN if
 *     nothing two-sided was compared
 * @param quantity what was compared; empty if nothing was
 * @param worst error of that comparison; NaN if nothing was compared
 * @param bound its accepted error
 * @param slack {@code worst / bound}
 * @param tolerance its tolerance with the derivation; empty if nothing was compared
 * @param tries comparisons made
 * @param falseAlarm sum of the declared false-alarm rates
 * @param scale largest scale of the evidence, such as {@code desk}; empty without evidence
 * @param device where the evidence was computed; empty without evidence
 * @param fresh whether there is evidence, made by this run or recorded by these very sources
 * @param tests names {@code class#method} of the tests that reported
 * @param needs capabilities without which the claim cannot be checked whole, such as a data set
 * @param skipped tests that were skipped, and why
 * @param checks the comparisons behind the verdict
 * @param replay the command that repeats the decisive test; empty without evidence
 */
public record ClaimRecord(
    String id,
    String paper,
    String title,
    String kind,
    String asPrinted,
    Verdict verdict,
    String reason,
    double resolution,
    String quantity,
    double worst,
    double bound,
    double slack,
    String tolerance,
    long tries,
    double falseAlarm,
    String scale,
    String device,
    boolean fresh,
    List<String> tests,
    List<String> needs,
    List<SkippedTest> skipped,
    List<CheckRecord> checks,
    String replay) {

  /**
   * A test that was skipped.
   *
   * @param test {@code class#method}
   * @param reason why
   * @param needs capabilities that it had declared to need
   */
  public record SkippedTest(String test, String reason, List<String> needs) {
    public SkippedTest {
      needs = List.copyOf(needs);
    }
  }

  public ClaimRecord {
    tests = List.copyOf(tests);
    needs = List.copyOf(needs);
    skipped = orEmpty(skipped);
    checks = orEmpty(checks);
  }

  /** Files of earlier versions lack some lists; only {@link ClaimsFile#readAny} accepts them. */
  private static <T> List<T> orEmpty(@Nullable List<T> list) {
    return list == null ? List.of() : List.copyOf(list);
  }

  static ClaimRecord of(Judgement judgement) {
    Optional<Observation> worst = judgement.worst();
    return new ClaimRecord(
        judgement.claim().id(),
        judgement.claim().paperGroup(),
        judgement.claim().title(),
        judgement.claim().kind().label(),
        judgement.claim().asPrinted().label(),
        judgement.verdict(),
        judgement.reason(),
        judgement.coarsest().map(Observation::resolution).orElse(Double.NaN),
        worst.map(Observation::quantity).orElse(""),
        worst.map(Observation::error).orElse(Double.NaN),
        worst.map(Observation::bound).orElse(Double.NaN),
        worst.map(Observation::slack).orElse(Double.NaN),
        worst.map(Observation::tolerance).orElse(""),
        judgement.tries(),
        falseAlarm(judgement),
        judgement.scale().map(Scale::label).orElse(""),
        distinct(judgement.records(), TestRecord::device),
        isFresh(judgement.records()),
        judgement.records().stream().map(TestRecord::test).distinct().sorted().toList(),
        judgement.records().stream().flatMap(r -> r.needs().stream()).distinct().sorted().toList(),
        skipped(judgement.records()),
        CheckRecord.of(judgement),
        judgement.decisive().map(TestRecord::replay).orElse(""));
  }

  private static boolean isFresh(List<TestRecord> records) {
    return records.stream().anyMatch(r -> r.status() != Status.SKIPPED)
        && records.stream().allMatch(r -> r.stale().isEmpty());
  }

  private static List<SkippedTest> skipped(List<TestRecord> records) {
    return records.stream()
        .filter(r -> r.status() == Status.SKIPPED)
        .map(r -> new SkippedTest(r.test(), r.message(), r.needs()))
        .distinct()
        .toList();
  }

  private static double falseAlarm(Judgement judgement) {
    return judgement.observations(Role.HOLDS).stream().mapToDouble(Observation::falseAlarm).sum();
  }

  private static String distinct(List<TestRecord> records, Function<TestRecord, String> part) {
    return records.stream().map(part).distinct().sorted().collect(Collectors.joining(", "));
  }
}
