package org.grokcheck.compute.engine;

import java.util.List;
import org.bytedeco.pytorch.Tensor;
import org.grokcheck.compute.Architecture;
import org.grokcheck.compute.Inputs.Graph;
import org.grokcheck.compute.Precision;

/**
 * Graph convolutions; see {@link Architecture.GraphConvolution}. Graphs are padded with nodes
 * without edges to the size M of the largest, which suits molecules: products are batched and
 * dense, repeat bit for bit on every device and can be differentiated twice. Padding takes M²
 * numbers a graph and reaches no output, since it has no edges and no share in the mean.
 *
 * @param shape the architecture
 * @param spread G × M × d₀, Â times the features
 * @param adjacency G × M × M, Â
 * @param shares G × 1 × M, 1/size at a graph's nodes and 0 at padding
 */
record GraphNetwork(
    Architecture.GraphConvolution shape, Tensor spread, Tensor adjacency, Tensor shares)
    implements BoundNetwork {

  static GraphNetwork bind(
      Engine engine,
      Architecture.GraphConvolution shape,
      List<Graph> graphs,
      Precision precision,
      Kept kept) {
    PaddedGraphs padded = new PaddedGraphs(graphs);
    int count = graphs.size();
    Tensor adjacency =
        Tensors.vector(engine, precision, padded.adjacency())
            .view(count, padded.nodes(), padded.nodes());
    Tensor features =
        Tensors.vector(engine, precision, padded.features()).view(count, padded.nodes(), -1);
    Tensor shares =
        Tensors.vector(engine, precision, padded.shares()).view(count, 1, padded.nodes());
    return new GraphNetwork(
        shape, kept.keep(adjacency.bmm(features)), kept.keep(adjacency), kept.keep(shares));
  }

  @Override
  public Tensor outputs(Parameters theta, Selection rows) {
    Tensor chosen = rows.of(adjacency);
    Tensor h = convolved(theta, 1, rows.of(spread));
    for (int l = 2; l < shape.widths().size(); l++) {
      h = convolved(theta, l, chosen.bmm(h));
    }
    return theta.linear("output", rows.of(shares).bmm(h).select(1, 0));
  }

  /** φ(Â H W + b) from Â H. */
  private Tensor convolved(Parameters theta, int layer, Tensor neighbours) {
    long width = shape.widths().get(layer);
    Tensor z = theta.linear("layer" + layer, neighbours.flatten(0, 1));
    return Activations.apply(shape.activation(), z)
        .view(neighbours.size(0), neighbours.size(1), width);
  }
}
