package org.grokcheck.report.dossier;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.grokcheck.evidence.Judgement;
import org.grokcheck.experiment.FigureData;
import org.grokcheck.report.figure.FigureCsv;
import org.grokcheck.report.figure.FigureRenderer;

/** Draws the figures of a run and finds each a place: the card of the first of its claims. */
final class Figures {
  private static final String FOLDER = "figures/";

  private final Map<String, List<View>> atHome = new HashMap<>();
  private final Map<String, List<Guest>> elsewhere = new HashMap<>();
  private final Map<String, byte[]> files = new LinkedHashMap<>();
  private final List<String> problems = new ArrayList<>();
  private final List<String> origin;

  /** A file to download. */
  record Download(String name, String href) {}

  /** A figure on a card. */
  record View(
      String id,
      String title,
      String caption,
      String scale,
      String parameters,
      String svg,
      List<Download> downloads) {}

  /** A figure that another claim's card shows. */
  record Guest(String title, String homeId) {}

  Figures(Run run) {
    origin = run.origin().stream().map(f -> f.name() + ": " + f.value()).toList();
    List<String> judged = run.judgements().stream().map(j -> j.claim().id()).toList();
    run.figures().forEach(figure -> place(figure, judged));
  }

  private void place(FigureData figure, List<String> judged) {
    List<String> claims = judged.stream().filter(figure.claims()::contains).toList();
    Optional<View> view = draw(figure);
    if (claims.isEmpty() || view.isEmpty()) {
      if (figure.claims().isEmpty()) {
        problems.add("figure " + figure.id() + " names no claim");
      }
      return;
    }
    String home = claims.contains(figure.id()) ? figure.id() : claims.get(0);
    atHome.computeIfAbsent(home, k -> new ArrayList<>()).add(view.get());
    claims.stream()
        .filter(id -> !id.equals(home))
        .forEach(
            id ->
                elsewhere
                    .computeIfAbsent(id, k -> new ArrayList<>())
                    .add(new Guest(figure.title(), home)));
  }

  private Optional<View> draw(FigureData figure) {
    List<Download> downloads = new ArrayList<>();
    FigureCsv.files(figure, origin)
        .forEach((name, text) -> add(downloads, name, text.getBytes(StandardCharsets.UTF_8)));
    try {
      String svg = FigureRenderer.svg(figure);
      add(downloads, figure.id() + ".svg", svg.getBytes(StandardCharsets.UTF_8));
      add(downloads, figure.id() + ".png", FigureRenderer.png(figure));
      return Optional.of(view(figure, svg, downloads));
    } catch (InternalError | UnsatisfiedLinkError | NoClassDefFoundError | RuntimeException e) {
      // A system without fonts cannot draw; the report must not fail for that.
      problems.add("figure " + figure.id() + " is not drawn: " + e);
      return Optional.empty();
    }
  }

  private void add(List<Download> downloads, String name, byte[] bytes) {
    files.put(FOLDER + name, bytes);
    downloads.add(new Download(name, FOLDER + name));
  }

  private static View view(FigureData figure, String svg, List<Download> downloads) {
    String parameters =
        figure.parameters().entrySet().stream()
            .map(e -> e.getKey() + " = " + e.getValue())
            .collect(Collectors.joining(", "));
    return new View(
        figure.id(), figure.title(), figure.caption(), figure.scale(), parameters, svg, downloads);
  }

  /** The figures that a claim's card shows. */
  List<View> of(Judgement judgement) {
    return atHome.getOrDefault(judgement.claim().id(), List.of());
  }

  /** The figures about a claim that other cards show. */
  List<Guest> guests(Judgement judgement) {
    return elsewhere.getOrDefault(judgement.claim().id(), List.of());
  }

  /** Contents by name, relative to the pages. */
  Map<String, byte[]> files() {
    return files;
  }

  List<String> problems() {
    return problems;
  }
}
