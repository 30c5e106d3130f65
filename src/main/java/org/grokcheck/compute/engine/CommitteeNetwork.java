package org.grokcheck.compute.engine;

import org.bytedeco.pytorch.Tensor;
import org.grokcheck.compute.Architecture;

/** The committee machine; see {@link Architecture.Committee}. */
record CommitteeNetwork(Architecture.Committee committee, Tensor inputs) implements BoundNetwork {
  @Override
  public Tensor outputs(Parameters theta, Selection rows) {
    Tensor hidden =
        Activations.apply(committee.activation(), rows.of(inputs).mm(theta.get("weight").t()));
    Tensor sum =
        committee.readouts()
            ? hidden.mm(theta.get("readout").t())
            : hidden.sum(new long[] {1}, true, new org.bytedeco.pytorch.ScalarTypeOptional());
    return sum.mul(Tensors.scalar(1.0 / committee.hidden()));
  }
}
