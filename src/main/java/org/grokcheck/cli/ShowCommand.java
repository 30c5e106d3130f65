package org.grokcheck.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.grokcheck.cli.eval.Evaluation;
import org.grokcheck.evidence.Plan.PlannedTest;
import org.grokcheck.ledger.Claim;
import org.grokcheck.ledger.Ledger;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows one claim with all that belongs to it. */
@Command(
    name = "show",
    description = "Shows a claim: its record, formulas, links, tests, inputs and last verdict.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Examples:",
      "  grokcheck show beck.eq6",
      "  grokcheck show beck.eq6 --json | jq .tests"
    })
final class ShowCommand implements Callable<Integer> {
  private final Session session;

  @Parameters(paramLabel = "CLAIM", description = "Id of the claim, such as beck.eq6.")
  private String id = "";

  @Option(names = "--json", description = "Print the claim as JSON.")
  private boolean json;

  ShowCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Claim claim = Ledger.load().get(id);
    List<PlannedTest> tests =
        session.project().tests().isPresent() ? TestPlan.of(session.project()).of(id) : List.of();
    ClaimCard card =
        new ClaimCard(
            claim,
            tests.stream().map(PlannedTest::test).toList(),
            session.evaluations().get().of(id).stream().map(Evaluation::inputs).toList(),
            LastRun.of(session.project()).find(id));
    session.out().println(json ? card.json().toPrettyString() : card.text());
    return ExitCode.OK;
  }
}
