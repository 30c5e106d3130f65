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
import org.grokcheck.experiment.FigureData.Division;
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
    assertEquals("0 0 920 470", root.getAttribute("viewBox"));
    assertTrue(root.getTextContent().contains("Loss <at> λ & σ"));
    assertEquals(2, root.getTextContent().split("law", -1).length - 1, "one entry in each legend");
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
  void thinningMovesNoLineVisiblyOnTheAxisThatShowsIt() {
    int n = 3000;
    double[] x = new double[n];
    double[] y = new double[n];
    for (int i = 0; i < n; i++) {
      x[i] = 1 + i;
      y[i] = 1e6 * (1 + StrictMath.sin(x[i] / 200)) + 1;
    }
    Series line = Series.theory("l", x, y);
    for (Division across : Division.values()) {
      List<Integer> kept = Thinning.kept(line, across, Division.LINEAR);
      assertTrue(kept.size() < n / 5, () -> kept.size() + " points kept");
      assertEquals(0, kept.get(0));
      assertEquals(n - 1, kept.get(kept.size() - 1));
      for (int k = 1; k < kept.size(); k++) {
        assertBetween(x, y, kept.get(k - 1), kept.get(k), across);
      }
    }
  }

  /** Left-out points lie within a quarter of a pixel of the chord in a square of 400 pixels. */
  private static void assertBetween(double[] x, double[] y, int a, int b, Division across) {
    for (int i = a + 1; i < b; i++) {
      double along = position(x, i, across) - position(x, a, across);
      double width = position(x, b, across) - position(x, a, across);
      double height = (y[b] - y[a]) / 2e6 * 400;
      double up = (y[i] - y[a]) / 2e6 * 400;
      double off = Math.abs(up * width - along * height) / Math.hypot(width, height);
      assertTrue(off <= 0.25, "point " + i + " is " + off + " pixels off");
    }
  }

  private static double position(double[] x, int i, Division across) {
    double last = x[x.length - 1];
    return 400
        * (across == Division.LINEAR
            ? (x[i] - x[0]) / (last - x[0])
            : StrictMath.log(x[i] / x[0]) / StrictMath.log(last / x[0]));
  }

  @Test
  void dataThatCoverOneAnotherAreDrawnOnce() {
    Series crowded =
        Series.measured("m", new double[] {1, 1 + 1e-9, 2, 3}, new double[] {1, 1, 1, Double.NaN});
    assertEquals(List.of(0, 2), Thinning.kept(crowded, Division.LINEAR, Division.LINEAR));
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
    assertEquals(1150, image.getWidth());
    assertEquals(588, image.getHeight());
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
