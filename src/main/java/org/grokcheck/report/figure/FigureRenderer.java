package org.grokcheck.report.figure;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import javax.imageio.ImageIO;
import org.grokcheck.experiment.FigureData;
import org.grokcheck.experiment.FigureData.Panel;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.text.TextUtils;

/** Draws {@link FigureData}: the same data give the same bytes on one system. */
public final class FigureRenderer {
  private static final int WIDTH = 460;
  private static final int HEIGHT = 330;
  private static final int RESIDUALS = 140;
  private static final int LEGEND_ROW = 20;
  private static final int COLUMNS = 2;
  private static final double PIXELS_PER_POINT = 1.25;

  static {
    // Text at a slant stays text in an SVG file.
    TextUtils.setUseDrawRotatedStringWorkaround(false);
  }

  private FigureRenderer() {}

  /**
   * The figure as one {@code svg} element that scales with its container; ids inside begin with the
   * figure's id, so that several figures fit on one page.
   */
  public static String svg(FigureData figure) {
    SvgCanvas canvas = new SvgCanvas(figure.id());
    draw(figure, canvas.graphics());
    return canvas.svg(width(figure), height(figure), figure.title() + ". " + figure.caption());
  }

  /** The figure as a small PNG image. */
  public static byte[] png(FigureData figure) {
    int width = (int) Math.ceil(width(figure) * PIXELS_PER_POINT);
    int height = (int) Math.ceil(height(figure) * PIXELS_PER_POINT);
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = image.createGraphics();
    g.setColor(Color.WHITE);
    g.fillRect(0, 0, width, height);
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    g.scale(PIXELS_PER_POINT, PIXELS_PER_POINT);
    draw(figure, g);
    g.dispose();
    try {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      ImageIO.write(image, "png", bytes);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void draw(FigureData figure, Graphics2D g) {
    List<Panel> panels = figure.panels();
    for (int i = 0; i < panels.size(); i++) {
      JFreeChart chart = PanelChart.of(panels.get(i));
      int x = i % COLUMNS * WIDTH;
      int y = i / COLUMNS * rowHeight(figure);
      chart.draw(g, new Rectangle2D.Double(x, y, WIDTH, rowHeight(figure)));
    }
  }

  private static int width(FigureData figure) {
    return Math.min(figure.panels().size(), COLUMNS) * WIDTH;
  }

  private static int height(FigureData figure) {
    return (figure.panels().size() + COLUMNS - 1) / COLUMNS * rowHeight(figure);
  }

  /** Legends beyond two rows make a panel higher, so that the plots keep their size. */
  private static int rowHeight(FigureData figure) {
    boolean residuals = figure.panels().stream().anyMatch(p -> !p.residuals().isEmpty());
    int rows =
        figure.panels().stream().mapToInt(p -> Legend.rows(p.series(), WIDTH)).max().orElse(0);
    return HEIGHT + (residuals ? RESIDUALS : 0) + LEGEND_ROW * Math.max(0, rows - 2);
  }
}
