package org.grokcheck.dynamics.flow;

/** A descent whose gradient is no longer finite. */
public final class Divergence extends ArithmeticException {
  private static final long serialVersionUID = 1;

  /** Steps made before. */
  private final long step;

  /** ‖S‖ then. */
  private final double norm;

  Divergence(long step, double norm) {
    super(
        "the gradient is not finite after %d steps, at |S| = %s: lower the learning rate"
            .formatted(step, norm));
    this.step = step;
    this.norm = norm;
  }

  /** Returns the number of steps made before. */
  public long step() {
    return step;
  }

  /** Returns ‖S‖ after them. */
  public double norm() {
    return norm;
  }
}
