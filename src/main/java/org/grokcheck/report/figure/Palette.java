package org.grokcheck.report.figure;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Shape;
import java.awt.Stroke;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

/**
 * Colours that readers with any colour vision tell apart (Okabe and Ito), marks that differ in
 * shape too, and the lines of each kind of series.
 */
final class Palette {
  static final Color TEXT = new Color(0x333333);
  static final Color AXIS = new Color(0x888888);
  static final Color GRID = new Color(0xE8E8E8);

  /** Kept for laws as printed, which fail. */
  static final Color PRINTED = new Color(0xD55E00);

  static final Stroke THEORY_LINE = solid(1.8f);
  static final Stroke ERROR_BAR = solid(0.9f);
  static final Stroke PRINTED_LINE =
      new BasicStroke(
          1.8f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1f, new float[] {6, 4}, 0);

  private static final List<Color> COLORS =
      List.of(
          new Color(0x0072B2),
          new Color(0xE69F00),
          new Color(0x009E73),
          new Color(0xCC79A7),
          new Color(0x56B4E9),
          new Color(0x000000));
  private static final List<Shape> MARKS =
      List.of(
          new Ellipse2D.Double(-2.6, -2.6, 5.2, 5.2),
          new Rectangle2D.Double(-2.3, -2.3, 4.6, 4.6),
          polygon(0, -3.2, 3.2, 2.4, -3.2, 2.4),
          polygon(0, -3.3, 3.3, 0, 0, 3.3, -3.3, 0),
          polygon(0, 3.2, 3.2, -2.4, -3.2, -2.4),
          polygon(
              -3, -1, -1, -1, -1, -3, 1, -3, 1, -1, 3, -1, 3, 1, 1, 1, 1, 3, -1, 3, -1, 1, -3, 1));

  private Palette() {}

  static Color color(int index) {
    return COLORS.get(index % COLORS.size());
  }

  static Shape mark(int index) {
    return MARKS.get(index % MARKS.size());
  }

  private static Stroke solid(float width) {
    return new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
  }

  private static Shape polygon(double... corners) {
    Path2D path = new Path2D.Double();
    path.moveTo(corners[0], corners[1]);
    for (int i = 2; i < corners.length; i += 2) {
      path.lineTo(corners[i], corners[i + 1]);
    }
    path.closePath();
    return path;
  }
}
