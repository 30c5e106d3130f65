package org.grokcheck.notsawo.experiment;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.grokcheck.experiment.Measurements;
import org.grokcheck.notsawo.experiment.SliceReader.Line;

/**
 * Slices through points θ_t of a path, towards its end (Figs. 4, 16, 17) and towards its start
 * (Fig. 10): one row a point.
 */
final class PathSlices {
  /** Minima of the loss of a slice towards θ*, at 61 points; then at 121 and at 241. */
  static final String ENDWARDS = "minima towards the last";

  /** Minima of the loss of a slice towards θ_0, at 61 points; then at 121 and at 241. */
  static final String STARTWARDS = "minima towards the first";

  /** How far the loss rises on the segment from θ_t to θ* above both ends. */
  static final String BARRIER = "barrier towards the last";

  /** Turns of the validation accuracy of a slice towards θ*. */
  static final String TURNS = "turns of validation accuracy";

  /** Training accuracy of a slice where it meets θ*. */
  static final String RIDGE = "training accuracy on the ridge";

  /** Validation accuracy of a slice where it meets θ*. */
  static final String VALIDATION_RIDGE = "validation accuracy on the ridge";

  /** |α| of the minimum nearest to θ_t of the slice towards θ_0; NaN without one. */
  static final String NEAREST = "nearest minimum towards the first";

  private final SliceReader reader;
  private final KeptPath path;
  private final int count;

  /**
   * Slices along a path.
   *
   * @param count of points at equal distances in time
   */
  PathSlices(SliceReader reader, KeptPath path, int count) {
    this.reader = reader;
    this.path = path;
    this.count = count;
  }

  /** Minima at 61, 121 and 241 points. */
  static double[] minima(double[] loss) {
    return IntStream.of(SliceReader.COARSE, SliceReader.MIDDLE, 1)
        .mapToDouble(k -> SliceShape.minima(SliceShape.coarser(loss, k)).length)
        .toArray();
  }

  /** Name of a count at a number of points. */
  static String at(String name, int points) {
    return name + ", " + points;
  }

  /** Slices α(θ* − θ_t) through θ_t, α from −1 to 2, of all points but the last. */
  Measurements endwards(Measurements before) {
    Line[] lines = new Line[count];
    for (int k = 0; k < count; k++) {
      double[] point = path.evenly(k, count);
      lines[k] = reader.line(point, SliceReader.difference(path.last(), point), -1, 2);
    }
    int from = (SliceReader.POINTS - 1) / 3;
    int ridge = 2 * from;
    return counts(before, ENDWARDS, lines)
        .with(
            BARRIER,
            Arrays.stream(lines)
                .mapToDouble(l -> SliceShape.barrier(Arrays.copyOfRange(l.loss(), from, ridge + 1)))
                .toArray())
        .with(
            TURNS,
            Arrays.stream(lines).mapToDouble(l -> SliceShape.turns(l.validation())).toArray())
        .with(RIDGE, Arrays.stream(lines).mapToDouble(l -> l.training()[ridge]).toArray())
        .with(
            VALIDATION_RIDGE,
            Arrays.stream(lines).mapToDouble(l -> l.validation()[ridge]).toArray());
  }

  /** Slices α(θ_0 − θ_t) through θ_t, α from −3 to 3, of all points but the first. */
  Measurements startwards(Measurements before) {
    Line[] lines = new Line[count];
    for (int k = 1; k <= count; k++) {
      double[] point = path.evenly(k, count);
      lines[k - 1] =
          reader.line(
              point,
              SliceReader.difference(path.first(), point),
              -LineSlices.REACH,
              LineSlices.REACH);
    }
    return counts(before, STARTWARDS, lines)
        .with(NEAREST, Arrays.stream(lines).mapToDouble(l -> nearest(l.loss())).toArray());
  }

  private static Measurements counts(Measurements before, String name, Line[] lines) {
    Measurements seen = before;
    int[] points = {61, 121, SliceReader.POINTS};
    for (int i = 0; i < points.length; i++) {
      int level = i;
      seen =
          seen.with(
              at(name, points[i]),
              Arrays.stream(lines).mapToDouble(l -> minima(l.loss())[level]).toArray());
    }
    return seen;
  }

  private static double nearest(double[] loss) {
    return Arrays.stream(SliceShape.minima(loss))
        .mapToDouble(
            i ->
                Math.abs(
                    SliceReader.alpha(-LineSlices.REACH, LineSlices.REACH, i, SliceReader.POINTS)))
        .min()
        .orElse(Double.NaN);
  }
}
