package org.grokcheck.compute.engine;

import java.util.function.Function;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.grokcheck.compute.Finite;
import org.grokcheck.compute.Fit;
import org.grokcheck.compute.Inputs;
import org.grokcheck.compute.Model;
import org.grokcheck.compute.OutputJacobian;
import org.grokcheck.compute.Precision;

/**
 * Derivatives of the outputs f̃ of n samples by the P parameters, and the tangent kernel that they
 * span, on the native engine. Fully connected networks and committee machines take one backward
 * pass an output, others one a sample and output.
 *
 * <p>Takes n K P numbers on the device. Not for use by several threads at once.
 */
public final class EngineJacobian implements OutputJacobian, AutoCloseable {
  private final Engine engine;
  private final Precision precision;
  private final Kept kept = new Kept();
  private final BoundModel model;
  private final long samples;
  private final long outputs;

  EngineJacobian(Engine engine, Model model, Inputs inputs, Precision precision) {
    Fit.require(model, inputs);
    this.engine = engine;
    this.precision = precision;
    this.samples = inputs.samples();
    this.outputs = model.architecture().outputs();
    this.model = NativeErrors.scoped(() -> BoundModel.bind(engine, model, inputs, precision, kept));
  }

  @Override
  public double[][] jacobian(double[] theta) {
    double[][] rows = at(theta, t -> Tensors.rows(matrix(t)));
    for (double[] row : rows) {
      Finite.result("jacobian", row, theta);
    }
    return rows;
  }

  /**
   * The tangent kernel J Jᵀ, nK × nK, exactly symmetric: entry (iK + k, jK + m) belongs to output k
   * of sample i and output m of sample j.
   *
   * @throws IllegalArgumentException if θ has the wrong length
   */
  public double[][] kernel(double[] theta) {
    double[][] rows =
        at(
            theta,
            t -> {
              Tensor j = matrix(t);
              Tensor gram = j.mm(j.t());
              return Tensors.rows(gram.add(gram.t()).mul(Tensors.scalar(0.5)));
            });
    for (double[] row : rows) {
      Finite.result("kernel", row, theta);
    }
    return rows;
  }

  BoundNetwork network() {
    return model.network();
  }

  private Tensor matrix(Tensor theta) {
    return network() instanceof ReplicatedNetwork network
        ? replicated(network, theta)
        : looped(theta);
  }

  /** One backward pass an output, with a θ of its own for each sample. */
  Tensor replicated(ReplicatedNetwork network, Tensor theta) {
    Tensor leaf = theta.unsqueeze(0).expand(samples, theta.numel()).set_requires_grad(true);
    Tensor f = network.outputs(new ReplicatedParameters(model.layout(), leaf));
    TensorVector columns = new TensorVector();
    for (long k = 0; k < outputs; k++) {
      Tensor value = f.select(1, k).sum().mul(Tensors.scalar(model.scale()));
      columns.push_back(Gradients.keepingGraph(value, leaf));
    }
    return torch.stack(columns, 1).flatten(0, 1);
  }

  /** One backward pass a sample and output. */
  Tensor looped(Tensor theta) {
    Tensor leaf = theta.detach().set_requires_grad(true);
    Tensor f = model.outputs(leaf, Selection.ALL).flatten();
    Tensor rows = torch.zeros(new long[] {f.numel(), theta.numel()}, engine.options(precision));
    for (long row = 0; row < f.numel(); row++) {
      long at = row;
      NativeErrors.scoped(
          () -> rows.select(0, at).copy_(Gradients.keepingGraph(f.select(0, at), leaf)).dim());
    }
    return rows;
  }

  <T> T at(double[] theta, Function<Tensor, T> body) {
    Finite.vector("theta", theta, model.layout());
    return NativeErrors.scoped(() -> body.apply(Tensors.vector(engine, precision, theta)));
  }

  @Override
  public void close() {
    kept.close();
  }
}
