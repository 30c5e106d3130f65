package org.grokcheck.report.dossier;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.grokcheck.evidence.Judgement;
import org.grokcheck.evidence.Observation;
import org.grokcheck.evidence.Verdict;
import org.grokcheck.report.dossier.CardView.LinkView;
import org.grokcheck.report.dossier.Overview.Seen;
import org.grokcheck.report.dossier.PaperView.Page;
import org.grokcheck.report.dossier.PaperView.Share;

/** The opening page. */
record IndexView(
    Page page,
    List<Tile> tiles,
    List<PaperRow> papers,
    List<VerdictRow> verdicts,
    String total,
    List<Broken> broken,
    List<ErrataGroup> errata,
    List<LinkView> unwitnessed,
    String unwitnessedCount,
    List<Margin> margins,
    List<Margin> coarsest,
    Budget budget,
    List<Disagreement> disagreements,
    List<Reason> notChecked,
    String notCheckedCount,
    List<Run.Fact> origin,
    List<String> problems) {

  /** A large number with its meaning. */
  record Tile(String count, String label, String detail, String style) {}

  /** A paper with the shares of its verdicts. */
  record PaperRow(
      String href, String title, String authors, String arxiv, String total, List<Share> shares) {}

  /** A verdict with its count for each paper. */
  record VerdictRow(VerdictView verdict, List<Cell> counts, Cell total) {}

  /** A count; zero is shown faintly. */
  record Cell(String count, boolean zero) {}

  /** A claim whose check failed. */
  record Broken(LinkView claim, String reason) {}

  /** A printed form that fails, what holds instead, and the witness. */
  record Erratum(
      LinkView claim,
      String title,
      String locator,
      String asPrinted,
      String printedHtml,
      String correctedHtml,
      String correctionHtml,
      List<EvidenceView.Witness> witnesses) {}

  /** The errata of one paper. */
  record ErrataGroup(String title, String count, List<Erratum> entries) {}

  /** A comparison with its claim. */
  record Margin(LinkView claim, EvidenceView.Comparison comparison) {}

  /** How much of the false-alarm budget the statistical checks use. */
  record Budget(
      String used,
      String allowed,
      int fill,
      boolean over,
      String checks,
      String comparisons,
      String variants) {}

  /** A claim on which the run and the ledger differ. */
  record Disagreement(LinkView claim, String asPrinted, String reasonHtml) {}

  /** Why claims are not checked. */
  record Reason(String text, String count, List<LinkView> claims) {}

  static LinkView link(Judgement j, Links links) {
    return new LinkView(links.to(j.claim().id()), j.claim().id(), VerdictView.of(j.verdict()));
  }

  static List<Tile> tiles(Overview all) {
    long holds =
        all.all().stream().filter(j -> j.verdict().settled() && !all.errata().contains(j)).count();
    int open = all.with(Verdict.PARTIAL).size() + all.with(Verdict.INCONCLUSIVE).size();
    return List.of(
        new Tile(Numbers.count(holds), "hold", "as printed, or under a stated convention", "good"),
        new Tile(
            Numbers.count(all.errata().size()),
            "do not hold as printed",
            "each with a witness that can be replayed",
            "wrong"),
        new Tile(Numbers.count(open), "open", "checked in part, or without a clear answer", "open"),
        new Tile(
            Numbers.count(all.with(Verdict.NOT_CHECKED).size()),
            "not checked",
            "each with its reason",
            "none"),
        new Tile(
            Numbers.count(all.with(Verdict.BROKEN).size()),
            "broken",
            "a check failed: nothing is said about the paper",
            "broken"));
  }

  static List<VerdictRow> verdicts(Overview all) {
    return Arrays.stream(Verdict.values())
        .map(
            v ->
                new VerdictRow(
                    VerdictView.of(v),
                    Arrays.stream(Paper.values()).map(p -> cell(all.count(p, v))).toList(),
                    cell(all.with(v).size())))
        .toList();
  }

  static Cell cell(long count) {
    return new Cell(Numbers.count(count), count == 0);
  }

  static Margin margin(Seen seen, Links links) {
    Observation o = seen.observation();
    return new Margin(link(seen.judgement(), links), EvidenceView.comparison(o));
  }

  static Budget budget(Overview all, double used) {
    return new Budget(
        Numbers.of(used),
        Numbers.of(Run.FALSE_ALARM_BUDGET),
        (int) Math.round(100 * Math.min(1, used / Run.FALSE_ALARM_BUDGET)),
        used > Run.FALSE_ALARM_BUDGET,
        Numbers.count(all.statisticalChecks()),
        Numbers.count(all.comparisons()),
        Numbers.count(all.wrongVariantsRejected()));
  }

  static Reason reason(Map.Entry<String, List<Judgement>> group, Links links) {
    return new Reason(
        group.getKey(),
        Numbers.count(group.getValue().size()),
        group.getValue().stream().map(j -> link(j, links)).toList());
  }
}
