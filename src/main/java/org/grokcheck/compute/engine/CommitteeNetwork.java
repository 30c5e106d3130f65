package org.grokcheck.compute.engine;

import org.bytedeco.pytorch.ScalarTypeOptional;
import org.bytedeco.pytorch.Tensor;
import org.grokcheck.compute.Architecture;

/** The committee machine; see {@link Architecture.Committee}. */
record CommitteeNetwork(Architecture.Committee committee, Tensor inputs)
    implements ReplicatedNetwork {
  @Override
  public Tensor outputs(Parameters theta, Selection rows) {
    Tensor hidden = hidden(rows.of(inputs).mm(theta.get("weight").t()));
    return mean(committee.readouts() ? hidden.mm(theta.get("readout").t()) : sum(hidden));
  }

  @Override
  public Tensor outputs(ReplicatedParameters theta) {
    Tensor hidden = hidden(theta.get("weight").bmm(inputs.unsqueeze(2)).select(2, 0));
    return mean(sum(committee.readouts() ? hidden.mul(theta.get("readout").select(1, 0)) : hidden));
  }

  private Tensor hidden(Tensor z) {
    return Activations.apply(committee.activation(), z);
  }

  private static Tensor sum(Tensor terms) {
    return terms.sum(new long[] {1}, true, new ScalarTypeOptional());
  }

  private Tensor mean(Tensor sum) {
    return sum.mul(Tensors.scalar(1.0 / committee.hidden()));
  }
}
