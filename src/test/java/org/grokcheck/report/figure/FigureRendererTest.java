package org.grokcheck.report.figure;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.grokcheck.experiment.FigureData;
import org.grokcheck.experiment.FigureData.Axis;
import org.grokcheck.experiment.FigureData.Panel;
import org.grokcheck.experiment.FigureData.Series;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

class FigureRendererTest {
  private static final FigureData FIGURE = SampleFigures.decay("beck.fig4.right", 200);

  private final Path folder;

  FigureRendererTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void aFigureIsReadAsWritten() {
    Path file = FIGURE.write(folder);
    assertEquals(FIGURE, FigureData.read(file));
    assertEquals(List.of(FIGURE), FigureData.readAll(folder));
    assertEquals(List.of(), FigureData.readAll(folder.resolve("absent")));
  }

  @Test
  void aFileThatHoldsNoFigureIsNamed() throws IOException {
    Path file = Files.writeString(folder.resolve("x.json"), "{\"id\": 3}");
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> FigureData.read(file));
    assertTrue(message(e).startsWith(file + ": not a figure"), message(e));
  }

  @Test
  void valuesThatAnAxisCannotShowAreRefused() {
    double[] x = {1, 2};
    Series negative = Series.measured("data", x, new double[] {1, -1});
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class,
            () -> Panel.of("", Axis.linear("x"), Axis.log("y"), negative));
    assertTrue(message(e).contains("'data' has -1.0 at index 1"), message(e));
    assertThrows(IllegalArgumentException.class, () -> Series.theory("a", x, new double[] {1}));
    assertThrows(
        IllegalArgumentException.class, () -> Series.measured("a", x, x, new double[] {1, -1}));
  }

  @Test
  void theDrawingIsSmallAndTheSameTwice() throws Exception {
    String svg = FigureRenderer.svg(FIGURE);
    assertEquals(svg, FigureRenderer.svg(FIGURE));
    assertTrue(svg.length() < 100_000, () -> "SVG has " + svg.length() + " characters");
    Element root = parse(svg);
    assertEquals("img", root.getAttribute("role"));
    assertTrue(root.getAttribute("aria-label").startsWith("Decay of \"the\" loss. Data follow"));
    assertEquals("0 0 920 450", root.getAttribute("viewBox"));
    assertTrue(root.getTextContent().contains("Loss <at> λ & σ"));
    assertTrue(root.getTextContent().contains("law (measured)"));
    assertTrue(root.getTextContent().contains("10⁻³") || root.getTextContent().contains("0.01"));
  }

  @Test
  void figuresOnOnePageKeepTheirIdsApart() {
    String other = FigureRenderer.svg(SampleFigures.decay("beck.fig5", 20));
    TreeSet<String> shared = new TreeSet<>(ids(FigureRenderer.svg(FIGURE)));
    shared.retainAll(ids(other));
    shared.remove("genericDefs");
    assertEquals(new TreeSet<>(), shared);
  }

  @Test
  void aMisprintedLawIsDashedAndPointsFollowTheData() {
    String svg = FigureRenderer.svg(FIGURE);
    assertTrue(svg.contains("stroke-dasharray=\"6,4\""));
    assertTrue(svg.contains("#d55e00"));
    String fewer = FigureRenderer.svg(SampleFigures.decay("beck.fig4.right", 50));
    assertNotEquals(svg, fewer);
  }

  @Test
  void aPathOfDifferencesEndsWhereTheOriginalDoes() {
    assertEquals(
        "m1.5 2l1-2.5c0 1-.5 1 1.5 0zm1 1l2 2 1 1",
        PathCompactor.relative("M1.5 2 L2.5 -0.5 C2.5 0.5 2 0.5 4 -0.5 Z M2.5 3 L4.5 5 L5.5 6"));
  }

  @Test
  void gapsAndInfinitiesDoNotStopTheDrawing() {
    double[] x = {1, 2, 3, 4, 5};
    double[] y = {1, Double.NaN, 3, Double.POSITIVE_INFINITY, 2};
    FigureData gaps =
        new FigureData(
            "gaps",
            List.of(),
            "gaps",
            "",
            "quick",
            Map.of(),
            List.of(
                Panel.of(
                    "",
                    Axis.log("x"),
                    Axis.log("y"),
                    Series.theory("l", x, y),
                    Series.measured("m", x, y, new double[] {1, 1, 5, 1, 1}))));
    assertTrue(FigureRenderer.svg(gaps).contains("</svg>"));
    assertEquals(gaps, FigureData.read(gaps.write(folder)));
  }

  @Test
  void tinyDifferencesFillTheirAxis() {
    double[] x = {1, 2, 3};
    Panel panel =
        Panel.of("", Axis.linear("x"), Axis.linear("y"), Series.theory("l", x, x))
            .residuals("difference", Series.measured("m", x, new double[] {0, 4e-16, -4e-16}));
    FigureData tiny =
        new FigureData("tiny", List.of(), "tiny", "", "quick", Map.of(), List.of(panel));
    String svg = FigureRenderer.svg(tiny);
    assertTrue(svg.contains("10⁻¹⁶<"), svg);
    assertFalse(svg.contains("10⁻⁹<"), svg);
  }

  @Test
  void theImageHasTheDrawingsShape() throws IOException {
    byte[] png = FigureRenderer.png(FIGURE);
    assertArrayEquals(png, FigureRenderer.png(FIGURE));
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
    assertEquals(1380, image.getWidth());
    assertEquals(675, image.getHeight());
    assertTrue(png.length < 150_000, () -> "PNG has " + png.length + " bytes");
  }

  @Test
  void everyPointIsInTheDataFiles() {
    Map<String, String> files = FigureCsv.files(FIGURE, List.of("commit: abc"));
    assertEquals(
        List.of("beck.fig4.right.panel-1.csv", "beck.fig4.right.panel-2.csv"),
        List.copyOf(files.keySet()));
    List<String> lines = files.getOrDefault("beck.fig4.right.panel-1.csv", "").lines().toList();
    assertTrue(lines.contains("# commit: abc"));
    assertTrue(lines.contains("# seed: 42"));
    assertTrue(lines.contains("part,series,kind,x,y,error"));
    assertEquals(4 * 200, lines.stream().filter(l -> l.matches("(main|residual),.*")).count());
    assertTrue(lines.contains("main,\"law\",theory,1.0,2.0,"));
  }

  private static List<String> ids(String svg) {
    return Pattern.compile(" id=\"([^\"]*)\"").matcher(svg).results().map(m -> m.group(1)).toList();
  }

  private static Element parse(String xml) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(xml)))
        .getDocumentElement();
  }

  private static String message(Throwable e) {
    return String.valueOf(e.getMessage());
  }
}
