package org.grokcheck.experiment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A figure as data; drawing it is the report's business. Quantities that leave the double range are
 * given as decimal logarithms, and the axis label says so. NaN leaves a gap.
 *
 * @param id name of the figure and of its files, such as {@code beck.fig4.right}; the claim's id
 *     where it belongs to one claim
 * @param claims ids of the claims that it illustrates
 * @param title a few words
 * @param caption what is seen, and by which criterion it is judged
 * @param scale the scale of the data, such as {@code quick}
 * @param parameters what a reader needs to make it again: seeds, sizes, rates, by name
 * @param panels one or more, side by side
 */
public record FigureData(
    String id,
    List<String> claims,
    String title,
    String caption,
    String scale,
    Map<String, String> parameters,
    List<Panel> panels) {
  /** The folder for figures inside the folder that receives a run's evidence. */
  public static final String FOLDER = "figures";

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** How an axis is divided. */
  public enum Division {
    LINEAR,
    LOG
  }

  /** What a series is, which decides how it is drawn. */
  public enum SeriesKind {
    /** The law that holds: a line. */
    THEORY,
    /** Data: points, with error bars if there are errors. */
    MEASURED,
    /** The law as printed where that fails: a dashed line. */
    PRINTED
  }

  /** An axis; on a logarithmic one every finite value must be positive. */
  public record Axis(String label, Division division) {
    public static Axis linear(String label) {
      return new Axis(label, Division.LINEAR);
    }

    public static Axis log(String label) {
      return new Axis(label, Division.LOG);
    }
  }

  /**
   * Points or a line. A law and its data under one name share a colour and an entry of the legend.
   *
   * @param error half lengths of the error bars; empty for none
   */
  public record Series(
      String name, SeriesKind kind, List<Double> x, List<Double> y, List<Double> error) {
    public Series {
      x = List.copyOf(x);
      y = List.copyOf(y);
      error = List.copyOf(error);
      boolean errorsFit = error.isEmpty() || error.size() == y.size();
      if (x.size() != y.size() || !errorsFit) {
        throw new IllegalArgumentException(
            "series '%s' has %d x, %d y and %d errors; x and y must be equally many, errors too or 0"
                .formatted(name, x.size(), y.size(), error.size()));
      }
      if (error.stream().anyMatch(e -> e < 0)) {
        throw new IllegalArgumentException(
            "series '" + name + "' has a negative error; errors are half lengths, >= 0");
      }
    }

    public static Series theory(String name, double[] x, double[] y) {
      return new Series(name, SeriesKind.THEORY, boxed(x), boxed(y), List.of());
    }

    public static Series printed(String name, double[] x, double[] y) {
      return new Series(name, SeriesKind.PRINTED, boxed(x), boxed(y), List.of());
    }

    public static Series measured(String name, double[] x, double[] y) {
      return new Series(name, SeriesKind.MEASURED, boxed(x), boxed(y), List.of());
    }

    /** Measured points with error bars of these half lengths. */
    public static Series measured(String name, double[] x, double[] y, double[] error) {
      return new Series(name, SeriesKind.MEASURED, boxed(x), boxed(y), boxed(error));
    }

    private static List<Double> boxed(double[] values) {
      return IntStream.range(0, values.length).mapToObj(i -> values[i]).toList();
    }
  }

  /**
   * Series over common axes, with an optional panel of residuals below that shares the x axis.
   *
   * @param title of the panel; may be empty
   * @param residualLabel label of the residuals' axis, such as {@code relative residual}; empty if
   *     there are none
   * @param residuals linear in y, with a line at 0
   */
  public record Panel(
      String title,
      Axis x,
      Axis y,
      List<Series> series,
      String residualLabel,
      List<Series> residuals) {
    public Panel {
      series = List.copyOf(series);
      residuals = List.copyOf(residuals);
      if (residualLabel.isEmpty() != residuals.isEmpty()) {
        throw new IllegalArgumentException(
            "panel '" + title + "': residuals and their label come together");
      }
      for (Series s : series) {
        requirePositive(x, s.name(), s.x());
        requirePositive(y, s.name(), s.y());
      }
      for (Series s : residuals) {
        requirePositive(x, s.name(), s.x());
      }
    }

    public static Panel of(String title, Axis x, Axis y, Series... series) {
      return new Panel(title, x, y, List.of(series), "", List.of());
    }

    /** The same panel with residuals below it. */
    public Panel residuals(String label, Series... lower) {
      return new Panel(title, x, y, series, label, List.of(lower));
    }

    private static void requirePositive(Axis axis, String series, List<Double> values) {
      for (int i = 0; i < values.size(); i++) {
        if (axis.division() == Division.LOG && values.get(i) <= 0) {
          throw new IllegalArgumentException(
              "series '%s' has %s at index %d on the logarithmic axis '%s', which needs values > 0"
                  .formatted(series, values.get(i), i, axis.label()));
        }
      }
    }
  }

  public FigureData {
    if (!id.matches("[a-z0-9]+([.-][a-zA-Z0-9]+)*")) {
      throw new IllegalArgumentException(
          "figure id '" + id + "' must be words joined by '.' or '-', such as beck.fig4.right");
    }
    if (panels.isEmpty()) {
      throw new IllegalArgumentException("figure " + id + " needs at least one panel");
    }
    claims = List.copyOf(claims);
    parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    panels = List.copyOf(panels);
  }

  /** A copy with one more parameter. */
  public FigureData with(String name, Object value) {
    Map<String, String> more = new LinkedHashMap<>(parameters);
    more.put(name, String.valueOf(value));
    return new FigureData(id, claims, title, caption, scale, more, panels);
  }

  /**
   * Writes {@code <id>.json} into the folder, replacing an earlier one in a single step.
   *
   * @return the file
   */
  public Path write(Path folder) {
    Path file = folder.resolve(id + ".json");
    try {
      AtomicFile.write(file, JSON.writeValueAsString(this) + "\n");
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("figure " + id + " is no JSON", e);
    }
    return file;
  }

  /**
   * Reads one figure.
   *
   * @throws IllegalArgumentException naming the file, if it holds no figure
   */
  public static FigureData read(Path file) {
    try {
      return JSON.readValue(file.toFile(), FigureData.class);
    } catch (JsonProcessingException e) {
      String problem = e.getOriginalMessage().lines().findFirst().orElse("not JSON");
      throw new IllegalArgumentException(file + ": not a figure: " + problem, e);
    } catch (IOException e) {
      throw new UncheckedIOException(file + ": the figure cannot be read", e);
    }
  }

  /** Every figure of a folder, by name; none if the folder is absent. */
  public static List<FigureData> readAll(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      List<FigureData> all = new ArrayList<>();
      files
          .filter(f -> f.toString().endsWith(".json"))
          .sorted()
          .map(FigureData::read)
          .forEach(all::add);
      return List.copyOf(all);
    } catch (IOException e) {
      throw new UncheckedIOException(folder + ": cannot be listed", e);
    }
  }
}
