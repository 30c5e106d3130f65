package org.grokcheck.experiment;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a job measured: named series of numbers, a scalar being a series of one. A value that was
 * never reached is NaN.
 *
 * @param series by name, in the order of reports
 */
public record Measurements(Map<String, List<Double>> series) {
  public Measurements {
    Map<String, List<Double>> copy = new LinkedHashMap<>();
    series.forEach((name, values) -> copy.put(name, List.copyOf(values)));
    series = Collections.unmodifiableMap(copy);
  }

  /** Nothing yet. */
  public static Measurements none() {
    return new Measurements(Map.of());
  }

  /** A copy with one more series. */
  public Measurements with(String name, double... values) {
    Map<String, List<Double>> more = new LinkedHashMap<>(series);
    more.put(name, Arrays.stream(values).boxed().toList());
    return new Measurements(more);
  }

  /**
   * A series.
   *
   * @throws IllegalArgumentException if there is none of this name
   */
  public double[] values(String name) {
    List<Double> values = series.get(name);
    if (values == null) {
      throw new IllegalArgumentException(
          "no series '%s' was measured, only %s".formatted(name, series.keySet()));
    }
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }

  /**
   * A scalar.
   *
   * @throws IllegalArgumentException if the series is missing or not of length 1
   */
  public double value(String name) {
    double[] values = values(name);
    if (values.length != 1) {
      throw new IllegalArgumentException(
          "series '%s' has %d values, not one".formatted(name, values.length));
    }
    return values[0];
  }

  /**
   * The largest relative difference to other measurements: |a − b|/max(|a|, |b|) over all values;
   * infinite where names, lengths, or NaN and infinite values differ.
   */
  public double distance(Measurements other) {
    if (!series.keySet().equals(other.series.keySet())) {
      return Double.POSITIVE_INFINITY;
    }
    double largest = 0;
    for (String name : series.keySet()) {
      largest = Math.max(largest, distance(values(name), other.values(name)));
    }
    return largest;
  }

  private static double distance(double[] a, double[] b) {
    if (a.length != b.length) {
      return Double.POSITIVE_INFINITY;
    }
    double largest = 0;
    for (int i = 0; i < a.length; i++) {
      if (Double.compare(a[i], b[i]) != 0 && a[i] != b[i]) {
        double relative = Math.abs(a[i] - b[i]) / Math.max(Math.abs(a[i]), Math.abs(b[i]));
        largest = relative <= 2 ? Math.max(largest, relative) : Double.POSITIVE_INFINITY;
      }
    }
    return largest;
  }
}
