package org.grokcheck.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.grokcheck.compute.DeviceChoice;
import org.grokcheck.evidence.EvidenceBook;
import org.grokcheck.evidence.Judge;
import org.grokcheck.evidence.Judgement;
import org.grokcheck.evidence.Plan;
import org.grokcheck.evidence.Plan.PlannedTest;
import org.grokcheck.evidence.Verdict;
import org.grokcheck.experiment.Provenance;
import org.grokcheck.ledger.Claim;
import org.grokcheck.ledger.Ledger;
import org.grokcheck.report.ClaimsFile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs the tests of some claims and judges them. */
@Command(
    name = "verify",
    description = "Runs the tests of the chosen claims and prints their verdicts.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Without a choice every claim is checked. Verdicts go to reports/partial/claims.json, never"
          + " to",
      "reports/claims.json. Exit code 1 if a claim is BROKEN.",
      "",
      "Examples:",
      "  grokcheck verify --claim 'beck.eq6,beck.table1*'",
      "  grokcheck verify --paper beck --seed 7",
      "  grokcheck verify --paper kumar --device cuda",
      "  grokcheck verify --test"
          + " org.grokcheck.beck.TableOneInseparableProperties#weightReachesItsLimit"
    })
final class VerifyCommand implements Callable<Integer> {
  private final Session session;

  @Option(
      names = "--claim",
      paramLabel = "GLOBS",
      defaultValue = "",
      description = "Claims to check, such as 'beck.eq6,beck.table1*'.")
  private String claim = "";

  @Option(names = "--paper", paramLabel = "PAPER", description = "Claims of one paper.")
  private @Nullable String paper;

  @Option(
      names = "--test",
      paramLabel = "CLASS#METHOD",
      description = "Run this test only, and judge by it alone.")
  private @Nullable String test;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Root seed of all random draws; ${DEFAULT-VALUE} unless told.")
  private long seed = RootSeed.DEFAULT;

  @Option(
      names = "--device",
      paramLabel = "DEVICE",
      defaultValue = "auto",
      description = {
        "Where engine tests compute: cpu, cuda, cuda:1, ...; or auto,",
        "a CUDA device where one can be used."
      })
  private String device = "auto";

  @Option(names = "--json", description = "Print the verdicts as JSON.")
  private boolean json;

  VerifyCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws IOException {
    Instant begun = Instant.now();
    DeviceChoice where = DeviceChoice.parse(device);
    Ledger ledger = Ledger.load();
    Plan plan = narrowed(TestPlan.of(session.project()));
    List<Claim> claims = chosen(ledger, plan);
    EvidenceBook book = run(claims, plan, where);
    Judge judge = new Judge(plan, book);
    List<Judgement> judgements = claims.stream().map(judge::judge).toList();
    Path file = session.project().partialReports().resolve("claims.json");
    ClaimsFile.of(judgements, Provenance.capture(seed, begun)).write(file);
    if (json) {
      session.out().print(Files.readString(file));
    } else {
      new VerdictTable(session.colour()).lines(judgements).forEach(session.out()::println);
    }
    boolean broken = judgements.stream().anyMatch(j -> j.verdict() == Verdict.BROKEN);
    return broken ? ExitCode.CHECK_FAILED : ExitCode.OK;
  }

  /** The plan of the one test that is asked for, or the whole plan. */
  private Plan narrowed(Plan plan) {
    if (test == null) {
      return plan;
    }
    List<PlannedTest> named = plan.tests().stream().filter(t -> t.test().equals(test)).toList();
    if (named.isEmpty()) {
      throw new IllegalArgumentException(
          "no test '"
              + test
              + "' checks a claim; 'grokcheck show CLAIM' lists the tests of a claim");
    }
    return new Plan(named, List.of());
  }

  private List<Claim> chosen(Ledger ledger, Plan plan) {
    List<Claim> claims = new ArrayList<>(ClaimSelection.matching(ledger, claim));
    if (paper != null) {
      claims.retainAll(ClaimSelection.ofPaper(ledger, paper));
    }
    if (test != null) {
      claims.removeIf(c -> plan.of(c.id()).isEmpty());
    }
    if (claims.isEmpty()) {
      throw new IllegalArgumentException("--claim, --paper and --test have no claim in common");
    }
    return claims;
  }

  private EvidenceBook run(List<Claim> claims, Plan plan, DeviceChoice where) throws IOException {
    List<String> tests =
        claims.stream()
            .flatMap(c -> plan.of(c.id()).stream().map(PlannedTest::test))
            .distinct()
            .toList();
    if (tests.isEmpty()) {
      return EvidenceBook.of(List.of());
    }
    Path folder = session.project().partialReports();
    Path evidence = folder.resolve("evidence");
    Path allure = folder.resolve("allure-results");
    empty(evidence);
    empty(allure);
    int code =
        new TestProcess(session.project())
            .with("claims", claims.stream().map(Claim::id).collect(Collectors.joining(",")))
            .with("grokcheck.tests", String.join(",", tests))
            .with("grokcheck.seed", seed)
            .with("grokcheck.device", where)
            .with("grokcheck.evidence", evidence.toAbsolutePath())
            .with("allure.results.directory", allure.toAbsolutePath())
            .run(session.err()::println);
    if (code != 0) {
      session.err().println("the tests stopped early, with exit code " + code);
    }
    return EvidenceBook.read(evidence);
  }

  /** What an earlier run left must never count for this one. */
  private static void empty(Path folder) throws IOException {
    Files.createDirectories(folder);
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.delete(file);
      }
    }
  }
}
