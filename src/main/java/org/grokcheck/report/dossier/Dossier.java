package org.grokcheck.report.dossier;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.grokcheck.evidence.Judgement;
import org.grokcheck.evidence.Verdict;
import org.grokcheck.report.dossier.CardView.LinkView;
import org.grokcheck.report.dossier.IndexView.Disagreement;
import org.grokcheck.report.dossier.IndexView.ErrataGroup;
import org.grokcheck.report.dossier.IndexView.Erratum;
import org.grokcheck.report.dossier.PaperView.Page;
import org.grokcheck.report.dossier.PaperView.Tab;

/**
 * The pages of a run, each whole in itself: no script is needed to read them and none of them loads
 * anything from elsewhere.
 *
 * @param files contents by name, relative to the dossier's folder
 * @param problems one line each: a formula or a figure that could not be shown
 */
public record Dossier(Map<String, byte[]> files, List<String> problems) {
  private static final int TIGHTEST = 20;
  private static final int COARSEST = 10;

  /** Makes the pages: {@code index.html} and one a paper, and the files of the figures. */
  public static Dossier of(Run run) {
    return new Maker(run).make();
  }

  private static final class Maker {
    private final Run run;
    private final Overview all;
    private final Formulas formulas = new Formulas();
    private final Figures figures;
    private final Links links;
    private final String css = Templates.resource("dossier.css");
    private final String script = Templates.resource("filter.js");

    Maker(Run run) {
      this.run = run;
      all = new Overview(run.judgements());
      figures = new Figures(run);
      links = new Links(run.judgements());
    }

    Dossier make() {
      Map<String, byte[]> files = new LinkedHashMap<>();
      Cards cards = new Cards(run, formulas, figures, links);
      for (Paper paper : Paper.values()) {
        put(files, paper.id() + ".html", Templates.of("paper").execute(paper(paper, cards)));
      }
      List<ErrataGroup> errata =
          Arrays.stream(Paper.values()).flatMap(p -> errata(p).stream()).toList();
      List<String> problems = new ArrayList<>(run.problems());
      problems.addAll(formulas.problems());
      problems.addAll(figures.problems());
      put(files, "index.html", Templates.of("index").execute(index(errata, problems)));
      files.putAll(figures.files());
      problems.removeAll(run.problems());
      return new Dossier(files, problems);
    }

    private static void put(Map<String, byte[]> files, String name, String html) {
      files.put(name, html.getBytes(StandardCharsets.UTF_8));
    }

    private PaperView paper(Paper paper, Cards cards) {
      List<Judgement> judgements = all.ofPaper(paper);
      return new PaperView(
          page(paper.title(), paper.id()),
          paper.title(),
          paper.authors(),
          paper.arxiv(),
          Numbers.count(judgements.size()),
          PaperView.shares(judgements),
          PaperView.sections(judgements, cards));
    }

    private IndexView index(List<ErrataGroup> errata, List<String> problems) {
      return new IndexView(
          page("What holds, what does not, how sure", "index"),
          IndexView.tiles(all),
          Arrays.stream(Paper.values()).map(this::row).toList(),
          IndexView.verdicts(all),
          Numbers.count(all.all().size()),
          all.with(Verdict.BROKEN).stream()
              .map(j -> new IndexView.Broken(IndexView.link(j, links), j.reason()))
              .toList(),
          errata,
          links(all.unwitnessedErrata()),
          Numbers.count(all.unwitnessedErrata().size()),
          all.tightest(TIGHTEST).stream().map(s -> IndexView.margin(s, links)).toList(),
          all.coarsest(COARSEST).stream().map(s -> IndexView.margin(s, links)).toList(),
          IndexView.budget(all, run.book().falseAlarm()),
          all.disagreements().stream().map(this::disagreement).toList(),
          all.notChecked().stream().map(e -> IndexView.reason(e, links)).toList(),
          Numbers.count(all.with(Verdict.NOT_CHECKED).size()),
          run.origin(),
          problems);
    }

    private IndexView.PaperRow row(Paper paper) {
      List<Judgement> judgements = all.ofPaper(paper);
      return new IndexView.PaperRow(
          paper.id() + ".html",
          paper.title(),
          paper.authors(),
          paper.arxiv(),
          Numbers.count(judgements.size()),
          PaperView.shares(judgements));
    }

    private Optional<ErrataGroup> errata(Paper paper) {
      List<Erratum> entries =
          all.errata().stream()
              .filter(j -> j.claim().paperGroup().equals(paper.id()))
              .map(this::erratum)
              .toList();
      return entries.isEmpty()
          ? Optional.empty()
          : Optional.of(new ErrataGroup(paper.title(), Numbers.count(entries.size()), entries));
    }

    private Erratum erratum(Judgement j) {
      return new Erratum(
          IndexView.link(j, links),
          j.claim().title(),
          j.claim().locator(),
          j.claim().asPrinted().label(),
          formulas.printed(j.claim()).orElse(links.html(j.claim().statement())),
          formulas.corrected(j.claim()).orElse(""),
          j.claim().correction().map(links::html).orElse(""),
          EvidenceView.of(j).witnesses());
    }

    private Disagreement disagreement(Judgement j) {
      return new Disagreement(
          IndexView.link(j, links), j.claim().asPrinted().label(), links.html(j.reason()));
    }

    private List<LinkView> links(List<Judgement> judgements) {
      return judgements.stream().map(j -> IndexView.link(j, links)).toList();
    }

    private Page page(String title, String current) {
      List<Tab> tabs = new ArrayList<>();
      tabs.add(new Tab("Overview", "index.html", current.equals("index")));
      for (Paper p : Paper.values()) {
        tabs.add(new Tab(p.id(), p.id() + ".html", current.equals(p.id())));
      }
      String stamp =
          run.origin().stream()
              .limit(3)
              .map(f -> f.name() + " " + f.value())
              .collect(Collectors.joining(" · "));
      return new Page(title, css, script, tabs, stamp);
    }
  }
}
