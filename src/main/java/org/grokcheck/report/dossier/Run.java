package org.grokcheck.report.dossier;

import java.util.List;
import org.grokcheck.evidence.EvidenceBook;
import org.grokcheck.evidence.Judgement;
import org.grokcheck.experiment.FigureData;
import org.grokcheck.ledger.Ledger;

/**
 * Everything that the pages speak about.
 *
 * @param ledger all claims
 * @param judgements one a claim of this run, in the order of the ledger
 * @param book what the tests reported
 * @param figures to be shown with their claims
 * @param origin where the numbers come from
 * @param problems what is wrong with the run as a whole
 */
public record Run(
    Ledger ledger,
    List<Judgement> judgements,
    EvidenceBook book,
    List<FigureData> figures,
    List<Fact> origin,
    List<String> problems) {
  /** The probability that any statistical check of the suite fails although all claims hold. */
  public static final double FALSE_ALARM_BUDGET = 1e-6;

  /** A named piece of provenance, such as the commit. */
  public record Fact(String name, String value) {}

  public Run {
    judgements = List.copyOf(judgements);
    figures = List.copyOf(figures);
    origin = List.copyOf(origin);
    problems = List.copyOf(problems);
  }

  /** The same run with other problems. */
  public Run with(List<String> found) {
    return new Run(ledger, judgements, book, figures, origin, found);
  }
}
