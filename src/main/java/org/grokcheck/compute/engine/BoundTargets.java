package org.grokcheck.compute.engine;

import org.bytedeco.pytorch.LongOptional;
import org.bytedeco.pytorch.ScalarTypeOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.grokcheck.compute.Loss;
import org.grokcheck.compute.Precision;
import org.grokcheck.compute.Targets;

/**
 * Targets on the device, with the loss that holds outputs against them.
 *
 * @param loss which loss
 * @param tensor labels (n) for the cross-entropy, else rows (n × K)
 */
record BoundTargets(Loss loss, Tensor tensor) {
  static BoundTargets bind(
      Engine engine, Targets targets, Loss loss, int outputs, Precision precision, Kept kept) {
    if (targets instanceof Targets.Values values) {
      return new BoundTargets(loss, kept.keep(Tensors.matrix(engine, precision, values.rows())));
    }
    Tensor labels = Tensors.indices(engine, ((Targets.Classes) targets).labels());
    return new BoundTargets(
        loss,
        kept.keep(
            loss == Loss.CROSS_ENTROPY
                ? labels
                : torch.one_hot(labels, outputs).to(Engine.scalarType(precision))));
  }

  /** The share of samples whose largest output is that of their class. */
  double accuracy(Tensor outputs) {
    Tensor labels = loss == Loss.CROSS_ENTROPY ? tensor : tensor.argmax(new LongOptional(1), false);
    Tensor hits = outputs.argmax(new LongOptional(1), false).eq(labels);
    return hits.to(ScalarType.Double).mean().item_double();
  }

  /** The mean loss of the selected samples. */
  Tensor of(Tensor outputs, Selection rows) {
    Tensor y = rows.of(tensor);
    if (loss == Loss.CROSS_ENTROPY) {
      return torch.nll_loss(
          torch.log_softmax(outputs, 1, new ScalarTypeOptional(ScalarType.Double)), y);
    }
    Tensor residual = outputs.sub(y);
    return residual.mul(residual).mean();
  }
}
