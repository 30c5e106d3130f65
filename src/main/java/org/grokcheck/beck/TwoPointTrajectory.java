package org.grokcheck.beck;

/**
 * The exact solution of the two-point flow at any scale σ, learning rate and initial state, in real
 * and in conformal time (claims {@code beck.ext.t-of-S}, {@code beck.eq38}, {@code beck.eq39}).
 *
 * <p>The states are explicit in the pull k of the second point, dk = ½ησ² e^{xS̃} dτ. Both times
 * are quadratures in k, taken and inverted in the log domain: with i = 1/σ², g = 1 + x,
 *
 * <pre>
 *   t = (2i/η) e^{−b₀ − xS̃₀} ∫₀ᵏ exp((i − x)(S̃ − S̃₀) + igk′) dk′,
 *   τ = (2i/η) e^{−xS̃₀} ∫₀ᵏ exp(−x(S̃ − S̃₀)) dk′.
 * </pre>
 *
 * <p>This is the ledger's incomplete beta function with h = gk for its variable log(1 − xE); here
 * no x is special, and S̃₀ may lie on either side of S̃_∞ or on it.
 */
public final class TwoPointTrajectory {
  private final TwoPointModel model;
  private final PullCoordinate path;
  private final PullClock realTime;
  private final PullClock conformalTime;

  TwoPointTrajectory(TwoPointModel model) {
    this.model = model;
    path = new PullCoordinate(model.points(), model.initialWeight());
    double inverseSquare = inverseSquareScale();
    double x = model.points().x();
    double logUnit =
        StrictMath.log(2 / model.eta())
            - 2 * StrictMath.log(model.sigma())
            - x * model.initialWeight();
    realTime =
        new PullClock(
            path,
            logUnit - model.initialBias(),
            inverseSquare - x,
            inverseSquare * model.points().onePlusX());
    conformalTime = new PullClock(path, logUnit, -x, 0);
  }

  /** The model whose flow this is. */
  public TwoPointModel model() {
    return model;
  }

  /**
   * Returns the state at the pull k.
   *
   * @param pull k ≥ 0
   */
  public TwoPointState atPull(double pull) {
    Require.atLeast("pull", pull, 0);
    return new TwoPointState(pull, path.weight(pull), model.initialBias() + biasChange(pull));
  }

  /**
   * Returns the state at time t.
   *
   * @param time t ≥ 0 in steps
   */
  public TwoPointState atTime(double time) {
    Require.atLeast("t (time)", time, 0);
    return time == 0 ? atPull(0) : atLogTime(StrictMath.log(time));
  }

  /**
   * Returns the state at a time given by its logarithm, which may be beyond the range of double.
   *
   * @param logTime log t, finite
   */
  public TwoPointState atLogTime(double logTime) {
    Require.finite("log t", logTime);
    return atPull(realTime.pullAt(logTime));
  }

  /**
   * Returns the state at conformal time τ, the solution of eq. (30).
   *
   * @param conformal τ ≥ 0
   */
  public TwoPointState atConformalTime(double conformal) {
    Require.atLeast("tau (conformal time)", conformal, 0);
    return conformal == 0 ? atPull(0) : atPull(conformalTime.pullAt(StrictMath.log(conformal)));
  }

  /** Returns log t at the pull k ≥ 0; {@code -∞} at 0. */
  public double logTimeAtPull(double pull) {
    Require.atLeast("pull", pull, 0);
    return realTime.logReading(pull);
  }

  /** Returns log τ at the pull k ≥ 0; {@code -∞} at 0. */
  public double logConformalTimeAtPull(double pull) {
    Require.atLeast("pull", pull, 0);
    return conformalTime.logReading(pull);
  }

  /**
   * Returns the pull at which the weight S̃ is reached.
   *
   * @param weight S̃ between S̃₀ and the trajectory's limit
   * @throws IllegalArgumentException if the trajectory doesn't pass that weight
   */
  public double pullAtWeight(double weight) {
    double pull = path.pullAt(weight);
    if (!(pull >= 0 && pull < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "weight: need a value between the initial weight %s and its limit, got %s"
              .formatted(model.initialWeight(), weight));
    }
    return pull;
  }

  /** S̃ − S̃₀ at the pull k, without cancellation. */
  double weightChange(double pull) {
    return path.weightChange(pull);
  }

  /** b − b₀ = −(S̃ − S̃₀ + gk)/σ² at the pull k, without cancellation. */
  double biasChange(double pull) {
    return -inverseSquareScale() * (path.weightChange(pull) + model.points().onePlusX() * pull);
  }

  /** dS̃/dk at the pull k. */
  double weightSlope(double pull) {
    return path.slope(pull);
  }

  /** db/dk at the pull k. */
  double biasSlope(double pull) {
    return -inverseSquareScale() * (1 + path.inverseE(pull));
  }

  private double inverseSquareScale() {
    return 1 / (model.sigma() * model.sigma());
  }
}
