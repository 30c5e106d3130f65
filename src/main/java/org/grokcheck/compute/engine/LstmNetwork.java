package org.grokcheck.compute.engine;

import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.grokcheck.compute.Architecture;
import org.grokcheck.compute.Inputs;

/**
 * Stacked LSTM layers; see {@link Architecture.LstmClassifier}. All samples move one token at a
 * time; the products with the inputs are taken for all tokens at once. The library's own LSTM can't
 * be differentiated twice on CUDA.
 */
final class LstmNetwork implements BoundNetwork {
  private final Architecture.LstmClassifier shape;
  private final Tensor tokens;

  LstmNetwork(Architecture.LstmClassifier shape, Inputs.Tokens inputs, Engine engine, Kept kept) {
    this.shape = shape;
    this.tokens = kept.keep(Tensors.indices(engine, inputs.rows()));
  }

  @Override
  public Tensor outputs(Parameters theta, Selection rows) {
    Tensor chosen = rows.of(tokens);
    long samples = chosen.size(0);
    Tensor x = torch.embedding(theta.get("token"), chosen.t().reshape(-1));
    for (int l = 1; l < shape.layers(); l++) {
      x = torch.cat(states(theta, l, x, samples), 0);
    }
    TensorVector top = states(theta, shape.layers(), x, samples);
    return theta.linear("output", top.get(top.size() - 1));
  }

  /**
   * The hidden states h of one layer, one a token.
   *
   * @param x T n × in, token after token
   */
  private TensorVector states(Parameters theta, int layer, Tensor x, long samples) {
    Tensor recurrent = theta.get(layer + ".recurrent");
    TensorVector driven =
        torch
            .addmm(theta.get(layer + ".bias"), x, theta.get(layer + ".input"))
            .view(-1, samples, 4L * shape.hidden())
            .unbind(0);
    TensorVector states = new TensorVector();
    Cell cell = Cell.first(driven.get(0));
    states.push_back(cell.h());
    for (long t = 1; t < driven.size(); t++) {
      cell = cell.next(torch.addmm(driven.get(t), cell.h(), recurrent));
      states.push_back(cell.h());
    }
    return states;
  }

  /** The state after a token. */
  private record Cell(Tensor c, Tensor h) {
    /** From h = c = 0, where the forget gate has nothing to forget. */
    static Cell first(Tensor gates) {
      TensorVector parts = gates.chunk(4, 1);
      return out(parts, parts.get(0).sigmoid().mul(parts.get(2).tanh()));
    }

    Cell next(Tensor gates) {
      TensorVector parts = gates.chunk(4, 1);
      Tensor entering = parts.get(0).sigmoid().mul(parts.get(2).tanh());
      return out(parts, parts.get(1).sigmoid().mul(c).add(entering));
    }

    private static Cell out(TensorVector parts, Tensor c) {
      return new Cell(c, parts.get(3).sigmoid().mul(c.tanh()));
    }
  }
}
