package org.grokcheck.compute.engine;

import java.util.Arrays;
import java.util.List;
import org.grokcheck.compute.Inputs.Graph;

/** Graphs as arrays of one size, padded with nodes without edges. */
final class PaddedGraphs {
  private final List<Graph> graphs;
  private final int nodes;

  PaddedGraphs(List<Graph> graphs) {
    this.graphs = graphs;
    this.nodes = graphs.stream().mapToInt(g -> g.features().length).max().orElse(0);
  }

  /** M, nodes of the largest graph. */
  int nodes() {
    return nodes;
  }

  /** G × M × M, Â = D^{−½}(A + 1)D^{−½}, 0 at padding. */
  double[] adjacency() {
    int square = Math.multiplyExact(nodes, nodes);
    double[] all = new double[Math.multiplyExact(graphs.size(), square)];
    for (int g = 0; g < graphs.size(); g++) {
      int[] degree = degrees(graphs.get(g));
      int start = g * square;
      for (int i = 0; i < degree.length; i++) {
        all[start + i * nodes + i] = 1.0 / degree[i];
      }
      for (int[] e : graphs.get(g).edges()) {
        double entry = 1 / Math.sqrt((double) degree[e[0]] * degree[e[1]]);
        all[start + e[0] * nodes + e[1]] = entry;
        all[start + e[1] * nodes + e[0]] = entry;
      }
    }
    return all;
  }

  /** Degrees of A + 1. */
  private static int[] degrees(Graph graph) {
    int[] degree = new int[graph.features().length];
    Arrays.fill(degree, 1);
    for (int[] e : graph.edges()) {
      degree[e[0]]++;
      degree[e[1]]++;
    }
    return degree;
  }

  /** G × M × d. */
  double[] features() {
    int width = graphs.get(0).features()[0].length;
    double[] all = new double[Math.multiplyExact(graphs.size(), nodes * width)];
    for (int g = 0; g < graphs.size(); g++) {
      double[][] rows = graphs.get(g).features();
      for (int i = 0; i < rows.length; i++) {
        System.arraycopy(rows[i], 0, all, (g * nodes + i) * width, width);
      }
    }
    return all;
  }

  /** G × M. */
  double[] shares() {
    double[] all = new double[Math.multiplyExact(graphs.size(), nodes)];
    for (int g = 0; g < graphs.size(); g++) {
      int size = graphs.get(g).features().length;
      Arrays.fill(all, g * nodes, g * nodes + size, 1.0 / size);
    }
    return all;
  }
}
