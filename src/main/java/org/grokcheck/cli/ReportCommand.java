package org.grokcheck.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.grokcheck.evidence.EvidenceBook;
import org.grokcheck.evidence.Judge;
import org.grokcheck.evidence.Judgement;
import org.grokcheck.evidence.Plan;
import org.grokcheck.experiment.FigureData;
import org.grokcheck.experiment.Provenance;
import org.grokcheck.ledger.Ledger;
import org.grokcheck.report.AllureSingleFile;
import org.grokcheck.report.ClaimsFile;
import org.grokcheck.report.RunReport;
import org.grokcheck.report.gate.Baseline;
import org.grokcheck.report.gate.Changes;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Judges the claims by the evidence of a run and writes the reports. */
@Command(
    name = "report",
    description = "Judges every claim by the evidence of a run and writes the reports.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Exit code 0 whatever the verdicts are: 'grokcheck gate' decides. With --claims only those",
      "claims are judged, and the reports go to reports/partial.",
      "",
      "Examples:",
      "  grokcheck report --evidence target/evidence",
      "  grokcheck report --claims 'beck.table1*'",
      "  grokcheck report --publish-allure target/allure-report/index.html"
    })
final class ReportCommand implements Callable<Integer> {
  private final Session session;

  @Option(
      names = "--evidence",
      paramLabel = "DIR",
      description = "Folder of the evidence; target/evidence unless told.")
  private @Nullable Path evidence;

  @Option(
      names = "--allure-results",
      paramLabel = "DIR",
      description = "Results that Allure's report will be made of, to be completed.")
  private @Nullable Path allureResults;

  @Option(
      names = "--claims",
      paramLabel = "GLOBS",
      defaultValue = "",
      description = "Judge these claims only, such as 'beck.table1*,kumar.eq5'; blank for all.")
  private String claims = "";

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Where the reports go; reports unless told.")
  private @Nullable Path out;

  @Option(
      names = "--publish-allure",
      paramLabel = "FILE",
      description = "Copy Allure's single-file report to the reports, free of network requests.")
  private @Nullable Path allure;

  ReportCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws IOException {
    Path reports = folder();
    if (allure != null) {
      Path target = reports.resolve("allure").resolve("index.html");
      AllureSingleFile.publish(allure, target);
      session.out().println(Project.shown(target));
      return ExitCode.OK;
    }
    Path seen = evidence == null ? session.project().root().resolve("target/evidence") : evidence;
    if (evidence != null && Files.exists(seen) && !Files.isDirectory(seen)) {
      throw new IllegalArgumentException("--evidence " + seen + ": not a folder");
    }
    judge(seen, reports);
    return ExitCode.OK;
  }

  /** A partial run never touches the reports of a full one. */
  private Path folder() {
    Path reports = out == null ? session.project().root().resolve("reports") : out;
    return claims.isBlank() ? reports : reports.resolve("partial");
  }

  private void judge(Path seen, Path reports) throws IOException {
    Ledger ledger = Ledger.load();
    Plan plan = TestPlan.of(session.project());
    EvidenceBook book = EvidenceBook.read(seen);
    Judge judge = new Judge(plan, book);
    List<Judgement> judgements =
        ClaimSelection.matching(ledger, claims).stream().map(judge::judge).toList();
    RunReport written =
        RunReport.write(
            ledger,
            judgements,
            plan,
            book,
            Provenance.capture(RootSeed.of(book), begun(seen)),
            reports,
            Optional.ofNullable(allureResults),
            List.of(seen.resolve(FigureData.FOLDER)),
            this::changes);
    VerdictTable.counts(judgements).forEach(session.out()::println);
    written.problems().forEach(problem -> session.err().println("problem: " + problem));
    written.files().forEach(file -> session.out().println(Project.shown(file)));
  }

  /** A run of some claims is no match for a baseline of all. */
  private Optional<String> changes(ClaimsFile run) {
    Path file = session.project().baseline();
    if (!claims.isBlank() || !Files.exists(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(Changes.markdown(Baseline.read(file), run));
    } catch (IllegalArgumentException e) {
      return Optional.of("Changes: the baseline can't be read, as the gate will say.");
    }
  }

  private static Instant begun(Path folder) throws IOException {
    return Files.exists(folder)
        ? Files.readAttributes(folder, BasicFileAttributes.class).creationTime().toInstant()
        : Instant.now();
  }
}
