package org.grokcheck.compute.reference;

import java.util.Arrays;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.grokcheck.compute.Architecture.GraphConvolution;
import org.grokcheck.compute.Inputs.Graph;

/** H ← φ(Â H W + b) on one graph, then the mean over its nodes. */
record GraphNetwork(GraphConvolution shape, List<Graph> graphs) implements Network {
  @Override
  public Variable outputs(Parameters theta, int sample) {
    Graph graph = graphs.get(sample);
    Nonlinearity phi = Nonlinearity.of(shape.activation());
    Variable adjacency = theta.tape().constant(normalizedAdjacency(graph));
    Variable h = theta.tape().constant(new DMatrixRMaj(graph.features()));
    for (int l = 1; l < shape.widths().size(); l++) {
      h = theta.linear(adjacency.times(h), "layer" + l).map(phi);
    }
    return theta.linear(h.meanRow(), "output");
  }

  /** Â = D^{−½}(A + 1)D^{−½}. */
  private static DMatrixRMaj normalizedAdjacency(Graph graph) {
    int nodes = graph.features().length;
    double[] degree = new double[nodes];
    Arrays.fill(degree, 1);
    for (int[] edge : graph.edges()) {
      degree[edge[0]]++;
      degree[edge[1]]++;
    }
    DMatrixRMaj adjacency = new DMatrixRMaj(nodes, nodes);
    for (int i = 0; i < nodes; i++) {
      adjacency.set(i, i, 1 / degree[i]);
    }
    for (int[] edge : graph.edges()) {
      double weight = 1 / Math.sqrt(degree[edge[0]] * degree[edge[1]]);
      adjacency.set(edge[0], edge[1], weight);
      adjacency.set(edge[1], edge[0], weight);
    }
    return adjacency;
  }
}
