package org.grokcheck.cli;

import java.nio.file.Files;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.grokcheck.report.ClaimRecord;
import org.grokcheck.report.ClaimsFile;

/** The verdicts that the last full run left in {@code reports/claims.json}. */
final class LastRun {
  private final Map<String, ClaimRecord> byId;

  private LastRun(Map<String, ClaimRecord> byId) {
    this.byId = byId;
  }

  /**
   * The last run of a project; empty if there was none.
   *
   * @throws IllegalArgumentException if the file is there but can't be read
   */
  static LastRun of(Project project) {
    return Files.exists(project.claimsFile())
        ? new LastRun(
            ClaimsFile.readAny(project.claimsFile()).claims().stream()
                .collect(Collectors.toMap(ClaimRecord::id, Function.identity(), (a, b) -> b)))
        : new LastRun(Map.of());
  }

  boolean isEmpty() {
    return byId.isEmpty();
  }

  Optional<ClaimRecord> find(String claim) {
    return Optional.ofNullable(byId.get(claim));
  }

  /** The verdict's word, or a dash. */
  String verdict(String claim) {
    return find(claim).map(r -> r.verdict().name()).orElse("-");
  }
}
