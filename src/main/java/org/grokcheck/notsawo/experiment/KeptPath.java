package org.grokcheck.notsawo.experiment;

import java.util.ArrayList;
import java.util.List;
import org.grokcheck.compute.engine.EngineObjective;
import org.grokcheck.compute.engine.Training;

/** The points of a run, kept in single precision, in which the run computes. */
final class KeptPath implements SmallRun.Watcher {
  private final int every;
  private final List<float[]> points = new ArrayList<>();
  private final List<Double> losses = new ArrayList<>();
  private double[] memorised = {};
  private int memorisedAt = -1;

  /**
   * Starts with nothing.
   *
   * @param every steps between kept points
   */
  KeptPath(int every) {
    this.every = every;
  }

  @Override
  public void see(int step, Training training, EngineObjective train, EngineObjective validation) {
    if (memorisedAt < 0 && training.accuracy(train) == 1) {
      memorisedAt = step;
      memorised = training.theta();
    }
    if (step % every == 0) {
      points.add(single(training.theta()));
      losses.add(training.loss());
    }
  }

  private static float[] single(double[] theta) {
    float[] kept = new float[theta.length];
    for (int i = 0; i < kept.length; i++) {
      kept[i] = (float) theta[i];
    }
    return kept;
  }

  /** How many points were kept. */
  int size() {
    return points.size();
  }

  /** A kept point. */
  double[] point(int index) {
    float[] kept = points.get(index);
    double[] theta = new double[kept.length];
    for (int i = 0; i < kept.length; i++) {
      theta[i] = kept[i];
    }
    return theta;
  }

  /** The first step's point, θ_0. */
  double[] first() {
    return point(0);
  }

  /** The last kept point, θ*. */
  double[] last() {
    return point(size() - 1);
  }

  /** Point k of n + 1 at equal distances from the first to the last. */
  double[] evenly(int k, int n) {
    return point((int) Math.round((double) k * (size() - 1) / n));
  }

  /**
   * The first point at which all training pairs are right.
   *
   * @throws IllegalStateException if the run never got there
   */
  double[] memorised() {
    if (memorisedAt < 0) {
      throw new IllegalStateException("the run never fitted its training pairs");
    }
    return memorised;
  }

  /** The step of {@link #memorised}, −1 if there is none. */
  int memorisedAt() {
    return memorisedAt;
  }

  /** Training losses of the kept points. */
  double[] losses() {
    return losses.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
