package org.grokcheck.report.gate;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.grokcheck.report.ClaimRecord;
import org.grokcheck.report.ClaimsFile;

/**
 * What a run must not fall short of. Claims without a test are left out.
 *
 * @param schemaVersion version of this format, {@link #SCHEMA_VERSION}
 * @param reason why this was recorded
 * @param commit revision of the sources that it was recorded from
 * @param recorded when, ISO 8601
 * @param rootSeed seed of the recorded run: comparisons are comparable at equal seeds only
 * @param claims the checked claims, sorted by id
 * @param checks their comparisons, sorted by claim, part, quantity and test
 */
public record Baseline(
    int schemaVersion,
    String reason,
    String commit,
    String recorded,
    long rootSeed,
    List<RecordedClaim> claims,
    List<RecordedCheck> checks) {
  /** The version that this code writes and reads. */
  public static final int SCHEMA_VERSION = 2;

  public Baseline {
    claims = claims.stream().sorted(Comparator.comparing(RecordedClaim::id)).toList();
    checks = checks.stream().sorted(RecordedCheck.ORDER).toList();
  }

  /** A baseline of a run. */
  public static Baseline of(ClaimsFile run, String reason) {
    List<ClaimRecord> tested = run.claims().stream().filter(c -> !c.tests().isEmpty()).toList();
    return new Baseline(
        SCHEMA_VERSION,
        reason,
        run.provenance().commit(),
        run.provenance().finished(),
        run.provenance().rootSeed(),
        tested.stream().map(RecordedClaim::of).toList(),
        tested.stream()
            .flatMap(c -> c.checks().stream().map(check -> RecordedCheck.of(c.id(), check)))
            .toList());
  }

  /**
   * Reads a baseline.
   *
   * @throws IllegalArgumentException in one line with the file's name, if it is absent, is no JSON,
   *     lacks a field or has another schema version
   */
  public static Baseline read(Path file) {
    return BaselineFile.read(file);
  }

  /** Writes the baseline, one claim and one comparison a line, so that a review shows a change. */
  public void write(Path file) {
    BaselineFile.write(this, file);
  }

  /** This baseline with what an earlier one says of the tests that the run had to skip. */
  public Baseline keeping(Baseline earlier, ClaimsFile run) {
    Set<String> partly = new HashSet<>();
    Set<String> skipped = new HashSet<>();
    for (ClaimRecord claim : run.claims()) {
      claim.skipped().forEach(test -> skipped.add(test.test()));
      if (!claim.skipped().isEmpty() && earlier.find(claim.id()).isPresent()) {
        partly.add(claim.id());
      }
    }
    return new Baseline(
        schemaVersion,
        reason,
        commit,
        recorded,
        rootSeed,
        Stream.concat(
                claims.stream().filter(c -> !partly.contains(c.id())),
                earlier.claims().stream().filter(c -> partly.contains(c.id())))
            .toList(),
        Stream.concat(
                checks.stream().filter(c -> !skipped.contains(c.test())),
                earlier.checks().stream().filter(c -> skipped.contains(c.test())))
            .toList());
  }

  /** This baseline without its claims. */
  public Baseline emptied() {
    return new Baseline(schemaVersion, reason, commit, recorded, rootSeed, List.of(), List.of());
  }

  Optional<RecordedClaim> find(String id) {
    return claims.stream().filter(e -> e.id().equals(id)).findFirst();
  }

  /** The recorded comparisons of one claim. */
  List<RecordedCheck> checks(String id) {
    return checks.stream().filter(c -> c.claim().equals(id)).toList();
  }

  /** The tests that compared something under a claim. */
  List<String> tests(String id) {
    return checks(id).stream().map(RecordedCheck::test).distinct().sorted().toList();
  }
}
