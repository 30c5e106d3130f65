package org.grokcheck.notsawo.experiment;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import org.grokcheck.compute.engine.EngineObjective;
import org.grokcheck.compute.engine.Training;
import org.grokcheck.compute.linear.Vectors;
import org.grokcheck.experiment.Measurements;
import org.grokcheck.notsawo.dimension.PlottingPosition;
import org.grokcheck.notsawo.dimension.RatioFit;
import org.grokcheck.notsawo.dimension.TwoNearest;
import org.grokcheck.notsawo.trajectory.Angles;
import org.grokcheck.notsawo.trajectory.GramShares;
import org.grokcheck.notsawo.trajectory.PrincipalAxes;

/**
 * The path of a run through parameter space: step by step its angles and gradients, and snapshots.
 */
final class PathRecorder implements SmallRun.Watcher {
  /** 1 − cos(θ_t, θ_{t+1}), step by step. */
  static final String STEP_GAP = "1 - cos with the next step";

  /** |∇L(θ_t)|², step by step. */
  static final String GRADIENT = "squared gradient norm";

  /** 1 − cos(θ_t, θ_0) of the snapshots. */
  static final String START_GAP = "1 - cos with the start";

  /** |θ_t − θ_0|/|θ_0| of the snapshots. */
  static final String DISPLACEMENT = "relative displacement";

  /** Shares of the first components of the snapshots about their mean. */
  static final String CENTRED = "shares, centred";

  /** Shares of the first components of the snapshots about the last. */
  static final String ABOUT_LAST = "shares, about the last point";

  /** Projections of the snapshots on the first axis. */
  static final String ALPHA = "alpha";

  /** Projections of the snapshots on the second axis. */
  static final String BETA = "beta";

  /** Dimension of the logits of the training pairs, largest likelihood with two neighbours. */
  static final String LIKELY = "dimension of logits, likelihood";

  /** Dimension of the logits of the training pairs, fit through the origin. */
  static final String FITTED = "dimension of logits, fit";

  private static final int COMPONENTS = 5;

  /** Digits kept of what is measured at every step, more than single precision makes equal. */
  private static final MathContext KEPT = new MathContext(6);

  private final int every;
  private final List<double[]> snapshots = new ArrayList<>();
  private final List<Double> gaps = new ArrayList<>();
  private final List<Double> gradients = new ArrayList<>();
  private final List<RatioFit> dimensions = new ArrayList<>();
  private double[] previous = {};

  /**
   * Starts with nothing.
   *
   * @param every steps between snapshots
   */
  PathRecorder(int every) {
    this.every = every;
  }

  @Override
  public void see(int step, Training training, EngineObjective train, EngineObjective validation) {
    double[] theta = training.theta();
    if (step > 0) {
      gaps.add(Angles.oneMinusCosine(previous, theta));
    }
    previous = theta;
    double[] gradient = train.gradient(theta);
    gradients.add(Vectors.dot(gradient, gradient));
    if (step % every == 0) {
      snapshots.add(theta);
      dimensions.add(dimension(train.outputs(theta)));
    }
  }

  /** The dimension of points by their two nearest neighbours. */
  static RatioFit dimension(double[][] points) {
    double[] logs =
        TwoNearest.ratios(points).stream().mapToDouble(r -> StrictMath.log(r)).toArray();
    return RatioFit.ofLogs(logs, PlottingPosition.LARGEST_DROPPED);
  }

  /** What was seen, after what the run measured. */
  Measurements after(Measurements run) {
    double[][] gram = gram();
    double[][] axes = PrincipalAxes.projections(gram, 2);
    double[] start = snapshots.get(0);
    double norm = Vectors.norm(start);
    return run.with(STEP_GAP, array(gaps))
        .with(GRADIENT, array(gradients))
        .with(START_GAP, snapshots.stream().mapToDouble(x -> gap(start, x)).toArray())
        .with(
            DISPLACEMENT, snapshots.stream().mapToDouble(x -> distance(start, x) / norm).toArray())
        .with(CENTRED, shares(GramShares.centred(gram)))
        .with(ABOUT_LAST, shares(GramShares.aboutLast(gram)))
        .with(ALPHA, axes[0])
        .with(BETA, axes[1])
        .with(LIKELY, dimensions.stream().mapToDouble(RatioFit::mostLikely).toArray())
        .with(FITTED, dimensions.stream().mapToDouble(RatioFit::dimension).toArray());
  }

  private double[][] gram() {
    int n = snapshots.size();
    double[][] gram = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        gram[i][j] = Vectors.dot(snapshots.get(i), snapshots.get(j));
      }
    }
    return gram;
  }

  private static double gap(double[] x, double[] y) {
    return Angles.oneMinusCosine(x, y);
  }

  private static double distance(double[] x, double[] y) {
    double[] difference = y.clone();
    Vectors.add(-1, x, difference);
    return Vectors.norm(difference);
  }

  private static double[] shares(GramShares shares) {
    double[] first = new double[COMPONENTS];
    for (int k = 1; k <= COMPONENTS; k++) {
      first[k - 1] = shares.share(k);
    }
    return first;
  }

  private static double[] array(List<Double> values) {
    return values.stream().mapToDouble(v -> new BigDecimal(v).round(KEPT).doubleValue()).toArray();
  }
}
