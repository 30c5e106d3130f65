package org.grokcheck.compute.rounding;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;

/** What a node is made of. */
final class Ancestors {
  private Ancestors() {}

  /** The node and all varying nodes that it depends on, latest first. */
  static List<Node> ofVarying(Node y) {
    BitSet seen = new BitSet(y.index + 1);
    List<Node> found = new ArrayList<>();
    Deque<Node> open = new ArrayDeque<>();
    open.push(y);
    seen.set(y.index);
    while (!open.isEmpty()) {
      Node node = open.pop();
      found.add(node);
      for (Node operand : node.operands) {
        if (operand.varies && !seen.get(operand.index)) {
          seen.set(operand.index);
          open.push(operand);
        }
      }
    }
    found.sort(Comparator.comparingInt((Node n) -> n.index).reversed());
    return found;
  }
}
