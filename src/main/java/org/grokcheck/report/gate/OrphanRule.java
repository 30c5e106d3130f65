package org.grokcheck.report.gate;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.grokcheck.ledger.Claim;
import org.grokcheck.report.CheckRecord;
import org.grokcheck.report.ClaimRecord;

/**
 * Ledger, code, tests and verdicts speak of the same claims: no id in code or tests that the ledger
 * lacks, no test of a paper without a claim, no claim without a verdict, no part that the ledger's
 * list of parts lacks. Formula claims that nothing checks, and that give no reason, are counted,
 * and so are claims that tests divide and the ledger doesn't.
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
            unknownParts(input),
            unlistedParts(input),
            uncheckedFormulas(input))
        .flatMap(findings -> findings);
  }

  private static Stream<Finding> unknownParts(GateInput input) {
    return input.current().claims().stream()
        .flatMap(
            now -> {
              List<String> named = named(input, now);
              return parts(now)
                  .filter(part -> !named.isEmpty() && !named.contains(part))
                  .map(
                      part ->
                          "part '%s' is checked, but the ledger names only %s"
                              .formatted(part, String.join(", ", named)))
                  .map(what -> Finding.red(now.id(), what));
            });
  }

  private static Stream<Finding> unlistedParts(GateInput input) {
    long count =
        input.current().claims().stream()
            .filter(now -> named(input, now).isEmpty() && parts(now).findAny().isPresent())
            .count();
    return count == 0
        ? Stream.empty()
        : Stream.of(
            Finding.note("ledger", count + " claims are checked in parts that it doesn't name"));
  }

  private static List<String> named(GateInput input, ClaimRecord now) {
    return input.ledger().find(now.id()).map(Claim::parts).orElse(List.of());
  }

  private static Stream<String> parts(ClaimRecord claim) {
    return claim.checks().stream()
        .map(CheckRecord::part)
        .filter(part -> !part.isEmpty())
        .distinct();
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
