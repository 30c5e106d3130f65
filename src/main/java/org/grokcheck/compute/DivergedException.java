package org.grokcheck.compute;

/** Training met a loss or a gradient that is not finite. */
public final class DivergedException extends ArithmeticException {
  private static final long serialVersionUID = 1L;

  private final long step;
  private final double norm;

  /**
   * A divergence.
   *
   * @param quantity what is not finite, such as {@code loss}
   * @param value its value
   * @param step at which it was met, from 0
   * @param norm ‖θ‖ there
   */
  public DivergedException(String quantity, double value, long step, double norm) {
    super(
        "training diverged: the %s is %s at step %d, where the norm of the parameters is %s; lower the learning rate"
            .formatted(quantity, value, step, norm));
    this.step = step;
    this.norm = norm;
  }

  /** The step at which it was met. */
  public long step() {
    return step;
  }

  /** ‖θ‖ at that step. */
  public double norm() {
    return norm;
  }
}
