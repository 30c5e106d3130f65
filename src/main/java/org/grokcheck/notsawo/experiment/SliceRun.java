package org.grokcheck.notsawo.experiment;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.correlation.SpearmansCorrelation;
import org.grokcheck.experiment.JobResult;
import org.grokcheck.experiment.Recording;

/**
 * A recorded run with its slices.
 *
 * @param result a job of {@link SliceRuns} or of {@link FractionSlices}
 */
public record SliceRun(JobResult result) {
  /** Returns the recorded runs. */
  public static List<SliceRun> of(Recording recording) {
    return recording.results().stream().map(SliceRun::new).toList();
  }

  /** Returns a recorded series. */
  public double[] series(String name) {
    return result.measurements().values(name);
  }

  /** Returns the last value of a series. */
  public double last(String name) {
    double[] values = series(name);
    return values[values.length - 1];
  }

  /** Returns the random stream's number. */
  public int seed() {
    return result.job().integer(SmallRunExperiment.SEED);
  }

  /** Returns the maxima of a recorded slice at 61, 121 and 241 points. */
  public List<Integer> maxima(String slice) {
    return IntStream.of(SliceReader.COARSE, SliceReader.MIDDLE, 1)
        .mapToObj(k -> SliceShape.withoutRepeats(SliceShape.coarser(series(slice), k)))
        .map(values -> SliceShape.maxima(values).length)
        .toList();
  }

  /** Returns the minima of a recorded slice at 61, 121 and 241 points. */
  public List<Integer> minima(String slice) {
    return IntStream.of(SliceReader.COARSE, SliceReader.MIDDLE, 1)
        .mapToObj(k -> SliceShape.withoutRepeats(SliceShape.coarser(series(slice), k)))
        .map(values -> SliceShape.minima(values).length)
        .toList();
  }

  /** Returns how far the loss rises on a recorded segment above its ends. */
  public double barrier(String segment) {
    return SliceShape.barrier(series(segment));
  }

  /**
   * Returns validation accuracies at the minima of a line at which all training pairs are right.
   */
  public double[] fittedMinima(String line) {
    double[] fitted = series(line + ", training");
    double[] validated = series(line + ", validation");
    return Arrays.stream(SliceShape.minima(series(line)))
        .filter(i -> fitted[i] == 1)
        .mapToDouble(i -> validated[i])
        .toArray();
  }

  /** Returns the range of {@link #fittedMinima}, 0 if there are fewer than two. */
  public double contrast(String line) {
    double[] at = fittedMinima(line);
    return at.length == 0
        ? 0
        : Arrays.stream(at).max().orElseThrow() - Arrays.stream(at).min().orElseThrow();
  }

  /** Returns the rank correlation of the counts of slices through a path's points with time. */
  public double trend(String counts) {
    double[] values = series(counts);
    double[] time = IntStream.range(0, values.length).asDoubleStream().toArray();
    return new SpearmansCorrelation().correlation(time, values);
  }

  /** Returns the mean of a series. */
  public double mean(String name) {
    return Arrays.stream(series(name)).average().orElseThrow();
  }

  /** Returns the α of a line's points. */
  static double[] alphas(double from, double to) {
    return IntStream.range(0, SliceReader.POINTS)
        .mapToDouble(i -> SliceReader.alpha(from, to, i, SliceReader.POINTS))
        .toArray();
  }
}
