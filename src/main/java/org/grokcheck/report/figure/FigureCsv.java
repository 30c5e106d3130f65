package org.grokcheck.report.figure;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.grokcheck.experiment.FigureData;
import org.grokcheck.experiment.FigureData.Panel;
import org.grokcheck.experiment.FigureData.Series;

/**
 * The data behind a figure as CSV, one file a panel and one row a point: {@code
 * part,series,kind,x,y,error}. Lines that begin with {@code #} say where the numbers come from.
 */
public final class FigureCsv {
  private FigureCsv() {}

  /**
   * The files of a figure.
   *
   * @param origin lines for the header: commit, seed, when
   * @return contents by file name, such as {@code beck.fig4.right.csv}, or {@code
   *     beck.fig1.panel-2.csv} where there are several panels
   */
  public static Map<String, String> files(FigureData figure, List<String> origin) {
    Map<String, String> files = new LinkedHashMap<>();
    List<Panel> panels = figure.panels();
    for (int i = 0; i < panels.size(); i++) {
      String name = panels.size() == 1 ? figure.id() : figure.id() + ".panel-" + (i + 1);
      files.put(name + ".csv", csv(figure, panels.get(i), origin));
    }
    return files;
  }

  private static String csv(FigureData figure, Panel panel, List<String> origin) {
    StringBuilder out = new StringBuilder();
    comment(out, "figure: " + figure.id() + ", " + figure.title());
    comment(out, "claims: " + String.join(" ", figure.claims()));
    comment(out, "panel: " + panel.title());
    comment(out, "x: " + panel.x().label());
    comment(out, "y: " + panel.y().label());
    if (!panel.residuals().isEmpty()) {
      comment(out, "residual: " + panel.residualLabel());
    }
    comment(out, "scale: " + figure.scale());
    figure.parameters().forEach((name, value) -> comment(out, name + ": " + value));
    origin.forEach(line -> comment(out, line));
    out.append("part,series,kind,x,y,error\n");
    panel.series().forEach(s -> rows(out, "main", s));
    panel.residuals().forEach(s -> rows(out, "residual", s));
    return out.toString();
  }

  private static void comment(StringBuilder out, String text) {
    out.append("# ").append(text.replaceAll("\\R", " ")).append('\n');
  }

  private static void rows(StringBuilder out, String part, Series s) {
    String start = part + "," + quoted(s.name()) + "," + s.kind().name().toLowerCase(Locale.ROOT);
    for (int i = 0; i < s.x().size(); i++) {
      String error = s.error().isEmpty() ? "" : s.error().get(i).toString();
      out.append(start + "," + s.x().get(i) + "," + s.y().get(i) + "," + error + "\n");
    }
  }

  private static String quoted(String text) {
    return "\"" + text.replace("\"", "\"\"") + "\"";
  }
}
