package org.grokcheck.compute.engine;

import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;
import org.grokcheck.compute.Inputs;
import org.grokcheck.compute.Layout;
import org.grokcheck.compute.Model;
import org.grokcheck.compute.Precision;
import org.jspecify.annotations.Nullable;

/**
 * A network with its output map, bound to inputs: f̃ = α (f − f at θ₀).
 *
 * @param layout of θ
 * @param network f
 * @param scale α
 * @param start f at θ₀ on all samples, or null without centring
 */
record BoundModel(Layout layout, BoundNetwork network, double scale, @Nullable Tensor start) {
  static BoundModel bind(
      Engine engine, Model model, Inputs inputs, Precision precision, Kept kept) {
    Layout layout = model.architecture().layout();
    BoundNetwork network = BoundNetwork.bind(engine, model.architecture(), inputs, precision, kept);
    if (!model.isCentred()) {
      return new BoundModel(layout, network, model.scale(), null);
    }
    try (NoGradGuard guard = new NoGradGuard()) {
      Tensor theta = Tensors.vector(engine, precision, model.centre());
      Tensor start = network.outputs(new Parameters(layout, theta), Selection.ALL);
      return new BoundModel(layout, network, model.scale(), kept.keep(start));
    }
  }

  int parameters() {
    return layout.size();
  }

  /** f̃(θ, x) of the selected samples. */
  Tensor outputs(Tensor theta, Selection rows) {
    Tensor f = network.outputs(new Parameters(layout, theta), rows);
    Tensor shifted = start == null ? f : f.sub(rows.of(start));
    return scale == 1 ? shifted : shifted.mul(Tensors.scalar(scale));
  }
}
