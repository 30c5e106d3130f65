package org.grokcheck.notsawo.signal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How well a score of early losses told runs that generalise from runs that don't, and the
 * threshold that did so best. More oscillation is taken to forecast generalisation, a sign declared
 * beforehand.
 *
 * @param runs at least two of each kind
 */
public record ForecastCalibration(List<Run> runs) {
  /**
   * A run of the calibration.
   *
   * @param score {@link SpectralSignature#roughness}, finite
   * @param generalised whether it generalised later
   */
  public record Run(double score, boolean generalised) {}

  /** Forecasts of left-out runs: right ones among those that generalised, and among the others. */
  public record Rates(int hits, int generalised, int rejections, int others) {
    /** Returns the share of runs that generalised and were forecast to. */
    public double sensitivity() {
      return (double) hits / generalised;
    }

    /** Returns the share of the others that were forecast not to. */
    public double specificity() {
      return (double) rejections / others;
    }
  }

  /**
   * Checks the runs.
   *
   * @throws IllegalArgumentException if there are fewer than two of a kind
   */
  public ForecastCalibration {
    runs = List.copyOf(runs);
    Require.that(
        count(runs, true) >= 2 && count(runs, false) >= 2,
        "runs: need at least 2 that generalised and 2 that didn't, got %d and %d"
            .formatted(count(runs, true), count(runs, false)));
  }

  private static int count(List<Run> runs, boolean generalised) {
    return (int) runs.stream().filter(r -> r.generalised() == generalised).count();
  }

  /** Returns the scores of the runs of a kind. */
  public double[] scores(boolean generalised) {
    return runs.stream()
        .filter(r -> r.generalised() == generalised)
        .mapToDouble(Run::score)
        .toArray();
  }

  /** Returns the area under the ROC curve. */
  public double area() {
    return RocArea.of(scores(true), scores(false));
  }

  /**
   * Returns the threshold with the largest sum of both rates on these runs, half way between two
   * scores; the lowest of equal ones.
   */
  public double threshold() {
    return threshold(runs);
  }

  private static double threshold(List<Run> runs) {
    double[] sorted = runs.stream().mapToDouble(Run::score).sorted().toArray();
    double best = sorted[0];
    double most = -1;
    for (int i = 0; i < sorted.length; i++) {
      double candidate = i == 0 ? sorted[0] : sorted[i - 1] + (sorted[i] - sorted[i - 1]) / 2;
      double rate = rate(runs, candidate, true) + rate(runs, candidate, false);
      if (rate > most) {
        most = rate;
        best = candidate;
      }
    }
    return best;
  }

  private static double rate(List<Run> runs, double threshold, boolean generalised) {
    long right =
        runs.stream()
            .filter(r -> r.generalised() == generalised)
            .filter(r -> r.score() >= threshold == generalised)
            .count();
    return (double) right / count(runs, generalised);
  }

  /** Returns the rates of runs each forecast by the threshold of the others. */
  public Rates leftOut() {
    int hits = 0;
    int rejections = 0;
    for (int i = 0; i < runs.size(); i++) {
      Run run = runs.get(i);
      List<Run> others = new ArrayList<>(runs);
      others.remove(i);
      boolean right = run.score() >= threshold(others) == run.generalised();
      hits += right && run.generalised() ? 1 : 0;
      rejections += right && !run.generalised() ? 1 : 0;
    }
    return new Rates(hits, count(runs, true), rejections, count(runs, false));
  }

  /**
   * Returns Wilson's 95 % interval of a share, low and high.
   *
   * @param right from 0 to {@code all}
   * @param all at least 1
   */
  public static double[] interval(int right, int all) {
    Require.that(
        all >= 1 && right >= 0 && right <= all,
        "right, all: need 0 <= right <= all, all >= 1, got " + right + " and " + all);
    double z = 1.959963984540054;
    double share = (double) right / all;
    double center = share + z * z / (2 * all);
    double half = z * StrictMath.sqrt((share * (1 - share) + z * z / (4 * all)) / all);
    double scale = 1 + z * z / all;
    return new double[] {(center - half) / scale, (center + half) / scale};
  }

  /** Reads lines of {@code score,generalised} under a header; # begins a comment. */
  static ForecastCalibration parse(String text) {
    return new ForecastCalibration(
        Arrays.stream(text.split("\\R"))
            .filter(line -> !line.isBlank() && !line.startsWith("#") && !line.startsWith("score"))
            .map(line -> line.split(","))
            .map(cells -> new Run(Double.parseDouble(cells[0]), cells[1].equals("true")))
            .toList());
  }

  /** Returns the calibration by small runs of modular addition that comes with the program. */
  public static ForecastCalibration ofSmallRuns() {
    try (InputStream in =
        ForecastCalibration.class.getResourceAsStream("forecast-calibration.csv")) {
      if (in == null) {
        throw new IllegalStateException("forecast-calibration.csv is missing; build it again");
      }
      return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
