package org.grokcheck.report.dossier;

import java.util.List;
import java.util.Locale;
import org.grokcheck.evidence.TestRecord;
import org.grokcheck.evidence.TestRecord.Status;

/** One claim as its card shows it; components whose names end in {@code Html} are markup. */
record CardView(
    String id,
    String title,
    String locator,
    String kind,
    String asPrinted,
    VerdictView verdict,
    String reasonHtml,
    String disagreement,
    String statementHtml,
    List<Formulas.View> formulas,
    String correctionHtml,
    EvidenceView evidence,
    String scale,
    String device,
    String tries,
    String replay,
    List<Figures.View> figures,
    List<LinkView> guestFigures,
    List<LinkView> links,
    List<Note> notes,
    List<Test> tests) {

  /** A link to another claim's card. */
  record LinkView(String href, String text, VerdictView verdict) {}

  /** A collapsed piece of background. */
  record Note(String title, String html) {}

  /** One run of one test. */
  record Test(
      String name,
      String status,
      String style,
      String scale,
      String tries,
      String seconds,
      String seed,
      String message,
      String replay) {
    static Test of(TestRecord r) {
      return new Test(
          r.test(),
          r.status().name().toLowerCase(Locale.ROOT),
          r.status() == Status.FAILED ? "over" : "",
          r.scale().label(),
          Numbers.count(r.tries()),
          Numbers.of(r.seconds()),
          r.seed(),
          r.message(),
          r.replay());
    }
  }
}
