package org.grokcheck.dynamics.ode;

import java.util.ArrayList;
import java.util.List;

/**
 * Chooses each step so that its estimated error stays below the tolerance: h is multiplied by 0.8
 * e^{−1/(q+1)}, e being the error in units of the tolerance and h^{q+1} its law, by no less than
 * 0.1 and no more than 5. A step whose result isn't finite is tried again with a tenth of its
 * length.
 *
 * @param <S> what the method must know of a system
 */
public final class AdaptiveSolver<S extends OdeSystem> implements SteppingSolver<S> {
  private static final double SAFETY = 0.8;
  private static final double MOST_SHRINKING = 0.1;
  private static final double MOST_GROWTH = 5;

  /** Steps below so many spacings of the doubles would change t by rounding as much as by h. */
  private static final double FEWEST_ULPS = 4;

  private final Method<? super S> method;
  private final ErrorNorm norm;
  private final StepLimits limits;

  /**
   * A solver.
   *
   * @param method one that estimates its error
   * @param norm measures the error of a step in units of what is tolerated
   * @throws IllegalArgumentException if the method has no estimate
   */
  public AdaptiveSolver(Method<? super S> method, ErrorNorm norm, StepLimits limits) {
    if (method.estimateOrder() < 1) {
      throw new IllegalArgumentException(
          "method: need one that estimates its error; use FixedStepSolver for this one");
    }
    this.method = method;
    this.norm = norm;
    this.limits = limits;
  }

  @Override
  public int order() {
    return method.order();
  }

  @Override
  public Solution solve(
      S system, double start, double[] state, double[] stops, StepListener listener) {
    int direction = Stops.check(system, start, state, stops);
    Walk walk = new Walk(system, method.on(system, norm), start, state);
    double first =
        limits.first() > 0
            ? limits.first()
            : FirstStep.length(system, norm, walk, stops[stops.length - 1] - start);
    return new Run(walk, direction, first, listener).through(stops);
  }

  /** One integration. */
  private final class Run {
    private final Walk walk;
    private final int direction;
    private final StepListener listener;

    /** The length that the error allows, whether or not a stop cut it short. */
    private double allowed;

    private int rejected;

    Run(Walk walk, int direction, double first, StepListener listener) {
      this.walk = walk;
      this.direction = direction;
      this.listener = listener;
      allowed = first;
    }

    Solution through(double[] stops) {
      List<double[]> states = new ArrayList<>();
      for (double stop : stops) {
        while (walk.time() != stop) {
          if (!listener.accepted(step(stop))) {
            return new Solution(states, walk.accepted(), rejected);
          }
        }
        states.add(walk.state().clone());
      }
      return new Solution(states, walk.accepted(), rejected);
    }

    /** Tries until a step is accepted. */
    private Step step(double stop) {
      boolean fresh = true;
      while (true) {
        if (walk.accepted() + rejected >= limits.mostSteps()) {
          throw OdeFailure.tooManySteps(walk.time(), limits.mostSteps());
        }
        double length = length(stop);
        boolean last = length == Math.abs(stop - walk.time());
        double to = last ? stop : walk.time() + direction * length;
        double error = walk.attempt(to - walk.time());
        boolean finite = !Double.isNaN(error) && walk.nextIsFinite();
        if (finite && error <= 1) {
          double proposed = length * (fresh ? factor(error) : Math.min(1, factor(error)));
          allowed = length < allowed ? Math.max(allowed, proposed) : proposed;
          return walk.advance(to);
        }
        rejected++;
        fresh = false;
        shorten(length * (finite ? Math.min(SAFETY, factor(error)) : MOST_SHRINKING), finite);
      }
    }

    /**
     * The allowed length, within the limits; up to the stop, or halfway if a rest would be left.
     */
    private double length(double stop) {
      double rest = Math.abs(stop - walk.time());
      double bound = Math.min(limits.longest(), walk.longestStep());
      allowed = Math.min(allowed, bound);
      if (rest <= allowed) {
        return rest;
      }
      return rest < 2 * allowed ? 0.5 * rest : allowed;
    }

    private double factor(double error) {
      double wanted = SAFETY * StrictMath.pow(error, -1.0 / (method.estimateOrder() + 1));
      return Math.max(MOST_SHRINKING, Math.min(MOST_GROWTH, wanted));
    }

    private void shorten(double length, boolean finite) {
      if (length < FEWEST_ULPS * Math.ulp(walk.time())) {
        throw finite
            ? OdeFailure.underflow(walk.time(), length)
            : OdeFailure.notFinite(walk.time());
      }
      allowed = length;
    }
  }
}
