package org.grokcheck.beck;

import java.math.BigDecimal;
import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;
import org.grokcheck.math.Decimals;
import org.grokcheck.math.LambertW;
import org.grokcheck.math.Normal;
import org.grokcheck.math.Roots;

/**
 * When the population accuracy Φ(−b/S̃) of a two-point flow reaches p for good (claims {@code
 * beck.ext.acc-time-half}, {@code beck.ext.monotone-accuracy}).
 *
 * <p>From S̃₀ = b₀ = 0 the accuracy rises throughout. In general the excess −b − zS̃, z = Φ⁻¹(p),
 * falls until 1/E = (1/σ² + zx)/(z − 1/σ²) and rises from there, so that its last root is unique.
 */
public final class AccuracyThreshold {
  private static final int POLISH_STEPS = 3;
  private static final double SMALL = 1e-6;

  /** Quantiles below it are refined beyond double precision. */
  private static final double PRECISE_REACH = 9;

  private final TwoPointModel model;
  private final TwoPointTrajectory path;
  private final double level;

  private AccuracyThreshold(TwoPointModel model) {
    this.model = model;
    path = model.trajectory();
    level = 1 / (model.sigma() * model.sigma());
  }

  /**
   * Returns the analysis of a model's trajectory.
   *
   * @throws IllegalArgumentException if the initial weight is negative
   */
  public static AccuracyThreshold of(TwoPointModel model) {
    Require.atLeast("S0 (initial weight)", model.initialWeight(), 0);
    return new AccuracyThreshold(model);
  }

  /**
   * Returns lim A_gen: 1 for x ≥ 0 and Φ(1/(σ²|x|)) for −1 &lt; x &lt; 0.
   *
   * @param points the data
   * @param sigma σ &gt; 0
   */
  public static double limit(TwoPoints points, double sigma) {
    Require.positive("sigma", sigma);
    return points.isSeparable() ? Normal.cdf(1 / (sigma * sigma * points.margin())) : 1;
  }

  /**
   * Returns Φ(2/(σ²(1 − x))), the accuracy just after the start from S̃₀ = b₀ = 0.
   *
   * @param points the data
   * @param sigma σ &gt; 0
   */
  public static double initialFromOrigin(TwoPoints points, double sigma) {
    Require.positive("sigma", sigma);
    return Normal.cdf(2 / (sigma * sigma * points.oneMinusX()));
  }

  /**
   * Returns y = ητ/2 at which the accuracy reaches p for x = 0, S̃₀ = b₀ = 0: with z = Φ⁻¹(p), κ =
   * z − 1/σ², y = −κW₋₁(−e^{−1/(κσ²)}/(κσ²)) − 1/σ² if zσ² &gt; 2, and 0 otherwise. The gap zσ² − 2
   * is formed beyond double precision.
   *
   * @param p accuracy, between 0 and 1
   * @param sigma σ &gt; 0
   */
  public static double halfEtaTauAtCriticality(BigDecimal p, BigDecimal sigma) {
    Require.positive("sigma", sigma.doubleValue());
    BigDecimal square = sigma.multiply(sigma);
    BigDecimal product = preciseQuantile(p).multiply(square);
    double beyond = product.subtract(BigDecimal.valueOf(2)).doubleValue();
    if (beyond <= 0) {
      return 0;
    }
    // With a = 1/(κσ²), −W₋₁(−ae^{−a}) is a's conjugate, so that y = κ(conjugate − a).
    double a = 1 / (1 + beyond);
    double gap = beyond / (1 + beyond);
    double distance = gap < 0.5 ? LambertW.conjugateGap(gap) + gap : LambertW.conjugate(a) - a;
    return distance / (a * square.doubleValue());
  }

  /**
   * Returns z = Φ⁻¹(p) of an exact probability, also where p is next to ½ or 1.
   *
   * @param p accuracy, between 0 and 1 exclusive
   */
  public static double quantile(BigDecimal p) {
    return preciseQuantile(p).doubleValue();
  }

  private static BigDecimal preciseQuantile(BigDecimal p) {
    if (p.signum() <= 0 || p.compareTo(BigDecimal.ONE) >= 0) {
      throw new IllegalArgumentException("p: need a probability between 0 and 1, got " + p);
    }
    double rest = Decimals.gap(BigDecimal.ONE, p);
    double near = rest < 0.25 ? Normal.quantileSf(rest) : Normal.quantile(p.doubleValue());
    return Math.abs(near) < PRECISE_REACH ? PreciseNormal.quantile(p, near) : new BigDecimal(near);
  }

  /**
   * Returns the pull k from which on the accuracy is at least Φ(z): 0 where it is so from the
   * start, empty where the accuracy's limit isn't above Φ(z).
   *
   * @param z quantile Φ⁻¹(p)
   */
  public OptionalDouble pull(double z) {
    Require.finite("z", z);
    if (model.points().isSeparable() && !(level + z * model.points().x() > 0)) {
      return OptionalDouble.empty();
    }
    DoubleUnaryOperator excess =
        k -> -model.initialBias() - path.biasChange(k) - z * path.atPull(k).weight();
    DoubleUnaryOperator rate = k -> -path.biasSlope(k) - z * path.weightSlope(k);
    double lowest = pullAtLowest(z);
    if (excess.applyAsDouble(lowest) >= 0) {
      return OptionalDouble.of(0);
    }
    DoubleUnaryOperator beyond = logK -> excess.applyAsDouble(lowest + StrictMath.exp(logK));
    double k = lowest + StrictMath.exp(Roots.increasingFrom(beyond, 0, 1));
    for (int step = 0; step < POLISH_STEPS; step++) {
      double change = -excess.applyAsDouble(k) / rate.applyAsDouble(k);
      if (Math.abs(change) < SMALL * k) {
        k += change;
      }
    }
    return OptionalDouble.of(k);
  }

  /**
   * Returns log t of {@link #pull}; {@code -∞} where the accuracy suffices from the start.
   *
   * @param z quantile Φ⁻¹(p)
   */
  public OptionalDouble logTime(double z) {
    OptionalDouble pull = pull(z);
    return pull.isEmpty() ? pull : OptionalDouble.of(path.logTimeAtPull(pull.getAsDouble()));
  }

  /** Where −b − zS̃ is lowest: 0 if it rises throughout. */
  private double pullAtLowest(double z) {
    double inverseE = (level + z * model.points().x()) / (z - level);
    double g = model.points().onePlusX();
    double initial = StrictMath.exp(-g * model.initialWeight());
    if (z <= level || initial <= inverseE) {
      return 0;
    }
    return path.pullAtWeight(-StrictMath.log(inverseE) / g);
  }
}
