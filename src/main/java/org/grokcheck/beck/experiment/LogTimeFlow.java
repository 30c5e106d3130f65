package org.grokcheck.beck.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToDoubleBiFunction;
import org.apache.commons.math3.ode.FirstOrderDifferentialEquations;
import org.apache.commons.math3.ode.events.EventHandler;
import org.apache.commons.math3.ode.nonstiff.DormandPrince853Integrator;
import org.grokcheck.beck.TwoPointModel;

/**
 * The two-point flow measured as an experiment would: dS̃/dt and db/dt of eq. (15) are integrated
 * numerically in u = log(1 + ρt), ρ = ηe^{b₀}(1 + σ²), and thresholds are found as events on the
 * way.
 *
 * <p>Method: Dormand and Prince, order 8(5,3), adaptive, local errors at most 1e-12 of 1 + |value|.
 * The step in u is bounded by a few over σ²x once the weight has settled, so that a run takes about
 * σ²x·log(t) steps.
 */
public final class LogTimeFlow {
  /** The method in a few words, for figures. */
  public static final String DESCRIPTION = "Dormand-Prince 8(5,3) in log t, local error 1e-12";

  /** Local error per step, absolute and relative. */
  public static final double TOLERANCE = 1e-12;

  private static final double EVENT_CHECK = 0.05;
  private static final double EVENT_ACCURACY = 1e-13;
  private static final int EVENT_STEPS = 100;

  private final TwoPointModel model;
  private final double logRho;

  /**
   * A state at a time.
   *
   * @param logTime log t
   * @param weight S̃
   * @param bias b
   */
  public record Sample(double logTime, double weight, double bias) {}

  /** A flow from the model's initial state. */
  public LogTimeFlow(TwoPointModel model) {
    this.model = model;
    double sigma = model.sigma();
    logRho = StrictMath.log(model.eta() * (1 + sigma * sigma)) + model.initialBias();
  }

  /**
   * Returns log t at which a level last falls through zero.
   *
   * @param level function of (S̃, b), such as log L − log ε
   * @param logHorizon log t at which the integration ends; crossings after it are missed
   * @return empty if the level doesn't fall through zero before the horizon
   */
  public OptionalDouble lastFall(ToDoubleBiFunction<Double, Double> level, double logHorizon) {
    List<Double> falls = new ArrayList<>();
    DormandPrince853Integrator method = method(logHorizon);
    method.addEventHandler(new Fall(level, falls), EVENT_CHECK, EVENT_ACCURACY, EVENT_STEPS);
    double[] state = start();
    method.integrate(equations(), 0, state, clock(logHorizon), state);
    return falls.isEmpty()
        ? OptionalDouble.empty()
        : OptionalDouble.of(logTime(falls.get(falls.size() - 1)));
  }

  /**
   * Returns the states at given times.
   *
   * @param logTimes log t, ascending
   */
  public List<Sample> at(double[] logTimes) {
    List<Sample> samples = new ArrayList<>();
    double[] state = start();
    double from = 0;
    for (double logTime : logTimes) {
      double to = clock(logTime);
      method(logTime).integrate(equations(), from, state, to, state);
      samples.add(new Sample(logTime, state[0], state[1]));
      from = to;
    }
    return List.copyOf(samples);
  }

  private double[] start() {
    return new double[] {model.initialWeight(), model.initialBias()};
  }

  private DormandPrince853Integrator method(double logHorizon) {
    double range = clock(logHorizon);
    return new DormandPrince853Integrator(1e-14 * range, range, TOLERANCE, TOLERANCE);
  }

  /** u = log(1 + ρt). */
  private double clock(double logTime) {
    double v = logRho + logTime;
    return v > 0 ? v + StrictMath.log1p(StrictMath.exp(-v)) : StrictMath.log1p(StrictMath.exp(v));
  }

  /** log t = log(eᵘ − 1) − log ρ. */
  private double logTime(double u) {
    return u + StrictMath.log(-StrictMath.expm1(-u)) - logRho;
  }

  /** d/du = (eᵘ/ρ) d/dt, and d/dt = e^b d/dτ. */
  private FirstOrderDifferentialEquations equations() {
    return new FirstOrderDifferentialEquations() {
      @Override
      public int getDimension() {
        return 2;
      }

      @Override
      public void computeDerivatives(double u, double[] state, double[] rates) {
        TwoPointModel.Rates conformal = model.conformalRates(state[0]);
        double speed = StrictMath.exp(u + state[1] - logRho);
        rates[0] = speed * conformal.weight();
        rates[1] = speed * conformal.bias();
      }
    };
  }

  /** Notes where a level falls through zero. */
  private record Fall(ToDoubleBiFunction<Double, Double> level, List<Double> falls)
      implements EventHandler {
    @Override
    public void init(double from, double[] state, double to) {
      falls.clear();
    }

    @Override
    public double g(double u, double[] state) {
      return level.applyAsDouble(state[0], state[1]);
    }

    @Override
    public Action eventOccurred(double u, double[] state, boolean increasing) {
      if (!increasing) {
        falls.add(u);
      }
      return Action.CONTINUE;
    }

    @Override
    public void resetState(double u, double[] state) {}
  }
}
