package org.grokcheck.compute.rounding;

import java.util.Arrays;
import java.util.List;
import org.grokcheck.compute.Architecture;

/** Stacked LSTM layers on one sequence. */
final class LstmNodes {
  private final Blocks theta;
  private final Tape tape;
  private final Architecture.LstmClassifier shape;

  LstmNodes(Blocks theta, Architecture.LstmClassifier shape) {
    this.theta = theta;
    this.tape = theta.tape();
    this.shape = shape;
  }

  Node[] outputs(int[] tokens) {
    Node[][] x = Arrays.stream(tokens).mapToObj(t -> theta.row("token", t)).toArray(Node[][]::new);
    for (int l = 1; l <= shape.layers(); l++) {
      x = states(l + ".", x);
    }
    return theta.linear("output", x[x.length - 1]);
  }

  private Node[][] states(String layer, Node[][] x) {
    int width = shape.hidden();
    Node[] h = new Node[width];
    Node[] c = new Node[width];
    Arrays.fill(h, tape.constant(0, 0));
    Arrays.fill(c, tape.constant(0, 0));
    Node[][] states = new Node[x.length][];
    for (int t = 0; t < x.length; t++) {
      Node[] gates =
          theta.sums(
              List.of(
                  theta.products(layer + "input", x[t]),
                  theta.products(layer + "recurrent", h),
                  theta.bias(layer + "bias")),
              4 * width);
      h = new Node[width];
      for (int j = 0; j < width; j++) {
        Node kept = tape.product(tape.sigmoid(gates[width + j]), c[j]);
        Node candidate = tape.tanh(gates[2 * width + j]);
        c[j] = tape.sum(kept, tape.product(tape.sigmoid(gates[j]), candidate));
        h[j] = tape.product(tape.sigmoid(gates[3 * width + j]), tape.tanh(c[j]));
      }
      states[t] = h;
    }
    return states;
  }
}
