package org.grokcheck.compute.engine;

import java.util.LinkedHashMap;
import java.util.Map;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.grokcheck.compute.OptimizerSettings;
import org.grokcheck.compute.OptimizerSpec;

/**
 * An optimiser on the flat θ, in place on the device. The formulas are those of {@link
 * OptimizerSpec}; the reference path states them once more in plain Java.
 */
final class FlatOptimizer {
  private static final double CLIP_GUARD = 1e-6;

  private final OptimizerSettings settings;
  private final Tensor theta;
  private final Map<String, Tensor> state = new LinkedHashMap<>();
  private final FlatUpdate update;
  private long steps;

  FlatOptimizer(OptimizerSettings settings, Tensor theta, Kept kept) {
    this.settings = settings;
    this.theta = theta;
    this.update = FlatUpdate.of(settings.method(), new State(kept));
  }

  /** Vectors and numbers that live as long as the run. */
  private final class State implements FlatUpdate.Memory {
    private final Kept kept;

    State(Kept kept) {
      this.kept = kept;
    }

    @Override
    public Tensor vector(String name, double initial) {
      Tensor made = kept.keep(torch.full_like(theta, Tensors.scalar(initial)).detach());
      state.put(name, made);
      return made;
    }

    @Override
    public Scalar constant(double value) {
      return kept.keep(Tensors.scalar(value));
    }
  }

  /**
   * One step.
   *
   * @param gradient at θ; may be overwritten
   */
  void step(Tensor gradient) {
    steps++;
    if (settings.clip() < Double.POSITIVE_INFINITY) {
      Tensor norm = gradient.norm().add_(Tensors.scalar(CLIP_GUARD));
      gradient.mul_(
          norm.reciprocal().mul_(Tensors.scalar(settings.clip())).clamp_max_(Tensors.scalar(1)));
    }
    update.apply(theta, gradient, settings.method().rate() * settings.warmth(steps), steps);
    if (settings.norm() > 0) {
      theta.mul_(theta.norm().reciprocal().mul_(Tensors.scalar(settings.norm())));
    }
  }

  long steps() {
    return steps;
  }

  /** The optimiser's own vectors, by name. */
  Map<String, Tensor> state() {
    return state;
  }

  /** Goes on from a state that was saved after this many steps. */
  void restore(long made) {
    steps = made;
  }
}
