package org.grokcheck.compute.engine;

import org.bytedeco.pytorch.Tensor;

/**
 * A network that can be evaluated with parameters of its own for each sample. One backward pass
 * then gives the derivatives of one output for all samples.
 */
interface ReplicatedNetwork extends BoundNetwork {
  /** f(θ_i, x_i), n × K. */
  Tensor outputs(ReplicatedParameters theta);
}
