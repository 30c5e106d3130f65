package org.grokcheck.laws;

import java.util.function.DoubleFunction;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.grokcheck.evidence.Check;
import org.grokcheck.evidence.Comparison;
import org.grokcheck.evidence.Oracle;
import org.grokcheck.evidence.Tolerance;

/**
 * What the solution of every gradient flow obeys. The heir names the claim, in {@link #claim} and
 * in a {@code @Checks} on its class.
 *
 * <p>Differences in time use a majorant: |w′| ≤ ηρL e^{ρ|Δw|} makes the n-th Taylor coefficient of
 * a component at most r^n/(ρn), r = ηρ²L, so that with θ = rh the extrapolated quotient (4D(h/2) −
 * D(h))/3 misses the derivative by at most (r/ρ)θ⁴/(15(1 − θ²)).
 */
public abstract class GradientFlowLaws {
  private static final double THETA = 0.01;

  private static final String TAYLOR = "Taylor remainder of two extrapolated differences";

  /** Roundings of a state beyond those of its time. */
  private static final double STATE_ROUNDINGS = 16;

  /** The claim that a heir's solution makes. */
  protected abstract String claim();

  /** Flows with a start; times are drawn in units of the initial scale 1/(ηρ²L). */
  @Provide
  protected abstract Arbitrary<GradientFlow> flows();

  /** Times in units of 1/(ηρ²L(0)). */
  @Provide
  protected abstract Arbitrary<Double> times();

  /** L(t) falls: log L(2t) ≤ log L(t) ≤ log L(0). */
  @Property(tries = 80)
  public void lossDecreasesAlongTheFlow(
      @ForAll("flows") GradientFlow flow, @ForAll("times") double units) {
    double t = units / rate(flow, flow.start());
    double before = StrictMath.log(flow.loss(flow.start()));
    double middle = StrictMath.log(flow.loss(flow.at(t)));
    double after = StrictMath.log(flow.loss(flow.at(2 * t)));
    Tolerance rounding =
        new Tolerance.Rounding(
            32, size(flow, flow.at(2 * t)), "exponents of L at two states near one another");
    expectAtMost(flow, before, rounding)
        .holds(middle)
        .rejects("uphill", uphill(flow, flow.start(), flow.at(t)));
    expectAtMost(flow, middle, rounding)
        .holds(after)
        .rejects("uphill", uphill(flow, flow.at(t), flow.at(2 * t)));
  }

  /** (w(t+h) − w(t−h))/2h, extrapolated from two steps, is the field at w(t). */
  @Property(tries = 80)
  public void solutionFollowsTheField(
      @ForAll("flows") GradientFlow flow, @ForAll("times") double units) {
    double t = units / rate(flow, flow.start());
    double[] state = flow.at(t);
    double h = step(flow, t, state);
    double[] slopes = extrapolated(flow::at, t, h);
    for (int i = 0; i < state.length; i++) {
      double slope = slopes[i];
      double error = stateError(flow, t, state, i);
      double field = flow.rate(state)[i];
      double fieldError = rate(flow, state) * norm(errors(flow, t, state));
      Check.of(claim(), "dw/dt of the solution")
          .by(Oracle.FINITE_DIFFERENCE)
          .at(with(flow, "t", t))
          .expecting(
              field,
              Tolerance.sum(
                  Tolerance.remainder(remainder(flow, state) / flow.steepness(), TAYLOR),
                  Tolerance.remainder(4 * error / h, "rounding of the states over h"),
                  Tolerance.remainder(fieldError, "field at a rounded state")))
          .holds(slope)
          .rejects("clock twice as fast", 2 * slope)
          .rejects("field of the start", slope + flow.rate(flow.start())[i] - field);
    }
  }

  /** (τ(t+h) − τ(t−h))/2h, extrapolated, is dτ/dt at w(t). */
  @Property(tries = 80)
  public void conformalTimeRunsAtItsSpeed(
      @ForAll("flows") GradientFlow flow, @ForAll("times") double units) {
    double t = units / rate(flow, flow.start());
    double[] state = flow.at(t);
    double h = step(flow, t, state);
    double speed = flow.clockSpeed(state);
    double tau = flow.conformalTime(t);
    // dτ = s dt, so that an error of log t moves τ by s t times it; τ has an error of its own.
    double error = flow.clockError(t, state) * (speed * t + tau);
    double speedError = speed * norm(errors(flow, t, state));
    Check.of(claim(), "dτ/dt")
        .by(Oracle.FINITE_DIFFERENCE)
        .at(with(flow, "t", t))
        .expecting(
            speed,
            Tolerance.sum(
                Tolerance.remainder(remainder(flow, state) / rate(flow, state) * speed, TAYLOR),
                Tolerance.remainder(4 * error / h, "rounding of τ over h"),
                Tolerance.remainder(speedError, "speed at a rounded state")))
        .holds(extrapolated(time -> new double[] {flow.conformalTime(time)}, t, h)[0])
        .rejects("inverse speed", 1 / speed)
        .rejects("speed of the start", flow.clockSpeed(flow.start()));
  }

  /** The state at t and the state at τ(t) are one. */
  @Property(tries = 80)
  public void bothClocksReadTheSamePath(
      @ForAll("flows") GradientFlow flow, @ForAll("times") double units) {
    double t = units / rate(flow, flow.start());
    double[] state = flow.at(t);
    double tau = flow.conformalTime(t);
    double[] same = flow.atConformal(tau);
    double[] other = flow.atConformal(t);
    double tauError = 2 * flow.clockError(t, state);
    for (int i = 0; i < state.length; i++) {
      double moved = Math.abs(flow.conformalRate(state)[i]) * tau * tauError;
      Check.of(claim(), "state at τ(t)")
          .by(Oracle.INVARIANT)
          .at(with(flow, "t", t))
          .expecting(
              state[i],
              Tolerance.sum(
                  Tolerance.remainder(2 * stateError(flow, t, state, i), "rounding of both states"),
                  Tolerance.remainder(moved, "rounding of τ(t), as the state moves")))
          .holds(same[i])
          .rejects("τ = t", other[i]);
    }
  }

  /** flow(t₁ + t₂) = flow(t₂) ∘ flow(t₁). */
  @Property(tries = 80)
  public void solutionsFormASemigroup(
      @ForAll("flows") GradientFlow flow,
      @ForAll("times") double first,
      @ForAll("times") double second) {
    double t1 = first / rate(flow, flow.start());
    double t2 = second / rate(flow, flow.start());
    double[] whole = flow.at(t1 + t2);
    double[] half = flow.at(t1);
    GradientFlow rest = flow.from(half);
    double[] joined = rest.at(t2);
    // A convex loss: the flow doesn't increase the distance of two states.
    double carried = norm(errors(flow, t1, half));
    for (int i = 0; i < whole.length; i++) {
      Check.of(claim(), "flow(t₂) after flow(t₁)")
          .by(Oracle.INVARIANT)
          .at(with(flow, "t1", t1, "t2", t2))
          .expecting(
              whole[i],
              Tolerance.sum(
                  Tolerance.remainder(carried, "rounding at t₁, which the flow contracts"),
                  Tolerance.remainder(
                      stateError(flow, t1 + t2, whole, i), "rounding of flow(t₁ + t₂)"),
                  Tolerance.remainder(
                      stateError(rest, t2, joined, i), "rounding of flow(t₂) after flow(t₁)")))
          .holds(joined[i])
          .rejects("flow(t₂) from the start", flow.at(t2)[i])
          .rejects("flow(t₁) twice", rest.at(t1)[i]);
    }
  }

  /** log L after the same step the other way, as with the sign of the gradient lost. */
  private static double uphill(GradientFlow flow, double[] from, double[] to) {
    double[] moved = from.clone();
    for (int i = 0; i < moved.length; i++) {
      moved[i] -= to[i] - from[i];
    }
    return StrictMath.log(flow.loss(moved));
  }

  private Comparison expectAtMost(GradientFlow flow, double most, Tolerance rounding) {
    return Check.of(claim(), "log L later")
        .by(Oracle.INVARIANT)
        .at(flow.inputs())
        .expectingAtMost(most, rounding);
  }

  /** ηρ²L, the inverse of the time in which a solution stays analytic for certain. */
  private static double rate(GradientFlow flow, double[] state) {
    return flow.eta() * flow.steepness() * flow.steepness() * flow.loss(state);
  }

  private static double step(GradientFlow flow, double t, double[] state) {
    return Math.min(THETA / rate(flow, state), t / 2);
  }

  /** r θ⁴/(15(1 − θ²)). */
  private static double remainder(GradientFlow flow, double[] state) {
    return rate(flow, state) * StrictMath.pow(THETA, 4) / (15 * (1 - THETA * THETA));
  }

  private static double[] extrapolated(DoubleFunction<double[]> f, double t, double h) {
    double[] fine = quotient(f, t, h / 2);
    double[] coarse = quotient(f, t, h);
    for (int i = 0; i < fine.length; i++) {
      fine[i] = (4 * fine[i] - coarse[i]) / 3;
    }
    return fine;
  }

  private static double[] quotient(DoubleFunction<double[]> f, double t, double h) {
    double[] after = f.apply(t + h);
    double[] before = f.apply(t - h);
    for (int i = 0; i < after.length; i++) {
      after[i] = (after[i] - before[i]) / ((t + h) - (t - h));
    }
    return after;
  }

  /** |dwᵢ/dlog t| times the error of log t, and the rounding of the component. */
  private static double stateError(GradientFlow flow, double t, double[] state, int i) {
    double moved = Math.abs(flow.rate(state)[i]) * t * flow.clockError(t, state);
    double size = Math.abs(state[i]) + Math.abs(flow.start()[i]);
    return moved + STATE_ROUNDINGS * Tolerance.UNIT_ROUNDOFF * size;
  }

  private static double[] errors(GradientFlow flow, double t, double[] state) {
    double[] errors = new double[state.length];
    for (int i = 0; i < errors.length; i++) {
      errors[i] = stateError(flow, t, state, i);
    }
    return errors;
  }

  private static double norm(double[] vector) {
    double sum = 0;
    for (double component : vector) {
      sum += component * component;
    }
    return Math.sqrt(sum);
  }

  private static double size(GradientFlow flow, double[] state) {
    double size = 1;
    for (int i = 0; i < state.length; i++) {
      size += flow.steepness() * (Math.abs(state[i]) + Math.abs(flow.start()[i]));
    }
    return size;
  }

  private static Object[] with(GradientFlow flow, Object... more) {
    Object[] inputs = flow.inputs();
    Object[] all = new Object[inputs.length + more.length];
    System.arraycopy(inputs, 0, all, 0, inputs.length);
    System.arraycopy(more, 0, all, inputs.length, more.length);
    return all;
  }
}
