package org.grokcheck.beck;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;
import org.grokcheck.math.LogDomain;
import org.grokcheck.math.Roots;

/**
 * The times at which the exponential training and population losses of a two-point flow reach ε for
 * good, from the exact trajectory (claims {@code beck.ext.tstar-exact}, {@code beck.sec41.times},
 * {@code beck.ext.sigma-eps-cutoff}).
 *
 * <p>A loss that starts at or below ε has time 0. The population loss of separable points (x &lt;
 * 0) ends up growing, so it has no final crossing.
 */
public final class LossThresholds {
  private static final int POLISH_STEPS = 3;

  /** Newton steps larger than this would leave the root that bracketing found. */
  private static final double SMALL = 1e-6;

  private final TwoPointModel model;

  /**
   * Where one loss crosses ε.
   *
   * @param pull the trajectory's coordinate there
   * @param logTime log t, {@code -∞} for t = 0
   * @param logConformalTime log τ, {@code -∞} for τ = 0
   */
  public record Crossing(double pull, double logTime, double logConformalTime) {}

  /**
   * Both crossings.
   *
   * @param training of the training loss
   * @param generalization of the population loss, empty where it has no final crossing
   * @param logRatio log(t_gen/t_tr), accurate relative to itself where t_gen is just above t_tr;
   *     NaN where both times are 0
   */
  public record Times(
      Crossing training, Optional<Crossing> generalization, OptionalDouble logRatio) {}

  private LossThresholds(TwoPointModel model) {
    this.model = model;
  }

  /** Returns the analysis of a model's trajectory. */
  public static LossThresholds of(TwoPointModel model) {
    return new LossThresholds(model);
  }

  /**
   * Returns the threshold times.
   *
   * @param logEpsilon log ε, finite
   */
  public Times times(double logEpsilon) {
    Require.finite("log epsilon", logEpsilon);
    TwoPointTrajectory path = model.trajectory();
    Crossing training = crossing(path, trainingPull(path, logEpsilon));
    Optional<Crossing> alone =
        generalizationPull(path, logEpsilon).stream()
            .mapToObj(pull -> crossing(path, pull))
            .findFirst();
    return alone.isEmpty()
        ? new Times(training, alone, OptionalDouble.empty())
        : related(path, training, alone.get());
  }

  /** The pull at which the training loss, which falls throughout, reaches ε. */
  private double trainingPull(TwoPointTrajectory path, double logEpsilon) {
    double initial = model.logMeanExponential(model.initialWeight());
    double drop = initial + model.initialBias() - logEpsilon;
    if (drop <= 0) {
      return 0;
    }
    DoubleUnaryOperator fallen =
        k -> initial - model.logMeanExponential(path.atPull(k).weight()) - path.biasChange(k);
    DoubleUnaryOperator rate =
        k -> {
          double inverseE = StrictMath.exp(-model.points().onePlusX() * path.atPull(k).weight());
          double slope = path.weightSlope(k);
          return slope * slope / (1 + inverseE) - path.biasSlope(k);
        };
    return polish(fallen, rate, drop, root(fallen, drop, 0));
  }

  /** The pull at the population loss's last crossing of ε; 0 if it starts at or below ε. */
  private OptionalDouble generalizationPull(TwoPointTrajectory path, double logEpsilon) {
    double drop =
        model.classifier(model.initialWeight(), model.initialBias()).logExponentialLoss()
            - logEpsilon;
    if (drop <= 0) {
      return OptionalDouble.of(0);
    }
    return model.points().isSeparable()
        ? OptionalDouble.empty()
        : OptionalDouble.of(lastPull(path, drop));
  }

  /** The last k at which log L_gen lies the given amount, above 0, below its start; for x ≥ 0. */
  private static double lastPull(TwoPointTrajectory path, double drop) {
    DoubleUnaryOperator fallen =
        k -> {
          double change = path.weightChange(k);
          double sum = 2 * path.model().initialWeight() + change;
          return -path.biasChange(k) - 0.5 * change * sum;
        };
    DoubleUnaryOperator rate =
        k -> -path.biasSlope(k) - path.atPull(k).weight() * path.weightSlope(k);
    double start = lastMaximum(path, rate);
    return polish(fallen, rate, drop, root(fallen, drop, start));
  }

  /** log k of the population loss's last local maximum, 0 where it has none. */
  private static double lastMaximum(TwoPointTrajectory path, DoubleUnaryOperator rate) {
    TwoPoints points = path.model().points();
    double top = LossMonotonicity.of(points).weightAtMaximum();
    if (top == 0) {
      // x = 1: the stationary weight is 0, which no trajectory passes.
      return 0;
    }
    double from = path.model().initialWeight() < top ? path.pullAtWeight(top) : 0;
    if (!(rate.applyAsDouble(from) < 0)) {
      return 0;
    }
    double near = Math.max(from, Double.MIN_NORMAL);
    DoubleUnaryOperator rateAt = logK -> rate.applyAsDouble(StrictMath.exp(logK));
    return Roots.increasingFrom(rateAt, StrictMath.log(near), 1);
  }

  /**
   * Solves fallen(k) = drop from log k = start upwards or, if it has fallen more there, downwards.
   */
  private static double root(DoubleUnaryOperator fallen, double drop, double start) {
    DoubleUnaryOperator excess = logK -> fallen.applyAsDouble(StrictMath.exp(logK)) - drop;
    return StrictMath.exp(Roots.increasingFrom(excess, start, 1));
  }

  /** Newton steps in k itself: e^{log k} has lost digits of k. */
  private static double polish(
      DoubleUnaryOperator fallen, DoubleUnaryOperator rate, double drop, double guess) {
    double k = guess;
    for (int step = 0; step < POLISH_STEPS; step++) {
      double change = (drop - fallen.applyAsDouble(k)) / rate.applyAsDouble(k);
      if (Math.abs(change) < SMALL * k) {
        k += change;
      }
    }
    return k;
  }

  private static Crossing crossing(TwoPointTrajectory path, double pull) {
    return new Crossing(pull, path.logTimeAtPull(pull), path.logConformalTimeAtPull(pull));
  }

  /**
   * Where the population loss crosses later, the trajectory is restarted from the training loss's
   * crossing: the delay then is a time of its own and doesn't cancel.
   */
  private Times related(TwoPointTrajectory path, Crossing training, Crossing alone) {
    TwoPointState state = path.atPull(training.pull());
    double lead = 0.5 * state.weight() * state.weight() - model.logMeanExponential(state.weight());
    if (training.pull() == 0 || alone.pull() == 0 || lead < 0) {
      double logRatio = alone.logTime() - training.logTime();
      return new Times(training, Optional.of(alone), OptionalDouble.of(logRatio));
    }
    TwoPointTrajectory rest = model.startingAt(state.weight(), state.bias()).trajectory();
    double delayPull = lead == 0 ? 0 : lastPull(rest, lead);
    double logDelay = rest.logTimeAtPull(delayPull);
    double logRatio = LogDomain.softplus(logDelay - training.logTime());
    Crossing later =
        new Crossing(alone.pull(), training.logTime() + logRatio, alone.logConformalTime());
    return new Times(training, Optional.of(later), OptionalDouble.of(logRatio));
  }
}
