package org.grokcheck.compute.engine;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.grokcheck.compute.Architecture;
import org.grokcheck.compute.Inputs;

/** Summed embeddings; see {@link Architecture.EmbeddingSum}. */
final class EmbeddingSumNetwork implements BoundNetwork {
  private final Architecture.EmbeddingSum sum;
  private final List<Tensor> columns = new ArrayList<>();

  EmbeddingSumNetwork(
      Architecture.EmbeddingSum sum, Inputs.Tokens tokens, Engine engine, Kept kept) {
    this.sum = sum;
    for (int p = 0; p < sum.positions(); p++) {
      int[] column = new int[tokens.samples()];
      for (int i = 0; i < column.length; i++) {
        column[i] = tokens.rows()[i][p];
      }
      columns.add(kept.keep(Tensors.indices(engine, column)));
    }
  }

  @Override
  public Tensor outputs(Parameters theta, Selection rows) {
    Tensor z = torch.embedding(theta.get("embedding1"), rows.of(columns.get(0)));
    for (int p = 1; p < columns.size(); p++) {
      z = z.add(torch.embedding(theta.get("embedding" + (p + 1)), rows.of(columns.get(p))));
    }
    return Activations.apply(sum.activation(), z).mm(theta.get("output"));
  }
}
