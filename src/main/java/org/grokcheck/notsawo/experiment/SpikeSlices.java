package org.grokcheck.notsawo.experiment;

import java.util.Arrays;
import java.util.List;
import org.grokcheck.experiment.Measurements;

/** Slices towards the end of a path through its spikes, and through points before them. */
final class SpikeSlices {
  /** Steps of the spikes. */
  static final String STEPS = "spikes";

  /** Interior maxima of the training loss of the slice through a spike. */
  static final String OBSTACLES = "maxima at spikes";

  /** The same, {@link Bursts#BEFORE} steps earlier. */
  static final String OBSTACLES_BEFORE = "maxima before spikes";

  /** Training loss at a spike, over that of the slice's other points before the end: a rise. */
  static final String LOSS = "loss at spikes";

  /** The same, {@link Bursts#BEFORE} steps earlier. */
  static final String LOSS_BEFORE = "loss before spikes";

  private static final double FACTOR = 5;
  private static final int MOST = 8;

  private final SliceReader reader;
  private final KeptPath path;

  SpikeSlices(SliceReader reader, KeptPath path) {
    this.reader = reader;
    this.path = path;
  }

  /** The first spikes after the training pairs are fitted, at most {@value #MOST}. */
  Measurements of(Measurements before) {
    List<Integer> spikes =
        PathRun.bursts(path.losses(), FACTOR).stream()
            .filter(t -> t > path.memorisedAt() + Bursts.BEFORE)
            .limit(MOST)
            .toList();
    double[][] at = spikes.stream().map(this::through).toArray(double[][]::new);
    double[][] earlier =
        spikes.stream().map(t -> through(t - Bursts.BEFORE)).toArray(double[][]::new);
    return before
        .with(STEPS, spikes.stream().mapToDouble(t -> t).toArray())
        .with(OBSTACLES, column(at, 0))
        .with(OBSTACLES_BEFORE, column(earlier, 0))
        .with(LOSS, column(at, 1))
        .with(LOSS_BEFORE, column(earlier, 1));
  }

  private double[] through(int step) {
    double[] point = path.point(step);
    double[] loss = reader.line(point, SliceReader.difference(path.last(), point), -1, 2).loss();
    return new double[] {SliceShape.maxima(loss).length, loss[(SliceReader.POINTS - 1) / 3]};
  }

  private static double[] column(double[][] rows, int index) {
    return Arrays.stream(rows).mapToDouble(r -> r[index]).toArray();
  }
}
