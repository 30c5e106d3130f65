package org.grokcheck.report.gate;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.grokcheck.ledger.Claim;
import org.grokcheck.report.ClaimRecord;

/**
 * Ledger, code, tests and verdicts speak of the same claims: no id in code or tests that the ledger
 * lacks, no test of a paper without a claim, no claim without a verdict. Formula claims that
 * nothing checks, and that give no reason, are counted.
 */
final class OrphanRule implements Rule {
  @Override
  public Stream<Finding> check(GateInput input) {
    Set<String> known = input.ledger().claims().stream().map(Claim::id).collect(Collectors.toSet());
    Set<String> judged = input.byId().keySet();
    return Stream.of(
            input.evaluated().stream()
                .filter(id -> !known.contains(id))
                .sorted()
                .map(id -> Finding.red(id, "evaluated by the code, but not in the ledger")),
            input.plan().tests().stream()
                .flatMap(t -> t.claims().stream().filter(id -> !known.contains(id)))
                .distinct()
                .map(id -> Finding.red(id, "named by a test, but not in the ledger")),
            input.plan().unclaimed().stream()
                .map(test -> Finding.red(test, "names neither a claim nor why it has none")),
            known.stream()
                .filter(id -> !judged.contains(id))
                .sorted()
                .map(id -> Finding.red(id, "in the ledger, but without a verdict in this run")),
            uncheckedFormulas(input))
        .flatMap(findings -> findings);
  }

  private static Stream<Finding> uncheckedFormulas(GateInput input) {
    Set<String> tested =
        input.current().claims().stream()
            .filter(c -> !c.tests().isEmpty())
            .map(ClaimRecord::id)
            .collect(Collectors.toSet());
    long count =
        input.ledger().claims().stream()
            .filter(c -> c.kind().isFormula() && c.notChecked().isEmpty())
            .filter(c -> !tested.contains(c.id()))
            .count();
    return count == 0
        ? Stream.empty()
        : Stream.of(Finding.note("ledger", count + " formula claims are NOT_CHECKED: not yet"));
  }
}
