package org.grokcheck.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.grokcheck.evidence.Capabilities;
import org.grokcheck.ledger.Ledger;
import org.grokcheck.report.ClaimRecord;
import org.grokcheck.report.ClaimsFile;
import org.grokcheck.report.gate.Baseline;
import org.grokcheck.report.gate.Difference;
import org.grokcheck.report.gate.Finding;
import org.grokcheck.report.gate.Finding.Level;
import org.grokcheck.report.gate.Gate;
import org.grokcheck.report.gate.GateInput;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Compares the verdicts of a run with the recorded baseline. */
@Command(
    name = "gate",
    description = "Fails when the verdicts of the last run fall short of the recorded ones.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Red: a broken claim; an id that the ledger lacks; a test of a paper without a claim; a"
          + " weaker",
      "verdict, or another one of the same rank; an error past twice the recorded one; a looser",
      "tolerance; a lost test, comparison or wrong variant; fewer tries; a skip that no absent"
          + " need",
      "explains; declared false alarms above 1e-6 in all.",
      "With --claims, only broken claims among these, from reports/partial/claims.json.",
      "",
      "Examples:",
      "  grokcheck gate",
      "  grokcheck gate --require cuda",
      "  grokcheck gate --record --reason 'Wendel: exact sums replace the normal tail'"
    })
final class GateCommand implements Callable<Integer> {
  private final Session session;

  @Option(
      names = "--baseline",
      paramLabel = "FILE",
      description = "What to compare with; reference-data/baseline/claims.json unless told.")
  private @Nullable Path baseline;

  @Option(
      names = "--current",
      paramLabel = "FILE",
      description = "Verdicts of the run; reports/claims.json unless told.")
  private @Nullable Path current;

  @Option(names = "--record", description = "Make the run the new baseline; needs --reason.")
  private boolean record;

  @Option(names = "--reason", paramLabel = "TEXT", description = "Why the baseline changes.")
  private @Nullable String reason;

  @Option(
      names = "--require",
      paramLabel = "CAP",
      split = ",",
      description = "Capabilities that must be there: cuda, imdb, mnist, qm9.")
  private List<String> required = List.of();

  @Option(
      names = "--claims",
      paramLabel = "GLOBS",
      defaultValue = "",
      description = "Look only at these claims of a partial run; blank for all.")
  private String claims = "";

  GateCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    requireConsistentOptions();
    Ledger ledger = Ledger.load();
    if (!claims.isBlank()) {
      return partial(ledger);
    }
    ClaimsFile run = run(session.project().claimsFile());
    Path file = baseline == null ? Path.of(Project.shown(session.project().baseline())) : baseline;
    return record ? record(ledger, run, file) : compare(ledger, run, Baseline.read(file));
  }

  private void requireConsistentOptions() {
    String reasonText = reason == null ? "" : reason;
    if (record && reasonText.isBlank()) {
      throw new IllegalArgumentException("--record needs --reason TEXT");
    }
    if (!record && reason != null) {
      throw new IllegalArgumentException("--reason goes with --record");
    }
    if (!claims.isBlank() && (record || !required.isEmpty() || baseline != null)) {
      throw new IllegalArgumentException(
          "--claims looks at a partial run: it takes neither --record, --require nor --baseline");
    }
    for (String capability : required) {
      if (!Capabilities.known().contains(capability)) {
        throw new IllegalArgumentException(
            "no capability '"
                + capability
                + "'; accepted: "
                + String.join(", ", Capabilities.known()));
      }
    }
  }

  private ClaimsFile run(Path unlessTold) {
    Path file = current == null ? unlessTold : current;
    if (!Files.exists(file)) {
      throw new IllegalArgumentException(
          Project.shown(file) + ": no such file; 'mvn verify' or 'grokcheck report' writes it");
    }
    return ClaimsFile.read(file);
  }

  private int partial(Ledger ledger) {
    Set<String> chosen = new TreeSet<>();
    ClaimSelection.matching(ledger, claims).forEach(c -> chosen.add(c.id()));
    ClaimsFile run = run(session.project().partialReports().resolve("claims.json"));
    List<ClaimRecord> found = run.claims().stream().filter(c -> chosen.contains(c.id())).toList();
    found.forEach(c -> chosen.remove(c.id()));
    if (!chosen.isEmpty()) {
      throw new IllegalArgumentException(
          "the partial run lacks %d of the claims, such as %s; run 'mvn verify -Dclaims=%s'"
              .formatted(chosen.size(), chosen.iterator().next(), claims));
    }
    return answer(Gate.checkPartial(found), found.size() + " claims looked at");
  }

  private int compare(Ledger ledger, ClaimsFile run, Baseline recorded) {
    Gate gate = Gate.check(input(ledger, run, recorded));
    return answer(gate, "compared with the baseline of " + recorded.recorded());
  }

  private GateInput input(Ledger ledger, ClaimsFile run, Baseline recorded) {
    return new GateInput(
        ledger,
        TestPlan.of(session.project()),
        new HashSet<>(session.evaluations().get().claims()),
        run,
        recorded,
        available(run, recorded),
        new HashSet<>(required));
  }

  /** Those of all the capabilities that the run or the baseline speaks of. */
  private Set<String> available(ClaimsFile run, Baseline recorded) {
    Set<String> named = new HashSet<>(Capabilities.known());
    run.claims().forEach(claim -> named.addAll(claim.needs()));
    recorded.claims().forEach(claim -> named.addAll(claim.needs()));
    named.removeIf(name -> !Capabilities.isPresent(name, session.project().root()));
    return named;
  }

  private int answer(Gate gate, String scope) {
    for (Finding finding : gate.findings()) {
      session.out().printf("%-9s %s%n", finding.level(), finding.line());
    }
    session
        .out()
        .printf(
            "gate: %s (%d red, %d stronger; %s)%n",
            gate.passes() ? "green" : "red",
            gate.count(Level.RED),
            gate.count(Level.STRONGER),
            scope);
    return gate.passes() ? ExitCode.OK : ExitCode.CHECK_FAILED;
  }

  private int record(Ledger ledger, ClaimsFile run, Path file) {
    Baseline now = Baseline.of(run, String.valueOf(reason));
    Gate gate = Gate.checkAlone(input(ledger, run, now));
    if (!gate.passes()) {
      session.err().println("nothing recorded: a baseline must not hold what is red by itself");
      return answer(gate, "not compared");
    }
    Baseline before = Files.exists(file) ? Baseline.read(file) : now.emptied();
    Baseline after = now.keeping(before, run);
    Difference.lines(before, after).forEach(session.out()::println);
    after.write(file);
    session.out().println("recorded " + Project.shown(file) + ": " + after.reason());
    return ExitCode.OK;
  }
}
