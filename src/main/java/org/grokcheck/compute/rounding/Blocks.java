package org.grokcheck.compute.rounding;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.grokcheck.compute.Activation;
import org.grokcheck.compute.Layout;
import org.grokcheck.compute.Layout.Block;

/** One θ as nodes, with the layers that networks are made of. */
final class Blocks {
  private static final double NORM_EPSILON = 1e-5;

  private final Tape tape;
  private final Node[] theta;
  private final double unit;
  private final Map<String, Block> blocks;

  /**
   * Names the parts of θ.
   *
   * @param unit unit roundoff of the precision in which θ is held
   */
  Blocks(Tape tape, Layout layout, Node[] theta, double unit) {
    this.tape = tape;
    this.unit = unit;
    this.theta = theta;
    this.blocks =
        layout.blocks().stream().collect(Collectors.toMap(Block::name, Function.identity()));
  }

  Tape tape() {
    return tape;
  }

  double unit() {
    return unit;
  }

  private Block block(String name) {
    Block block = blocks.get(name);
    if (block == null) {
      throw new IllegalArgumentException("no block '" + name + "' among " + blocks.keySet());
    }
    return block;
  }

  Node at(String name, int row, int column) {
    Block block = block(name);
    return theta[block.offset() + row * block.columns() + column];
  }

  Node[] row(String name, int row) {
    Node[] entries = new Node[block(name).columns()];
    for (int j = 0; j < entries.length; j++) {
      entries[j] = at(name, row, j);
    }
    return entries;
  }

  /** x W + b, or x W where the layer has no bias. */
  Node[] linear(String name, Node[] x) {
    return sums(List.of(products(name, x), bias(name)), block(name).columns());
  }

  /** The bias of a layer as terms of its sums; no terms where there is none. */
  List<List<Node>> bias(String name) {
    String key = name.endsWith(".bias") ? name : name + ".bias";
    List<List<Node>> terms = new ArrayList<>();
    if (blocks.containsKey(key)) {
      for (Node entry : row(key, 0)) {
        terms.add(List.of(entry));
      }
    }
    return terms;
  }

  /** The terms x_i W_ij of every j. */
  List<List<Node>> products(String name, Node[] x) {
    List<List<Node>> terms = new ArrayList<>();
    for (int j = 0; j < block(name).columns(); j++) {
      List<Node> column = new ArrayList<>();
      for (int i = 0; i < x.length; i++) {
        column.add(tape.product(x[i], at(name, i, j)));
      }
      terms.add(column);
    }
    return terms;
  }

  /** One sum a column over all its terms. */
  Node[] sums(List<List<List<Node>>> parts, int columns) {
    Node[] z = new Node[columns];
    for (int j = 0; j < columns; j++) {
      List<Node> terms = new ArrayList<>();
      for (List<List<Node>> part : parts) {
        if (!part.isEmpty()) {
          terms.addAll(part.get(j));
        }
      }
      z[j] = tape.sum(terms);
    }
    return z;
  }

  Node[] plus(Node[] a, Node[] b) {
    Node[] sum = new Node[a.length];
    for (int i = 0; i < a.length; i++) {
      sum[i] = tape.sum(a[i], b[i]);
    }
    return sum;
  }

  Node dot(Node[] a, Node[] b) {
    List<Node> terms = new ArrayList<>();
    for (int i = 0; i < a.length; i++) {
      terms.add(tape.product(a[i], b[i]));
    }
    return tape.sum(terms);
  }

  /** γ (x − mean)/√(var + ε) + β. */
  Node[] normalised(String name, Node[] x) {
    Node mean = tape.scaled(1.0 / x.length, tape.sum(x));
    Node[] deviations = new Node[x.length];
    for (int i = 0; i < x.length; i++) {
      deviations[i] = tape.minus(x[i], mean);
    }
    Node variance = tape.scaled(1.0 / x.length, dot(deviations, deviations));
    Node root = tape.inverseRoot(tape.sum(variance, tape.constant(NORM_EPSILON, unit)));
    Node[] y = new Node[x.length];
    for (int i = 0; i < x.length; i++) {
      Node scaled = tape.product(tape.product(deviations[i], root), at(name + ".gain", 0, i));
      y[i] = tape.sum(scaled, at(name + ".shift", 0, i));
    }
    return y;
  }

  Node[] activated(Activation activation, Node[] z) {
    Node[] y = new Node[z.length];
    for (int i = 0; i < z.length; i++) {
      y[i] = activated(activation, z[i]);
    }
    return y;
  }

  private Node activated(Activation activation, Node z) {
    if (activation instanceof Activation.Relu) {
      return tape.relu(z);
    } else if (activation instanceof Activation.Tanh) {
      return tape.tanh(z);
    } else if (activation instanceof Activation.Square) {
      return tape.product(z, z);
    } else if (activation instanceof Activation.LinearQuadratic quadratic) {
      return tape.sum(z, tape.scaled(quadratic.epsilon() / 2, tape.product(z, z)));
    } else if (activation instanceof Activation.Hermite hermite) {
      return hermite(hermite.coefficients(), z);
    }
    return z;
  }

  private Node hermite(List<Double> c, Node z) {
    List<Node> terms = new ArrayList<>();
    Node before = tape.constant(0, 0);
    Node current = tape.constant(1, unit);
    terms.add(tape.scaled(c.get(0), current));
    for (int k = 1; k < c.size(); k++) {
      Node next = tape.minus(tape.product(z, current), tape.scaled(k - 1, before));
      before = current;
      current = next;
      terms.add(tape.scaled(c.get(k), current));
    }
    return tape.sum(terms);
  }
}
