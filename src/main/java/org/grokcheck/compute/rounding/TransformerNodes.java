package org.grokcheck.compute.rounding;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.grokcheck.compute.Architecture;

/**
 * A decoder on sequences. Every place of every layer is evaluated; what depends on a pair (token,
 * position) alone is evaluated once a pair, so that sums of gradients run over the same terms as in
 * an engine that stores such rows once.
 */
final class TransformerNodes implements TokenNetwork {
  /** A place before a layer: x, and key and value that later places read. */
  private record Place(Node[] x, Node[] seen, Node[] key, Node[] value) {}

  private final Blocks theta;
  private final Tape tape;
  private final Architecture.Transformer shape;
  private final Map<List<Integer>, Place> first = new HashMap<>();

  TransformerNodes(Blocks theta, Architecture.Transformer shape) {
    this.theta = theta;
    this.tape = theta.tape();
    this.shape = shape;
  }

  @Override
  public Node[] outputs(int[] tokens) {
    List<Place> places = new ArrayList<>();
    for (int t = 0; t < tokens.length; t++) {
      int position = t;
      places.add(
          first.computeIfAbsent(
              List.of(tokens[t], t),
              pair ->
                  place("1.", theta.plus(theta.row("token", pair.get(0)), position(position)))));
    }
    for (int l = 1; l < shape.layers(); l++) {
      List<Place> next = new ArrayList<>();
      for (int t = 0; t < tokens.length; t++) {
        next.add(place((l + 1) + ".", layer(l + ".", places, t)));
      }
      places = next;
    }
    Node[] last = layer(shape.layers() + ".", places, tokens.length - 1);
    return theta.linear("output", normalised("norm", last));
  }

  private Node[] position(int t) {
    return theta.row("position", t);
  }

  private Place place(String layer, Node[] x) {
    Node[] seen = normalised(layer + "norm1", x);
    return new Place(
        x, seen, theta.linear(layer + "key", seen), theta.linear(layer + "value", seen));
  }

  private Node[] layer(String layer, List<Place> places, int t) {
    Node[] x = places.get(t).x();
    Node[] y = theta.plus(x, theta.linear(layer + "merge", attention(layer, places, t)));
    Node[] up = theta.linear(layer + "up", normalised(layer + "norm2", y));
    Node[] hidden = theta.activated(shape.activation(), up);
    return theta.plus(y, theta.linear(layer + "down", hidden));
  }

  private Node[] attention(String layer, List<Place> places, int t) {
    Node[] query = theta.linear(layer + "query", places.get(t).seen());
    Node[] merged = new Node[shape.width()];
    int size = shape.width() / shape.heads();
    for (int from = 0; from < shape.width(); from += size) {
      Node[] weights = weights(query, places, t, from, from + size);
      for (int j = from; j < from + size; j++) {
        List<Node> terms = new ArrayList<>();
        for (int s = 0; s <= t; s++) {
          terms.add(tape.product(weights[s], places.get(s).value()[j]));
        }
        merged[j] = tape.sum(terms);
      }
    }
    return merged;
  }

  /** The softmax of one head over the places up to t, each share as e^(z − log Σ e^z). */
  private Node[] weights(Node[] query, List<Place> places, int t, int from, int to) {
    Node[] scores = new Node[t + 1];
    for (int s = 0; s <= t; s++) {
      List<Node> terms = new ArrayList<>();
      for (int j = from; j < to; j++) {
        terms.add(tape.product(query[j], places.get(s).key()[j]));
      }
      scores[s] = tape.scaled(1 / Math.sqrt(to - from), tape.sum(terms));
    }
    Node total = tape.logSumExp(scores);
    Node[] weights = new Node[t + 1];
    for (int s = 0; s <= t; s++) {
      weights[s] = tape.exp(tape.minus(scores[s], total));
    }
    return weights;
  }

  private Node[] normalised(String name, Node[] x) {
    return shape.layerNorm() ? theta.normalised(name, x) : x;
  }
}
