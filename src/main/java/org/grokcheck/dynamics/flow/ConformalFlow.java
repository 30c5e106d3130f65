package org.grokcheck.dynamics.flow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.grokcheck.compute.linear.DataMatrix;
import org.grokcheck.dynamics.ode.OdeFailure;
import org.grokcheck.dynamics.ode.Step;
import org.grokcheck.math.Roots;

/**
 * Gradient flow of the exponential loss in conformal time τ = ∫ e^b dt, where S follows dS/dτ =
 * −∇m(S), m(S) = (1/N) Σ e^{S·xᵢ}, whatever the bias (claim {@code beck.eq10}). Log t is carried
 * along.
 *
 * <p>For separable data τ grows as a power of t, and steps only in proportion to τ: {@link
 * LogTimeFlow} gets there in fewer steps, and beyond the range of doubles too. For other data both
 * take about the same.
 */
public final class ConformalFlow {
  /** Where an integration ends that its listener doesn't end before. */
  private static final double FOREVER = 1e300;

  private final LinearClassifier classifier;
  private final FlowMethod method;
  private final FlowNorm norm;

  /**
   * A flow.
   *
   * @param points xᵢ, one a row
   * @param tolerance ε, from 1e-13 to 0.1: the error of a step is below ε(‖S‖ + 1/‖x‖) in S and ε
   *     in b and log t
   * @throws IllegalArgumentException if the tolerance is out of range
   */
  public ConformalFlow(DataMatrix points, FlowMethod method, double tolerance) {
    classifier = new LinearClassifier(points, OutputLoss.EXPONENTIAL);
    this.method = method;
    norm = FlowNorm.of(points, tolerance);
  }

  /**
   * Returns the states at given conformal times, each of which ends a step.
   *
   * @param start S and b at t = τ = 0
   * @param taus τ, positive and increasing
   * @throws IllegalArgumentException if S has the wrong number of components, or the times are out
   *     of order
   * @throws OdeFailure if e^{S·x} overflows at the start
   */
  public List<ConformalState> atConformalTimes(ClassifierState start, double... taus) {
    Run run = new Run(start);
    List<double[]> states = method.solver(norm).solve(run.field, 0, run.initial, taus).states();
    List<ConformalState> result = new ArrayList<>();
    for (int k = 0; k < taus.length; k++) {
      result.add(run.state(taus[k], states.get(k)));
    }
    return result;
  }

  /**
   * Returns the states at given times: by cubic interpolation within the steps, which suits their
   * order 2; the implicit method's longer steps are then made again so that they end there.
   *
   * @param start S and b at t = 0
   * @param logTimes log t (natural), increasing and finite
   * @throws IllegalArgumentException if S has the wrong number of components, or the times are out
   *     of order
   * @throws OdeFailure if e^{S·x} overflows at the start, or τ at the end
   */
  public List<ConformalState> atLogTimes(ClassifierState start, double... logTimes) {
    Run run = new Run(start);
    double[] readings = run.clock.readings(logTimes);
    Finder finder = new Finder(classifier.dimension() + 1, readings);
    method.solver(norm).solve(run.field, 0, run.initial, new double[] {FOREVER}, finder::look);
    if (finder.taus.size() < logTimes.length) {
      throw new IllegalArgumentException(
          "logTimes: need log t below %s for these points, where conformal time leaves the range of doubles; use LogTimeFlow"
              .formatted(run.clock.logTime(finder.reached)));
    }
    if (method == FlowMethod.IMPLICIT) {
      return run.corrected(finder.taus, readings);
    }
    List<ConformalState> result = new ArrayList<>();
    for (int k = 0; k < logTimes.length; k++) {
      result.add(run.state(finder.taus.get(k), finder.states.get(k)));
    }
    return result;
  }

  /** One integration. */
  private final class Run {
    private final int d;
    private final FlowClock clock;
    private final ConformalField field;
    private final double[] initial;

    Run(ClassifierState start) {
      d = Starts.check(classifier, start);
      clock = new FlowClock(Starts.logRate(classifier, start));
      field = new ConformalField(classifier, clock);
      initial = Arrays.copyOf(start.weight(), d + 2);
      initial[d] = start.bias();
    }

    ConformalState state(double tau, double[] y) {
      ClassifierState state = new ClassifierState(Arrays.copyOf(y, d), y[d]);
      return new ConformalState(tau, new TimedState(clock.logTime(y[d + 1]), state));
    }

    /** States at nearly the right τ, moved along their rates by what v lacks. */
    List<ConformalState> corrected(List<Double> near, double[] readings) {
      double[] taus = near.stream().mapToDouble(Double::doubleValue).toArray();
      List<double[]> states = method.solver(norm).solve(field, 0, initial, taus).states();
      List<ConformalState> result = new ArrayList<>();
      double[] rates = new double[d + 2];
      for (int k = 0; k < taus.length; k++) {
        double[] y = states.get(k);
        field.rates(taus[k], y, rates);
        double shift = (readings[k] - y[d + 1]) / rates[d + 1];
        for (int i = 0; i < y.length; i++) {
          y[i] += shift * rates[i];
        }
        result.add(state(taus[k] + shift, y));
      }
      return result;
    }
  }

  /** Finds within each step the conformal times at which the clock shows given readings. */
  private static final class Finder {
    private final int clock;
    private final double[] readings;
    private final List<Double> taus = new ArrayList<>();
    private final List<double[]> states = new ArrayList<>();
    private double reached;

    Finder(int clock, double[] readings) {
      this.clock = clock;
      this.readings = readings;
    }

    boolean look(Step step) {
      reached = step.end()[clock];
      while (taus.size() < readings.length && readings[taus.size()] <= reached) {
        double tau = locate(step, readings[taus.size()]);
        taus.add(tau);
        states.add(step.at(tau));
      }
      return taus.size() < readings.length;
    }

    /** The clock grows along a step, and a look at it costs no pass over the data. */
    private double locate(Step step, double reading) {
      return Roots.increasing(tau -> step.at(tau)[clock] - reading, step.from(), step.to());
    }
  }
}
