package org.grokcheck.compute.engine;

import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.ScalarTypeOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.grokcheck.compute.Architecture;
import org.grokcheck.compute.Inputs;
import org.grokcheck.compute.Precision;

/**
 * A decoder read at the last position; see {@link Architecture.Transformer}. Two savings leave the
 * function as it is: before the first attention there is one row a distinct pair (token, position),
 * and in the last layer only the last position asks and is passed on.
 *
 * <p>Attention is a product, a softmax and a product, since the fused kernel can't be
 * differentiated twice.
 */
final class TransformerNetwork implements BoundNetwork {
  private static final double NORM_EPSILON = 1e-5;

  private final Architecture.Transformer shape;
  private final TokenTable table;
  private final Tensor future;

  TransformerNetwork(
      Architecture.Transformer shape,
      Inputs.Tokens tokens,
      Engine engine,
      Precision precision,
      Kept kept) {
    this.shape = shape;
    this.table = TokenTable.of(engine, tokens, kept);
    this.future = kept.keep(future(engine, precision, shape.positions()));
  }

  /** T × T, −∞ above the diagonal and 0 elsewhere. */
  private static Tensor future(Engine engine, Precision precision, int length) {
    Tensor full =
        torch.full(
            new long[] {length, length},
            Tensors.scalar(Double.NEGATIVE_INFINITY),
            engine.options(precision));
    return torch.triu(full, 1);
  }

  @Override
  public Tensor outputs(Parameters theta, Selection rows) {
    Tensor pairs =
        torch
            .embedding(theta.get("token"), table.tokens())
            .add(torch.embedding(theta.get("position"), table.positions()));
    Sequences x = new Sequences(pairs, rows.of(table.index()), shape.positions());
    for (int l = 1; l < shape.layers(); l++) {
      x = new Sequences(layer(theta, l + ".", x, false), null, shape.positions());
    }
    Tensor last = layer(theta, shape.layers() + ".", x, true);
    return theta.linear("output", normalised(theta, "norm", last));
  }

  /** One layer at all places, or at the last ones only. */
  private Tensor layer(Parameters theta, String layer, Sequences x, boolean lastOnly) {
    Tensor seen = normalised(theta, layer + "norm1", x.rows());
    Tensor heads = attention(theta, layer, x.with(seen), lastOnly);
    Tensor here = lastOnly ? x.last() : x.all();
    Tensor y = here.add(theta.linear(layer + "merge", heads));
    Tensor up = theta.linear(layer + "up", normalised(theta, layer + "norm2", y));
    return y.add(theta.linear(layer + "down", Activations.apply(shape.activation(), up)));
  }

  private Tensor attention(Parameters theta, String layer, Sequences x, boolean lastOnly) {
    Sequences keys = x.with(theta.linear(layer + "key", x.rows()));
    Sequences values = x.with(theta.linear(layer + "value", x.rows()));
    if (lastOnly) {
      return lastAttention(theta.linear(layer + "query", x.last()), keys, values);
    }
    Tensor q = heads(x.with(theta.linear(layer + "query", x.rows())).all(), x.length());
    Tensor scores = q.matmul(heads(keys.all(), x.length()).transpose(2, 3)).mul(scale());
    Tensor weights = scores.add(future).softmax(3);
    Tensor merged = weights.matmul(heads(values.all(), x.length()));
    return merged.transpose(1, 2).reshape(-1, shape.width());
  }

  /** One query a sequence: products of vectors, for which batched matrix products are too much. */
  private Tensor lastAttention(Tensor query, Sequences keys, Sequences values) {
    long[] places = {-1, keys.length(), shape.heads(), shape.width() / shape.heads()};
    Tensor q = query.view(-1, 1, places[2], places[3]);
    Tensor scores = sum(keys.all().view(places).mul(q), 3).mul(scale());
    Tensor weights = scores.softmax(1).unsqueeze(3);
    return sum(values.all().view(places).mul(weights), 1).view(-1, shape.width());
  }

  private static Tensor sum(Tensor terms, long dimension) {
    return terms.sum(new long[] {dimension}, false, new ScalarTypeOptional());
  }

  private Scalar scale() {
    return Tensors.scalar(1 / Math.sqrt((double) shape.width() / shape.heads()));
  }

  /** m T × d to m × H × T × d/H. */
  private Tensor heads(Tensor rows, long length) {
    return rows.view(-1, length, shape.heads(), shape.width() / shape.heads()).transpose(1, 2);
  }

  /**
   * γ (x − mean)/√(var + ε) + β of every row, from the deviations: the fused kernel works with x
   * itself, which costs digits where the mean is large.
   */
  private Tensor normalised(Parameters theta, String name, Tensor x) {
    if (!shape.layerNorm()) {
      return x;
    }
    Tensor deviation = x.sub(mean(x));
    Tensor variance = mean(deviation.mul(deviation));
    return torch.addcmul(
        theta.get(name + ".shift"),
        deviation.mul(variance.add(Tensors.scalar(NORM_EPSILON)).rsqrt()),
        theta.get(name + ".gain"));
  }

  private static Tensor mean(Tensor x) {
    return x.mean(new long[] {1}, true, new ScalarTypeOptional());
  }
}
