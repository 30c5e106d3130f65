package org.grokcheck.notsawo.experiment;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Finds the spikes of a loss, and quiet steps beside them, while the run goes on, so that the
 * weights there can be looked at without keeping those of all steps. Spikes are the {@link Bursts}
 * of the loss; a quiet step has no step of a burst within {@link #GAP} on either side.
 */
final class SpikeWatch {
  /** Steps that a quiet step keeps from bursts. */
  static final int GAP = 25;

  /**
   * A step that was settled.
   *
   * @param spike whether the peak of a burst or a quiet step
   * @param step which
   * @param loss its loss
   * @param theta its weights
   */
  record Event(boolean spike, int step, double loss, double[] theta) {}

  private final double[] losses;
  private final double factor;
  private final int every;
  private final Deque<Event> waiting = new ArrayDeque<>();
  private Optional<Event> peak = Optional.empty();
  private int latest = -GAP - 1;

  /**
   * Starts before the first step.
   *
   * @param steps of the run
   * @param factor what counts as a burst
   * @param every distance of the steps that may be quiet
   */
  SpikeWatch(int steps, double factor, int every) {
    this.losses = new double[steps + 1];
    this.factor = factor;
    this.every = every;
  }

  /**
   * Returns what the loss of the next step settles, which are steps before it.
   *
   * @param theta not copied
   */
  List<Event> see(int step, double loss, double[] theta) {
    losses[step] = loss;
    List<Event> settled = new ArrayList<>();
    if (step - latest > Bursts.NEAR) {
      peak.ifPresent(settled::add);
      peak = Optional.empty();
    }
    if (Bursts.exceeds(losses, step, factor)) {
      waiting.clear();
      latest = step;
      if (peak.isEmpty() || loss > peak.get().loss()) {
        peak = Optional.of(new Event(true, step, loss, theta));
      }
    }
    if (!waiting.isEmpty() && step - waiting.element().step() >= GAP) {
      settled.add(waiting.remove());
    }
    if (step > 0 && step % every == 0 && step - latest > GAP) {
      waiting.add(new Event(false, step, loss, theta));
    }
    return settled;
  }

  /** Returns the spike that the end of the run cut off, if there is one. */
  List<Event> end() {
    return peak.stream().toList();
  }
}
