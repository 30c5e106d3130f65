package org.grokcheck.report;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.grokcheck.evidence.EvidenceBook;
import org.grokcheck.evidence.Judgement;
import org.grokcheck.evidence.Plan;
import org.grokcheck.experiment.FigureData;
import org.grokcheck.ledger.Ledger;

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
   * Writes {@code claims.json} and everything that readers see; figures come from {@code
   * figures/} in the evidence folder of the system property {@code grokcheck.evidence}.
   *
   * @see #write(Ledger, List, Plan, EvidenceBook, Provenance, Path, Optional, List)
   */
  public static RunReport write(
      Ledger ledger,
      List<Judgement> judgements,
      Plan plan,
      EvidenceBook book,
      Provenance provenance,
      Path reportsFolder,
      Optional<Path> allureResults) {
    Path evidence = Path.of(System.getProperty("grokcheck.evidence", "target/evidence"));
    return write(
        ledger,
        judgements,
        plan,
        book,
        provenance,
        reportsFolder,
        allureResults,
        List.of(evidence.resolve(FigureData.FOLDER)));
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
   */
  public static RunReport write(
      Ledger ledger,
      List<Judgement> judgements,
      Plan plan,
      EvidenceBook book,
      Provenance provenance,
      Path reportsFolder,
      Optional<Path> allureResults,
      List<Path> figureFolders) {
    Path claims = reportsFolder.resolve("claims.json");
    ClaimsFile.of(judgements, provenance).write(claims);
    return new RunReport(List.of(claims), List.of());
  }
}
