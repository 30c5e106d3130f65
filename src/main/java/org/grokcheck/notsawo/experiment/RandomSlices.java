package org.grokcheck.notsawo.experiment;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.grokcheck.compute.engine.EngineObjective;
import org.grokcheck.compute.linear.Vectors;
import org.grokcheck.experiment.Measurements;
import org.grokcheck.notsawo.curvature.LandscapeSlice;

/** Slices through one point along random unit vectors (Fig. 9). */
final class RandomSlices {
  /** δᵀHδ of each direction, from one product with H. */
  static final String CURVATURES = "curvature along random directions";

  /** Minima of each slice. */
  static final String MINIMA = "minima along random directions";

  /** |α| of the minimum nearest to 0 of each slice; NaN without one. */
  static final String NEAREST = "nearest minimum along random directions";

  private static final int DIRECTIONS = 200;
  private static final int POINTS = 61;

  private RandomSlices() {}

  /** Slices of 61 points, α from −3 to 3. */
  static Measurements of(
      SliceReader reader,
      EngineObjective train,
      double[] theta,
      RandomGenerator random,
      Measurements before) {
    LandscapeSlice slice = new LandscapeSlice(train, theta);
    double[] curvatures = new double[DIRECTIONS];
    double[] minima = new double[DIRECTIONS];
    double[] nearest = new double[DIRECTIONS];
    for (int i = 0; i < DIRECTIONS; i++) {
      double[] direction = direction(theta.length, random);
      curvatures[i] = SliceReader.kept(slice.curvature(direction));
      double[] loss =
          reader.line(theta, direction, -LineSlices.REACH, LineSlices.REACH, POINTS).loss();
      int[] found = SliceShape.minima(loss);
      minima[i] = found.length;
      nearest[i] =
          Arrays.stream(found)
              .mapToDouble(
                  k -> Math.abs(SliceReader.alpha(-LineSlices.REACH, LineSlices.REACH, k, POINTS)))
              .min()
              .orElse(Double.NaN);
    }
    return before.with(CURVATURES, curvatures).with(MINIMA, minima).with(NEAREST, nearest);
  }

  private static double[] direction(int length, RandomGenerator random) {
    double[] gaussian = new double[length];
    for (int i = 0; i < length; i++) {
      gaussian[i] = random.nextGaussian();
    }
    return Vectors.scaled(1 / Vectors.norm(gaussian), gaussian);
  }
}
