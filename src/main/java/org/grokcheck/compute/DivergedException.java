package org.grokcheck.compute;

/** Training met a loss that is not finite. */
public final class DivergedException extends ArithmeticException {
  private static final long serialVersionUID = 1L;

  private final long step;
  private final double norm;

  /**
   * @param step at which the loss was not finite, from 0
   * @param loss that loss
   * @param norm ‖θ‖ there
   */
  public DivergedException(long step, double loss, double norm) {
    super(
        "training diverged: the loss is %s at step %d, where the norm of the parameters is %s; lower the learning rate"
            .formatted(loss, step, norm));
    this.step = step;
    this.norm = norm;
  }

  /** The step at which the loss was not finite. */
  public long step() {
    return step;
  }

  /** ‖θ‖ at that step. */
  public double norm() {
    return norm;
  }
}
