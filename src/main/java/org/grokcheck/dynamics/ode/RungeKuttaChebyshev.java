package org.grokcheck.dynamics.ode;

import java.util.HashMap;
import java.util.Map;

/**
 * The stabilised explicit method of order 2 of Sommeijer, Shampine and Verwer (RKC, 1998): s stages
 * reach 0.653 s² along the negative real axis, so that a step of length h takes about √(1.54 hρ) of
 * them, ρ being the spectral radius of the Jacobian. For systems whose Jacobian has eigenvalues
 * near the negative real axis, such as gradient flows, and any size; it needs no Jacobian.
 */
public final class RungeKuttaChebyshev implements Method<OdeSystem> {
  /** More stages would let rounding grow: it enters times s². */
  static final int MOST_STAGES = 400;

  /** s² − 1 over hρ at the end of the stability interval, (3/2)/(1 − 2ε/15), rounded up. */
  private static final double STAGES_SQUARED = 1.54;

  /** Steps after which the spectral radius is looked at again. */
  private static final int RADIUS_LASTS = 5;

  /** The coefficient of each difference in the estimate of the error. */
  private static final double STATES = 0.8;

  private static final double RATES = 0.4;

  private final int fewestStages;

  /** The method with as many stages as stability needs, at least 2. */
  public RungeKuttaChebyshev() {
    this(2);
  }

  /**
   * The method with more stages than stability needs.
   *
   * @param fewestStages from 2 to 400
   * @throws IllegalArgumentException if the number is out of range
   */
  public RungeKuttaChebyshev(int fewestStages) {
    if (fewestStages < 2 || fewestStages > MOST_STAGES) {
      throw new IllegalArgumentException(
          "fewestStages: need a number from 2 to %d, got %d".formatted(MOST_STAGES, fewestStages));
    }
    this.fewestStages = fewestStages;
  }

  @Override
  public int order() {
    return 2;
  }

  @Override
  public int estimateOrder() {
    return 2;
  }

  @Override
  public Stepper on(OdeSystem system, ErrorNorm norm) {
    return new Steps(system, norm);
  }

  private final class Steps implements Stepper {
    private final OdeSystem system;
    private final ErrorNorm norm;
    private final SpectralRadius spectrum;
    private final Map<Integer, ChebyshevCoefficients> known = new HashMap<>();
    private final double[][] stages;
    private final double[] slope;
    private double radius = Double.NaN;
    private double radiusFrom = Double.NaN;
    private double lookedFrom = Double.NaN;
    private int stepsSince;

    Steps(OdeSystem system, ErrorNorm norm) {
      this.system = system;
      this.norm = norm;
      spectrum = new SpectralRadius(system);
      stages = new double[3][system.dimension()];
      slope = new double[system.dimension()];
    }

    @Override
    public double longestStep(double time, double[] state, double[] rates) {
      // The second look from one time follows a rejected step: the radius may be the cause.
      boolean rejected = time == lookedFrom;
      stepsSince += rejected ? 0 : 1;
      boolean isOld = rejected ? radiusFrom != time : stepsSince >= RADIUS_LASTS;
      if (Double.isNaN(radius) || isOld) {
        radius = spectrum.at(time, state, rates);
        radiusFrom = time;
        stepsSince = 0;
      }
      lookedFrom = time;
      double most = (double) MOST_STAGES * MOST_STAGES - 1;
      return radius > 0 ? most / (STAGES_SQUARED * radius) : Double.POSITIVE_INFINITY;
    }

    @Override
    public double attempt(
        double time, double[] state, double[] rates, double h, double[] next, double[] nextRates) {
      if (time != lookedFrom) {
        longestStep(time, state, rates);
      }
      double needed = Math.ceil(Math.sqrt(1 + STAGES_SQUARED * Math.abs(h) * radius));
      int s = (int) Math.max(fewestStages, Math.min(MOST_STAGES, needed));
      ChebyshevCoefficients c = known.computeIfAbsent(s, ChebyshevCoefficients::of);
      climb(c, time, state, rates, h);
      System.arraycopy(stages[s % 3], 0, next, 0, next.length);
      system.rates(time + h, next, nextRates);
      for (int i = 0; i < slope.length; i++) {
        slope[i] = STATES * (state[i] - next[i]) + RATES * h * (rates[i] + nextRates[i]);
      }
      return norm.of(slope, state, next);
    }

    /** Computes all stages; stage j is left in {@code stages[j % 3]}. */
    private void climb(
        ChebyshevCoefficients c, double time, double[] state, double[] rates, double h) {
      System.arraycopy(state, 0, stages[0], 0, state.length);
      for (int i = 0; i < state.length; i++) {
        stages[1][i] = state[i] + h * c.muRate(1) * rates[i];
      }
      for (int j = 2; j <= c.stages(); j++) {
        double[] before = stages[(j + 2) % 3];
        system.rates(time + c.node(j - 1) * h, before, slope);
        combine(c, j, h, state, rates);
      }
    }

    private void combine(ChebyshevCoefficients c, int j, double h, double[] state, double[] rates) {
      double mu = c.mu(j);
      double nu = c.nu(j);
      double slopeFactor = h * c.muRate(j);
      double rateFactor = h * c.gamma(j);
      double[] one = stages[(j + 2) % 3];
      double[] two = stages[(j + 1) % 3];
      double[] to = stages[j % 3];
      for (int i = 0; i < to.length; i++) {
        // Differences from the initial state: for a long chain of stages the sum stays accurate.
        to[i] =
            state[i]
                + mu * (one[i] - state[i])
                + nu * (two[i] - state[i])
                + slopeFactor * slope[i]
                + rateFactor * rates[i];
      }
    }
  }
}
