package org.grokcheck.dynamics.ode;

/** An integration that could not go on. */
public final class OdeFailure extends ArithmeticException {
  private static final long serialVersionUID = 1;

  /** What stopped it. */
  public enum Reason {
    /** The step needed is below the spacing of the doubles at this time. */
    STEP_UNDERFLOW,
    /** The equations of an implicit step of given length could not be solved. */
    UNSOLVED,
    /** A rate or a state is NaN or infinite, however short the step. */
    NOT_FINITE,
    /** The number of steps allowed is used up. */
    TOO_MANY_STEPS
  }

  /** Which of them. */
  private final Reason reason;

  /** The time reached. */
  private final double time;

  OdeFailure(Reason reason, double time, String message) {
    super(message);
    this.reason = reason;
    this.time = time;
  }

  static OdeFailure notFinite(double time) {
    return new OdeFailure(
        Reason.NOT_FINITE,
        time,
        "a rate or a state is not finite at time %s: the solution escapes, or it started outside the domain of its equations"
            .formatted(time));
  }

  static OdeFailure underflow(double time, double h) {
    return new OdeFailure(
        Reason.STEP_UNDERFLOW,
        time,
        "the step fell to %s at time %s: loosen the tolerance, or look for a discontinuity there"
            .formatted(h, time));
  }

  static OdeFailure unsolved(double time, double h) {
    return new OdeFailure(
        Reason.UNSOLVED,
        time,
        "the equations of a step of %s at time %s have no solution near: take shorter steps"
            .formatted(h, time));
  }

  static OdeFailure tooManySteps(double time, int most) {
    return new OdeFailure(
        Reason.TOO_MANY_STEPS,
        time,
        "%d steps reached only time %s: allow more steps, loosen the tolerance, or take a stiff method"
            .formatted(most, time));
  }

  /** Returns what stopped the integration. */
  public Reason reason() {
    return reason;
  }

  /** Returns the time that was reached. */
  public double time() {
    return time;
  }
}
