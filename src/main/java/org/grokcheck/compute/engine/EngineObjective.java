package org.grokcheck.compute.engine;

import java.util.function.Function;
import org.bytedeco.pytorch.Tensor;
import org.grokcheck.compute.Finite;
import org.grokcheck.compute.Fit;
import org.grokcheck.compute.Inputs;
import org.grokcheck.compute.Layout;
import org.grokcheck.compute.Loss;
import org.grokcheck.compute.Model;
import org.grokcheck.compute.Objective;
import org.grokcheck.compute.Precision;
import org.grokcheck.compute.Targets;

/**
 * A loss on the native engine. Samples stay on the device until {@link #close}; every call frees
 * what it made there. Arrays hold doubles whatever the precision in which the engine computes.
 *
 * <p>Not for use by several threads at once.
 */
public final class EngineObjective implements Objective, AutoCloseable {
  private final Engine engine;
  private final Precision precision;
  private final int samples;
  private final Kept kept = new Kept();
  private final BoundModel model;
  private final BoundTargets targets;

  EngineObjective(
      Engine engine, Model model, Inputs inputs, Targets targets, Loss loss, Precision precision) {
    Fit.require(model, inputs, targets, loss);
    this.engine = engine;
    this.precision = precision;
    this.samples = inputs.samples();
    this.model = NativeErrors.scoped(() -> BoundModel.bind(engine, model, inputs, precision, kept));
    this.targets =
        NativeErrors.scoped(
            () ->
                BoundTargets.bind(
                    engine, targets, loss, model.architecture().outputs(), precision, kept));
  }

  @Override
  public int parameters() {
    return model.parameters();
  }

  /** The precision in which the engine computes. */
  public Precision precision() {
    return precision;
  }

  @Override
  public double[][] outputs(double[] theta) {
    return at(theta, leaf -> Tensors.rows(model.outputs(leaf, Selection.ALL)));
  }

  @Override
  public double loss(double[] theta) {
    double value = at(theta, leaf -> loss(leaf, Selection.ALL).item_double());
    return Finite.loss(value, theta);
  }

  @Override
  public double[] gradient(double[] theta) {
    double[] g = at(theta, leaf -> Tensors.array(Gradients.of(loss(leaf, Selection.ALL), leaf)));
    return Finite.result("gradient", g, theta);
  }

  @Override
  public double[] hessianTimes(double[] theta, double[] v) {
    Finite.vector("v", v, model.layout());
    double[] hv =
        at(
            theta,
            leaf -> {
              Tensor g = Gradients.differentiable(loss(leaf, Selection.ALL), leaf);
              return Tensors.array(Gradients.orZero(g.dot(vector(v)), leaf));
            });
    return Finite.result("hessianTimes", hv, theta);
  }

  /** The loss of the selected samples at a leaf on the device. */
  Tensor loss(Tensor leaf, Selection rows) {
    return targets.of(model.outputs(leaf, rows), rows);
  }

  /** The share of samples whose largest output is that of their class. */
  double accuracy(Tensor leaf) {
    return targets.accuracy(model.outputs(leaf, Selection.ALL));
  }

  /** A leaf of the graph on the device, from which derivatives can be taken. */
  Tensor leaf(double[] theta) {
    return vector(theta).set_requires_grad(true);
  }

  /** A vector on the device, in this precision. */
  Tensor vector(double[] values) {
    return Tensors.vector(engine, precision, values);
  }

  /** Samples by index; all for none. */
  Selection select(int[] rows) {
    return rows.length == 0 ? Selection.ALL : new Selection(Tensors.indices(engine, rows));
  }

  Layout layout() {
    return model.layout();
  }

  /** Number of samples. */
  public int samples() {
    return samples;
  }

  private <T> T at(double[] theta, Function<Tensor, T> body) {
    Finite.vector("theta", theta, model.layout());
    return NativeErrors.scoped(
        () -> body.apply(Tensors.vector(engine, precision, theta).set_requires_grad(true)));
  }

  @Override
  public void close() {
    kept.close();
  }
}
