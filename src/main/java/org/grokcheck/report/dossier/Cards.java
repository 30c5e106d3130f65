package org.grokcheck.report.dossier;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.grokcheck.evidence.Judge;
import org.grokcheck.evidence.Judgement;
import org.grokcheck.evidence.Scale;
import org.grokcheck.evidence.TestRecord;
import org.grokcheck.ledger.Claim;
import org.grokcheck.ledger.Reproduction;
import org.grokcheck.report.dossier.CardView.LinkView;
import org.grokcheck.report.dossier.CardView.Note;

/** Makes cards of judgements. */
final class Cards {
  private final Formulas formulas;
  private final Figures figures;
  private final Links links;
  private final Map<String, Judgement> byId = new HashMap<>();

  Cards(Run run, Formulas formulas, Figures figures, Links links) {
    this.formulas = formulas;
    this.figures = figures;
    this.links = links;
    run.judgements().forEach(j -> byId.put(j.claim().id(), j));
  }

  CardView of(Judgement j) {
    Claim claim = j.claim();
    return new CardView(
        claim.id(),
        claim.title(),
        claim.locator(),
        claim.kind().label(),
        claim.asPrinted().label(),
        VerdictView.of(j.verdict()),
        links.html(j.reason()),
        Judge.disagrees(claim, j.verdict()) ? claim.asPrinted().label() : "",
        links.html(claim.statement()),
        formulas.of(claim),
        claim.correction().map(links::html).orElse(""),
        EvidenceView.of(j),
        j.scale().map(Scale::label).orElse(""),
        j.records().stream().map(TestRecord::device).distinct().collect(Collectors.joining(", ")),
        Numbers.count(j.tries()),
        j.decisive().map(TestRecord::replay).orElse(""),
        figures.of(j),
        figures.guests(j).stream().map(g -> guest(g)).toList(),
        claim.links().stream().filter(links::has).map(this::link).toList(),
        notes(claim),
        j.records().stream().map(CardView.Test::of).toList());
  }

  private LinkView link(String id) {
    Judgement other = byId.get(id);
    Optional<VerdictView> verdict =
        Optional.ofNullable(other).map(Judgement::verdict).map(VerdictView::of);
    return new LinkView(links.to(id), id, verdict.orElse(new VerdictView("", "", "")));
  }

  private LinkView guest(Figures.Guest guest) {
    return new LinkView(links.to(guest.homeId()), guest.title(), new VerdictView("", "", ""));
  }

  private List<Note> notes(Claim claim) {
    List<Note> notes = new ArrayList<>();
    add(notes, "Inputs and domain", links.html(claim.inputs()));
    claim.reproduction().ifPresent(r -> add(notes, "Reproduction", reproduction(r)));
    add(notes, "What a test can assert", list(claim.properties()));
    add(notes, "Edge cases", list(claim.edgeCases()));
    add(notes, "Background", links.html(claim.background()));
    return notes;
  }

  private static void add(List<Note> notes, String title, String html) {
    if (!html.isBlank()) {
      notes.add(new Note(title, html));
    }
  }

  private String reproduction(Reproduction r) {
    return "<dl>"
        + term("Setting of the paper", r.setting())
        + term("On an ordinary computer", r.small())
        + term("At the paper's size", r.full())
        + term("Criterion", r.verdict())
        + "</dl>";
  }

  private String term(String name, String text) {
    return text.isBlank() ? "" : "<dt>" + name + "</dt><dd>" + links.html(text) + "</dd>";
  }

  private String list(List<String> items) {
    return items.isEmpty()
        ? ""
        : items.stream()
            .map(item -> "<li>" + links.html(item) + "</li>")
            .collect(Collectors.joining("", "<ul>", "</ul>"));
  }
}
