package org.grokcheck.compute.rounding;

/** One scalar of a computation: its value, how far rounding can move it, and what made it. */
final class Node {
  /** What made a node. */
  enum Kind {
    /** Given, exact. */
    LEAF,
    /** Σ of the operands, in any order. */
    SUM,
    /** The product of two operands. */
    PRODUCT,
    /** A constant times the operand. */
    SCALED,
    /** The operand, rounded to another precision. */
    CAST,
    /** max(0, z). */
    RELU,
    /** tanh z. */
    TANH,
    /** 1/(1 + e^−z). */
    SIGMOID,
    /** e^z. */
    EXP,
    /** z^−½. */
    INVERSE_ROOT,
    /** log Σ e^z. */
    LOG_SUM_EXP
  }

  static final Node[] NONE = {};

  final int index;
  final Kind kind;
  final Node[] operands;
  final double value;

  /** Every evaluation at this precision lies within this distance of the exact value. */
  final double radius;

  /** Unit roundoff of the precision in which the node is held; 0 for a 0 that never varies. */
  final double unit;

  /** The factor of {@link Kind#SCALED}. */
  final double factor;

  /** Whether it depends on a leaf whose derivatives are asked for. */
  final boolean varies;

  Node(
      int index,
      Kind kind,
      Node[] operands,
      double value,
      double radius,
      double unit,
      double factor,
      boolean varies) {
    this.index = index;
    this.kind = kind;
    this.operands = operands;
    this.value = value;
    this.radius = radius;
    this.unit = unit;
    this.factor = factor;
    this.varies = varies;
  }

  /** Whether it is 0 and remains 0 when leaves vary. */
  boolean vanishes() {
    return value == 0 && radius == 0 && !varies;
  }

  /** The largest magnitude within the radius. */
  double magnitude() {
    return Math.abs(value) + radius;
  }
}
