package org.grokcheck.compute.rounding;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.grokcheck.compute.Architecture;
import org.grokcheck.compute.Inputs;

/** Outputs of the architectures as nodes; {@link Architecture} defines what is computed. */
final class Network {
  private final Blocks theta;
  private final Tape tape;

  private Network(Blocks theta) {
    this.theta = theta;
    this.tape = theta.tape();
  }

  /** f(θ, x), a row a sample. */
  static Node[][] outputs(Blocks theta, Architecture architecture, Inputs inputs) {
    Network network = new Network(theta);
    Node[][] rows = new Node[inputs.samples()][];
    if (inputs instanceof Inputs.Dense dense) {
      for (int i = 0; i < rows.length; i++) {
        rows[i] = network.dense(architecture, network.constants(dense.rows()[i]));
      }
    } else if (inputs instanceof Inputs.Tokens tokens) {
      TokenNetwork sequences = TokenNetwork.of(theta, architecture);
      for (int i = 0; i < rows.length; i++) {
        rows[i] = sequences.outputs(tokens.rows()[i]);
      }
    } else if (inputs instanceof Inputs.Graphs graphs) {
      for (int i = 0; i < rows.length; i++) {
        rows[i] =
            network.graph((Architecture.GraphConvolution) architecture, graphs.graphs().get(i));
      }
    }
    return rows;
  }

  private Node[] constants(double[] values) {
    Node[] nodes = new Node[values.length];
    for (int i = 0; i < nodes.length; i++) {
      nodes[i] = tape.constant(values[i], theta.unit());
    }
    return nodes;
  }

  private Node[] dense(Architecture architecture, Node[] x) {
    return architecture instanceof Architecture.Mlp mlp
        ? mlp(mlp, x)
        : committee((Architecture.Committee) architecture, x);
  }

  private Node[] mlp(Architecture.Mlp mlp, Node[] x) {
    Node[] h = x;
    for (int l = 1; l <= mlp.depth(); l++) {
      Node[] z = theta.linear("layer" + l, h);
      h = l < mlp.depth() ? theta.activated(mlp.activation(), z) : z;
    }
    return h;
  }

  private Node[] committee(Architecture.Committee committee, Node[] x) {
    List<Node> terms = new ArrayList<>();
    for (int i = 0; i < committee.hidden(); i++) {
      Node[] z = {theta.dot(theta.row("weight", i), x)};
      Node hidden = theta.activated(committee.activation(), z)[0];
      terms.add(committee.readouts() ? tape.product(hidden, theta.at("readout", 0, i)) : hidden);
    }
    return new Node[] {tape.scaled(1.0 / committee.hidden(), tape.sum(terms))};
  }

  private Node[] graph(Architecture.GraphConvolution shape, Inputs.Graph graph) {
    int nodes = graph.features().length;
    double[][] adjacency = adjacency(graph);
    Node[][] h = new Node[nodes][];
    for (int i = 0; i < nodes; i++) {
      h[i] = constants(graph.features()[i]);
    }
    for (int l = 1; l < shape.widths().size(); l++) {
      Node[][] next = new Node[nodes][];
      for (int i = 0; i < nodes; i++) {
        Node[] z = theta.linear("layer" + l, mixed(adjacency[i], h));
        next[i] = theta.activated(shape.activation(), z);
      }
      h = next;
    }
    double[] shares = new double[nodes];
    Arrays.fill(shares, 1.0 / nodes);
    return theta.linear("output", mixed(shares, h));
  }

  /** Σ_i a_i h_i. */
  private Node[] mixed(double[] shares, Node[][] h) {
    Node[] sum = new Node[h[0].length];
    for (int j = 0; j < sum.length; j++) {
      List<Node> terms = new ArrayList<>();
      for (int i = 0; i < h.length; i++) {
        if (shares[i] != 0) {
          terms.add(tape.scaled(shares[i], h[i][j]));
        }
      }
      sum[j] = tape.sum(terms);
    }
    return sum;
  }

  private static double[][] adjacency(Inputs.Graph graph) {
    int nodes = graph.features().length;
    double[][] a = new double[nodes][nodes];
    double[] degree = new double[nodes];
    for (int i = 0; i < nodes; i++) {
      a[i][i] = 1;
      degree[i]++;
    }
    for (int[] e : graph.edges()) {
      a[e[0]][e[1]] = 1;
      a[e[1]][e[0]] = 1;
      degree[e[0]]++;
      degree[e[1]]++;
    }
    for (int i = 0; i < nodes; i++) {
      for (int j = 0; j < nodes; j++) {
        a[i][j] /= Math.sqrt(degree[i] * degree[j]);
      }
    }
    return a;
  }
}
