package org.grokcheck.report;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.grokcheck.evidence.Judgement;
import org.grokcheck.evidence.Observation;
import org.grokcheck.evidence.ObservationFixture;
import org.grokcheck.evidence.Oracle;
import org.grokcheck.evidence.Plan;
import org.grokcheck.evidence.Verdict;
import org.grokcheck.ledger.Claim;
import org.grokcheck.report.figure.SampleFigures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunReportTest {
  private static final List<String> PAGES =
      List.of("index.html", "beck.html", "kumar.html", "notsawo.html", "omnigrok.html");

  private final Path folder;

  RunReportTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void pagesAreWholeEscapedAndLoadNothing() throws IOException {
    report(samples());
    for (String page : PAGES) {
      String html = page(page);
      Html.assertWellFormed(page, html);
      Html.assertEmbeddedXml(html);
      assertEquals(List.of(), NetworkFree.externalResources(html), page);
      assertTrue(html.contains("default-src 'none'"), page);
      assertFalse(html.contains("<script>alert"), page);
    }
    assertTrue(page("omnigrok.html").contains("&lt;script&gt;alert"));
  }

  @Test
  void everyClaimHasACardAndEveryLinkATarget() throws IOException {
    report(Samples.nothingChecked());
    Map<String, Set<String>> ids = new LinkedHashMap<>();
    for (String page : PAGES) {
      ids.put(page, Html.ids(page(page)));
    }
    for (Claim claim : Samples.LEDGER.claims()) {
      assertTrue(
          ids.getOrDefault(claim.paperGroup() + ".html", Set.of()).contains(claim.id()),
          claim.id());
    }
    for (String page : PAGES) {
      for (String target : Html.targets(page(page))) {
        assertLeadsSomewhere(page, target, ids);
      }
    }
    assertTrue(page("beck.html").length() < 3_000_000);
  }

  private void assertLeadsSomewhere(String page, String target, Map<String, Set<String>> ids) {
    if (target.startsWith("https://arxiv.org/abs/") || target.startsWith("../")) {
      return;
    }
    if (target.startsWith("figures/")) {
      assertTrue(Files.exists(folder.resolve("dossier").resolve(target)), target);
      return;
    }
    String[] parts = target.split("#", 2);
    String where = parts[0].isEmpty() ? page : parts[0];
    assertTrue(ids.containsKey(where), page + " links to " + target);
    if (parts.length == 2) {
      assertTrue(
          ids.getOrDefault(where, Set.of()).contains(parts[1]), page + " links to " + target);
    }
  }

  @Test
  void theOpeningPageAnswersWhatHoldsAndHowSure() throws IOException {
    List<Judgement> judgements = samples();
    report(judgements);
    String index = text(page("index.html"));
    for (Verdict verdict : Verdict.values()) {
      assertTrue(index.contains(verdict.meaning()), verdict.meaning());
    }
    assertTrue(index.contains("11 claims of four papers"), index);
    assertTrue(index.contains("1 needs a device <script>"), "the reason of the unchecked claim");
    assertTrue(index.contains("as printed gives 1.25; it must be equal to 1.0"), "the witness");
    assertTrue(
        index.contains("by chance with probability at most 2×10⁻⁹; the budget"),
        "the false-alarm budget");
    assertTrue(page("index.html").contains("<mfrac>"), "the formula of the erratum");
  }

  @Test
  void aCardShowsTheEvidenceAndHowToReplayIt() throws IOException {
    report(samples());
    String beck = text(page("beck.html"));
    assertTrue(beck.contains("some quantity 30+ digit values 1,000 3×10⁻¹⁶ 1×10⁻¹⁵ 0.3"), beck);
    assertTrue(beck.contains("Ulp: the sum has two terms"));
    assertTrue(beck.contains("worst at x=0.25, n=3"));
    assertTrue(beck.contains("java -jar target/grokcheck.jar verify --claim beck.eq1 --seed 42"));
  }

  @Test
  void figuresStandAtTheirClaimAndTheirDataAreFiles() throws IOException {
    report(samples());
    String beck = page("beck.html");
    assertTrue(beck.contains("<svg aria-label=\"Decay of &quot;the&quot; loss."), beck);
    Path figures = folder.resolve("dossier/figures");
    Set<String> names = new TreeSet<>();
    try (var files = Files.list(figures)) {
      files.forEach(f -> names.add(String.valueOf(f.getFileName())));
    }
    assertEquals(
        Set.of("beck.eq1.panel-1.csv", "beck.eq1.panel-2.csv", "beck.eq1.png", "beck.eq1.svg"),
        names);
    assertTrue(
        Files.readString(figures.resolve("beck.eq1.panel-1.csv")).contains("# Root seed: 42"));
    report(samples(), List.of());
    try (var files = Files.list(figures)) {
      assertEquals(0, files.count(), "figures of an earlier run are gone");
    }
  }

  @Test
  void twoReportsOfOneRunAreTheSame() throws IOException {
    RunReport first = report(samples());
    Map<Path, byte[]> contents = new LinkedHashMap<>();
    for (Path file : first.files()) {
      contents.put(file, Files.readAllBytes(file));
    }
    RunReport second = report(samples());
    assertEquals(first, second);
    for (Path file : second.files()) {
      assertArrayEquals(contents.get(file), Files.readAllBytes(file), file.toString());
    }
  }

  @Test
  void theSummaryNamesWhatIsBrokenFirst() throws IOException {
    report(samples());
    String summary = Files.readString(folder.resolve("summary.md"));
    assertTrue(summary.startsWith("# Grokcheck: 7 of 11 claims settled, 1 broken\n\n## Broken"));
    assertTrue(summary.contains("| verified | 1 | 0 | 0 | 0 | 1 |"), summary);
    assertTrue(summary.contains("\n- Changes: 11 claims\n"), summary);
    assertFalse(summary.contains("<script>"), summary);
    assertTrue(summary.length() < 4000, summary);
  }

  @Test
  void whatIsWrongWithTheRunIsReported() throws IOException {
    Observation costly =
        ObservationFixture.of("beck.eq1")
            .by(Oracle.STATISTICAL)
            .error(0, 1)
            .resolution(1)
            .chance(2e-6, 1)
            .make();
    List<Judgement> judgements =
        List.of(
            Samples.withFormula(
                Samples.judged("beck.eq1", Verdict.CONSISTENT, costly), "\\nonsense", "x"));
    RunReport report =
        RunReport.write(
            Samples.LEDGER,
            judgements,
            new Plan(List.of(), List.of("a.B#c")),
            Samples.bookOf(judgements),
            Samples.PROVENANCE,
            folder,
            Optional.of(folder.resolve("allure-results")),
            List.of(),
            run -> Optional.empty());
    assertEquals(
        List.of(
            "test a.B#c names no claim",
            "declared false-alarm rates add up to 2.00e-06, above the budget of 1e-06",
            "beck.eq1: a formula is not rendered: Undefined command \\nonsense"),
        report.problems());
    assertTrue(text(page("index.html")).contains("test a.B#c names no claim"));
    assertTrue(Files.exists(folder.resolve("allure-results/environment.properties")));
  }

  @Test
  void aComparisonJustInsideItsBoundIsNotShownAsAtIt() throws IOException {
    Observation close = Samples.holds("beck.eq1", Oracle.TABLE, 0.99999e-15, 1e-15);
    report(List.of(Samples.judged("beck.eq1", Verdict.VERIFIED, close)));
    assertTrue(text(page("index.html")).contains("1×10⁻¹⁵ 1×10⁻¹⁵ > 0.999 Ulp"));
  }

  private static List<Judgement> samples() {
    List<Judgement> samples = new ArrayList<>(Samples.everyVerdict());
    samples.replaceAll(
        j ->
            j.verdict() == Verdict.CORRECTED
                ? Samples.withFormula(j, "\\frac{a}{b} < 1", "\\frac{b}{a}")
                : j);
    return samples;
  }

  private RunReport report(List<Judgement> judgements) {
    Path figures = folder.resolve("figure-data");
    SampleFigures.decay("beck.eq1", 30).write(figures);
    return report(judgements, List.of(figures));
  }

  private RunReport report(List<Judgement> judgements, List<Path> figures) {
    return RunReport.write(
        Samples.LEDGER,
        judgements,
        Samples.planOf(judgements),
        Samples.bookOf(judgements),
        Samples.PROVENANCE,
        folder,
        Optional.empty(),
        figures,
        run -> Optional.of("Changes: " + run.claims().size() + " claims"));
  }

  private String page(String name) throws IOException {
    return Files.readString(folder.resolve("dossier").resolve(name));
  }

  /** What a reader sees of a page. */
  private static String text(String html) {
    return html.replaceAll("(?s)<(style|script)>.*?</\\1>", "")
        .replaceAll("<[^>]*>", " ")
        .replace("&lt;", "<")
        .replace("&#x3D;", "=")
        .replace("&gt;", ">")
        .replaceAll("\\s+", " ")
        .replace(" .", ".")
        .replace(" ;", ";");
  }
}
