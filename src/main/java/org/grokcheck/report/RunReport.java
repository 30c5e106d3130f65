package org.grokcheck.report;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.grokcheck.evidence.EvidenceBook;
import org.grokcheck.evidence.Judgement;
import org.grokcheck.evidence.Plan;
import org.grokcheck.evidence.TestRecord;
import org.grokcheck.experiment.AtomicFile;
import org.grokcheck.experiment.FigureData;
import org.grokcheck.experiment.Provenance;
import org.grokcheck.ledger.Ledger;
import org.grokcheck.report.dossier.Dossier;
import org.grokcheck.report.dossier.Run;
import org.grokcheck.report.dossier.Run.Fact;
import org.grokcheck.report.dossier.Summary;

/**
 * What was written, and what is wrong with the run as a whole.
 *
 * @param files the files written
 * @param problems one line each: a formula that could not be rendered, a false-alarm budget
 *     overdrawn, a test without a claim; empty if all is well
 */
public record RunReport(List<Path> files, List<String> problems) {

  public RunReport {
    files = List.copyOf(files);
    problems = List.copyOf(problems);
  }

  /**
   * Writes {@code claims.json} and everything that readers see.
   *
   * @param ledger all claims
   * @param judgements one a claim of this run, in the order of the ledger
   * @param plan the tests that should have reported
   * @param book what they reported
   * @param provenance where the numbers come from
   * @param reportsFolder receives the files
   * @param allureResults results that the Allure report will be made of, to be completed
   * @param figureFolders folders of {@link FigureData}; the first one that has a figure counts
   * @param changes what moved against the baseline, as Markdown; empty if nothing was compared
   */
  public static RunReport write(
      Ledger ledger,
      List<Judgement> judgements,
      Plan plan,
      EvidenceBook book,
      Provenance provenance,
      Path reportsFolder,
      Optional<Path> allureResults,
      List<Path> figureFolders,
      Function<ClaimsFile, Optional<String>> changes) {
    Provenance origin = onDevices(provenance, book);
    ClaimsFile claims = ClaimsFile.of(judgements, origin);
    claims.write(reportsFolder.resolve("claims.json"));
    List<String> problems = problems(plan, book);
    Run run = new Run(ledger, judgements, book, figures(figureFolders), facts(origin), problems);
    Dossier dossier = Dossier.of(run);
    List<Path> files = new ArrayList<>(List.of(reportsFolder.resolve("claims.json")));
    files.addAll(writeDossier(dossier, reportsFolder.resolve("dossier")));
    Path summary = reportsFolder.resolve("summary.md");
    problems.addAll(dossier.problems());
    AtomicFile.write(summary, Summary.markdown(run.with(problems), changes.apply(claims)));
    files.add(summary);
    allureResults.ifPresent(
        results -> {
          files.addAll(
              AllureHistory.restore(
                  reportsFolder.resolve("allure").resolve("index.html"), results));
          files.addAll(AllureExtras.write(results, origin));
        });
    return new RunReport(files, problems);
  }

  /** The tests know where they computed. */
  private static Provenance onDevices(Provenance provenance, EvidenceBook book) {
    String devices =
        book.records().stream()
            .map(TestRecord::device)
            .distinct()
            .sorted()
            .collect(Collectors.joining(", "));
    return devices.isEmpty() ? provenance : provenance.onDevice(devices);
  }

  private static List<String> problems(Plan plan, EvidenceBook book) {
    List<String> problems = new ArrayList<>();
    plan.unclaimed().forEach(test -> problems.add("test " + test + " names no claim"));
    if (book.falseAlarm() > Run.FALSE_ALARM_BUDGET) {
      problems.add(
          "declared false-alarm rates add up to %.3g, above the budget of %.0e"
              .formatted(book.falseAlarm(), Run.FALSE_ALARM_BUDGET));
    }
    return problems;
  }

  private static List<FigureData> figures(List<Path> folders) {
    Map<String, FigureData> byId = new TreeMap<>();
    for (Path folder : folders) {
      FigureData.readAll(folder).forEach(f -> byId.putIfAbsent(f.id(), f));
    }
    return List.copyOf(byId.values());
  }

  private static List<Fact> facts(Provenance p) {
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact("Commit", p.commit()));
    facts.add(new Fact("Root seed", Long.toString(p.rootSeed())));
    facts.add(new Fact("Finished", p.finished()));
    facts.add(new Fact("Duration", "%.0f s".formatted(p.seconds())));
    facts.add(new Fact("Java", p.java()));
    facts.add(new Fact("System", p.os()));
    facts.add(new Fact("Cores", Integer.toString(p.cores())));
    facts.add(new Fact("Device", p.device()));
    p.libraries().forEach((name, version) -> facts.add(new Fact(name, version)));
    return facts;
  }

  /** Writes the pages, and removes the files of figures that this run doesn't have. */
  private static List<Path> writeDossier(Dossier dossier, Path folder) {
    List<Path> written = new ArrayList<>();
    dossier
        .files()
        .forEach(
            (name, bytes) -> {
              AtomicFile.write(folder.resolve(name), bytes);
              written.add(folder.resolve(name));
            });
    AtomicFile.keepOnly(folder.resolve("figures"), written);
    return written;
  }
}
