package org.grokcheck.notsawo.experiment;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.grokcheck.experiment.FigureData;
import org.grokcheck.experiment.FigureData.Axis;
import org.grokcheck.experiment.FigureData.Panel;
import org.grokcheck.experiment.FigureData.Series;
import org.grokcheck.notsawo.DescentPath;
import org.grokcheck.notsawo.NamedMethod;
import org.grokcheck.notsawo.NamedMethod.Constants;
import org.grokcheck.notsawo.TestSurface;

/**
 * App. I, Figs. 25, 26, 28, 29: distance from the minimum and path in the plane, of six methods
 * from one start on the logarithmic scale.
 *
 * @param surface what is descended
 * @param start x_0
 * @param rate η of every method
 * @param steps T
 */
public record DescentFigures(TestSurface surface, List<Double> start, double rate, int steps) {
  /** The six methods of App. I. */
  public static final List<NamedMethod> METHODS =
      List.of(
          NamedMethod.SGD,
          NamedMethod.MOMENTUM,
          NamedMethod.RMSPROP,
          NamedMethod.RPROP,
          NamedMethod.ADAM,
          NamedMethod.ADAMAX);

  /** Points of a curve that are drawn. */
  private static final int DRAWN = 200;

  public DescentFigures {
    start = List.copyOf(start);
  }

  /** The path of every method, T + 1 points each. */
  public Map<NamedMethod, double[][]> paths() {
    double[] from = start.stream().mapToDouble(x -> x).toArray();
    Map<NamedMethod, double[][]> paths = new EnumMap<>(NamedMethod.class);
    for (NamedMethod method : METHODS) {
      paths.put(
          method,
          DescentPath.of(method.spec(Constants.usual(rate)), surface::logGradient, from, steps));
    }
    return paths;
  }

  /**
   * The figure of these paths.
   *
   * @param claims ids of the claims that it illustrates
   * @param paths those of {@link #paths}
   */
  public FigureData figure(List<String> claims, Map<NamedMethod, double[][]> paths) {
    String name = surface.name().toLowerCase(Locale.ROOT);
    return new FigureData(
        "notsawo.appi." + name,
        claims,
        "Six methods on the logarithm of the " + name + " function",
        "One start for all; the paper names none. Methods without a step of their own for each"
            + " coordinate are thrown back from the minimum, where the logarithm has a pole.",
        "quick",
        Map.of(
            "start",
            start.toString(),
            "rate",
            String.valueOf(rate),
            "steps",
            String.valueOf(steps)),
        List.of(
            Panel.of(
                "distance from the minimum",
                Axis.log("step"),
                Axis.log("distance"),
                distances(paths)),
            Panel.of("paths", Axis.linear("x0"), Axis.linear("x1"), plane(paths))));
  }

  private Series[] distances(Map<NamedMethod, double[][]> paths) {
    int[] drawn = evenlyInLogTime();
    double[] steps = Arrays.stream(drawn).asDoubleStream().toArray();
    return series(
        paths,
        (name, path) ->
            Series.theory(
                name,
                steps,
                Arrays.stream(drawn).mapToDouble(t -> surface.distance(path[t])).toArray()));
  }

  private Series[] plane(Map<NamedMethod, double[][]> paths) {
    int[] drawn = IntStream.concat(IntStream.of(0), Arrays.stream(evenlyInLogTime())).toArray();
    return series(
        paths, (name, path) -> Series.theory(name, along(path, drawn, 0), along(path, drawn, 1)));
  }

  private static double[] along(double[][] path, int[] drawn, int axis) {
    return Arrays.stream(drawn).mapToDouble(t -> path[t][axis]).toArray();
  }

  private int[] evenlyInLogTime() {
    return IntStream.rangeClosed(0, DRAWN)
        .map(k -> (int) Math.round(Math.pow(steps, k / (double) DRAWN)))
        .distinct()
        .toArray();
  }

  private interface Drawing {
    Series of(String name, double[][] path);
  }

  private static Series[] series(Map<NamedMethod, double[][]> paths, Drawing drawing) {
    return paths.entrySet().stream()
        .map(e -> drawing.of(e.getKey().name().toLowerCase(Locale.ROOT), e.getValue()))
        .toArray(Series[]::new);
  }
}
