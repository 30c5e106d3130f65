package org.grokcheck.compute.rounding;

import java.util.ArrayList;
import java.util.List;
import org.grokcheck.compute.rounding.Node.Kind;

/**
 * Scalar arithmetic that carries a bound on its own rounding. A node's radius ρ encloses what
 * operands within their radii can give, plus the rounding of the operation: u|x| for one, γ_{n−1}
 * Σ|xᵢ| for a sum of n terms in any order, {@value #FUNCTION_ROUNDINGS} u|x| for an elementary
 * function, with u the unit roundoff of the coarsest operand.
 */
final class Tape {
  /** Libraries state at most two units in the last place, 4 u; half as much again is not rare. */
  static final double FUNCTION_ROUNDINGS = 8;

  /** Covers the rounding of radii themselves, far below one part in a thousand. */
  private static final double SAFETY = 1.001;

  private int next;

  /** A number held at this unit roundoff, exactly as given. */
  Node constant(double value, double unit) {
    return leaf(value, unit, false);
  }

  /** A parameter held at this unit roundoff, exactly as given. */
  Node variable(double value, double unit) {
    return leaf(value, unit, true);
  }

  private Node leaf(double value, double unit, boolean varies) {
    return new Node(next++, Kind.LEAF, Node.NONE, value, 0, unit, 1, varies);
  }

  Node sum(List<Node> terms) {
    Node[] kept = terms.stream().filter(t -> !t.vanishes()).toArray(Node[]::new);
    if (kept.length == 0) {
      return constant(0, 0);
    }
    if (kept.length == 1) {
      return kept[0];
    }
    double value = 0;
    double spread = 0;
    double size = 0;
    for (Node term : kept) {
      value += term.value;
      spread += term.radius;
      size += term.magnitude();
    }
    double roundings = (kept.length - 1) * unit(kept);
    return node(Kind.SUM, kept, value, spread + roundings / (1 - roundings) * size, 1);
  }

  Node sum(Node... terms) {
    return sum(List.of(terms));
  }

  Node minus(Node a, Node b) {
    return sum(a, scaled(-1, b));
  }

  Node product(Node a, Node b) {
    if (a.vanishes() || b.vanishes()) {
      return constant(0, 0);
    }
    double spread = Math.abs(a.value) * b.radius + a.radius * b.magnitude();
    double value = a.value * b.value;
    Node[] operands = {a, b};
    return node(Kind.PRODUCT, operands, value, rounded(value, spread, 1, unit(operands)), 1);
  }

  /**
   * c a. One rounding for the product and two for a constant that is itself a quotient or a root;
   * none for ±1.
   */
  Node scaled(double factor, Node a) {
    double value = factor * a.value;
    double spread = Math.abs(factor) * a.radius;
    double roundings = Math.abs(factor) == 1 ? 0 : 3;
    double radius = rounded(value, spread, roundings, a.unit);
    return node(Kind.SCALED, new Node[] {a}, value, radius, factor);
  }

  /** The same number held at another precision. */
  Node cast(Node a, double unit) {
    double radius = unit > a.unit ? rounded(a.value, a.radius, 1, unit) : a.radius;
    return new Node(next++, Kind.CAST, new Node[] {a}, a.value, radius, unit, 1, a.varies);
  }

  Node relu(Node z) {
    double radius = z.value + z.radius <= 0 ? 0 : z.radius;
    return node(Kind.RELU, new Node[] {z}, Math.max(0, z.value), radius, 1);
  }

  /** φ' of the rectifier; anything from 0 to 1 where rounding decides the sign. */
  private Node step(Node z) {
    if (z.value > z.radius) {
      return constant(1, z.unit);
    }
    return z.value + z.radius <= 0
        ? constant(0, z.unit)
        : new Node(next++, Kind.LEAF, Node.NONE, 0.5, 0.5, z.unit, 1, false);
  }

  Node tanh(Node z) {
    double value = StrictMath.tanh(z.value);
    double flattest = StrictMath.tanh(Math.max(0, Math.abs(z.value) - z.radius));
    return function(Kind.TANH, z, value, (1 - flattest * flattest) * z.radius);
  }

  Node sigmoid(Node z) {
    double value = 1 / (1 + StrictMath.exp(-z.value));
    return function(Kind.SIGMOID, z, value, z.radius / 4);
  }

  Node exp(Node z) {
    double value = StrictMath.exp(z.value);
    return function(Kind.EXP, z, value, value * StrictMath.expm1(z.radius));
  }

  /** z^−½ for z > 0. */
  Node inverseRoot(Node z) {
    double value = 1 / Math.sqrt(z.value);
    double least = z.value - z.radius;
    double spread =
        least <= 0 ? Double.POSITIVE_INFINITY : z.radius / (2 * least * Math.sqrt(least));
    return function(Kind.INVERSE_ROOT, z, value, spread);
  }

  /** log Σ e^z, evaluated as m + log Σ e^(z−m) with the largest m. */
  Node logSumExp(Node[] z) {
    double most = Double.NEGATIVE_INFINITY;
    double spread = 0;
    for (Node term : z) {
      most = Math.max(most, term.value);
      spread = Math.max(spread, term.radius);
    }
    double total = 0;
    double moved = 0;
    for (Node term : z) {
      double share = StrictMath.exp(term.value - most);
      total += share;
      moved += share * (most - term.value);
    }
    double log = StrictMath.log(total);
    double units = moved / total + z.length + FUNCTION_ROUNDINGS * (1 + log);
    double rounding = unit(z) * (units + Math.abs(most + log));
    return node(Kind.LOG_SUM_EXP, z, most + log, spread + rounding, 1);
  }

  private Node function(Kind kind, Node z, double value, double spread) {
    double radius = rounded(value, spread, FUNCTION_ROUNDINGS, z.unit);
    return node(kind, new Node[] {z}, value, radius, 1);
  }

  /** Spread plus n roundings of what the spread allows, and a step of the smallest numbers. */
  private static double rounded(double value, double spread, double n, double unit) {
    double smallest =
        unit == 0 || n == 0 ? 0 : (unit > 0x1p-40 ? Float.MIN_VALUE : Double.MIN_VALUE);
    return spread + n * unit * (Math.abs(value) + spread) + smallest;
  }

  private static double unit(Node[] operands) {
    double unit = 0;
    for (Node operand : operands) {
      unit = Math.max(unit, operand.unit);
    }
    return unit;
  }

  private Node node(Kind kind, Node[] operands, double value, double radius, double factor) {
    boolean varies = false;
    for (Node operand : operands) {
      varies |= operand.varies;
    }
    double safe = SAFETY * radius;
    return new Node(next++, kind, operands, value, safe, unit(operands), factor, varies);
  }

  /** ∂y/∂leaf as nodes that can be differentiated again; reverse mode, as engines do it. */
  Node[] gradient(Node y, Node[] leaves) {
    List<List<Node>> arriving = new ArrayList<>();
    List<Node> nodes = Ancestors.ofVarying(y);
    for (int i = 0; i <= y.index; i++) {
      arriving.add(List.of());
    }
    add(arriving, y, constant(1, y.unit));
    for (Node node : nodes) {
      pull(node, sum(arriving.get(node.index)), arriving);
    }
    Node[] gradient = new Node[leaves.length];
    for (int i = 0; i < leaves.length; i++) {
      gradient[i] =
          leaves[i].index <= y.index ? sum(arriving.get(leaves[i].index)) : constant(0, 0);
    }
    return gradient;
  }

  private void pull(Node node, Node g, List<List<Node>> arriving) {
    Node[] from = node.operands;
    switch (node.kind) {
      case LEAF -> {}
      case SUM -> {
        for (Node term : from) {
          add(arriving, term, g);
        }
      }
      case PRODUCT -> {
        add(arriving, from[0], from[0].varies ? product(g, from[1]) : g);
        add(arriving, from[1], from[1].varies ? product(g, from[0]) : g);
      }
      case SCALED -> add(arriving, from[0], scaled(node.factor, g));
      case CAST -> add(arriving, from[0], cast(g, from[0].unit));
      case RELU -> add(arriving, from[0], product(g, step(from[0])));
      case TANH ->
          add(arriving, from[0], product(g, minus(constant(1, node.unit), product(node, node))));
      case SIGMOID ->
          add(arriving, from[0], product(g, product(node, minus(constant(1, node.unit), node))));
      case EXP -> add(arriving, from[0], product(g, node));
      case INVERSE_ROOT -> {
        Node cube = product(node, product(node, node));
        add(arriving, from[0], product(g, scaled(-0.5, cube)));
      }
      case LOG_SUM_EXP -> {
        for (Node term : from) {
          add(arriving, term, term.varies ? product(g, exp(minus(term, node))) : g);
        }
      }
    }
  }

  private static void add(List<List<Node>> arriving, Node target, Node contribution) {
    if (target.varies && !contribution.vanishes()) {
      List<Node> list = arriving.get(target.index);
      if (list.isEmpty()) {
        list = new ArrayList<>(2);
        arriving.set(target.index, list);
      }
      list.add(contribution);
    }
  }
}
