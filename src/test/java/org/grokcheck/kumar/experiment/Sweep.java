package org.grokcheck.kumar.experiment;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.correlation.SpearmansCorrelation;
import org.grokcheck.evidence.Check;
import org.grokcheck.evidence.Oracle;
import org.grokcheck.experiment.JobResult;
import org.grokcheck.experiment.Recording;

/**
 * The runs of one series on one draw, in ascending order of what is varied.
 *
 * @param series name
 * @param seed number of the draw
 * @param parameter what is varied
 * @param runs in its order
 */
record Sweep(String series, int seed, String parameter, List<JobResult> runs) {

  /** The sweeps of a series, a draw each. */
  static List<Sweep> of(Recording recording, String series, String parameter) {
    Map<Integer, List<JobResult>> draws =
        recording.results().stream()
            .filter(r -> r.job().text("series").equals(series))
            .sorted(Comparator.comparingDouble((JobResult r) -> r.job().number(parameter)))
            .collect(
                Collectors.groupingBy(
                    r -> r.job().integer("seed"), TreeMap::new, Collectors.toList()));
    return draws.entrySet().stream()
        .map(e -> new Sweep(series, e.getKey(), parameter, e.getValue()))
        .toList();
  }

  /** The values of what is varied. */
  double[] parameters() {
    return runs.stream().mapToDouble(r -> r.job().number(parameter)).toArray();
  }

  /** A number of each run. */
  double[] values(String name) {
    return runs.stream().mapToDouble(r -> r.measurements().value(name)).toArray();
  }

  /** The run at a value. */
  JobResult at(double value) {
    return runs.stream()
        .filter(r -> r.job().number(parameter) == value)
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException(parameter + " = " + value + " was not run"));
  }

  /** Test time minus training time of each run; infinite where the test loss never falls so far. */
  double[] differences(int level) {
    return runs.stream().mapToDouble(r -> time(r, true, level) - time(r, false, level)).toArray();
  }

  /** Test time over training time of each run. */
  double[] ratios(int level) {
    return runs.stream().mapToDouble(r -> ratio(r, level)).toArray();
  }

  static double ratio(JobResult run, int level) {
    return time(run, true, level) / time(run, false, level);
  }

  static double time(JobResult run, boolean test, int level) {
    String name = test ? CommitteeCurves.TEST_TIMES : CommitteeCurves.TRAIN_TIMES;
    return run.measurements().values(name)[level];
  }

  Check check(String claim, String quantity) {
    return Check.of(claim, quantity)
        .by(Oracle.REPRODUCTION)
        .at("series", series, "draw", seed, parameter, Arrays.toString(parameters()));
  }

  /** Whether numbers increase, infinite ones last. */
  static boolean increases(double... values) {
    return IntStream.range(1, values.length)
        .allMatch(
            i ->
                values[i] > values[i - 1]
                    || (values[i] == values[i - 1] && values[i] == Double.POSITIVE_INFINITY));
  }

  /** Whether none is above the one before it. */
  static boolean neverRises(double... values) {
    return IntStream.range(1, values.length).allMatch(i -> values[i] <= values[i - 1]);
  }

  /** Numbers from the last to the first. */
  static double[] reversed(double... values) {
    return IntStream.range(0, values.length)
        .mapToDouble(i -> values[values.length - 1 - i])
        .toArray();
  }

  /** Spearman's correlation of numbers with their places. */
  static double rank(double... values) {
    double[] places = IntStream.range(0, values.length).asDoubleStream().toArray();
    return new SpearmansCorrelation().correlation(places, values);
  }

  static double median(double... values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int half = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
  }
}
