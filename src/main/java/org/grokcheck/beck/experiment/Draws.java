package org.grokcheck.beck.experiment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.grokcheck.experiment.JobResult;
import org.grokcheck.experiment.Recording;

/**
 * All draws of one size, put together from the blocks of a {@link DrawsExperiment}.
 *
 * @param points N
 * @param dimension d
 * @param series measurements by name, a draw an entry; NaN where a quantity does not exist
 */
public record Draws(int points, int dimension, Map<String, List<Double>> series) {
  /** The sizes of a recording, in the order of its jobs. */
  public static List<Draws> of(Recording recording) {
    Map<List<Integer>, Draws> sizes = new LinkedHashMap<>();
    for (JobResult result : recording.results()) {
      int n = result.job().integer(DrawsExperiment.POINTS);
      int d = result.job().integer(DrawsExperiment.DIMENSION);
      Draws all =
          sizes.computeIfAbsent(List.of(n, d), size -> new Draws(n, d, new LinkedHashMap<>()));
      result
          .measurements()
          .series()
          .forEach(
              (name, values) ->
                  all.series().computeIfAbsent(name, s -> new ArrayList<>()).addAll(values));
    }
    return List.copyOf(sizes.values());
  }

  /** λ = d/N. */
  public double lambda() {
    return (double) dimension / points;
  }

  /** 1 − 2λ, exact to one rounding. */
  public double gap() {
    return (double) (points - 2 * dimension) / points;
  }

  /**
   * The values of the draws that have this quantity, in ascending order.
   *
   * @throws IllegalArgumentException if it was not measured
   */
  public double[] values(String name) {
    List<Double> values = series.get(name);
    if (values == null) {
      throw new IllegalArgumentException("no series '" + name + "', only " + series.keySet());
    }
    return values.stream().mapToDouble(v -> v).filter(v -> !Double.isNaN(v)).sorted().toArray();
  }

  /** Mean of a quantity. */
  public double mean(String name) {
    return DoubleStream.of(values(name)).average().orElse(Double.NaN);
  }

  /** Standard error of {@link #mean}. */
  public double standardError(String name) {
    double[] values = values(name);
    double mean = mean(name);
    double sum = DoubleStream.of(values).map(v -> (v - mean) * (v - mean)).sum();
    return Math.sqrt(sum / (values.length - 1) / values.length);
  }

  /** Median of a quantity. */
  public double median(String name) {
    double[] values = values(name);
    int half = values.length / 2;
    return values.length % 2 == 1 ? values[half] : (values[half - 1] + values[half]) / 2;
  }

  /**
   * An interval that holds the median of the law of a quantity whatever that law is: order
   * statistics k and n + 1 − k.
   *
   * @param name of the quantity
   * @param k from 1; the interval fails with probability 2 P(Bin(n, ½) &lt; k)
   */
  public double[] medianInterval(String name, int k) {
    double[] values = values(name);
    if (k < 1 || 2 * k > values.length) {
      throw new IllegalArgumentException(
          "k = " + k + " must lie between 1 and half of " + values.length + " draws");
    }
    return new double[] {values[k - 1], values[values.length - k]};
  }
}
